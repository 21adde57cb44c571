package org.passk.stats;

/**
 * pass@k of one problem with "correct with a valid chain of thought" in place of "correct", where only some of the correct
 * samples were reviewed: of n samples c are correct, m of these were drawn without replacement and labelled, and v of them
 * are valid. The number c′ of valid ones among all c is unknown; wanted is
 *
 * <pre>θ = 1 − C(n − c′, k) / C(n, k)</pre>
 *
 * <p>The number T of correct ones among k draws has the hypergeometric distribution of n, c and k, and given T = t no valid
 * one is drawn with probability C(c − c′, t) / C(c, t), whose unbiased estimate from the reviewed ones is C(m − v, t) /
 * C(m, t) for t ≤ m (the estimate of {@link PassAtK}, one level down). So
 *
 * <pre>U(v) = 1 − Σ P(T = t) · C(m − v, t) / C(m, t)   over t from 0 to m
 * L(v) = U(v) − P(T &gt; m) · [v = 0]</pre>
 *
 * <p>For min(k, c) ≤ m both are the same and unbiased for θ; for m = c they are θ itself. Otherwise θ is, as a function of
 * c′, a polynomial of degree min(k, c) &gt; m on 0 … c, while the expectation of every function of v is one of degree at
 * most m: <b>no unbiased estimate exists</b>. Since C(c − c′, t) / C(c, t) falls with t and is at least 0, E L ≤ θ ≤ E U
 * holds all the same: L and U are unbiased for bounds of θ, and the bounds are P(T &gt; m) · P(v = 0) apart. All terms are
 * at least 0, so nothing cancels; both values lie in [0, 1] and rise with v.
 *
 * <p>The variance over the choice of the m is not estimated but bounded: the largest over all c′ that the labels leave
 * possible, v ≤ c′ ≤ c − (m − v), of which the true one is certainly one. It is 0 for m = c. (An unbiased estimate exists
 * for 2k ≤ m only, and is 0 where all labels agree, though the others may not.) Cost: O(c · m) for the variances, O(m²)
 * for the rest.
 */
public final class ReviewedPassAtK {
    private final long correct;
    private final int reviewed;
    private final double[] lower;
    private final double[] upper;
    private final boolean exact;

    private ReviewedPassAtK(long correct, boolean exact, double[] lower, double... upper) {
        this.correct = correct;
        this.reviewed = lower.length - 1;
        this.exact = exact;
        this.lower = lower;
        this.upper = upper;
    }

    /**
     * The estimates for every possible number of valid ones.
     *
     * @param n number of samples, at least 1
     * @param c number of correct ones, in [0, n]
     * @param m number of correct ones that were labelled, in [0, c]
     * @param k number of draws, in [1, n]; for k = n, θ says whether any valid one exists
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static ReviewedPassAtK of(long n, long c, int m, long k) {
        PassAtK.checkCounts(n, c, k);
        if (m < 0 || m > c) {
            throw new IllegalArgumentException("m " + m + " is not in [0, c " + c + "]");
        }
        if (k < 1 || k > n) {
            throw new IllegalArgumentException("k " + k + " is not in [1, n " + n + "]");
        }
        Hypergeometric drawn = Hypergeometric.of(n, c, k);
        boolean exact = Math.min(c, k) <= m;
        double beyond = exact ? 0 : drawn.atLeast(m + 1L);
        double[] lower = new double[m + 1];
        double[] upper = new double[m + 1];
        for (int v = 0; v <= m; v++) {
            upper[v] = Math.min(1, found(drawn, m, v) + beyond);
            lower[v] = v == 0 ? 0 : upper[v];
        }
        return new ReviewedPassAtK(c, exact, lower, upper);
    }

    /** Σ over t ≤ m of P(T = t) (1 − C(m − v, t) / C(m, t)). */
    private static double found(Hypergeometric drawn, int m, int v) {
        CompensatedSum sum = new CompensatedSum();
        double missed = 1;
        for (int t = 0; t <= m; t++) {
            long index = t - drawn.first();
            if (index >= 0 && index < drawn.size()) {
                sum.add(drawn.probability((int) index) * (1 - missed));
            }
            missed *= t < m ? Math.max(0, m - v - t) / (double) (m - t) : 0;
        }
        return sum.value();
    }

    /** Whether lower and upper are the same, and unbiased for θ. */
    public boolean isUnbiased() {
        return exact;
    }

    /**
     * L(v), unbiased for a lower bound of θ.
     *
     * @param v valid ones among those labelled, in [0, m]
     */
    public double lower(int v) {
        return lower[v];
    }

    /**
     * U(v), unbiased for an upper bound of θ.
     *
     * @param v valid ones among those labelled, in [0, m]
     */
    public double upper(int v) {
        return upper[v];
    }

    /**
     * The largest variance of L over all numbers of valid ones that v leaves possible.
     *
     * @param v valid ones among those labelled, in [0, m]
     */
    public double lowerVariance(int v) {
        return variance(lower, v);
    }

    /**
     * The largest variance of U over all numbers of valid ones that v leaves possible.
     *
     * @param v valid ones among those labelled, in [0, m]
     */
    public double upperVariance(int v) {
        return variance(upper, v);
    }

    private double variance(double[] values, int v) {
        double largest = 0;
        for (long valid = v; reviewed < correct && valid <= correct - (reviewed - v); valid++) {
            Hypergeometric labels = Hypergeometric.of(correct, valid, reviewed);
            CompensatedSum mean = new CompensatedSum();
            for (int i = 0; i < labels.size(); i++) {
                mean.add(labels.probability(i) * values[(int) labels.first() + i]);
            }
            CompensatedSum squares = new CompensatedSum();
            for (int i = 0; i < labels.size(); i++) {
                double deviation = values[(int) labels.first() + i] - mean.value();
                squares.add(labels.probability(i) * deviation * deviation);
            }
            largest = Math.max(largest, squares.value());
        }
        return largest;
    }
}
