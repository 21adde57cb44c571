package org.passk.stats;

/**
 * How often a problem may still be solved of which none of n samples was correct: the largest p for which n failures are
 * not less likely than α,
 *
 * <pre>bound = 1 − α^(1 / n)</pre>
 *
 * (the one-sided bound of Clopper and Pearson 1934, doi:10.1093/biomet/26.4.404, for no success). About 3 / n for α =
 * 0.05: 0.0231 for n = 128 and 0.0029 for n = 1,024. "Unsolved" means no more than this.
 */
public final class ZeroCorrectBound {
    /** The α of a bound that holds in 95 of 100 cases. */
    public static final double USUAL_ALPHA = 0.05;

    private ZeroCorrectBound() {}

    /**
     * The upper bound of the probability that a sample is correct.
     *
     * @param n number of samples, none of them correct, at least 1
     * @param alpha the probability that the bound does not hold, in (0, 1)
     * @return a value in (0, 1)
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double of(long n, double alpha) {
        if (n < 1 || !(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("n " + n + " is below 1, or alpha " + alpha + " is not in (0, 1)");
        }
        return -StrictMath.expm1(StrictMath.log(alpha) / n);
    }
}
