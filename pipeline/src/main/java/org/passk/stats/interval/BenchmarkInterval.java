package org.passk.stats.interval;

import java.util.EnumSet;
import org.passk.stats.PassAtK;
import org.passk.stats.WithinProblemVariance;
import org.passk.stats.distribution.StudentT;

/**
 * The interval for the mean pass@k of exactly these problems, under other generations (target {@link Target#BENCHMARK}):
 * m ± t<sub>ν</sub> √V / P with the unbiased variances V<sub>i</sub> of {@link WithinProblemVariance}.
 *
 * <p>At k near n/2 the variance rests on the few problems with few correct samples, so that it is itself uncertain. Its
 * degrees of freedom are Satterthwaite's, ν = 2 (Σ V<sub>i</sub>)² / Σ V<sub>i</sub>², with E V<sub>i</sub>² in place
 * of the variance of V<sub>i</sub>, which has no unbiased estimate for 4k &gt; n and is smaller. Problems that might have
 * had a correct sample but have none add nothing to V; half a problem with one correct sample in n, whose V is (k/n)²,
 * stands for them. Attempts are never resampled: that replaces C(n−c, k)/C(n, k) by (1 − c/n)<sup>k</sup>, whose coverage
 * collapses at large k.
 */
public final class BenchmarkInterval {
    private static final double UNSEEN = 0.5;

    private BenchmarkInterval() {}

    /**
     * The interval.
     *
     * @param n number of samples of each problem
     * @param c number of correct ones of each problem, in [0, n]
     * @param k number of draws, at least 1
     * @param level nominal coverage, such as 0.95
     * @return the interval; refused without problems and where 2k &gt; n for a problem, as no unbiased variance exists
     * @throws IllegalArgumentException if the counts are impossible or the level is outside its range
     */
    public static Interval of(int[] n, int[] c, int k, double level) {
        Interval.checkLevel(level);
        int problems = checkCounts(n, c, k);
        if (problems == 0) {
            return refused("no problems", level);
        }
        double[] estimates = new double[problems];
        double[] variances = new double[problems];
        int smallest = Integer.MAX_VALUE;
        for (int i = 0; i < problems; i++) {
            if (k > n[i] / 2) {
                return refused("2k = " + 2L * k + " is above n = " + n[i], level);
            }
            estimates[i] = PassAtK.estimate(n[i], c[i], k).orElseThrow();
            variances[i] = WithinProblemVariance.estimate(n[i], c[i], k).orElseThrow();
            smallest = Math.min(smallest, n[i]);
        }
        double share = k / (double) smallest;
        return of(estimates, variances, share * share, level);
    }

    /** The interval from the estimates, their variances, and the variance of a problem with one correct sample. */
    static Interval of(double[] estimates, double[] variances, double single, double level) {
        double sum = 0;
        double variance = UNSEEN * single;
        double squares = UNSEEN * single * single;
        for (int i = 0; i < estimates.length; i++) {
            sum += estimates[i];
            variance += variances[i];
            squares += variances[i] * variances[i];
        }
        double degrees = Math.max(1, 2 * variance * variance / squares);
        double mean = sum / estimates.length;
        double half = StudentT.quantile((1 + level) / 2, degrees) * Math.sqrt(variance) / estimates.length;
        return Interval.of(
                Math.max(0, mean - half),
                Math.min(1, mean + half),
                level,
                Target.BENCHMARK,
                Method.WITHIN_PROBLEM_T,
                EnumSet.noneOf(Flag.class));
    }

    /** The number of problems. */
    static int checkCounts(int[] n, int[] c, int k) {
        if (n.length != c.length) {
            throw new IllegalArgumentException(n.length + " values of n and " + c.length + " of c");
        }
        if (k < 1) {
            throw new IllegalArgumentException("k " + k + " is below 1");
        }
        for (int i = 0; i < n.length; i++) {
            if (c[i] < 0 || c[i] > n[i]) {
                throw new IllegalArgumentException("c " + c[i] + " is not in [0, n " + n[i] + "]");
            }
        }
        return n.length;
    }

    private static Interval refused(String reason, double level) {
        return Interval.refused(reason, level, Target.BENCHMARK, Method.WITHIN_PROBLEM_T, EnumSet.noneOf(Flag.class));
    }
}
