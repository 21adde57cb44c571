package org.passk.stats.interval;

import java.util.EnumSet;
import org.passk.stats.distribution.StudentT;

/**
 * The interval for the mean difference of two runs over the population of problems, from the differences on their common
 * problems (target {@link Target#POPULATION}): the paired t interval m ± t<sub>P−1</sub> s / √P, cut at −1 and 1.
 *
 * <p>As in {@link MeanInterval}, what a sample cannot show is added when the variance is taken: 2 / PR differences of −1
 * and as many of 1, with PR = (Σ |d|)² / Σ d². Two runs that agree on every one of P problems differ on the next with a
 * probability of some 2 / P, not 0.
 */
public final class DifferenceInterval {
    private static final double ADDED = 2;

    private DifferenceInterval() {}

    /**
     * The interval.
     *
     * @param differences one difference per common problem, each in [−1, 1]; summed in this order
     * @param level nominal coverage, such as 0.95
     * @return the interval; refused for fewer than two problems
     * @throws IllegalArgumentException if a difference or the level is outside its range
     */
    public static Interval of(double[] differences, double level) {
        Interval.checkLevel(level);
        double sum = 0;
        double sizes = 0;
        double squares = 0;
        for (double difference : differences) {
            if (!(Math.abs(difference) <= 1)) {
                throw new IllegalArgumentException("difference " + difference + " is not in [-1, 1]");
            }
            sum += difference;
            sizes += Math.abs(difference);
            squares += difference * difference;
        }
        int problems = differences.length;
        if (problems < 2) {
            return Interval.refused(
                    "no variance from " + problems + " problems",
                    level,
                    Target.POPULATION,
                    Method.PAIRED_T,
                    EnumSet.noneOf(Flag.class));
        }
        double mean = sum / problems;
        double added = ADDED / MeanInterval.participation(sizes, squares);
        double deviations = added * ((1 - mean) * (1 - mean) + (1 + mean) * (1 + mean));
        for (double difference : differences) {
            deviations += (difference - mean) * (difference - mean);
        }
        double variance = deviations / (problems + 2 * added - 1);
        double half = StudentT.quantile((1 + level) / 2, problems - 1) * Math.sqrt(variance / problems);
        return Interval.of(
                Math.max(-1, mean - half),
                Math.min(1, mean + half),
                level,
                Target.POPULATION,
                Method.PAIRED_T,
                EnumSet.noneOf(Flag.class));
    }
}
