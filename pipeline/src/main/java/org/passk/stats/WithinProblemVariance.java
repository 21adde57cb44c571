package org.passk.stats;

import java.util.OptionalDouble;

/**
 * The variance of the pass@k estimate of one problem that comes from sampling its generations, the problem being fixed.
 *
 * <p>With f(k) = C(n − c, k) / C(n, k), the unbiased estimate of q<sup>k</sup> for q = 1 − p, the variance of f(k) is
 * E f(k)² − q<sup>2k</sup>, and f(2k) is unbiased for its last term. Hence
 *
 * <pre>V = f(k)² − f(2k)</pre>
 *
 * is unbiased for 2k ≤ n. It is computed as f(k) · (f(k) − g) with g = C(n − k − c, k) / C(n − k, k), the chance of k
 * more failures after the first k, so that only f(k) − g cancels: the absolute error is about 2<sup>−52</sup> f(k). V
 * is never negative: k samples that failed leave a larger share of correct ones behind, so g ≤ f(k). For 2k &gt; n no
 * unbiased estimate exists (q<sup>2k</sup> has none of degree n), and the value is empty.
 */
public final class WithinProblemVariance {
    private WithinProblemVariance() {}

    /**
     * The unbiased estimate V from the counts of the problem.
     *
     * @param n number of samples, at least 0
     * @param c number of correct ones, in [0, n]
     * @param k number of draws, at least 0
     * @return the estimate, at least 0; empty for n = 0 and for 2k &gt; n
     * @throws IllegalArgumentException if a count is negative or c &gt; n
     */
    public static OptionalDouble estimate(long n, long c, long k) {
        PassAtK.checkCounts(n, c, k);
        // k > n / 2 is 2k > n without the overflow.
        if (n == 0 || k > n / 2) {
            return OptionalDouble.empty();
        }
        double fail = PassAtK.complement(n, c, k).orElseThrow();
        if (fail == 0 || k == 0) {
            return OptionalDouble.of(0);
        }
        // f(k) > 0 says that k failures can be taken away: c is at most n - k.
        double after = PassAtK.complement(n - k, c, k).orElseThrow();
        return OptionalDouble.of(fail * Math.max(0, fail - after));
    }

    /**
     * The true variance of the estimate of pass@k, for planning how many samples are needed: by Hoeffding 1948
     * (doi:10.1214/aoms/1177730196), as f(k) is a U-statistic,
     *
     * <pre>Var f(k) = Σ C(k, j) C(n − k, k − j) / C(n, k) · q^(2k − j) · (1 − q^j)   over j from 1 to k</pre>
     *
     * All terms are positive. It holds for 2k &gt; n too. The cost is O(k).
     *
     * @param n number of samples, at least 1
     * @param k number of draws, in [0, n]
     * @param p the probability that a sample is correct, in [0, 1]
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double expected(long n, long k, double p) {
        if (n < 1 || k < 0 || k > n || !(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException(
                    "n " + n + ", k " + k + ", p " + p + ": 0 <= k <= n, 1 <= n, p in [0, 1]");
        }
        if (k == 0 || p == 0 || p == 1) {
            return 0;
        }
        double logFail = StrictMath.log1p(-p);
        Hypergeometric shared = Hypergeometric.of(n, k, k);
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < shared.size(); i++) {
            long j = shared.first() + i;
            double both = StrictMath.exp((2 * k - j) * logFail);
            sum.add(shared.probability(i) * both * -StrictMath.expm1(j * logFail));
        }
        return sum.value();
    }
}
