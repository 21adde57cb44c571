package org.passk.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passk.analysis.review.Agreement;
import org.passk.analysis.review.Decision;
import org.passk.analysis.review.ReviewDesign;
import org.passk.analysis.review.ReviewValue;
import org.passk.analysis.review.ReviewValue.Range;
import org.passk.analysis.review.ReviewValue.Scope;
import org.passk.analysis.review.RunReview;
import org.passk.jobs.review.RejectedRow;
import org.passk.jobs.review.ReviewExport;
import org.passk.jobs.review.ReviewImport;
import org.passk.model.UnicodeText;

/** What a review says, for the terminal. */
final class ReviewTables {
    private ReviewTables() {}

    /** What was drawn. */
    static String of(ReviewExport.Result result) {
        Columns columns = new Columns().row("run", "benchmark", "accuracy", "eligible", "drawn", "responses");
        for (ReviewDesign.Stratum stratum : result.design().strata()) {
            columns.row(
                    stratum.run(),
                    stratum.benchmark(),
                    String.format(Locale.ROOT, "%.3f to %.3f", stratum.low(), stratum.high()),
                    Long.toString(stratum.eligible()),
                    Integer.toString(stratum.problems().size()),
                    Integer.toString(stratum.problems().stream()
                            .mapToInt(problem -> problem.items().size())
                            .sum()));
        }
        StringBuilder text = new StringBuilder(columns.lines("  "));
        result.scanned()
                .forEach(path -> text.append(UnicodeText.plain(path))
                        .append(" is compressed: it was read from its beginning\n"));
        return text.append("Written to ")
                .append(result.folder())
                .append(": review.html, review.csv, review.jsonl, design.json\n")
                .toString();
    }

    static String line(RejectedRow row) {
        return UnicodeText.plain(row.file() + " line " + row.line() + ": " + row.reason() + " (left out)");
    }

    /** What the labels say. */
    static String of(ReviewImport.Outcome outcome) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s: %,d labels, %,d rows without one, %,d rejected%n",
                UnicodeText.plain(outcome.study()),
                outcome.labels(),
                outcome.empty(),
                outcome.rejected().size()));
        for (Agreement pair : outcome.agreements()) {
            text.append(UnicodeText.plain(String.format(
                            Locale.ROOT,
                            "%s and %s: %.1f %% of %,d responses alike, Cohen's kappa %s",
                            pair.first(),
                            pair.second(),
                            100 * pair.kappa().agreement(),
                            pair.kappa().items(),
                            pair.kappa().kappa().isPresent()
                                    ? three(pair.kappa().kappa().getAsDouble())
                                    : "undefined (one label alone)")))
                    .append('\n');
        }
        for (RunReview review : outcome.reviews()) {
            text.append('\n').append(UnicodeText.plain(head(outcome, review))).append('\n');
            text.append(table(review));
        }
        return text.append("\nIntervals at ")
                .append(Math.round(outcome.level() * 1000) / 10.0)
                .append(" % are about a review of every correct response of the eligible problems.\n")
                .append("Written to ")
                .append(outcome.folder().replaceFirst("^file:(?=/)", ""))
                .append(": review.json, review-metrics.csv\n")
                .toString();
    }

    private static String head(ReviewImport.Outcome outcome, RunReview review) {
        String undecided = String.format(
                Locale.ROOT,
                "%,d valid, %,d invalid, %,d unsure, %,d tied, %,d missing of %,d responses",
                review.count(Decision.VALID),
                review.count(Decision.INVALID),
                review.count(Decision.UNSURE),
                review.count(Decision.TIE),
                review.count(Decision.MISSING),
                review.responses());
        return String.format(
                        Locale.ROOT,
                        "%s on %s: %,d of %,d problems have 0 < accuracy < %s; %,d drawn, %,d reviewed (%s)",
                        review.run(),
                        review.benchmark(),
                        review.eligible(),
                        review.problems(),
                        outcome.accuracyBelow(),
                        review.chosen(),
                        review.labelled(),
                        undecided)
                + String.format(
                        Locale.ROOT,
                        ". At least one valid chain: %,d%s",
                        review.withValid().size(),
                        review.withValid().isEmpty() ? "" : ", " + String.join(", ", review.withValid()));
    }

    private static String table(RunReview review) {
        Columns columns =
                new Columns().row("about", "value", "k", "estimate", "interval", "certainly in", "by answer", "");
        for (ReviewValue value : review.values()) {
            List<String> cells = new ArrayList<>();
            cells.add(value.scope() == Scope.ELIGIBLE ? "eligible" : "benchmark");
            cells.add(value.metric());
            cells.add(value.k() == 0 ? "" : Long.toString(value.k()));
            cells.add(
                    value.estimate().isPresent()
                            ? three(value.estimate().getAsDouble())
                            : value.bounds().map(ReviewTables::between).orElse(""));
            cells.add(limits(value.interval()));
            cells.add(limits(Optional.of(value.certain())));
            cells.add(three(value.byAnswer()));
            cells.add(value.note());
            columns.row(cells);
        }
        return columns.lines("  ");
    }

    private static String between(Range range) {
        return three(range.low()) + " … " + three(range.high());
    }

    private static String limits(Optional<Range> range) {
        return range.map(one -> "[" + three(one.low()) + ", " + three(one.high()) + "]")
                .orElse("");
    }

    private static String three(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
