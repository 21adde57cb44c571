package org.passk.jobs.review;

import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.passk.analysis.review.Agreement;
import org.passk.analysis.review.Decision;
import org.passk.analysis.review.ReviewValue;
import org.passk.analysis.review.ReviewValue.Range;
import org.passk.analysis.review.ReviewValue.Scope;
import org.passk.analysis.review.RunReview;

/** The results of a review for machines. */
final class ReviewResults {
    /** What the uncertainty is about. */
    private static final String TARGET = "full_review";

    private static final String METHOD = "stratified_two_stage";

    private ReviewResults() {}

    static String json(ReviewImport.Outcome outcome) {
        ObjectNode json = ReviewJson.object();
        json.put("study", outcome.study());
        json.put("accuracy_below", outcome.accuracyBelow());
        json.put("level", outcome.level());
        json.put("target", TARGET);
        json.put("labels", outcome.labels());
        json.put("rows_without_label", outcome.empty());
        ArrayNode rejected = json.putArray("rejected");
        outcome.rejected()
                .forEach(row -> rejected.addObject()
                        .put("file", row.file())
                        .put("line", row.line())
                        .put("reason", row.reason()));
        ArrayNode agreements = json.putArray("agreement");
        for (Agreement pair : outcome.agreements()) {
            ObjectNode node = agreements.addObject();
            node.put("first", pair.first());
            node.put("second", pair.second());
            node.put("responses", pair.kappa().items());
            node.put("agreement", pair.kappa().agreement());
            number(node, "kappa", pair.kappa().kappa());
        }
        ArrayNode reviews = json.putArray("reviews");
        outcome.reviews().forEach(review -> review(reviews.addObject(), review));
        return ReviewJson.pretty(json);
    }

    private static void review(ObjectNode json, RunReview review) {
        json.put("run", review.run());
        json.put("run_id", review.runId());
        json.put("benchmark", review.benchmark());
        json.put("problems", review.problems());
        json.put("eligible", review.eligible());
        json.put("drawn", review.chosen());
        json.put("reviewed", review.labelled());
        json.put("responses", review.responses());
        for (Decision decision : Decision.values()) {
            json.put(decision.word(), review.count(decision));
        }
        ArrayNode valid = json.putArray("problems_with_valid_chain");
        review.withValid().forEach(valid::add);
        ArrayNode values = json.putArray("values");
        for (ReviewValue value : review.values()) {
            ObjectNode node = values.addObject();
            node.put("metric", value.metric());
            node.put("k", value.k());
            node.put("scope", scope(value.scope()));
            number(node, "estimate", value.estimate());
            range(node, "lower", "upper", value.bounds());
            range(node, "low", "high", value.interval());
            range(node, "certain_low", "certain_high", Optional.of(value.certain()));
            node.put("by_answer", value.byAnswer());
            node.put("note", value.note());
        }
    }

    private static String scope(Scope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }

    private static void number(ObjectNode node, String name, OptionalDouble value) {
        if (value.isPresent()) {
            node.put(name, value.getAsDouble());
        } else {
            node.putNull(name);
        }
    }

    private static void range(ObjectNode node, String low, String high, Optional<Range> range) {
        number(node, low, range.map(one -> OptionalDouble.of(one.low())).orElse(OptionalDouble.empty()));
        number(node, high, range.map(one -> OptionalDouble.of(one.high())).orElse(OptionalDouble.empty()));
    }

    /** Rows with the columns of {@code metrics.csv}. */
    static String metrics(ReviewImport.Outcome outcome) {
        StringBuilder csv = new StringBuilder("metric,run,run_id,base_run,base_run_id,benchmark,slice,k,x,estimate,"
                + "upper_undecided,standard_error,low,high,level,method,target,problems,samples,min_n,max_n,flags\n");
        for (RunReview review : outcome.reviews()) {
            for (ReviewValue value : review.values()) {
                value.estimate()
                        .ifPresent(estimate -> csv.append(row(outcome, review, value, value.metric(), estimate)));
                value.bounds().ifPresent(bounds -> {
                    csv.append(row(outcome, review, value, value.metric() + "_lower", bounds.low()));
                    csv.append(row(outcome, review, value, value.metric() + "_upper", bounds.high()));
                });
            }
        }
        return csv.toString();
    }

    private static String row(
            ReviewImport.Outcome outcome, RunReview review, ReviewValue value, String metric, double estimate) {
        boolean eligible = value.scope() == Scope.ELIGIBLE;
        Optional<Range> interval = value.interval();
        String number = exact(estimate);
        return String.join(
                        ",",
                        ReviewFiles.cell(metric),
                        ReviewFiles.cell(review.run()),
                        ReviewFiles.cell(review.runId()),
                        "\"\"",
                        "\"\"",
                        ReviewFiles.cell(review.benchmark()),
                        ReviewFiles.cell(eligible ? "accuracy<" + exact(outcome.accuracyBelow()) : ""),
                        Long.toString(value.k()),
                        "",
                        number,
                        number,
                        "",
                        interval.map(range -> exact(range.low())).orElse(""),
                        interval.map(range -> exact(range.high())).orElse(""),
                        interval.map(range -> exact(outcome.level())).orElse(""),
                        ReviewFiles.cell(interval.isPresent() ? METHOD : ""),
                        ReviewFiles.cell(TARGET),
                        Long.toString(eligible ? review.eligible() : review.problems()),
                        Long.toString(review.labels()),
                        Long.toString(review.minN()),
                        Long.toString(review.maxN()),
                        ReviewFiles.cell(flags(review, interval)))
                + "\n";
    }

    /** The shortest decimal that reads back as the same double. */
    private static String exact(double value) {
        return NumberOutput.toString(value, true);
    }

    private static String flags(RunReview review, Optional<Range> interval) {
        String unlabelled = review.labels() < review.responses() ? "unlabelled" : "";
        return (unlabelled + (interval.isEmpty() ? " no_interval" : "")).strip();
    }
}
