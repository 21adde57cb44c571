package org.passk.stats;

import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The unbiased estimate of best-of-k of one problem: the probability that the sample with the largest score (of a reward
 * model, say) among k samples, drawn without replacement from the n samples there are, is correct. With the samples in
 * ascending order of score,
 *
 * <pre>best-of-k = Σ y(j) C(j − 1, k − 1) / C(n, k)   over j from k to n</pre>
 *
 * because C(j − 1, k − 1) subsets have the j-th as their best. Among the samples with the largest score of a draw each is
 * as likely to be taken: y is averaged over samples with equal scores. With a score that never errs it is pass@k.
 *
 * <p>The weights follow from k / n, that of the best sample, by their ratios: all terms are positive, and the error is
 * some ulp for each step. The cost is O(n log n).
 */
public final class BestOfK {
    private BestOfK() {}

    /**
     * The estimate.
     *
     * @param scores the score of each sample, the larger the better; infinite ones are legal
     * @param correct whether the sample is correct; as many
     * @param k number of draws, at least 1
     * @return a value in [0, 1]; empty for k &gt; n
     * @throws IllegalArgumentException if the lengths differ, a score is NaN, or k is below 1
     */
    public static OptionalDouble estimate(double[] scores, boolean[] correct, long k) {
        int n = scores.length;
        if (n != correct.length || k < 1) {
            throw new IllegalArgumentException(n + " scores, " + correct.length + " samples, k " + k);
        }
        for (double score : scores) {
            if (Double.isNaN(score)) {
                throw new IllegalArgumentException("a score is NaN");
            }
        }
        if (k > n) {
            return OptionalDouble.empty();
        }
        int[] best = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        CompensatedSum sum = new CompensatedSum();
        double weight = (double) k / n;
        int start = 0;
        while (start < n && weight > 0) {
            int end = start;
            int right = 0;
            CompensatedSum weights = new CompensatedSum();
            while (end < n && scores[best[end]] == scores[best[start]]) {
                right += correct[best[end]] ? 1 : 0;
                weights.add(weight);
                // From C(j - 1, k - 1) to C(j - 2, k - 1) for the rank j = n - end.
                int rank = n - end;
                weight *= rank > 1 ? Math.max(0, rank - k) / (rank - 1.0) : 0;
                end++;
            }
            sum.add(weights.value() * right / (end - start));
            start = end;
        }
        return OptionalDouble.of(Math.min(1, sum.value()));
    }
}
