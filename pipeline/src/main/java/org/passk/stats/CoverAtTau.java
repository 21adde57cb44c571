package org.passk.stats;

import java.util.OptionalDouble;

/**
 * Cover@τ: the share of problems of which at least the share τ of the samples is correct,
 *
 * <pre>Cover@τ = mean over problems of 1[c / n ≥ τ]</pre>
 *
 * (Dragoi et al. 2025, arXiv 2510.08325.) As a function of τ it is the survival function of the accuracy. τ is taken for
 * the number that was written, not for the double nearest to it: 3 of 30 reach 0.1, and 2 of 3 reach 2.0 / 3. Nothing
 * corrects for the sampling noise of c / n.
 */
public final class CoverAtTau {
    private CoverAtTau() {}

    /**
     * Whether one problem is covered.
     *
     * @param n number of samples, at least 0
     * @param c number of correct ones, in [0, n]
     * @param tau the share of correct samples that is asked for, in [0, 1]
     * @return 1 or 0; empty for n = 0
     * @throws IllegalArgumentException if a count is negative, c &gt; n, or tau is outside its range
     */
    public static OptionalDouble estimate(long n, long c, double tau) {
        PassAtK.checkCounts(n, c, 0);
        Threshold.check(tau);
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(Threshold.isReached(c, n, tau) ? 1 : 0);
    }

    /**
     * The share of covered problems.
     *
     * @param counts the counts of the problems
     * @param tau the share of correct samples that is asked for, in [0, 1]
     * @return the mean over the problems with its standard error
     * @throws IllegalArgumentException if tau is outside its range
     */
    public static MeanOverProblems mean(CountHistogram counts, double tau) {
        Threshold.check(tau);
        WeightedValues values = new WeightedValues();
        for (CountGroup group : counts.groups()) {
            values.add(Threshold.isReached(group.c(), group.n(), tau) ? 1 : 0, group.problems());
        }
        return values.summary().orElseThrow();
    }
}
