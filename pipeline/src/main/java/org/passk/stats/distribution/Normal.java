package org.passk.stats.distribution;

/**
 * The standard normal distribution.
 *
 * <p>The distribution function is the power series Φ(x) = ½ + φ(x) (x + x³/3 + x⁵/15 + …) near 0 and Laplace's continued
 * fraction for the tails (DLMF 7.6.2 and 7.9.1), both in terms of one sign. The quantile is Newton's iteration for ln Φ,
 * which is concave, from a point below the root, where it is monotone. Relative error of either tail below 1e-13.
 */
public final class Normal {
    private static final double SQRT_TWO_PI = 2.5066282746310002;
    private static final double SERIES_BELOW = 2.5;
    /** Enough for 1e-17 at {@link #SERIES_BELOW}; larger x need fewer. */
    private static final int FRACTION_TERMS = 120;
    /** Φ(−39) is below the smallest double. */
    private static final double FARTHEST = 39;

    private Normal() {}

    /**
     * Φ(x), the probability of a value of at most x.
     *
     * @param x any number but NaN
     */
    public static double cdf(double x) {
        if (Double.isNaN(x)) {
            throw new IllegalArgumentException("x is not a number");
        }
        double size = Math.abs(x);
        if (size < SERIES_BELOW) {
            double term = size;
            double sum = size;
            for (int j = 3; term > sum * 0x1p-60; j += 2) {
                term *= size * size / j;
                sum += term;
            }
            double half = density(size) * sum;
            return x < 0 ? 0.5 - half : 0.5 + half;
        }
        double tail = tail(size);
        return x < 0 ? tail : 1 - tail;
    }

    /**
     * The x with Φ(x) = p.
     *
     * @param p in [0, 1]; infinite at its ends
     * @throws IllegalArgumentException if p is not in [0, 1]
     */
    public static double quantile(double p) {
        LogGamma.checkProbability(p);
        if (p == 0.5) {
            return 0;
        }
        return p < 0.5 ? -lowerTailDistance(p) : lowerTailDistance(1 - p);
    }

    /** The t &gt; 0 with Φ(−t) = p for p &lt; ½. */
    private static double lowerTailDistance(double p) {
        if (p == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double logP = StrictMath.log(p);
        // Φ(−t) ≤ ½ exp(−t²/2), so the root is nearer to 0 than this.
        double t = Math.min(FARTHEST - 1, Math.sqrt(-2 * logP));
        for (int step = 0; step < 100; step++) {
            double cdf = cdf(-t);
            double next = t + (StrictMath.log(cdf) - logP) * cdf / density(t);
            if (Math.abs(next - t) <= 2 * Math.ulp(t)) {
                return next;
            }
            t = next;
        }
        return t;
    }

    private static double tail(double x) {
        if (x >= FARTHEST) {
            return 0;
        }
        double fraction = x;
        for (int j = FRACTION_TERMS; j >= 1; j--) {
            fraction = x + j / fraction;
        }
        return density(x) / fraction;
    }

    /** φ(x); the square is taken in two parts, because its rounding error would be multiplied by its size. */
    private static double density(double x) {
        double coarse = Math.floor(x * 16) / 16;
        double rest = (x - coarse) * (x + coarse);
        return StrictMath.exp(-coarse * coarse / 2) * StrictMath.exp(-rest / 2) / SQRT_TWO_PI;
    }
}
