package org.passk.stats.interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BiFunction;
import org.passk.stats.distribution.Normal;

/**
 * The means of one or more columns of per-problem values in every draw of a {@link ProblemBootstrap}, and the intervals
 * they give (target {@link Target#POPULATION}). Immutable.
 *
 * <p>With few problems percentile intervals are narrower than their level says (93 % instead of 95 % for 30 problems, and
 * less for skewed values); {@link MeanInterval} is not. They are here for what has no formula, and for statements about
 * many k at once.
 */
public final class BootstrapMeans {
    /** What is left outside of an interval is not below this: beyond it nothing is known of any tail. */
    private static final double SMALLEST_TAIL = 1e-12;

    private final int draws;
    private final int columns;
    private final double[] values;
    private final double[] point;
    private final double[] means;

    BootstrapMeans(int draws, double[] values, double[] point, double... means) {
        this.draws = draws;
        this.columns = point.length;
        this.values = values;
        this.point = point;
        this.means = means;
    }

    /** The mean of a column over the problems as they are. */
    public double point(int column) {
        return point[column];
    }

    /** The mean of a column in a draw. */
    public double mean(int draw, int column) {
        return means[draw * columns + column];
    }

    /** The means of a column in the order of the draws. */
    public double[] draws(int column) {
        double[] values = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            values[draw] = means[draw * columns + column];
        }
        return values;
    }

    /**
     * The percentile interval of a column: the order statistics number α(B + 1)/2, rounded down, from both ends of the B
     * draws, with α = 1 − level.
     *
     * @param column in [0, columns)
     * @param level nominal coverage, such as 0.95
     */
    public Interval percentile(int column, double level) {
        Interval.checkLevel(level);
        double[] sorted = draws(column);
        Arrays.sort(sorted);
        int rank = (int) Math.max(1, Math.floor((1 - level) / 2 * (draws + 1)));
        return Interval.of(
                sorted[rank - 1],
                sorted[draws - rank],
                level,
                Target.POPULATION,
                Method.BOOTSTRAP_PERCENTILE,
                EnumSet.noneOf(Flag.class));
    }

    /**
     * The simultaneous band of several columns of values in [0, 1]: the interval of each column for itself ({@link
     * MeanInterval}) at the level that makes all of them hold at once. The level is the one that a normal variable keeps within ±q, with the quantile q of max_j |m*_j − m_j| / s_j over the draws (sup-t;
     * Montiel Olea and Plagborg-Møller 2019, doi:10.1002/jae.2656) and the standard deviation s_j of column j.
     *
     * <p>The band of that paper, m_j ± q s_j, holds as the number of problems grows; with tens of problems, or where the
     * values of a column hardly differ, s_j is too small or 0. Only how the columns depend on each other is left to the
     * draws here, and the limits are those that hold a single mean (docs/metrics.md).
     *
     * @param from first column
     * @param to the column after the last
     * @param level nominal coverage of the whole band
     * @return an interval for each column; refused for fewer than two problems
     */
    public List<Interval> band(int from, int to, double level) {
        return band(from, to, level, MeanInterval::of);
    }

    /**
     * The same of paired differences in [−1, 1], from their intervals ({@link DifferenceInterval}).
     *
     * @param from first column
     * @param to the column after the last
     * @param level nominal coverage of the whole band
     * @return an interval for each column; refused for fewer than two problems
     */
    public List<Interval> bandOfDifferences(int from, int to, double level) {
        return band(from, to, level, DifferenceInterval::of);
    }

    private List<Interval> band(int from, int to, double level, BiFunction<double[], Double, Interval> single) {
        Interval.checkLevel(level);
        if (from < 0 || from >= to || to > columns) {
            throw new IllegalArgumentException("columns [" + from + ", " + to + ") of " + columns);
        }
        double tail = Math.max(SMALLEST_TAIL, Normal.cdf(-supremum(from, to, level)));
        double each = Math.max(level, 1 - 2 * tail);
        List<Interval> band = new ArrayList<>(to - from);
        for (int column = from; column < to; column++) {
            Interval interval = single.apply(column(column), each);
            band.add(new Interval(
                    interval.low(),
                    interval.high(),
                    level,
                    Target.POPULATION,
                    Method.BOOTSTRAP_BAND,
                    EnumSet.of(Flag.SIMULTANEOUS),
                    interval.refusal()));
        }
        return band;
    }

    /** The quantile of the largest distance of a column's mean in a draw from its mean, in its standard deviations. */
    private double supremum(int from, int to, double level) {
        double[] largest = new double[draws];
        for (int column = from; column < to; column++) {
            double[] drawn = draws(column);
            double deviation = standardDeviation(drawn);
            if (deviation > 0) {
                for (int draw = 0; draw < draws; draw++) {
                    largest[draw] = Math.max(largest[draw], Math.abs(drawn[draw] - point[column]) / deviation);
                }
            }
        }
        Arrays.sort(largest);
        return largest[Math.min(draws, (int) Math.ceil(level * (draws + 1))) - 1];
    }

    private double[] column(int column) {
        double[] ofColumn = new double[values.length / columns];
        for (int i = 0; i < ofColumn.length; i++) {
            ofColumn[i] = values[i * columns + column];
        }
        return ofColumn;
    }

    private static double standardDeviation(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }
}
