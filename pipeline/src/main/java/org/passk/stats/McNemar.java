package org.passk.stats;

/**
 * McNemar's exact test of paired yes-or-no outcomes, such as problems solved by a base run and by a run trained from it:
 * of the b + c problems that only one of the two solves, each is as likely to be either's under the hypothesis that
 * nothing changed,
 *
 * <pre>p = min(1, 2 Σ C(b + c, i) / 2^(b + c)   over i from 0 to min(b, c))</pre>
 *
 * (McNemar 1947, doi:10.1007/BF02295996, in its exact form.) It is the two-sided sign test: with the numbers of problems
 * where one run has the larger and the smaller value (ties left out) it is a robust test of a difference. The cost is
 * O(b + c).
 */
public final class McNemar {
    private McNemar() {}

    /**
     * The two-sided p value.
     *
     * @param onlyFirst problems that only the first run solves, at least 0
     * @param onlySecond problems that only the second run solves, at least 0
     * @return a value in [0, 1]; 1 when both are zero; what is below 10<sup>−300</sup> may be 0
     * @throws IllegalArgumentException if a count is negative
     */
    public static double pValue(long onlyFirst, long onlySecond) {
        if (onlyFirst < 0 || onlySecond < 0) {
            throw new IllegalArgumentException("counts " + onlyFirst + " and " + onlySecond + ": one is negative");
        }
        double[] probabilities = Binomial.probabilities(onlyFirst + onlySecond, 0.5);
        CompensatedSum tail = new CompensatedSum();
        for (int i = 0; i <= Math.min(onlyFirst, onlySecond); i++) {
            tail.add(probabilities[i]);
        }
        return Math.min(1, 2 * tail.value());
    }
}
