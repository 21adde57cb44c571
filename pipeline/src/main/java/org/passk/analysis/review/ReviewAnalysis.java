package org.passk.analysis.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.passk.analysis.RunProblems;
import org.passk.analysis.review.ReviewDesign.Stratum;
import org.passk.analysis.review.ReviewValue.Scope;

/** From the labels of a review to the problems with valid chains and to CoT-pass@k. */
public final class ReviewAnalysis {
    /** The share of eligible problems with at least one response whose answer and chain are right. */
    public static final String SHARE = "valid_chain_share";

    /** pass@k where a response counts if its answer and its chain are right. */
    public static final String COT_PASS_AT_K = "cot_pass@k";

    private final ReviewDesign design;
    private final Map<String, Decision> decisions;
    private final List<Integer> ks;
    private final double level;

    /** Finds the counts of a run on a benchmark. */
    public interface Counts {
        /** The problems of a run on a benchmark. */
        RunProblems of(String runId, String benchmark);
    }

    /**
     * An analysis.
     *
     * @param design what was drawn
     * @param decisions response to decision; what is absent is missing
     * @param ks the values of k
     * @param level nominal coverage of intervals
     */
    public ReviewAnalysis(ReviewDesign design, Map<String, Decision> decisions, List<Integer> ks, double level) {
        this.design = design;
        this.decisions = Map.copyOf(decisions);
        this.ks = List.copyOf(ks);
        this.level = level;
    }

    /**
     * What is known of each run and benchmark of the design, in its order.
     *
     * @param counts the counts that the design was drawn from
     */
    public List<RunReview> of(Counts counts) {
        Map<String, List<Stratum>> byRun = new TreeMap<>();
        for (Stratum stratum : design.strata()) {
            byRun.computeIfAbsent(
                            stratum.benchmark() + "\n" + stratum.run() + "\n" + stratum.runId(),
                            key -> new ArrayList<>())
                    .add(stratum);
        }
        List<RunReview> reviews = new ArrayList<>();
        for (List<Stratum> strata : byRun.values()) {
            Stratum first = strata.get(0);
            reviews.add(review(strata, counts.of(first.runId(), first.benchmark())));
        }
        return reviews;
    }

    private RunReview review(List<Stratum> strata, RunProblems problems) {
        Stratum first = strata.get(0);
        List<List<LabelledProblem>> labelled = new ArrayList<>();
        Map<Decision, Long> counts = new EnumMap<>(Decision.class);
        for (Stratum stratum : strata) {
            labelled.add(stratum.problems().stream().map(this::labelled).toList());
            stratum.problems()
                    .forEach(problem -> problem.items().forEach(item -> counts.merge(of(item), 1L, Long::sum)));
        }
        List<LabelledProblem> all = labelled.stream().flatMap(List::stream).toList();
        long eligible = strata.stream().mapToLong(Stratum::eligible).sum();
        EligibleProblems whole = EligibleProblems.of(problems, design.options());
        if (whole.size() != eligible) {
            throw new IllegalArgumentException(
                    first.run() + " has " + whole.size() + " eligible problems, the design says " + eligible);
        }
        TwoStageReview review = new TwoStageReview(strata, labelled, level);
        List<ReviewValue> values = new ArrayList<>();
        values.add(review.share(SHARE));
        for (int k : ks) {
            if (k <= whole.smallestN()) {
                values.add(review.passAtK(COT_PASS_AT_K, k, whole.meanPass(k), whole.largestPass(k)));
            }
        }
        for (int k : ks) {
            if (k <= problems.smallestN()) {
                ReviewValue value = review.passAtK(COT_PASS_AT_K, k, whole.meanPass(k), whole.largestPass(k));
                values.add(ofBenchmark(value, eligible / (double) problems.size(), whole.othersPass(k)));
            }
        }
        return new RunReview(
                first.runId(),
                first.run(),
                first.benchmark(),
                problems.size(),
                eligible,
                all.size(),
                all.stream().filter(problem -> problem.labelled() > 0).count(),
                all.stream()
                        .filter(problem -> problem.valid() > 0)
                        .map(LabelledProblem::problemId)
                        .sorted()
                        .toList(),
                counts,
                all.stream().mapToLong(LabelledProblem::n).min().orElse(0),
                all.stream().mapToLong(LabelledProblem::n).max().orElse(0),
                values);
    }

    private LabelledProblem labelled(ReviewDesign.Problem problem) {
        int valid = (int) problem.items().stream()
                .filter(item -> of(item) == Decision.VALID)
                .count();
        int invalid = (int) problem.items().stream()
                .filter(item -> of(item) == Decision.INVALID)
                .count();
        return new LabelledProblem(problem.problemId(), problem.n(), problem.c(), valid, invalid);
    }

    private Decision of(String item) {
        return decisions.getOrDefault(item, Decision.MISSING);
    }

    /**
     * The whole benchmark, of which problems with no correct sample have no valid one either, and nothing is known of those
     * above the threshold but their answers: nothing valid for the lower bound, everything for the upper one.
     *
     * @param value about the eligible problems
     * @param weight their share of the benchmark
     * @param others what problems above the threshold add to the benchmark's mean by their answers
     */
    private static ReviewValue ofBenchmark(ReviewValue value, double weight, double others) {
        return new ReviewValue(
                value.metric(),
                value.k(),
                Scope.BENCHMARK,
                others == 0 && value.estimate().isPresent()
                        ? OptionalDouble.of(weight * value.estimate().getAsDouble())
                        : OptionalDouble.empty(),
                value.bounds().map(range -> widened(range, weight, others)),
                value.interval().map(range -> widened(range, weight, others)),
                widened(value.certain(), weight, others),
                Math.min(1, weight * value.byAnswer() + others),
                others == 0 ? value.note() : "problems at or above the threshold were not reviewed");
    }

    private static ReviewValue.Range widened(ReviewValue.Range range, double weight, double others) {
        return new ReviewValue.Range(weight * range.low(), Math.min(1, weight * range.high() + others));
    }
}
