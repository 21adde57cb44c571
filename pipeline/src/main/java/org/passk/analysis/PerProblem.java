package org.passk.analysis;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.passk.stats.interval.DifferenceInterval;
import org.passk.stats.interval.MeanInterval;

/** Values of problems, one each in their order, as rows with the interval over the population of problems. */
final class PerProblem {
    private PerProblem() {}

    /** A row about the mean of values in [0, 1]. */
    static Metric.Builder mean(String name, double[] values, RunProblems problems, MetricOptions options) {
        return Metric.of(name, PassAtKCurve.mean(values), problems)
                .standardError(PassAtKCurve.standardError(values))
                .interval(MeanInterval.of(values, options.level()));
    }

    /** A row about the share of common problems that something is true of. */
    static Metric.Builder share(String name, double[] values, PairProblems problems, MetricOptions options) {
        return Metric.of(name, PassAtKCurve.mean(values), problems)
                .standardError(PassAtKCurve.standardError(values))
                .interval(MeanInterval.of(values, options.level()));
    }

    /** A row about the mean of differences in [−1, 1]. */
    static Metric.Builder difference(String name, double[] values, PairProblems problems, MetricOptions options) {
        return Metric.of(name, PassAtKCurve.mean(values), problems)
                .standardError(PassAtKCurve.standardError(values))
                .interval(DifferenceInterval.of(values, options.level()));
    }

    /** a − b, problem by problem. */
    static double[] minus(double[] a, double[] b) {
        double[] differences = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            differences[i] = a[i] - b[i];
        }
        return differences;
    }

    /** The common problems with at least so many samples in both runs. */
    static PairProblems bothAtLeast(PairProblems problems, long k) {
        long[] base = problems.base().n();
        long[] run = problems.run().n();
        return select(problems, i -> Math.min(base[i], run[i]) >= k);
    }

    /** The common problems with at least so many samples in the base run. */
    static PairProblems baseAtLeast(PairProblems problems, long k) {
        long[] base = problems.base().n();
        return select(problems, i -> base[i] >= k);
    }

    private static PairProblems select(PairProblems problems, IntPredicate isKept) {
        int[] kept = IntStream.range(0, problems.size()).filter(isKept).toArray();
        return kept.length == problems.size()
                ? problems
                : new PairProblems(problems.base().select(kept), problems.run().select(kept));
    }

    /** Sum of a count. */
    static long sum(long... values) {
        long sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum;
    }
}
