package org.passk.stats.distribution;

/**
 * Student's t distribution with any real number of degrees of freedom, through the incomplete beta function: for t
 * &gt; 0 the upper tail is ½ I<sub>x</sub>(ν/2, ½) with x = ν / (ν + t²).
 */
public final class StudentT {
    /** From here on the normal distribution, whose quantiles differ by less than t³/(4ν), relative 1e-9 at t = 4. */
    private static final double NORMAL_FROM = 1e8;

    private StudentT() {}

    /**
     * The probability of a value of at most t.
     *
     * @param t any number but NaN
     * @param degrees degrees of freedom ν, positive; infinity gives the normal distribution
     * @throws IllegalArgumentException if t is NaN or ν is not positive
     */
    public static double cdf(double t, double degrees) {
        checkDegrees(degrees);
        if (degrees >= NORMAL_FROM || Double.isNaN(t) || Double.isInfinite(t)) {
            return Normal.cdf(t);
        }
        double square = t / degrees * t;
        if (Double.isInfinite(square)) {
            return t < 0 ? 0 : 1;
        }
        double tail = RegularisedBeta.lower(1 / (1 + square), square / (1 + square), degrees / 2, 0.5) / 2;
        return t < 0 ? tail : 1 - tail;
    }

    /**
     * The t with cdf(t) = p.
     *
     * @param p in [0, 1]; infinite at its ends
     * @param degrees degrees of freedom ν, positive; infinity gives the normal distribution
     * @throws IllegalArgumentException if p is not in [0, 1] or ν is not positive
     */
    public static double quantile(double p, double degrees) {
        checkDegrees(degrees);
        if (degrees >= NORMAL_FROM || p == 0.5 || !(p > 0 && p < 1)) {
            return Normal.quantile(p);
        }
        double twoTails = 2 * Math.min(p, 1 - p);
        double logOdds = RegularisedBeta.quantileLogOdds(twoTails, degrees / 2, 0.5);
        double size = Math.sqrt(degrees) * StrictMath.exp(-logOdds / 2);
        return p < 0.5 ? -size : size;
    }

    private static void checkDegrees(double degrees) {
        if (!(degrees > 0)) {
            throw new IllegalArgumentException("degrees of freedom " + degrees + " are not positive");
        }
    }
}
