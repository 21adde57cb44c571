package org.passk.stats.interval;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.passk.stats.distribution.Normal;
import org.passk.stats.distribution.StudentT;

/**
 * The interval for the mean over the population of problems of a per-problem value in [0, 1], such as pass@k (target
 * {@link Target#POPULATION}).
 *
 * <p>The standard error of the mean m says how many yes-or-no problems would be as informative as these:
 *
 * <pre>P* = m (1 − m) / SE²,   SE² = C / (C − 1) · Σ_clusters (Σ_problems (v − m))² / P²</pre>
 *
 * (Korn and Graubard 1998; each problem is a cluster of its own unless said otherwise, and then SE² = s²/P). With the
 * factor (z / t)² for C − 1 degrees of freedom, the limits are the mid-P limits for m P* successes of P*. For values of 0
 * and 1, which is what pass@n gives, they are the binomial limits themselves; for others the width is that of the t
 * interval, but limits stay in [0, 1], and lie farther out towards the middle, because means of skewed values do.
 *
 * <p>A sample cannot show problems so rare that it holds none of them: when all problems but one in a thousand are always
 * solved, most samples have no variance at all. Therefore 2 / PR problems of value 0 are added when the variance for the
 * lower limit is taken, and 2 / PR of value 1 for the upper (2 and 2 make the interval of Agresti and Coull 1998), with the
 * participation ratio PR = (Σ d)² / Σ d² of the distances d to the other end, the number of problems that the mean's own
 * distance to it rests on: one or two where the danger is real, dozens in ordinary data, where nothing changes. (For
 * clusters, read cluster.) All values equal to 0, or all equal to 1, give the binomial limits for P problems.
 */
public final class MeanInterval {
    private static final int FEW = 10;
    private static final double ADDED = 2;

    /** Values that hardly differ are worth more yes-or-no problems than the limits can be told apart for. */
    private static final double MOST_EFFECTIVE = 1e7;

    private MeanInterval() {}

    /**
     * The interval when the problems were drawn one by one.
     *
     * @param values one value per problem, each in [0, 1]; summed in this order
     * @param level nominal coverage, such as 0.95
     * @return the interval; refused for fewer than two problems
     * @throws IllegalArgumentException if a value or the level is outside its range
     */
    public static Interval of(double[] values, double level) {
        int[] clusters = new int[values.length];
        Arrays.setAll(clusters, i -> i);
        return interval(values, clusters, values.length, level, EnumSet.noneOf(Flag.class));
    }

    /**
     * The interval when problems were drawn in groups whose members resemble each other: the two papers of a contest, the
     * versions of a question.
     *
     * @param values one value per problem, each in [0, 1]
     * @param clusters the cluster of each problem, from 0 to the number of clusters less one
     * @param level nominal coverage
     * @return the interval, flagged; refused for fewer than two clusters
     * @throws IllegalArgumentException if an argument is outside its range or a cluster is empty
     */
    public static Interval clustered(double[] values, int[] clusters, double level) {
        int count = clusterCount(values, clusters);
        Set<Flag> flags = EnumSet.of(Flag.CLUSTERED);
        if (count < FEW) {
            flags.add(Flag.FEW_CLUSTERS);
        }
        return interval(values, clusters, count, level, flags);
    }

    private static Interval interval(double[] values, int[] clusters, int count, double level, Set<Flag> flags) {
        Interval.checkLevel(level);
        double[] sums = new double[count];
        double[] rests = new double[count];
        int[] sizes = new int[count];
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= 0 && values[i] <= 1)) {
                throw new IllegalArgumentException("value " + values[i] + " is not in [0, 1]");
            }
            sums[clusters[i]] += values[i];
            rests[clusters[i]] += 1 - values[i];
            sizes[clusters[i]]++;
        }
        if (count < 2) {
            return Interval.refused(
                    "no variance from " + count + (flags.isEmpty() ? " problems" : " clusters"),
                    level,
                    Target.POPULATION,
                    Method.EFFECTIVE_BINOMIAL,
                    flags);
        }
        double mean = Arrays.stream(sums).sum() / values.length;
        double rest = Arrays.stream(rests).sum() / values.length;
        double tail = (1 - level) / 2;
        return Interval.of(
                lower(sums, rests, sizes, mean, rest, tail),
                1 - lower(rests, sums, sizes, rest, mean, tail),
                level,
                Target.POPULATION,
                Method.EFFECTIVE_BINOMIAL,
                flags);
    }

    /** The lower limit of the mean; with sums and rests exchanged, that of its distance to 1. */
    private static double lower(double[] sums, double[] rests, int[] sizes, double mean, double rest, double tail) {
        if (mean == 0) {
            return 0;
        }
        int count = sums.length;
        double zeros = ADDED / participation(rests);
        double total = count + zeros;
        double shifted = mean * count / total;
        double shiftedRest = (rest * count + zeros) / total;
        double variance = (squares(sums, sizes, shifted) + zeros * shifted * shifted) / (total - 1);
        // The number of problems with values of 0 and 1 whose mean varies as much.
        double effective = count * (shifted * shiftedRest) / variance;
        double plain = squares(sums, sizes, mean) / (count - 1);
        if (plain > 0 && rest > 0) {
            effective = Math.min(effective, count * (mean * rest) / plain);
        }
        double ratio = Normal.quantile(tail) / StudentT.quantile(tail, count - 1);
        double scaled = Math.min(MOST_EFFECTIVE, effective * ratio * ratio);
        return EffectiveBinomial.lower(scaled * mean, scaled * rest, tail);
    }

    /** (Σ |d|)² / Σ d², from 1 to the number of values; 1 when all are 0. */
    static double participation(double... distances) {
        double sum = 0;
        double squares = 0;
        for (double distance : distances) {
            sum += Math.abs(distance);
            squares += distance * distance;
        }
        return squares > 0 ? Math.max(1, sum * sum / squares) : 1;
    }

    /** Σ over clusters of (Σ (v − m))², in units of the mean size of a cluster: Σ (v − m)² for clusters of one. */
    private static double squares(double[] sums, int[] sizes, double mean) {
        double meanSize = Arrays.stream(sizes).sum() / (double) sizes.length;
        double squares = 0;
        for (int i = 0; i < sums.length; i++) {
            double deviation = (sums[i] - sizes[i] * mean) / meanSize;
            squares += deviation * deviation;
        }
        return squares;
    }

    private static int clusterCount(double[] values, int... clusters) {
        if (clusters.length != values.length) {
            throw new IllegalArgumentException(clusters.length + " clusters for " + values.length + " values");
        }
        int count = Arrays.stream(clusters).max().orElse(-1) + 1;
        boolean[] seen = new boolean[count];
        for (int cluster : clusters) {
            if (cluster < 0) {
                throw new IllegalArgumentException("cluster " + cluster + " is negative");
            }
            seen[cluster] = true;
        }
        for (int i = 0; i < count; i++) {
            if (!seen[i]) {
                throw new IllegalArgumentException("cluster " + i + " of " + count + " has no problem");
            }
        }
        return count;
    }
}
