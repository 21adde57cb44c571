package org.passk.spark.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.passk.analysis.BestOfCurve;
import org.passk.analysis.EntropyMean;
import org.passk.analysis.Metric;
import org.passk.analysis.MetricOptions;
import org.passk.analysis.RunProblems;

/** The metrics of a run from what {@link SampleTask} says of its problems. */
final class SampleAnalysis implements ProblemGroups.Analysis {
    private static final long serialVersionUID = 1;

    private final MetricOptions options;

    SampleAnalysis(MetricOptions options) {
        this.options = options;
    }

    @Override
    public List<Metric> of(List<String> ids, long[] n, List<double[]> numbers) {
        RunProblems problems = new RunProblems(ids, n, Map.of());
        int ks = options.ks().size();
        List<Metric> metrics = new ArrayList<>();
        int[] scored =
                IntStream.range(0, n.length).filter(i -> numbers.get(i)[0] > 0).toArray();
        if (scored.length > 0) {
            metrics.addAll(BestOfCurve.of(
                    problems.select(scored),
                    parts(numbers, scored, 1, ks),
                    parts(numbers, scored, 1 + ks, ks),
                    n.length,
                    options));
        }
        double[] means = numbers.stream().mapToDouble(row -> row[2 + 2 * ks]).toArray();
        long[] counts =
                numbers.stream().mapToLong(row -> (long) row[1 + 2 * ks]).toArray();
        EntropyMean.of(problems, means, counts, options.level()).ifPresent(metrics::add);
        return metrics;
    }

    private static List<double[]> parts(List<double[]> numbers, int[] kept, int from, int length) {
        return Arrays.stream(kept)
                .mapToObj(i -> Arrays.copyOfRange(numbers.get(i), from, from + length))
                .toList();
    }
}
