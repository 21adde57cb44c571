package org.passk.analysis;

import java.util.ArrayList;
import java.util.List;
import org.passk.stats.interval.Interval;

/**
 * How far the run's pass@k lies above the base's at each k, over the common problems: with the paired interval of each k,
 * and with a band that holds for all k at once.
 */
final class PassAtKDifference implements PairAnalysis {
    /** The name of the metric. */
    static final String NAME = "pass@k_difference";

    private final Bootstraps bootstraps;
    private final boolean isBanded;

    /**
     * An analysis.
     *
     * @param bootstraps the task's
     * @param isBanded whether the band is wanted
     */
    PassAtKDifference(Bootstraps bootstraps, boolean isBanded) {
        this.bootstraps = bootstraps;
        this.isBanded = isBanded;
    }

    @Override
    public List<Metric> of(PairProblems problems, MetricOptions options) {
        List<Metric> rows = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        List<Integer> common = PassAtKBand.commonKs(options, problems.smallestN());
        for (int k : options.ks()) {
            PairProblems enough = PerProblem.bothAtLeast(problems, k);
            if (enough.size() > 0) {
                double[] base =
                        PassAtKCurve.values(enough.base().n(), enough.base().c(), k);
                double[] run =
                        PassAtKCurve.values(enough.run().n(), enough.run().c(), k);
                double[] upper = PassAtKCurve.upperValues(enough.run(), run, k);
                double[] differences = PerProblem.minus(run, base);
                boolean subset = enough.size() < problems.size();
                rows.add(PerProblem.difference(NAME, differences, enough, options)
                        .k(k)
                        .upperUndecided(PassAtKCurve.mean(PerProblem.minus(upper, base)))
                        .flagIf(k == problems.headlineK(), Metric.HEADLINE)
                        .flagIf(subset, Metric.SUBSET)
                        .build());
                if (isBanded && !subset) {
                    columns.add(differences);
                }
            }
        }
        List<Interval> band = PassAtKBand.bandOfDifferences(columns, bootstraps, options);
        for (int i = 0; i < band.size(); i++) {
            rows.add(Metric.of(NAME, PassAtKCurve.mean(columns.get(i)), problems)
                    .slice(PassAtKBand.SLICE)
                    .k(common.get(i))
                    .interval(band.get(i))
                    .build());
        }
        return rows;
    }
}
