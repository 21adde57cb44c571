package org.passk.spark.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.passk.analysis.MajorityCurve;
import org.passk.analysis.Metric;
import org.passk.analysis.MetricOptions;
import org.passk.analysis.NullCurve;
import org.passk.analysis.RunProblems;
import org.passk.tally.Count;

/** The metrics of a run from what {@link AnswerTask} says of its problems. */
final class AnswerAnalysis implements ProblemGroups.Analysis {
    private static final long serialVersionUID = 1;

    private final MetricOptions options;

    AnswerAnalysis(MetricOptions options) {
        this.options = options;
    }

    @Override
    public List<Metric> of(List<String> ids, long[] n, List<double[]> numbers) {
        RunProblems problems = new RunProblems(ids, n, Map.of());
        List<double[][]> curves = numbers.stream().map(this::curve).toList();
        List<Metric> metrics = new ArrayList<>(MajorityCurve.of(problems, curves, options));
        int[] exchanged = IntStream.range(0, n.length)
                .filter(i -> numbers.get(i).length > correctAt() + 1)
                .toArray();
        if (exchanged.length > 0) {
            long[] correct =
                    numbers.stream().mapToLong(row -> (long) row[correctAt()]).toArray();
            RunProblems counted = new RunProblems(ids, n, Map.of(Count.CORRECT, correct)).select(exchanged);
            List<long[]> agreeing = Arrays.stream(exchanged)
                    .mapToObj(i -> agreeing(numbers.get(i)))
                    .toList();
            metrics.addAll(NullCurve.of(counted, agreeing, n.length, options));
        }
        return metrics;
    }

    private int correctAt() {
        return 3 * options.ks().size();
    }

    private long[] agreeing(double... numbers) {
        long[] agreeing = new long[numbers.length - correctAt() - 1];
        Arrays.setAll(agreeing, i -> (long) numbers[correctAt() + 1 + i]);
        return agreeing;
    }

    private double[][] curve(double[] numbers) {
        double[][] curve = new double[options.ks().size()][];
        Arrays.setAll(curve, i -> Arrays.copyOfRange(numbers, 3 * i, 3 * i + 3));
        return curve;
    }
}
