package org.passk.stats;

/**
 * The distribution of the number of correct ones in k samples drawn without replacement from n samples of which c are
 * correct: P(j) = C(c, j) C(n − c, k − j) / C(n, k).
 *
 * <p>The probabilities follow from the most likely one by their ratios, outwards in both directions, and are divided by
 * their sum at the end. No factorial is needed, nothing overflows, nothing cancels; what underflows is below
 * 10<sup>−300</sup> of the largest. The relative error of a probability grows by about 2 ulp for each step from the
 * mode. Time and memory are O(min(c, k)).
 */
final class Hypergeometric {
    private final long first;
    private final double[] probabilities;

    private Hypergeometric(long first, double... probabilities) {
        this.first = first;
        this.probabilities = probabilities;
    }

    /** The distribution for counts with 0 ≤ c ≤ n and 0 ≤ k ≤ n. */
    static Hypergeometric of(long n, long c, long k) {
        long first = Math.max(0, k - (n - c));
        long last = Math.min(c, k);
        // (k + 1) (c + 1) / (n + 2) is the mode; as a double it may be off by one, which does no harm.
        long mode = (long) ((k + 1.0) * (c + 1.0) / (n + 2.0));
        mode = Math.max(first, Math.min(last, mode));
        double[] weights = new double[Math.toIntExact(last - first + 1)];
        int middle = (int) (mode - first);
        weights[middle] = 1;
        for (int i = middle; i + 1 < weights.length; i++) {
            double j = first + i;
            weights[i + 1] = weights[i] * ((c - j) * (k - j) / ((j + 1) * (n - c - k + j + 1)));
        }
        for (int i = middle; i > 0; i--) {
            double j = first + i;
            weights[i - 1] = weights[i] * (j * (n - c - k + j) / ((c - j + 1) * (k - j + 1)));
        }
        CompensatedSum total = new CompensatedSum();
        for (double weight : weights) {
            total.add(weight);
        }
        double sum = total.value();
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return new Hypergeometric(first, weights);
    }

    /** The smallest j with a probability above zero, max(0, k − (n − c)). */
    long first() {
        return first;
    }

    /** How many j have a probability above zero. */
    int size() {
        return probabilities.length;
    }

    /** The probability of {@code first + i}. */
    double probability(int i) {
        return probabilities[i];
    }

    /** The probability of at least j. */
    double atLeast(long j) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = probabilities.length - 1; i >= 0 && first + i >= j; i--) {
            sum.add(probabilities[i]);
        }
        return Math.min(1, sum.value());
    }
}
