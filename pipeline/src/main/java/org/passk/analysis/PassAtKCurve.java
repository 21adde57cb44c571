package org.passk.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.passk.stats.MeanOverProblems;
import org.passk.stats.PassAtK;
import org.passk.stats.WeightedValues;
import org.passk.stats.interval.BenchmarkInterval;
import org.passk.stats.interval.Interval;
import org.passk.stats.interval.MeanInterval;

/**
 * The pass@k curve of a run: for each k the mean over the problems with at least k samples (Chen et al. 2021,
 * arXiv 2107.03374), once with the interval for the population of problems and once with the one for these problems. A k
 * above every n is absent.
 */
public final class PassAtKCurve implements RunAnalysis {
    /** The name of the metric. */
    public static final String NAME = "pass@k";

    @Override
    public List<Metric> of(RunProblems problems, MetricOptions options) {
        List<Metric> curve = new ArrayList<>();
        for (int k : options.ks()) {
            RunProblems enough = atLeast(problems, k);
            if (enough.size() > 0) {
                double[] values = values(enough.n(), enough.c(), k);
                double upper = mean(upperValues(enough, values, k));
                boolean subset = enough.size() < problems.size();
                Interval population = MeanInterval.of(values, options.level());
                curve.add(Metric.of(NAME, mean(values), enough)
                        .k(k)
                        .upperUndecided(upper)
                        .standardError(standardError(values))
                        .interval(population)
                        .flagIf(subset, Metric.SUBSET)
                        .build());
                Interval benchmark = BenchmarkInterval.of(toInt(enough.n()), toInt(enough.c()), k, options.level());
                if (!benchmark.isRefused()) {
                    curve.add(Metric.of(NAME, mean(values), enough)
                            .k(k)
                            .upperUndecided(upper)
                            .interval(benchmark)
                            .flagIf(subset, Metric.SUBSET)
                            .build());
                }
            }
        }
        return curve;
    }

    /** The curve of a part of the data, about the population alone. */
    static List<Metric> slice(String slice, RunProblems problems, MetricOptions options) {
        List<Metric> curve = new ArrayList<>();
        for (int k : options.ks()) {
            RunProblems enough = atLeast(problems, k);
            if (enough.size() > 0) {
                curve.add(PerProblem.mean(NAME, values(enough.n(), enough.c(), k), enough, options)
                        .slice(slice)
                        .k(k)
                        .flagIf(enough.size() < problems.size(), Metric.SUBSET)
                        .build());
            }
        }
        return curve;
    }

    /** The problems with at least k samples. */
    static RunProblems atLeast(RunProblems problems, long k) {
        if (problems.smallestN() >= k) {
            return problems;
        }
        int[] kept = IntStream.range(0, problems.size())
                .filter(i -> problems.n()[i] >= k)
                .toArray();
        return problems.select(kept);
    }

    static double[] values(long[] n, long[] c, long k) {
        double[] values = new double[n.length];
        for (int i = 0; i < n.length; i++) {
            values[i] = PassAtK.estimate(n[i], c[i], k).getAsDouble();
        }
        return values;
    }

    /** The values if every undecided sample were correct; those given where there is none. */
    static double[] upperValues(RunProblems problems, double[] values, long k) {
        return problems.hasUndecided() ? values(problems.n(), problems.upperC(), k) : values;
    }

    static double mean(double[] values) {
        return summary(values).mean();
    }

    static double standardError(double[] values) {
        return summary(values).standardError();
    }

    private static MeanOverProblems summary(double[] values) {
        WeightedValues sum = new WeightedValues();
        for (double value : values) {
            sum.add(value, 1);
        }
        return sum.summary().orElseThrow();
    }

    static int[] toInt(long[] values) {
        return Arrays.stream(values).mapToInt(Math::toIntExact).toArray();
    }
}
