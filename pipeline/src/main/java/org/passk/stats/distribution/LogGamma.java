package org.passk.stats.distribution;

/**
 * The natural logarithm of the gamma function, ln Γ(x), for x &gt; 0.
 *
 * <p>Within 1/2 of 2 it is the Taylor series ln Γ(2 + z) = (1 − γ) z + Σ<sub>j≥2</sub> (−1)<sup>j</sup> (ζ(j) − 1)
 * z<sup>j</sup> / j (DLMF 5.7.3 and the recurrence), whose value has no constant term, so that the zeros at 1 and 2 cost
 * no relative accuracy; the recurrence brings smaller and larger x there; from 10 on it is Stirling's series (DLMF
 * 5.11.1). The relative error is below 1e-14, the cost a few dozen operations.
 */
public final class LogGamma {
    static final double HALF_LOG_TWO_PI = 0.9189385332046728;
    private static final double ONE_LESS_EULER = 0.42278433509846713;
    private static final double STIRLING_FROM = 10;

    /** (ζ(j) − 1) / j for j = 2, 3, …; the term after the last is below 2^-60 of the first for |z| ≤ 1/2. */
    private static final double[] ZETA = {
        0.3224670334241132,
        0.0673523010531981,
        0.020580808427784546,
        0.007385551028673986,
        0.0028905103307415234,
        0.001192753911703261,
        0.0005096695247430425,
        0.00022315475845357939,
        9.945751278180853e-05,
        4.492623673813314e-05,
        2.050721277567069e-05,
        9.439488275268397e-06,
        4.374866789907488e-06,
        2.039215753801366e-06,
        9.55141213040742e-07,
        4.492469198764566e-07,
        2.1207184805554665e-07,
        1.0043224823968099e-07,
        4.7698101693639804e-08,
        2.2711094608943164e-08,
        1.0838659214896955e-08,
        5.183475041970047e-09,
        2.4836745438024785e-09,
        1.1921401405860912e-09,
        5.731367241678862e-10,
        2.7595228851242334e-10,
        1.330476437424449e-10,
        6.4229645638381e-11,
    };

    /** B(2j) / (2j (2j − 1)) for j = 1 … 8 with the Bernoulli numbers B. */
    private static final double[] STIRLING = {
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400
    };

    private LogGamma() {}

    /**
     * ln Γ(x).
     *
     * @param x a positive finite number
     * @throws IllegalArgumentException if x is not positive and finite
     */
    public static double value(double x) {
        checkPositive("x", x);
        if (x >= STIRLING_FROM) {
            return (x - 0.5) * StrictMath.log(x) - x + HALF_LOG_TWO_PI + series(x);
        }
        if (x < 0.5) {
            return nearTwo(x) - StrictMath.log1p(x) - StrictMath.log(x);
        }
        if (x < 1.5) {
            return nearTwo(x - 1) - StrictMath.log1p(x - 1);
        }
        double product = 1;
        double shifted = x;
        while (shifted > 2.5) {
            shifted -= 1;
            product *= shifted;
        }
        return StrictMath.log(product) + nearTwo(shifted - 2);
    }

    /** What Stirling's formula (x − ½) ln x − x + ½ ln 2π leaves of ln Γ(x); positive, 1/(12 x) for large x. */
    static double stirlingRest(double x) {
        return x >= STIRLING_FROM ? series(x) : value(x) - ((x - 0.5) * StrictMath.log(x) - x + HALF_LOG_TWO_PI);
    }

    private static double series(double x) {
        double square = 1 / (x * x);
        double sum = 0;
        for (int j = STIRLING.length - 1; j >= 0; j--) {
            sum = sum * square + STIRLING[j];
        }
        return sum / x;
    }

    /** ln Γ(2 + z) for |z| ≤ 1/2. */
    private static double nearTwo(double z) {
        double sum = 0;
        for (int j = ZETA.length - 1; j >= 0; j--) {
            sum = ZETA[j] - z * sum;
        }
        return z * (ONE_LESS_EULER + z * sum);
    }

    static void checkPositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " " + value + " is not positive and finite");
        }
    }

    static void checkProbability(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("probability " + p + " is not in [0, 1]");
        }
    }
}
