package org.passk.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.passk.stats.interval.DifferenceInterval;

/**
 * The sampling efficiency gap ΔSE(k) = base pass@k − RL pass@1 (arXiv 2504.13837, section 4.3, there in percent points at
 * k = 256), over the problems that both runs have, with the paired interval of the per-problem differences.
 */
public final class SamplingEfficiencyGap implements PairAnalysis {
    /** The name of the metric. */
    public static final String NAME = "delta_se";

    @Override
    public List<Metric> of(PairProblems problems, MetricOptions options) {
        long headline = problems.headlineK();
        TreeSet<Long> ks = new TreeSet<>();
        options.ks().forEach(k -> ks.add((long) k));
        ks.add(headline);
        List<Metric> metrics = new ArrayList<>();
        for (long k : ks) {
            PairProblems enough = baseAtLeast(problems, k);
            if (enough.size() > 0) {
                metrics.add(at(enough, k, options)
                        .flagIf(k == headline, Metric.HEADLINE)
                        .flagIf(enough.size() < problems.size(), Metric.SUBSET)
                        .build());
            }
        }
        return metrics;
    }

    private static PairProblems baseAtLeast(PairProblems problems, long k) {
        long[] n = problems.base().n();
        int[] kept = IntStream.range(0, n.length).filter(i -> n[i] >= k).toArray();
        return kept.length == n.length
                ? problems
                : new PairProblems(problems.base().select(kept), problems.run().select(kept));
    }

    private static Metric.Builder at(PairProblems problems, long k, MetricOptions options) {
        RunProblems base = problems.base();
        double[] reach = PassAtKCurve.values(base.n(), base.c(), k);
        double[] upper = PassAtKCurve.values(base.n(), base.upperC(), k);
        double[] once = PassAtKCurve.values(problems.run().n(), problems.run().c(), 1);
        for (int i = 0; i < once.length; i++) {
            reach[i] -= once[i];
            upper[i] -= once[i];
        }
        return Metric.of(NAME, PassAtKCurve.mean(reach), problems)
                .k(k)
                .upperUndecided(PassAtKCurve.mean(upper))
                .standardError(PassAtKCurve.standardError(reach))
                .interval(DifferenceInterval.of(reach, options.level()));
    }
}
