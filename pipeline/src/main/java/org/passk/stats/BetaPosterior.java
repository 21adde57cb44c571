package org.passk.stats;

/**
 * The Bayesian estimate of pass@k of one problem under a Beta(a, b) prior of its probability of success p: the posterior
 * after c correct ones of n samples is Beta(a + c, b + n − c), and the mean of 1 − (1 − p)<sup>k</sup> under it is
 *
 * <pre>1 − B(a + c, b + n − c + k) / B(a + c, b + n − c) = 1 − Π (b + n − c + i) / (a + b + n + i)   over i &lt; k</pre>
 *
 * It exists for every k, also above n. It is computed as −expm1(Σ log1p(−(a + c) / (a + b + n + i))) with a compensated
 * sum, at the cost O(k), without cancellation.
 *
 * <p><b>Warning.</b> Where no sample was correct and k is large, the prior decides: under the uniform prior, 0 of 128
 * correct gives 0.888 for k = 1,024. The value is no substitute for {@link PassAtK} and belongs beside it, under its own
 * name. {@link ZeroInflatedBetaBinomial} takes the prior from the other problems.
 *
 * @param a the prior's first parameter, above 0
 * @param b the prior's second parameter, above 0
 */
public record BetaPosterior(double a, double b) {
    /** Jeffreys' prior Beta(1/2, 1/2), the usual choice. */
    public static final BetaPosterior JEFFREYS = new BetaPosterior(0.5, 0.5);

    /** The uniform prior Beta(1, 1). */
    public static final BetaPosterior UNIFORM = new BetaPosterior(1, 1);

    /** The exponential of what is below rounds to zero: the smallest subnormal is exp(−744.4). */
    private static final double UNDERFLOW = -746;

    /** Checks the ranges. */
    public BetaPosterior {
        if (!(a > 0 && b > 0 && a < Double.POSITIVE_INFINITY && b < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Beta(" + a + ", " + b + ") is not a distribution");
        }
    }

    /**
     * The posterior mean of pass@k of a problem.
     *
     * @param n number of samples, at least 0; for 0 it is the prior's mean
     * @param c number of correct ones, in [0, n]
     * @param k number of draws, at least 0
     * @return a value in [0, 1]
     * @throws IllegalArgumentException if a count is outside its range
     */
    public double passAtK(long n, long c, long k) {
        PassAtK.checkCounts(n, c, k);
        return -StrictMath.expm1(logFail(n, c, k));
    }

    /** The logarithm of 1 − pass@k, or something below −746. */
    double logFail(long n, long c, long k) {
        double right = a + c;
        double all = a + b + n;
        CompensatedSum sum = new CompensatedSum();
        for (long i = 0; i < k && sum.value() > UNDERFLOW; i++) {
            sum.add(StrictMath.log1p(-right / (all + i)));
        }
        return sum.value();
    }

    /**
     * The mean over problems of the posterior mean of pass@k.
     *
     * @param counts the counts of the problems
     * @param k number of draws, at least 0
     * @throws IllegalArgumentException if k is negative
     */
    public MeanOverProblems mean(CountHistogram counts, long k) {
        WeightedValues values = new WeightedValues();
        for (CountGroup group : counts.groups()) {
            values.add(passAtK(group.n(), group.c(), k), group.problems());
        }
        return values.summary().orElseThrow();
    }
}
