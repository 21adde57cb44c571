package org.passk.stats.interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The means of one or more columns of per-problem values in every draw of a {@link ProblemBootstrap}, and the intervals
 * they give (target {@link Target#POPULATION}). Immutable.
 *
 * <p>With few problems percentile intervals are narrower than their level says (93 % instead of 95 % for 30 problems, and
 * less for skewed values); {@link MeanInterval} is not. They are here for what has no formula, and for statements about
 * many k at once.
 */
public final class BootstrapMeans {
    private final int draws;
    private final int columns;
    private final double[] point;
    private final double[] means;
    private final double lowest;

    BootstrapMeans(int draws, double[] point, double[] means, double lowest) {
        this.draws = draws;
        this.columns = point.length;
        this.point = point;
        this.means = means;
        this.lowest = lowest;
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
     * The simultaneous band of several columns (sup-t; Montiel Olea and Plagborg-Møller 2019, doi:10.1002/jae.2656): m_j ±
     * q s_j, with the standard deviation s_j of column j over the draws and the quantile q of max_j |m*_j − m_j| / s_j, cut
     * to the range of the values. It covers all columns at once with the probability {@code level}, as the number of problems grows.
     *
     * @param from first column
     * @param to the column after the last
     * @param level nominal coverage of the whole band
     * @return an interval for each column
     */
    public List<Interval> band(int from, int to, double level) {
        Interval.checkLevel(level);
        if (from < 0 || from >= to || to > columns) {
            throw new IllegalArgumentException("columns [" + from + ", " + to + ") of " + columns);
        }
        double[] largest = new double[draws];
        double[] deviations = new double[to - from];
        for (int column = from; column < to; column++) {
            double[] values = draws(column);
            double deviation = standardDeviation(values);
            deviations[column - from] = deviation;
            if (deviation > 0) {
                for (int draw = 0; draw < draws; draw++) {
                    largest[draw] = Math.max(largest[draw], Math.abs(values[draw] - point[column]) / deviation);
                }
            }
        }
        Arrays.sort(largest);
        double quantile = largest[Math.min(draws, (int) Math.ceil(level * (draws + 1))) - 1];
        Set<Flag> flags = EnumSet.of(Flag.SIMULTANEOUS);
        List<Interval> band = new ArrayList<>(to - from);
        for (int column = from; column < to; column++) {
            double half = quantile * deviations[column - from];
            band.add(Interval.of(
                    Math.max(lowest, point[column] - half),
                    Math.min(1, point[column] + half),
                    level,
                    Target.POPULATION,
                    Method.BOOTSTRAP_BAND,
                    flags));
        }
        return band;
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
