package org.passk.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The share of problems in each bin of accuracy c/n (arXiv 2504.13837, figures 5 and 13). */
public final class AccuracyHistogram implements RunAnalysis {
    /** The name of the metric; the slice is the bin. */
    public static final String NAME = "accuracy_histogram";

    /** The slices, in ascending order of accuracy. */
    public static List<String> bins() {
        return Arrays.stream(AccuracyBin.values()).map(AccuracyBin::label).toList();
    }

    @Override
    public List<Metric> of(RunProblems problems, MetricOptions options) {
        long[] counts = new long[AccuracyBin.values().length];
        for (int i = 0; i < problems.size(); i++) {
            counts[AccuracyBin.of(problems.n()[i], problems.c()[i]).ordinal()]++;
        }
        List<Metric> rows = new ArrayList<>();
        if (problems.size() > 0) {
            for (AccuracyBin bin : AccuracyBin.values()) {
                long count = counts[bin.ordinal()];
                rows.add(Metric.of(NAME, (double) count / problems.size(), problems)
                        .slice(bin.label())
                        .problems(count)
                        .build());
            }
        }
        return rows;
    }
}
