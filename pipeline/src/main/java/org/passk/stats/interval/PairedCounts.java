package org.passk.stats.interval;

/**
 * The counts of one problem in two runs that both have it.
 *
 * @param baseN samples of the base run, at least 1
 * @param baseC correct ones, in [0, baseN]
 * @param trainedN samples of the run trained from it, at least 1
 * @param trainedC correct ones, in [0, trainedN]
 */
public record PairedCounts(int baseN, int baseC, int trainedN, int trainedC) {
    /** Checks the ranges. */
    public PairedCounts {
        check("base", baseN, baseC);
        check("trained", trainedN, trainedC);
    }

    private static void check(String run, int n, int c) {
        if (n < 1 || c < 0 || c > n) {
            throw new IllegalArgumentException(run + ": " + c + " correct of " + n);
        }
    }
}
