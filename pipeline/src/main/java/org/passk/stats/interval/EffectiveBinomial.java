package org.passk.stats.interval;

import org.passk.stats.distribution.RegularisedBeta;

/**
 * The mid-P limits of a binomial probability (Lancaster 1961; Agresti and Gottard 2007, doi:10.1016/j.csda.2006.10.021)
 * for real numbers of successes and failures: the lower limit p of x successes and y failures has
 *
 * <pre>½ I_p(x, y + 1) + ½ I_p(x + 1, y) = tail</pre>
 *
 * which for whole numbers says P(X &gt; x) + ½ P(X = x) = tail. Without successes the lower limit is 0.
 */
final class EffectiveBinomial {
    /** A count below this is none: what rounding leaves of 1 − mean. */
    private static final double NONE = 1e-9;

    private static final int MAX_STEPS = 100;

    private EffectiveBinomial() {}

    /** The lower limit with this probability below it, for x successes and y failures, both at least 0. */
    static double lower(double x, double y, double tail) {
        if (x < NONE) {
            return 0;
        }
        if (y < NONE) {
            // I_p(x + 1, 0) is 0 below 1.
            return RegularisedBeta.quantile(2 * tail, x, 1);
        }
        double low = RegularisedBeta.quantile(tail, x, y + 1);
        double high = RegularisedBeta.quantile(tail, x + 1, y);
        return root(low, high, x, y, tail);
    }

    /** Regula falsi with the Illinois rule, between a point below the root and one above. */
    private static double root(double below, double above, double x, double y, double tail) {
        double low = below;
        double high = above;
        double atLow = excess(low, x, y, tail);
        double atHigh = excess(high, x, y, tail);
        double resolution = 1e-11 * (high - low);
        double middle = (low + high) / 2;
        for (int i = 0; i < MAX_STEPS && high - low > resolution && atLow < 0 && atHigh > 0; i++) {
            middle = (low * atHigh - high * atLow) / (atHigh - atLow);
            double at = excess(middle, x, y, tail);
            if (Math.abs(at) <= 1e-12 * tail) {
                return middle;
            }
            if (at < 0) {
                low = middle;
                atLow = at;
                atHigh /= 2;
            } else {
                high = middle;
                atHigh = at;
                atLow /= 2;
            }
        }
        return middle;
    }

    private static double excess(double p, double x, double y, double tail) {
        return (RegularisedBeta.lower(p, x, y + 1) + RegularisedBeta.lower(p, x + 1, y)) / 2 - tail;
    }

    /** The upper limit with this probability above it. */
    static double upper(double x, double y, double tail) {
        return 1 - lower(y, x, tail);
    }
}
