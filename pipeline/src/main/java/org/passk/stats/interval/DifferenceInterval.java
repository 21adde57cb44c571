package org.passk.stats.interval;

import java.util.EnumSet;
import org.passk.stats.distribution.StudentT;

/**
 * The interval for the mean difference of two runs over the population of problems, from the differences on their common
 * problems (target {@link Target#POPULATION}): the paired t interval m ± t<sub>P−1</sub> s / √P, each limit moved out by
 * Johnson's correction for skewness (1978, doi:10.1080/01621459.1978.10480051), μ₃ (1 + 2 t²) / (6 s² P) with the third
 * central moment μ₃, where it points outward, and cut at −1 and 1. A limit is not moved in, because differences take few
 * values at large k, where that costs 4 % of coverage; for the same reason PR / (PR + 1) of the sample's μ₃ counts, with
 * the participation ratio PR = (Σ |d|)² / Σ d², the number of problems that the differences rest on.
 *
 * <p>A sample cannot show the problems so rare that it holds none of them, and two runs that agree on every one of P problems
 * may differ on the next. Therefore 0.4 / PR problems are added when the moments of a limit are taken: for the upper limit
 * with a difference of 1, for the lower with one of −1. Where all differences are 0 the upper limit is then, for many
 * problems, (t √0.4 + (1 + 2 t²) / 6) / P = 2.7 / P at 95 %: as a Poisson variable with the mean 2.7 is 0 with
 * probability 0.067, 93 % of the intervals hold a truth that most samples show nothing of. Where the differences rest on
 * dozens of problems nothing changes.
 *
 * <p>The form and its constant were chosen by simulation (docs/metrics.md).
 */
public final class DifferenceInterval {
    private static final double ADDED = 0.4;

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
        for (double difference : differences) {
            if (!(Math.abs(difference) <= 1)) {
                throw new IllegalArgumentException("difference " + difference + " is not in [-1, 1]");
            }
            sum += difference;
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
        double participation = MeanInterval.participation(differences);
        double squares = 0;
        double cubes = 0;
        for (double difference : differences) {
            double deviation = difference - mean;
            squares += deviation * deviation;
            cubes += deviation * deviation * deviation;
        }
        cubes *= participation / (participation + 1);
        double added = ADDED / participation;
        double t = StudentT.quantile((1 + level) / 2, problems - 1);
        return Interval.of(
                Math.max(-1, mean - reach(1 + mean, squares, -cubes, added, problems, t)),
                Math.min(1, mean + reach(1 - mean, squares, cubes, added, problems, t)),
                level,
                Target.POPULATION,
                Method.PAIRED_T,
                EnumSet.noneOf(Flag.class));
    }

    /** How far a limit lies from the mean, whose distance to the end of the range on that side is {@code room}. */
    private static double reach(double room, double squares, double cubes, double added, int problems, double t) {
        double allSquares = squares + added * room * room;
        double allCubes = cubes + added * room * room * room;
        if (allSquares == 0) {
            return 0;
        }
        double half = t * Math.sqrt(allSquares / (problems + added - 1) / problems);
        // The sum of cubes over the sum of squares is the third moment over the variance.
        return half + Math.max(0, allCubes / allSquares * (1 + 2 * t * t) / (6 * problems));
    }
}
