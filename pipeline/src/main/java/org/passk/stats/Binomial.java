package org.passk.stats;

/**
 * The distribution of the number of successes in n independent trials: P(j) = C(n, j) p<sup>j</sup> (1 −
 * p)<sup>n−j</sup>. As in {@link Hypergeometric} the probabilities follow from the most likely one by their ratios and
 * are divided by their sum; what underflows is below 10<sup>−300</sup> of the largest. Time and memory are O(n).
 */
final class Binomial {
    private Binomial() {}

    /** The probabilities of 0 to n successes, for n at least 0 and p in [0, 1]. */
    static double[] probabilities(long n, double p) {
        double[] weights = new double[Math.toIntExact(n + 1)];
        int size = weights.length - 1;
        int mode = (int) Math.min(size, (n + 1.0) * p);
        weights[mode] = 1;
        double odds = p / (1 - p);
        // For p = 1 the mode is n, and nothing stands above it; the odds are infinite and their inverse is 0.
        for (int i = mode; i < size; i++) {
            weights[i + 1] = weights[i] * ((n - i) * odds / (i + 1));
        }
        double against = (1 - p) / p;
        for (int i = mode; i > 0; i--) {
            weights[i - 1] = weights[i] * (i * against / (n - i + 1));
        }
        CompensatedSum total = new CompensatedSum();
        for (double weight : weights) {
            total.add(weight);
        }
        double sum = total.value();
        for (int i = 0; i <= size; i++) {
            weights[i] /= sum;
        }
        return weights;
    }
}
