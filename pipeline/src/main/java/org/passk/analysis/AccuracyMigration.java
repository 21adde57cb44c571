package org.passk.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Where problems went: for each bin of accuracy under the base and each under the run, the share of the common problems,
 * where there are any.
 */
final class AccuracyMigration implements PairAnalysis {
    /** The name of the metric; the slice is {@code bin under the base -> bin under the run}. */
    static final String NAME = "accuracy_migration";

    @Override
    public List<Metric> of(PairProblems problems, MetricOptions options) {
        int bins = AccuracyBin.values().length;
        long[][] counts = new long[bins][bins];
        RunProblems base = problems.base();
        RunProblems run = problems.run();
        for (int i = 0; i < problems.size(); i++) {
            AccuracyBin from = AccuracyBin.of(base.n()[i], base.c()[i]);
            AccuracyBin to = AccuracyBin.of(run.n()[i], run.c()[i]);
            counts[from.ordinal()][to.ordinal()]++;
        }
        List<Metric> rows = new ArrayList<>();
        for (AccuracyBin from : AccuracyBin.values()) {
            for (AccuracyBin to : AccuracyBin.values()) {
                long count = counts[from.ordinal()][to.ordinal()];
                if (count > 0) {
                    rows.add(Metric.of(NAME, (double) count / problems.size(), problems)
                            .slice(from.label() + " -> " + to.label())
                            .problems(count)
                            .build());
                }
            }
        }
        return rows;
    }
}
