package org.passk.stats;

/**
 * Problems that share their counts.
 *
 * @param n samples of each of these problems, at least 1
 * @param c correct ones among them, in [0, n]
 * @param problems how many problems there are, at least 1
 */
public record CountGroup(long n, long c, long problems) {
    /** Checks the ranges. */
    public CountGroup {
        if (n < 1) {
            throw new IllegalArgumentException("n " + n + " is below 1");
        }
        if (c < 0 || c > n) {
            throw new IllegalArgumentException("c " + c + " is not in [0, n " + n + "]");
        }
        if (problems < 1) {
            throw new IllegalArgumentException("problems " + problems + " is below 1");
        }
    }
}
