package org.passk.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.passk.stats.interval.MeanInterval;

/**
 * A curve over k whose per-problem values, each in [0, 1], are known: for each k the mean over the problems that have a
 * value, with the interval for the population of problems.
 */
final class ProblemCurve {
    private final String name;
    private final String slice;
    private final RunProblems problems;
    private final int all;
    private final MetricOptions options;

    /**
     * A curve.
     *
     * @param name the metric
     * @param slice its slice
     * @param problems the problems, with n
     * @param all problems of the run; where fewer have a value, the mean is flagged
     * @param options what all analyses are told
     */
    ProblemCurve(String name, String slice, RunProblems problems, int all, MetricOptions options) {
        this.name = name;
        this.slice = slice;
        this.problems = problems;
        this.all = all;
        this.options = options;
    }

    /** Values at one k, one for each problem, NaN where there is none. */
    interface ValuesAt {
        double[] at(int index);
    }

    /** The rows: values, values with undecided samples as correct, and standard errors of draws, 0 where nothing is drawn. */
    List<Metric> rows(ValuesAt values, ValuesAt upper, ValuesAt errors) {
        List<Metric> rows = new ArrayList<>();
        for (int index = 0; index < options.ks().size(); index++) {
            double[] at = values.at(index);
            int[] kept = IntStream.range(0, at.length)
                    .filter(i -> !Double.isNaN(at[i]))
                    .toArray();
            if (kept.length > 0) {
                rows.add(row(index, kept, select(at, kept), select(upper.at(index), kept), errors.at(index)));
            }
        }
        return rows;
    }

    private Metric row(int index, int[] kept, double[] values, double[] upper, double[] errors) {
        double drawn = 0;
        for (int i : kept) {
            drawn += errors[i] * errors[i];
        }
        double sampled = PassAtKCurve.standardError(values);
        double error = drawn > 0 ? Math.sqrt(sampled * sampled + drawn / kept.length / kept.length) : sampled;
        RunProblems about = kept.length < problems.size() ? problems.select(kept) : problems;
        return Metric.of(name, PassAtKCurve.mean(values), about)
                .slice(slice)
                .k(options.ks().get(index))
                .upperUndecided(PassAtKCurve.mean(upper))
                .standardError(error)
                .interval(MeanInterval.of(values, options.level()))
                .flagIf(kept.length < all, Metric.SUBSET)
                .flagIf(drawn > 0, MajorityCurve.MONTE_CARLO)
                .build();
    }

    private static double[] select(double[] values, int[] kept) {
        return IntStream.of(kept).mapToDouble(i -> values[i]).toArray();
    }
}
