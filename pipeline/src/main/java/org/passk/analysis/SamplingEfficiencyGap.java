package org.passk.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The sampling efficiency gap ΔSE(k) = base pass@k − RL pass@1 (arXiv 2504.13837, section 4.3, there in percent points at
 * k = 256), over the problems that both runs have, with the paired interval of the per-problem differences; and its exact
 * decomposition
 *
 * <pre>ΔSE(k) = [base pass@k − RL pass@k] + [RL pass@k − RL pass@1]</pre>
 *
 * into the coverage that was lost and the inefficiency of sampling that remains, at each k for which both are about the same
 * problems. The upper values of all three count the base's undecided samples as correct and the other's as wrong, so that they
 * add up too.
 */
public final class SamplingEfficiencyGap implements PairAnalysis {
    /** The name of the metric. */
    public static final String NAME = "delta_se";
    /** base pass@k − RL pass@k. */
    public static final String COVERAGE_LOSS = "coverage_loss";
    /** RL pass@k − RL pass@1. */
    public static final String REMAINING = "remaining_inefficiency";

    @Override
    public List<Metric> of(PairProblems problems, MetricOptions options) {
        long headline = problems.headlineK();
        TreeSet<Long> ks = new TreeSet<>();
        options.ks().forEach(k -> ks.add((long) k));
        ks.add(headline);
        List<Metric> rows = new ArrayList<>();
        for (long k : ks) {
            PairProblems enough = PerProblem.baseAtLeast(problems, k);
            if (enough.size() > 0) {
                for (Metric.Builder row : at(enough, k, options)) {
                    rows.add(row.k(k)
                            .flagIf(k == headline, Metric.HEADLINE)
                            .flagIf(enough.size() < problems.size(), Metric.SUBSET)
                            .build());
                }
            }
        }
        return rows;
    }

    private static List<Metric.Builder> at(PairProblems problems, long k, MetricOptions options) {
        RunProblems base = problems.base();
        RunProblems run = problems.run();
        double[] reach = PassAtKCurve.values(base.n(), base.c(), k);
        double[] upper = PassAtKCurve.upperValues(base, reach, k);
        double[] once = PassAtKCurve.values(run.n(), run.c(), 1);
        List<Metric.Builder> rows = new ArrayList<>();
        rows.add(row(NAME, reach, upper, once, problems, options));
        if (run.smallestN() >= k) {
            double[] runReach = PassAtKCurve.values(run.n(), run.c(), k);
            rows.add(row(COVERAGE_LOSS, reach, upper, runReach, problems, options));
            rows.add(row(REMAINING, runReach, runReach, once, problems, options));
        }
        return rows;
    }

    private static Metric.Builder row(
            String name, double[] more, double[] upper, double[] less, PairProblems problems, MetricOptions options) {
        return PerProblem.difference(name, PerProblem.minus(more, less), problems, options)
                .upperUndecided(PassAtKCurve.mean(PerProblem.minus(upper, less)));
    }
}
