package org.passk.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.passk.stats.MeanOverProblems;
import org.passk.stats.PassAtK;
import org.passk.stats.WeightedValues;

/**
 * The sampling efficiency gap ΔSE(k) = base pass@k − RL pass@1 (arXiv 2504.13837, section 4.3, there in percent points at
 * k = 256), over the problems that both runs have, with the paired standard error of the per-problem differences.
 */
public final class SamplingEfficiencyGap {
    /** The name of the metric. */
    public static final String NAME = "delta_se";

    private static final long LARGEST_HEADLINE = 256;

    private SamplingEfficiencyGap() {}

    /**
     * The headline k of a comparison: the largest power of two that is at most 256 and at most the smallest n over the
     * problems that both runs have.
     *
     * @param groups the common problems, at least one
     */
    public static long headlineK(List<PairGroup> groups) {
        long smallest = LARGEST_HEADLINE;
        for (PairGroup group : groups) {
            smallest = Math.min(smallest, Math.min(group.base().n(), group.run().n()));
        }
        return Long.highestOneBit(smallest);
    }

    /**
     * The gap at each k and at the headline k.
     *
     * @param groups the common problems, sorted by counts
     * @param ks the values of k, each at least 1
     * @return one metric for each k that some problem allows, by k; empty without common problems
     */
    public static List<Metric> of(List<PairGroup> groups, List<Integer> ks) {
        if (groups.isEmpty()) {
            return List.of();
        }
        long headline = headlineK(groups);
        TreeSet<Long> all = new TreeSet<>();
        ks.forEach(k -> all.add((long) k));
        all.add(headline);
        List<Metric> metrics = new ArrayList<>();
        for (long k : all) {
            add(metrics, groups, k, k == headline);
        }
        return metrics;
    }

    private static void add(List<Metric> metrics, List<PairGroup> groups, long k, boolean headline) {
        WeightedValues differences = new WeightedValues();
        WeightedValues upper = new WeightedValues();
        long samples = 0;
        long problems = 0;
        for (PairGroup group : groups) {
            problems += group.problems();
            ProblemGroup base = group.base();
            ProblemGroup run = group.run();
            OptionalDouble reach = PassAtK.estimate(base.n(), base.c(), k);
            if (reach.isPresent()) {
                double once = PassAtK.estimate(run.n(), run.c(), 1).getAsDouble();
                differences.add(reach.getAsDouble() - once, group.problems());
                double bound = PassAtK.estimate(base.n(), base.upperC(), k).getAsDouble();
                upper.add(bound - once, group.problems());
                samples += (base.n() + run.n()) * group.problems();
            }
        }
        if (samples == 0) {
            return;
        }
        MeanOverProblems mean = differences.summary().orElseThrow();
        String flags = headline ? Metric.HEADLINE : mean.problems() < problems ? Metric.SUBSET : "";
        metrics.add(new Metric(
                NAME,
                k,
                mean.mean(),
                upper.summary().orElseThrow().mean(),
                PassAtKCurve.standardError(mean),
                mean.problems(),
                samples,
                flags));
    }
}
