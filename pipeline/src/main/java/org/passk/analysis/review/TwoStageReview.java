package org.passk.analysis.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.passk.analysis.review.ReviewDesign.Stratum;
import org.passk.analysis.review.ReviewValue.Range;
import org.passk.analysis.review.ReviewValue.Scope;
import org.passk.stats.ReviewedPassAtK;
import org.passk.stats.interval.StratifiedMean;

/**
 * The estimates over the eligible problems of a run on a benchmark: problems drawn within strata, responses within
 * problems. A response without a label, and a problem without any, count as not drawn, which is right if that they have none
 * says nothing of their validity; the certain range does not rest on it. An estimate outside of what is certain is moved to its
 * edge.
 */
final class TwoStageReview {
    private final List<Stratum> strata;
    private final List<List<LabelledProblem>> problems;
    private final double level;

    TwoStageReview(List<Stratum> strata, List<List<LabelledProblem>> problems, double level) {
        this.strata = strata;
        this.problems = problems;
        this.level = level;
    }

    /** The value of one problem, estimated: a lower and an upper bound with their variances. */
    private record Estimate(boolean unbiased, double lower, double lowerVariance, double upper, double upperVariance) {}

    /** Estimates and certain ranges of problems. */
    private interface Quantity {
        Estimate of(LabelledProblem problem);

        double pass(LabelledProblem problem, long valid);
    }

    /** The share of eligible problems with a valid response. */
    ReviewValue share(String metric) {
        return value(metric, 0, 1, 1, new Quantity() {
            @Override
            public Estimate of(LabelledProblem problem) {
                // Of all n draws, at least one is valid if there is a valid one at all.
                return estimate(problem, problem.n());
            }

            @Override
            public double pass(LabelledProblem problem, long valid) {
                return valid > 0 ? 1 : 0;
            }
        });
    }

    /**
     * CoT-pass@k of the eligible problems.
     *
     * @param byAnswer the mean of pass@k by answers
     * @param largest the largest pass@k by answers
     */
    ReviewValue passAtK(String metric, long k, double byAnswer, double largest) {
        return value(metric, k, byAnswer, largest, new Quantity() {
            @Override
            public Estimate of(LabelledProblem problem) {
                return estimate(problem, k);
            }

            @Override
            public double pass(LabelledProblem problem, long valid) {
                return problem.pass(valid, k);
            }
        });
    }

    private static Estimate estimate(LabelledProblem problem, long k) {
        ReviewedPassAtK reviewed = ReviewedPassAtK.of(problem.n(), problem.c(), problem.labelled(), k);
        int valid = problem.valid();
        return new Estimate(
                reviewed.isUnbiased(),
                reviewed.lower(valid),
                reviewed.lowerVariance(valid),
                reviewed.upper(valid),
                reviewed.upperVariance(valid));
    }

    private ReviewValue value(String metric, long k, double byAnswer, double largest, Quantity quantity) {
        Range certain = certain(quantity, byAnswer);
        List<List<Estimate>> estimates = new ArrayList<>();
        for (List<LabelledProblem> stratum : problems) {
            estimates.add(stratum.stream()
                    .filter(problem -> problem.labelled() > 0)
                    .map(quantity::of)
                    .toList());
        }
        if (estimates.stream().anyMatch(List::isEmpty)) {
            return new ReviewValue(
                    metric,
                    k,
                    Scope.ELIGIBLE,
                    OptionalDouble.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    certain,
                    byAnswer,
                    "no problem of a band of accuracy has a label");
        }
        boolean unbiased =
                estimates.stream().allMatch(stratum -> stratum.stream().allMatch(Estimate::unbiased));
        StratifiedMean lower = mean(estimates, Estimate::lower, Estimate::lowerVariance, largest);
        StratifiedMean upper = mean(estimates, Estimate::upper, Estimate::upperVariance, largest);
        double low = within(lower.mean(), certain);
        double high = Math.max(low, within(upper.mean(), certain));
        String note = !lower.hasInterval()
                ? "a single problem of a band of accuracy has labels: no variance"
                : unbiased ? "" : "no unbiased estimate exists: fewer responses reviewed than k and c";
        Optional<Range> interval = lower.hasInterval()
                ? Optional.of(new Range(
                        within(lower.mean() - lower.halfWidth(level), certain),
                        within(upper.mean() + upper.halfWidth(level), certain)))
                : Optional.empty();
        return new ReviewValue(
                metric,
                k,
                Scope.ELIGIBLE,
                unbiased ? OptionalDouble.of(low) : OptionalDouble.empty(),
                Optional.of(unbiased ? new Range(low, low) : new Range(low, high)),
                interval,
                certain,
                byAnswer,
                note);
    }

    private static double within(double value, Range range) {
        return Math.max(range.low(), Math.min(range.high(), value));
    }

    private StratifiedMean mean(
            List<List<Estimate>> estimates,
            ToDoubleFunction<Estimate> value,
            ToDoubleFunction<Estimate> variance,
            double largest) {
        List<StratifiedMean.Stratum> means = new ArrayList<>();
        for (int i = 0; i < estimates.size(); i++) {
            means.add(new StratifiedMean.Stratum(
                    strata.get(i).eligible(),
                    estimates.get(i).stream().map(value::applyAsDouble).toList(),
                    estimates.get(i).stream().map(variance::applyAsDouble).toList()));
        }
        return StratifiedMean.of(means, largest);
    }

    /**
     * From everything invalid that has no label to everything valid. Of problems that were not drawn no response is known to
     * be valid, and all may be.
     */
    private Range certain(Quantity quantity, double byAnswer) {
        double eligible = strata.stream().mapToLong(Stratum::eligible).sum();
        double low = 0;
        double lost = 0;
        for (List<LabelledProblem> stratum : problems) {
            for (LabelledProblem problem : stratum) {
                low += quantity.pass(problem, problem.valid());
                lost += quantity.pass(problem, problem.c()) - quantity.pass(problem, problem.c() - problem.invalid());
            }
        }
        low /= eligible;
        return new Range(low, Math.max(low, byAnswer - lost / eligible));
    }
}
