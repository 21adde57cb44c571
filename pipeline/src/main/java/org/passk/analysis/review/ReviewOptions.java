package org.passk.analysis.review;

/**
 * Which responses are reviewed.
 *
 * @param accuracyBelow problems with 0 &lt; c / n &lt; this are eligible, in (0, 1]
 * @param bands into how many bands of equal width the accuracies of eligible problems are cut, in [1, 100]
 * @param perProblem the most responses of a problem, in [1, 10000]
 * @param problems the most problems of a run on a benchmark; 0 for all eligible ones
 * @param seed of everything that is drawn
 */
public record ReviewOptions(double accuracyBelow, int bands, int perProblem, int problems, long seed) {
    /** Checks the ranges. */
    public ReviewOptions {
        if (!(accuracyBelow > 0 && accuracyBelow <= 1)) {
            throw new IllegalArgumentException("accuracy-below " + accuracyBelow + " is not in (0, 1]");
        }
        check("bands", bands, 1, 100);
        check("per-problem", perProblem, 1, 10_000);
        check("problems", problems, 0, Integer.MAX_VALUE);
    }

    private static void check(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(name + " " + value + " is not in [" + low + ", " + high + "]");
        }
    }

    /** Whether a problem is eligible. */
    boolean isEligible(long n, long c) {
        return c > 0 && c / (double) n < accuracyBelow;
    }

    /** The band of an eligible problem, from 0. */
    int band(long n, long c) {
        return Math.min(bands - 1, (int) (c / (double) n / accuracyBelow * bands));
    }

    /** Where a band begins, as an accuracy; that of the last but one is where the last ends. */
    double bound(int band) {
        return accuracyBelow * band / bands;
    }
}
