package org.passk.spark.stage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.passk.analysis.MajorityCurve;
import org.passk.analysis.Metric;
import org.passk.analysis.MetricOptions;
import org.passk.analysis.RunProblems;

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
        return MajorityCurve.of(problems, curves, options);
    }

    private double[][] curve(double[] numbers) {
        double[][] curve = new double[options.ks().size()][];
        Arrays.setAll(curve, i -> Arrays.copyOfRange(numbers, 3 * i, 3 * i + 3));
        return curve;
    }
}
