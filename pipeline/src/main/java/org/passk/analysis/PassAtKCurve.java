package org.passk.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.passk.stats.MeanOverProblems;
import org.passk.stats.PassAtK;
import org.passk.stats.WeightedValues;

/**
 * The pass@k curve of a run: for each k the mean over the problems with at least k samples. A k above every n is absent.
 */
public final class PassAtKCurve {
    /** The name of the metric. */
    public static final String NAME = "pass@k";

    private PassAtKCurve() {}

    /**
     * The curve.
     *
     * @param groups the run's problems, sorted by counts
     * @param ks the values of k, each at least 1
     * @return one metric for each k that some problem allows, in the order of ks
     */
    public static List<Metric> of(List<ProblemGroup> groups, List<Integer> ks) {
        long all = groups.stream().mapToLong(ProblemGroup::problems).sum();
        List<Metric> curve = new ArrayList<>();
        for (int k : ks) {
            WeightedValues estimates = new WeightedValues();
            WeightedValues upper = new WeightedValues();
            long samples = 0;
            for (ProblemGroup group : groups) {
                OptionalDouble estimate = PassAtK.estimate(group.n(), group.c(), k);
                if (estimate.isPresent()) {
                    estimates.add(estimate.getAsDouble(), group.problems());
                    double bound =
                            PassAtK.estimate(group.n(), group.upperC(), k).getAsDouble();
                    upper.add(bound, group.problems());
                    samples += group.n() * group.problems();
                }
            }
            long used = samples;
            estimates.summary().ifPresent(mean -> curve.add(metric(k, mean, upper, all, used)));
        }
        return curve;
    }

    private static Metric metric(int k, MeanOverProblems mean, WeightedValues upper, long all, long samples) {
        String flags = mean.problems() < all ? Metric.SUBSET : "";
        return new Metric(
                NAME,
                k,
                mean.mean(),
                upper.summary().orElseThrow().mean(),
                standardError(mean),
                mean.problems(),
                samples,
                flags);
    }

    static OptionalDouble standardError(MeanOverProblems mean) {
        return Double.isNaN(mean.standardError()) ? OptionalDouble.empty() : OptionalDouble.of(mean.standardError());
    }
}
