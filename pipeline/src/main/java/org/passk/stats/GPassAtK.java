package org.passk.stats;

import java.util.OptionalDouble;

/**
 * The unbiased estimator of G-Pass@k<sub>τ</sub>: the probability that at least the share τ of k samples, drawn without
 * replacement from n samples of which c are correct, is correct, and at least one of them:
 *
 * <pre>G-Pass@k_τ = Σ C(c, j) C(n − c, k − j) / C(n, k)   over j from max(1, ⌈τ k⌉) to c</pre>
 *
 * and its mean over the upper half of the thresholds,
 *
 * <pre>mG-Pass@k = (2 / k) Σ G-Pass@k_(i/k)   over i from ⌈k / 2⌉ + 1 to k</pre>
 *
 * (Liu et al. 2024, arXiv 2412.13147.) τ = 0 gives pass@k and τ = 1 gives pass^k, the same bits. The sum in between has
 * positive terms only, with a relative error of a few ulp for each of the terms between the threshold and the mode. The
 * cost is O(min(c, k)). ⌈τ k⌉ is taken for the number that was written as τ, not for the double nearest to it: 0.1 of
 * 30 draws are 3.
 */
public final class GPassAtK {
    private GPassAtK() {}

    /**
     * The estimate of G-Pass@k at one threshold.
     *
     * @param n number of samples, at least 0
     * @param c number of correct ones, in [0, n]
     * @param k number of draws, at least 1
     * @param tau the share of correct draws that is asked for, in [0, 1]
     * @return a value in [0, 1]; empty where it is undefined, that is for k &gt; n
     * @throws IllegalArgumentException if a count is outside its range or tau is
     */
    public static OptionalDouble estimate(long n, long c, long k, double tau) {
        check(n, c, k);
        Threshold.check(tau);
        if (k > n) {
            return OptionalDouble.empty();
        }
        long least = Math.max(1, Threshold.smallestCount(k, tau));
        if (least == 1) {
            return PassAtK.estimate(n, c, k);
        }
        if (least == k) {
            return PassHatK.estimate(n, c, k);
        }
        if (least > c) {
            return OptionalDouble.of(0);
        }
        if (least <= k - (n - c)) {
            return OptionalDouble.of(1);
        }
        return OptionalDouble.of(Hypergeometric.of(n, c, k).atLeast(least));
    }

    /**
     * The estimate of mG-Pass@k.
     *
     * @param n number of samples, at least 0
     * @param c number of correct ones, in [0, n]
     * @param k number of draws, at least 1; for k = 1 the sum is empty and the value 0
     * @return a value in [0, 1]; empty where it is undefined, that is for k &gt; n
     * @throws IllegalArgumentException if a count is outside its range
     */
    public static OptionalDouble mean(long n, long c, long k) {
        check(n, c, k);
        if (k > n) {
            return OptionalDouble.empty();
        }
        // A draw with j correct ones reaches j - ⌈k/2⌉ of the thresholds.
        long half = k - k / 2;
        Hypergeometric draws = Hypergeometric.of(n, c, k);
        CompensatedSum sum = new CompensatedSum();
        for (int i = draws.size() - 1; i >= 0 && draws.first() + i > half; i--) {
            sum.add(draws.probability(i) * (draws.first() + i - half));
        }
        return OptionalDouble.of(Math.min(1, 2 * sum.value() / k));
    }

    private static void check(long n, long c, long k) {
        PassAtK.checkCounts(n, c, k);
        if (k == 0) {
            throw new IllegalArgumentException("k 0 is below 1");
        }
    }
}
