package org.passk.stats;

import java.util.Optional;

/**
 * The power law of coverage, −ln pass@k = A k<sup>−b</sup> (Brown et al. 2024, arXiv 2407.21787), fitted to a mean curve
 * by least squares of ln(−ln pass@k) on ln k at the powers of two and at the last k.
 *
 * <p>It holds when the problems' probabilities of success have a power law near zero, with no problem that is out of
 * reach (Schaeffer et al. 2025, PMLR 267:53132), and is too high where a share of the problems cannot be solved: in
 * simulations with n = 128 and a quarter of such problems, by 0.09 on average at 8 n; with p log-uniform over four decades it is too low
 * by 0.06. The points are dependent and of unequal accuracy, so no error of the fit is given.
 */
public final class PowerLaw extends Extrapolation {
    private final double scale;
    private final double exponent;

    private PowerLaw(long n, double scale, double exponent) {
        super(n, LARGEST_FACTOR);
        this.scale = scale;
        this.exponent = exponent;
    }

    /**
     * Fits the law.
     *
     * @param curve the mean curve; points at 0 and at 1 are left out
     * @return the fitted law; empty when fewer than two points are left
     */
    public static Optional<PowerLaw> fit(MeanCurve curve) {
        WeightedValues x = new WeightedValues();
        WeightedValues y = new WeightedValues();
        for (long k = 1; k <= curve.largestK(); k = following(k, curve.largestK())) {
            if (isUsable(curve.at(k))) {
                x.add(StrictMath.log((double) k), 1);
                y.add(doubleLog(curve.at(k)), 1);
            }
        }
        double meanX = x.summary().map(MeanOverProblems::mean).orElse(0.0);
        double meanY = y.summary().map(MeanOverProblems::mean).orElse(0.0);
        CompensatedSum products = new CompensatedSum();
        CompensatedSum squares = new CompensatedSum();
        for (long k = 1; k <= curve.largestK(); k = following(k, curve.largestK())) {
            if (isUsable(curve.at(k))) {
                double deviation = StrictMath.log((double) k) - meanX;
                products.add(deviation * (doubleLog(curve.at(k)) - meanY));
                squares.add(deviation * deviation);
            }
        }
        // One point alone deviates from its own mean by nothing, or by a rounding.
        if (squares.value() < 0.1) {
            return Optional.empty();
        }
        double slope = products.value() / squares.value();
        return Optional.of(new PowerLaw(curve.largestK(), StrictMath.exp(meanY - slope * meanX), -slope));
    }

    private static long following(long k, long last) {
        return k < last ? Math.min(2 * k, last) : last + 1;
    }

    private static boolean isUsable(double pass) {
        return pass > 0 && pass < 1;
    }

    private static double doubleLog(double pass) {
        return StrictMath.log(-StrictMath.log(pass));
    }

    /** A, which is −ln pass@1 under the law. */
    public double scale() {
        return scale;
    }

    /** b; 0 for a flat curve. */
    public double exponent() {
        return exponent;
    }

    @Override
    double expected(long k) {
        return StrictMath.exp(-scale * StrictMath.exp(-exponent * StrictMath.log((double) k)));
    }
}
