package org.passk.analysis;

/**
 * Quantiles of a sample by linear interpolation between order statistics: definition 7 of Hyndman and Fan 1996
 * (doi:10.1080/00031305.1996.10473566), that of R and NumPy.
 */
final class PerplexityQuantile {
    private PerplexityQuantile() {}

    /**
     * A quantile.
     *
     * @param sorted the sample, ascending, at least one
     * @param share in [0, 1]
     */
    static double of(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        if (below + 1 >= sorted.length) {
            return sorted[sorted.length - 1];
        }
        return sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]);
    }
}
