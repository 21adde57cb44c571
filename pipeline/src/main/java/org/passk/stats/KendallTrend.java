package org.passk.stats;

import java.util.Arrays;
import org.passk.stats.distribution.Normal;

/**
 * The Mann–Kendall test of a trend in m values in their order: S = Σ sign(y_j − y_i) over i &lt; j, τ = S / (m (m − 1) / 2),
 * and the two-sided p value of S if every order were equally likely (Mann 1945, doi:10.2307/1907187; Kendall 1938,
 * doi:10.1093/biomet/30.1-2.81). Without ties and for m ≤ 50 the p value is exact, by the recurrence for the number of
 * permutations with a given number of inversions; otherwise it is that of the normal approximation with the variance
 * corrected for ties and a continuity correction. The test knows nothing of the errors of the values.
 *
 * @param tau in [−1, 1]
 * @param p in (0, 1]
 */
public record KendallTrend(double tau, double p) {
    private static final int EXACT = 50;

    /**
     * The test.
     *
     * @param values at least two finite values
     * @throws IllegalArgumentException if there are fewer
     */
    public static KendallTrend of(double... values) {
        int m = values.length;
        if (m < 2 || Arrays.stream(values).anyMatch(value -> !Double.isFinite(value))) {
            throw new IllegalArgumentException("a trend of " + Arrays.toString(values));
        }
        long s = 0;
        boolean tied = false;
        for (int i = 0; i < m; i++) {
            for (int j = i + 1; j < m; j++) {
                s += Double.compare(values[j], values[i]) > 0 ? 1 : values[j] < values[i] ? -1 : 0;
                tied |= values[j] == values[i];
            }
        }
        long pairs = (long) m * (m - 1) / 2;
        double p = tied || m > EXACT ? approximate(s, values) : exact(s, m);
        return new KendallTrend((double) s / pairs, Math.min(1, p));
    }

    /** Twice the chance of at most as many inversions as the sign with fewer has. */
    private static double exact(long s, int m) {
        int pairs = m * (m - 1) / 2;
        int fewest = (int) (pairs - Math.abs(s)) / 2;
        double[] chances = {1};
        for (int i = 2; i <= m; i++) {
            // The i-th value stands before 0 … i − 1 of the earlier ones.
            double[] next = new double[chances.length + i - 1];
            for (int j = 0; j < chances.length; j++) {
                for (int more = 0; more < i; more++) {
                    next[j + more] += chances[j] / i;
                }
            }
            chances = next;
        }
        double tail = 0;
        for (int j = 0; j <= fewest; j++) {
            tail += chances[j];
        }
        return 2 * tail;
    }

    private static double approximate(long s, double... values) {
        double variance = spread(values.length);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; ) {
            int end = i;
            while (end < sorted.length && sorted[end] == sorted[i]) {
                end++;
            }
            variance -= spread(end - i);
            i = end;
        }
        if (s == 0 || variance <= 0) {
            return 1;
        }
        return 2 * Normal.cdf(-(Math.abs(s) - 1) / Math.sqrt(variance / 18));
    }

    private static double spread(double t) {
        return t * (t - 1) * (2 * t + 5);
    }
}
