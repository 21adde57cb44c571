package org.passk.stats;

import java.util.OptionalDouble;

/**
 * The unbiased estimator of pass@k: the probability that at least one of k samples, drawn without replacement from n
 * samples of which c are correct, is correct:
 *
 * <pre>pass@k = 1 − C(n − c, k) / C(n, k)</pre>
 *
 * (Chen et al. 2021, arXiv 2107.03374, equation 1; Yue et al. 2025, arXiv 2504.13837, equation 2.) With
 * m = min(c, k) and M = max(c, k) the quotient is Π<sub>i&lt;m</sub> (n − i − M) / (n − i), because it is symmetric in c
 * and k. The product is carried as an unevaluated sum of two doubles (about 106 bits; Dekker 1971,
 * doi:10.1007/BF01397083), so that neither the m roundings nor the subtraction from 1 cost accuracy: both the estimate
 * and its complement are correct to 1 ulp for n up to 2<sup>31</sup>. The cost is O(min(c, k)).
 */
public final class PassAtK {
    private PassAtK() {}

    /**
     * The estimate of pass@k.
     *
     * @param n number of samples, at least 0
     * @param c number of correct ones, in [0, n]
     * @param k number of draws, at least 0
     * @return a value in [0, 1]; empty where it is undefined, that is for n = 0 and for k &gt; n
     * @throws IllegalArgumentException if a count is negative or c &gt; n
     */
    public static OptionalDouble estimate(long n, long c, long k) {
        checkCounts(n, c, k);
        return n == 0 || k > n ? OptionalDouble.empty() : OptionalDouble.of(defined(n, c, k));
    }

    /**
     * 1 − pass@k, without cancellation where pass@k is near 1.
     *
     * @param n number of samples, at least 0
     * @param c number of correct ones, in [0, n]
     * @param k number of draws, at least 0
     * @return the probability that k draws hold no correct sample; empty where it is undefined
     * @throws IllegalArgumentException if a count is negative or c &gt; n
     */
    public static OptionalDouble complement(long n, long c, long k) {
        checkCounts(n, c, k);
        if (n == 0 || k > n) {
            return OptionalDouble.empty();
        }
        if (n - c < k) {
            return OptionalDouble.of(0);
        }
        return OptionalDouble.of(product(n, Math.min(c, k), Math.max(c, k)).value());
    }

    /** The estimate for counts that are known to be legal, with n at least 1 and k at most n. */
    static double defined(long n, long c, long k) {
        if (c == 0 || k == 0) {
            return 0;
        }
        if (n - c < k) {
            return 1;
        }
        return product(n, Math.min(c, k), Math.max(c, k)).complement();
    }

    private static FractionProduct product(long n, long m, long larger) {
        FractionProduct product = new FractionProduct();
        for (long i = 0; i < m && !product.isZero(); i++) {
            product.multiply(n - i - larger, n - i);
        }
        return product;
    }

    static void checkCounts(long n, long c, long k) {
        if (n < 0) {
            throw new IllegalArgumentException("n " + n + " is negative");
        }
        if (c < 0 || c > n) {
            throw new IllegalArgumentException("c " + c + " is not in [0, n " + n + "]");
        }
        if (k < 0) {
            throw new IllegalArgumentException("k " + k + " is negative");
        }
    }
}
