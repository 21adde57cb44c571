package org.passk.stats;

import java.util.OptionalDouble;

/**
 * The unbiased estimator of pass^k: the probability that all of k samples, drawn without replacement from n samples of
 * which c are correct, are correct:
 *
 * <pre>pass^k = C(c, k) / C(n, k)</pre>
 *
 * (Yao et al. 2024, arXiv 2406.12045.) It is the complement of pass@k with right and wrong exchanged, and is computed as
 * such: correct to 1 ulp for n up to 2<sup>31</sup>, at the cost O(min(n − c, k)).
 */
public final class PassHatK {
    private PassHatK() {}

    /**
     * The estimate of pass^k.
     *
     * @param n number of samples, at least 0
     * @param c number of correct ones, in [0, n]
     * @param k number of draws, at least 0; no draw at all is all correct
     * @return a value in [0, 1]; empty where it is undefined, that is for n = 0 and for k &gt; n
     * @throws IllegalArgumentException if a count is negative or c &gt; n
     */
    public static OptionalDouble estimate(long n, long c, long k) {
        PassAtK.checkCounts(n, c, k);
        return PassAtK.complement(n, n - c, k);
    }
}
