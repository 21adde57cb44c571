package org.passk.analysis;

import java.util.Arrays;
import java.util.List;
import org.passk.stats.BestOfK;

/**
 * The best-of-k curve of a run: for each k the probability that the sample with the largest score among k samples of a
 * problem is correct (see {@link BestOfK}), as a mean over the problems all of whose samples have a score.
 */
public final class BestOfCurve {
    /** The name of the metric. */
    public static final String NAME = "best_of@k";

    private BestOfCurve() {}

    /**
     * The values of one problem.
     *
     * @param scores the score of each sample
     * @param correct whether it is correct
     * @param options what all analyses are told
     * @return one value for each k, NaN for k &gt; n
     */
    public static double[] values(double[] scores, boolean[] correct, MetricOptions options) {
        return options.ks().stream()
                .mapToDouble(k -> BestOfK.estimate(scores, correct, k).orElse(Double.NaN))
                .toArray();
    }

    /**
     * The rows.
     *
     * @param problems the problems with scores, with n
     * @param values of each of them, as {@link #values} gives them
     * @param upper the same if every undecided sample were correct
     * @param all problems of the run, with scores or without
     * @param options what all analyses are told
     */
    public static List<Metric> of(
            RunProblems problems, List<double[]> values, List<double[]> upper, int all, MetricOptions options) {
        double[] exact = new double[problems.size()];
        return new ProblemCurve(NAME, "", problems, all, options)
                .rows(index -> at(values, index), index -> at(upper, index), index -> exact);
    }

    private static double[] at(List<double[]> values, int index) {
        double[] column = new double[values.size()];
        Arrays.setAll(column, i -> values.get(i)[index]);
        return column;
    }
}
