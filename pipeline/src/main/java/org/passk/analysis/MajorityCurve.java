package org.passk.analysis;

import java.util.Arrays;
import java.util.List;

/**
 * The maj@k curve of a run: for each k the probability that the answer with the most votes among k samples of a problem is
 * correct, unbiased from all its samples (see {@link org.passk.stats.MajorityAtK}), as a mean over the problems with at
 * least k samples.
 */
public final class MajorityCurve {
    /** The name of the metric. */
    public static final String NAME = "maj@k";
    /** Flag of a value that was estimated with random subsets. */
    public static final String MONTE_CARLO = "monte_carlo";

    private MajorityCurve() {}

    /**
     * The rows. The standard error of a Monte Carlo estimate contains that of its draws.
     *
     * @param problems the run's problems, with n
     * @param curves of each problem, as {@link MajorityVotes#curve} gives it
     * @param options what all analyses are told
     */
    public static List<Metric> of(RunProblems problems, List<double[][]> curves, MetricOptions options) {
        return new ProblemCurve(NAME, "", problems, problems.size(), options)
                .rows(
                        index -> part(curves, index, 0),
                        index -> part(curves, index, 1),
                        index -> part(curves, index, 2));
    }

    private static double[] part(List<double[][]> curves, int index, int part) {
        double[] values = new double[curves.size()];
        Arrays.setAll(values, i -> curves.get(i)[index][part]);
        return values;
    }
}
