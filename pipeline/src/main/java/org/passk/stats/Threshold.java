package org.passk.stats;

/** Comparisons of a fraction of counts with a threshold that somebody wrote as a decimal number. */
final class Threshold {
    private Threshold() {}

    static void check(double tau) {
        if (!(tau >= 0 && tau <= 1)) {
            throw new IllegalArgumentException("tau " + tau + " is not in [0, 1]");
        }
    }

    /**
     * Whether count / total ≥ tau. The quotient is rounded to the nearest double as tau was when it was read, so that
     * 3 / 30 reaches 0.1 although the double 0.1 is a little above one tenth. Different fractions with totals below
     * 2^26 have different doubles: no fraction is taken for another.
     */
    static boolean isReached(long count, long total, double tau) {
        return (double) count / total >= tau;
    }

    /** The smallest count that reaches the share tau of the total: ⌈tau · total⌉ without its rounding errors. */
    static long smallestCount(long total, double tau) {
        long count = (long) StrictMath.ceil(tau * total);
        while (count > 0 && isReached(count - 1, total, tau)) {
            count--;
        }
        while (!isReached(count, total, tau)) {
            count++;
        }
        return count;
    }
}
