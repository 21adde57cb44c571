package org.passk.stats.distribution;

/**
 * The regularised incomplete beta function I<sub>x</sub>(a, b), which is the distribution function of Beta(a, b), its
 * complement and its inverse, for a, b in (0, 1e8].
 *
 * <p>The value is x<sup>a</sup> (1 − x)<sup>b</sup> / B(a, b) over the continued fraction of DiDonato and Morris (1992,
 * doi:10.1145/131766.131776; O(√(a + b)) steps, on the side of the mean where it converges fast). The logarithm of the
 * numerator is written with the deviances of
 * Loader (2000, "Fast and accurate computation of binomial probabilities") so that large parameters do not cancel.
 * Relative error of both tails below 1e-12 for a + b up to 1e6, 1e-10 beyond.
 *
 * <p>The inverse is Newton's iteration for ln I as a function of the log-odds u = ln(x / (1 − x)). The density of u is
 * log-concave, hence ln I is concave and increasing in u, and the iteration, once below the root, approaches it
 * monotonically: no bracket is needed.
 */
public final class RegularisedBeta {
    /** At log-odds below this I is a power of the odds to all digits; some way below, the odds are no double any more. */
    private static final double POWER = -700;

    private static final double LARGEST = 1e8;
    private static final int MAX_STEPS = 1_000_000;
    private static final double TINY = 1e-300;
    private static final double CONVERGED = 0x1p-53;
    private static final int MAX_NEWTON = 200;

    private RegularisedBeta() {}

    /**
     * I<sub>x</sub>(a, b), the probability that a Beta(a, b) variable is at most x.
     *
     * @param x in [0, 1]
     * @param a in (0, 1e8]
     * @param b in (0, 1e8]
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double lower(double x, double a, double b) {
        checkArguments(x, a, b);
        return lower(x, 1 - x, a, b);
    }

    /** 1 − I<sub>x</sub>(a, b), without cancellation; arguments as for {@link #lower(double, double, double)}. */
    public static double upper(double x, double a, double b) {
        checkArguments(x, a, b);
        return lower(1 - x, x, b, a);
    }

    /**
     * The x with I<sub>x</sub>(a, b) = p.
     *
     * @param p in [0, 1]
     * @param a in (0, 1e8]
     * @param b in (0, 1e8]
     * @return a number in [0, 1]; 0 or 1 where the quantile is nearer to it than any other double
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double quantile(double p, double a, double b) {
        checkArguments(p, a, b);
        if (p == 0 || p == 1) {
            return p;
        }
        double u = quantileLogOdds(p, a, b);
        return 1 / (1 + StrictMath.exp(-u));
    }

    /** ln(x / (1 − x)) of the quantile of p in (0, 1): accurate also where x is next to 1. */
    static double quantileLogOdds(double p, double a, double b) {
        double middle = lower(a / (a + b), b / (a + b), a, b);
        // The iteration works on the tail on this side of the mean: its logarithm is far from flat.
        return p <= middle ? lowerLogOdds(StrictMath.log(p), a, b) : -lowerLogOdds(StrictMath.log1p(-p), b, a);
    }

    private static double lowerLogOdds(double logP, double a, double b) {
        double u = StrictMath.log(a / b);
        for (int step = 0; step < MAX_NEWTON; step++) {
            double at = Math.max(u, POWER);
            double e = StrictMath.exp(-Math.abs(at));
            double small = e / (1 + e);
            double large = 1 / (1 + e);
            double x = at < 0 ? small : large;
            double y = at < 0 ? large : small;
            double logFront = logFront(x, y, a, b);
            double ratio;
            double logCdf;
            if (beforeTheMean(x, a, b)) {
                // I may underflow here; its logarithm and the quotient of its slope by it do not.
                ratio = fraction(x, y, a, b);
                logCdf = logFront - StrictMath.log(ratio);
            } else {
                double front = StrictMath.exp(logFront);
                double cdf = 1 - front / fraction(y, x, b, a);
                ratio = front / cdf;
                logCdf = StrictMath.log(cdf);
            }
            double next = at + (logP - logCdf) / ratio;
            if (Math.max(next, u) < POWER || Math.abs(next - u) <= 4 * Math.ulp(Math.max(1, Math.abs(u)))) {
                return next;
            }
            u = next;
        }
        return u;
    }

    /** I for x and y = 1 − x, both given so that neither loses digits near 0. */
    static double lower(double x, double y, double a, double b) {
        if (x <= 0) {
            return 0;
        }
        if (y <= 0) {
            return 1;
        }
        double front = StrictMath.exp(logFront(x, y, a, b));
        return beforeTheMean(x, a, b) ? front / fraction(x, y, a, b) : 1 - front / fraction(y, x, b, a);
    }

    /** Whether the continued fraction in x converges faster than the one in 1 − x. */
    private static boolean beforeTheMean(double x, double a, double b) {
        return x * (a + b + 2) < a + 1;
    }

    /** ln(x^a y^b / B(a, b)). */
    private static double logFront(double x, double y, double a, double b) {
        double sum = a + b;
        return LogGamma.stirlingRest(sum)
                - LogGamma.stirlingRest(a)
                - LogGamma.stirlingRest(b)
                - deviance(a, sum * x)
                - deviance(b, sum * y)
                + 0.5 * StrictMath.log(a * (b / sum))
                - LogGamma.HALF_LOG_TWO_PI;
    }

    /** v ln(v / m) + m − v, by a series where v is near m (Loader's bd0). */
    private static double deviance(double v, double m) {
        double difference = v - m;
        if (Math.abs(difference) < 0.1 * (v + m)) {
            double ratio = difference / (v + m);
            double square = ratio * ratio;
            double sum = difference * ratio;
            double term = 2 * v * ratio;
            for (int j = 1; ; j++) {
                term *= square;
                double change = term / (2 * j + 1);
                sum += change;
                if (Math.abs(change) <= Math.abs(sum) * 0x1p-54) {
                    return sum;
                }
            }
        }
        // A quotient of normal numbers; x itself may be as small as 1e-320.
        return v * (StrictMath.log(v) - StrictMath.log(m)) - difference;
    }

    /** x^a y^b / B(a, b) / I_x(a, b): the slope of ln I by the log-odds, free of the factor that underflows. */
    private static double fraction(double x, double y, double a, double b) {
        // a - (a + b) x, but without cancelling where x is next to 1.
        double distance = a * y - b * x;
        double f = away(a * (distance + 1) / (a + 1));
        double c = f;
        double d = 0;
        for (int m = 1; m <= MAX_STEPS; m++) {
            double odd = a + 2.0 * m - 1;
            double numerator = ((a + m - 1) / odd) * ((a + b + m - 1) / odd) * m * (b - m) * x * x;
            double denominator = m + m * (b - m) * x / odd + (a + m) * (distance + 1 + m * (1 + y)) / (odd + 2);
            d = 1 / away(denominator + numerator * d);
            c = away(denominator + numerator / c);
            double factor = c * d;
            f *= factor;
            if (Math.abs(factor - 1) <= CONVERGED) {
                return f;
            }
        }
        throw new ArithmeticException("no convergence for I_x(a, b): x=" + x + " a=" + a + " b=" + b);
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    private static void checkArguments(double probability, double a, double b) {
        LogGamma.checkProbability(probability);
        checkParameter("a", a);
        checkParameter("b", b);
    }

    private static void checkParameter(String name, double value) {
        if (!(value > 0 && value <= LARGEST)) {
            throw new IllegalArgumentException(name + " " + value + " is not in (0, " + LARGEST + "]");
        }
    }
}
