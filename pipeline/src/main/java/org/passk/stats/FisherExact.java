package org.passk.stats;

/**
 * Fisher's exact test of whether a problem is solved equally often by two runs that sampled it independently. Given the
 * total of correct samples, the number among the first n1 is hypergeometric under the hypothesis; the two-sided p value
 * is the probability of all outcomes that are at most as likely as the observed one (Fisher 1922, doi:10.2307/2340521).
 *
 * <p>Outcomes that are exactly as likely may differ in the last digits: those within a factor 1 + 10<sup>−7</sup> of the
 * observed one count, as in R's {@code fisher.test}. The cost is O(min(c1 + c2, n1, n2)).
 */
public final class FisherExact {
    private static final double AS_LIKELY = 1 + 1e-7;

    private FisherExact() {}

    /**
     * The two-sided p value.
     *
     * @param n1 samples of the first run, at least 0
     * @param c1 correct ones among them, in [0, n1]
     * @param n2 samples of the second run, at least 0
     * @param c2 correct ones among them, in [0, n2]
     * @return a value in [0, 1]; 1 when a run has no samples; what is below 10<sup>−300</sup> may be 0
     * @throws IllegalArgumentException if a count is outside its range
     */
    public static double pValue(long n1, long c1, long n2, long c2) {
        PassAtK.checkCounts(n1, c1, 0);
        PassAtK.checkCounts(n2, c2, 0);
        // The distribution is the same with right and wrong exchanged, or the runs: the smallest one is computed.
        boolean fewRight = c1 + c2 <= n1 - c1 + n2 - c2;
        long marked = fewRight ? c1 + c2 : n1 - c1 + n2 - c2;
        Hypergeometric outcomes = Hypergeometric.of(n1 + n2, marked, n1);
        long observed = fewRight ? c1 : n1 - c1;
        double limit = outcomes.probability((int) (observed - outcomes.first())) * AS_LIKELY;
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.probability(i) <= limit) {
                sum.add(outcomes.probability(i));
            }
        }
        return Math.min(1, sum.value());
    }
}
