package org.passk.stats.interval;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.passk.stats.distribution.SplitMix;

/**
 * Resampling of problems with replacement: for each draw, how often each problem was drawn. One object serves all runs of
 * a benchmark, so that differences of runs are paired. Generations are never resampled.
 *
 * <p>The weights follow from the seed and the number of the draw alone. The means are computed by a kernel blocked for the
 * caches whose inner loop runs over adjacent columns, so that it becomes vector instructions without changing the order
 * of any sum. Immutable.
 */
public final class ProblemBootstrap {
    /** Enough for the limits of a 95 % interval to be reproducible to about a twentieth of its width. */
    public static final int DEFAULT_DRAWS = 2_000;

    /** A row of doubles that stays in the first-level cache together with its draws. */
    private static final int COLUMN_BLOCK = 256;

    private static final int DRAW_BLOCK = 8;

    private final int problems;
    private final int draws;
    private final short[] weights;

    private ProblemBootstrap(int problems, int draws, short... weights) {
        this.problems = problems;
        this.draws = draws;
        this.weights = weights;
    }

    /**
     * Draws the weights.
     *
     * @param problems number of problems, in [1, 32767]
     * @param draws number of draws, at least 1
     * @param seed the seed of the draws
     * @throws IllegalArgumentException if a number is outside its range
     */
    public static ProblemBootstrap of(int problems, int draws, long seed) {
        if (problems < 1 || problems > Short.MAX_VALUE || draws < 1) {
            throw new IllegalArgumentException(problems + " problems (1 to 32767), " + draws + " draws (at least 1)");
        }
        short[] weights = new short[Math.multiplyExact(problems, draws)];
        for (int draw = 0; draw < draws; draw++) {
            SplitMix numbers = SplitMix.of(seed, draw);
            int start = draw * problems;
            for (int i = 0; i < problems; i++) {
                weights[start + numbers.below(problems)]++;
            }
        }
        return new ProblemBootstrap(problems, draws, weights);
    }

    /** The number of problems. */
    public int problems() {
        return problems;
    }

    /** The number of draws. */
    public int draws() {
        return draws;
    }

    /** How often this draw holds this problem. */
    public int weight(int draw, int problem) {
        return weights[draw * problems + problem];
    }

    /**
     * The means of several values per problem in every draw.
     *
     * @param values the values of the first problem, then those of the second, …; each in [−1, 1]
     * @param columns how many values a problem has, at least 1: as many runs and k as fit in memory cost least together
     * @throws IllegalArgumentException if the number of values is not problems × columns or one is outside its range
     */
    public BootstrapMeans resample(double[] values, int columns) {
        if (columns < 1 || values.length != (long) problems * columns) {
            throw new IllegalArgumentException(
                    values.length + " values for " + problems + " problems of " + columns + " columns");
        }
        double[] point = new double[columns];
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i]) <= 1)) {
                throw new IllegalArgumentException("value " + values[i] + " is not in [-1, 1]");
            }
            point[i % columns] += values[i];
        }
        for (int j = 0; j < columns; j++) {
            point[j] /= problems;
        }
        double[] means =
                means(values, columns, 0, columns, IntStream.range(0, draws).toArray());
        return new BootstrapMeans(draws, values.clone(), point, means);
    }

    /**
     * The means of some columns in some draws, one draw after the other.
     *
     * @param stride how many values a problem has
     * @param from first column
     * @param to the column after the last
     * @param chosen the numbers of the draws
     */
    double[] means(double[] values, int stride, int from, int to, int... chosen) {
        int columns = to - from;
        double[] sums = new double[Math.multiplyExact(chosen.length, columns)];
        for (int column = 0; column < columns; column += COLUMN_BLOCK) {
            int width = Math.min(COLUMN_BLOCK, columns - column);
            for (int first = 0; first < chosen.length; first += DRAW_BLOCK) {
                int last = Math.min(first + DRAW_BLOCK, chosen.length);
                for (int problem = 0; problem < problems; problem++) {
                    int row = problem * stride + from + column;
                    for (int i = first; i < last; i++) {
                        int weight = weights[chosen[i] * problems + problem];
                        if (weight != 0) {
                            addScaled(sums, i * columns + column, values, row, width, weight);
                        }
                    }
                }
            }
        }
        double scale = problems;
        Arrays.setAll(sums, i -> sums[i] / scale);
        return sums;
    }

    private static void addScaled(double[] sums, int to, double[] values, int from, int width, double weight) {
        for (int j = 0; j < width; j++) {
            sums[to + j] += weight * values[from + j];
        }
    }
}
