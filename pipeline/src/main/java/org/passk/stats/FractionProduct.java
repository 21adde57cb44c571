package org.passk.stats;

/**
 * A running product of fractions in [0, 1], carried as an unevaluated sum of two doubles with an exponent of its own:
 * about 106 bits (Dekker 1971, doi:10.1007/BF01397083), so that neither many factors nor the subtraction from 1 cost
 * accuracy. Not thread-safe.
 */
final class FractionProduct {
    private static final int RESCALE = 500;
    private static final double TINY = 0x1p-500;
    /** Below 2 to this power every value rounds to zero: the smallest subnormal is 2^-1074. */
    private static final int UNDERFLOW = -1100;

    private double high = 1;
    private double low;
    private int exponent;

    /** Multiplies by above / below, integers up to 2^53 with above in [0, below]. */
    void multiply(long above, long below) {
        double numerator = above;
        double denominator = below;
        // The factor as quotient + rest, both doubles: the remainder of the division is exact.
        double quotient = numerator / denominator;
        double rest = Math.fma(-quotient, denominator, numerator) / denominator;
        double product = high * quotient;
        double error = Math.fma(high, quotient, -product) + (high * rest + low * quotient);
        high = product + error;
        low = error - (high - product);
        if (high < TINY && exponent >= UNDERFLOW) {
            high = Math.scalb(high, RESCALE);
            low = Math.scalb(low, RESCALE);
            exponent -= RESCALE;
        }
    }

    /** Whether the product rounds to zero, and so does every later one. */
    boolean isZero() {
        return high == 0 || exponent < UNDERFLOW;
    }

    double value() {
        return Math.scalb(high, exponent);
    }

    /** 1 − product. */
    double complement() {
        if (exponent != 0) {
            return 1;
        }
        // 1 - high is exact or loses less than the low part restores (two-sum).
        double rounded = 1 - high;
        double lost = (1 - rounded) - high;
        return rounded + (lost - low);
    }
}
