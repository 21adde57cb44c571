package org.passk.stats;

/**
 * The variance of the pass@k estimate of one problem that is to be expected from a number of samples, given what earlier
 * samples showed: {@link WithinProblemVariance#expected} as a mean over the posterior of the problem's probability of success.
 * With q = 1 − p and the shares h(j) = C(k, j) C(n' − k, k − j) / C(n', k) of j common draws,
 *
 * <pre>E V = Σ h(j) · (E q^(2k − j) − E q^(2k))   over j from 1 to k</pre>
 *
 * and E q^m is known in closed form ({@link BetaPosterior}). All terms are positive; the cost is O(k).
 */
public final class PosteriorVariance {
    private PosteriorVariance() {}

    /**
     * The expected variance.
     *
     * @param n samples seen, at least 0
     * @param c correct ones of them, in [0, n]
     * @param planned samples that the estimate is to be made from, at least k
     * @param k number of draws, at least 1
     * @param prior the prior of p
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double of(long n, long c, long planned, long k, BetaPosterior prior) {
        PassAtK.checkCounts(n, c, k);
        if (k < 1 || planned < k) {
            throw new IllegalArgumentException("planned " + planned + ", k " + k + ": 1 <= k <= planned");
        }
        double right = prior.a() + c;
        double all = prior.a() + prior.b() + n;
        // logs[j] = ln E q^(2k) − ln E q^(2k − j): how much j more failures cost.
        double last = prior.logFail(n, c, k);
        double[] logs = new double[Math.toIntExact(k) + 1];
        double cost = 0;
        for (int j = 1; j <= k; j++) {
            cost += StrictMath.log1p(-right / (all + 2 * k - j));
            logs[j] = cost;
        }
        double both = last + cost;
        Hypergeometric shared = Hypergeometric.of(planned, k, k);
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < shared.size(); i++) {
            int j = Math.toIntExact(shared.first() + i);
            sum.add(shared.probability(i) * StrictMath.exp(both - logs[j]) * -StrictMath.expm1(logs[j]));
        }
        return sum.value();
    }
}
