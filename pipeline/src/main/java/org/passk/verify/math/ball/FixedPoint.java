package org.passk.verify.math.ball;

import java.math.BigInteger;

/**
 * Elementary functions of fixed-point numbers in narrow domains. A number v stands for v * 2^-bits; errors are in units of
 * 2^-bits, and every shift to the right or quotient loses less than one unit.
 */
final class FixedPoint {
    /** Units by which {@link #exp} and {@link #sinCos} can be off. */
    static final int SERIES_ERROR = 2;
    /** Units by which {@link #log} and {@link #atan} can be off. */
    static final int INVERSE_ERROR = 128;

    /** Where an inverse function starts from a double: below, a double halves the digits often enough. */
    private static final int FROM_DOUBLE = 400;

    private static final int DOUBLE_BITS = 60;

    private FixedPoint() {}

    /** Halvings of an argument below 2^magnitude: they balance the squarings against the terms of the series. */
    private static int halvings(int magnitude, int bits) {
        int least = magnitude < 0 ? 0 : 1;
        return Math.max(least, (int) (0.55 * Math.sqrt(bits)) + magnitude);
    }

    /**
     * e^r for |r| &lt; 1. With k halvings the series is off by 32 of the units of k + 8 bits further down, relative to a value of
     * at least 0.6 by less than 54. Each of k squarings doubles the relative error and adds less than two such units; in the
     * end that is 2^k * 56 * e of the small units, below 0.6 of a unit here, and the last shift loses another.
     */
    static BigInteger exp(BigInteger r, int bits) {
        int halvings = halvings(r.bitLength() - bits, bits);
        int work = bits + halvings + 8;
        BigInteger power = Series.EXP.sum(r.shiftLeft(8), work);
        for (int i = 0; i < halvings; i++) {
            power = power.multiply(power).shiftRight(work);
        }
        return power.shiftRight(work - bits);
    }

    /**
     * Sine and cosine, or the hyperbolic ones, for 0 &lt;= r &lt; 1, by doublings of s = sin(t) and v = cos(t) - 1: s' = 2s (1 + v),
     * v' = -2 s^2 (hyperbolic: +2 s^2).
     *
     * <p>Rounding, in units of k + 10 bits further down: the series gives s off by at most |t| 33 + 1 &lt;= 18 and v by at most 8,
     * for t &lt;= 1/2. Let es &lt;= B and ev &lt;= 2B before a doubling. Then es' &lt;= 2B (|1 + v| + 2|s|) + 3 =: B', and ev' &lt;= 4|s|B +
     * 3 &lt;= 2B'. As |1 + v| &lt;= 1 + 0.6 t^2 and |s| &lt;= 1.05 t with t = 1/2, 1/4, ... counted from the last doubling, the product of
     * the factors in brackets is at most exp(0.2 + 2.1) &lt; 10: B ends below 2^k * 10 * 21, which is less than 0.21 of a unit
     * here; v is off by less than 0.42, and the last shift loses one more.
     */
    static SinCos sinCos(BigInteger r, int bits, boolean hyperbolic) {
        int halvings = halvings(r.bitLength() - bits, bits);
        int work = bits + halvings + 10;
        BigInteger t = r.shiftLeft(10);
        BigInteger u = t.multiply(t).shiftRight(work);
        if (!hyperbolic) {
            u = u.negate();
        }
        BigInteger s = t.multiply(Series.SINE.sum(u, work)).shiftRight(work);
        BigInteger v = u.multiply(Series.VERSINE.sum(u, work)).shiftRight(work + 1);
        for (int i = 0; i < halvings; i++) {
            BigInteger square = s.multiply(s).shiftRight(work - 1);
            s = s.shiftLeft(1).add(s.multiply(v).shiftRight(work - 1));
            v = hyperbolic ? square : square.negate();
        }
        BigInteger one = BigInteger.ONE.shiftLeft(work);
        return new SinCos(s.shiftRight(work - bits), one.add(v).shiftRight(work - bits));
    }

    /**
     * log(m) for 1/2 &lt;= m &lt;= 3/2. With any y near log(m), log(m) = y + log(m e^-y) = y + 2 artanh(d / (2 + d)), where d = m e^-y
     * - 1: y needs no error bound. It comes from a double, or from a quarter of the bits. Rounding: m e^-y is off by 2 * 3/2
     * + 1 &lt;= 4 units, z = d / (2 + d) by less than 4, the odd series by less than 4 + 2 for each of at most 8 terms; twice
     * that is below 50.
     */
    static BigInteger log(BigInteger m, int bits) {
        BigInteger y;
        if (bits <= FROM_DOUBLE) {
            y = fromDouble(StrictMath.log(toDouble(m, bits)), bits);
        } else {
            int fewer = bits / 4 + 16;
            y = log(m.shiftRight(bits - fewer), fewer).shiftLeft(bits - fewer);
        }
        BigInteger one = BigInteger.ONE.shiftLeft(bits);
        BigInteger d = m.multiply(exp(y.negate(), bits)).shiftRight(bits).subtract(one);
        BigInteger z = d.shiftLeft(bits).divide(one.shiftLeft(1).add(d));
        return y.add(oddSeries(z, bits, false).shiftLeft(1));
    }

    /**
     * atan(y / x) for 0 &lt;= y &lt;= x, 1/2 &lt;= x &lt;= 1. With any angle w near it, atan(y / x) = w + atan(z), z = (y cos w - x sin w) /
     * (x cos w + y sin w). Rounding: the numerator is off by 5 units, and the denominator is at least
     * 0.35, so z is off by less than 16; with the odd series the sum stays below 40.
     */
    static BigInteger atan(BigInteger y, BigInteger x, int bits) {
        BigInteger w;
        if (bits <= FROM_DOUBLE) {
            w = fromDouble(StrictMath.atan2(toDouble(y, bits), toDouble(x, bits)), bits);
        } else {
            int fewer = bits / 4 + 16;
            int drop = bits - fewer;
            // The angle of a coarse pair may come out a unit below zero.
            w = atan(y.shiftRight(drop), x.shiftRight(drop), fewer)
                    .max(BigInteger.ZERO)
                    .shiftLeft(drop);
        }
        SinCos at = sinCos(w, bits, false);
        BigInteger above = y.multiply(at.cos).subtract(x.multiply(at.sin));
        BigInteger below = x.multiply(at.cos).add(y.multiply(at.sin)).shiftRight(bits);
        return w.add(oddSeries(above.divide(below), bits, true));
    }

    /** z + z^3/3 + z^5/5 + ..., or with alternating signs, until a power vanishes; |z| is so small that at most 8 terms count. */
    private static BigInteger oddSeries(BigInteger z, int bits, boolean alternating) {
        BigInteger square = z.multiply(z).shiftRight(bits);
        BigInteger power = z.abs();
        BigInteger sum = power;
        for (long n = 3; power.signum() != 0; n += 2) {
            power = power.multiply(square).shiftRight(bits);
            BigInteger term = power.divide(BigInteger.valueOf(n));
            sum = alternating && (n & 2) != 0 ? sum.subtract(term) : sum.add(term);
        }
        return z.signum() < 0 ? sum.negate() : sum;
    }

    private static double toDouble(BigInteger x, int bits) {
        return x.shiftRight(bits - DOUBLE_BITS).longValue() * 0x1p-60;
    }

    private static BigInteger fromDouble(double x, int bits) {
        return BigInteger.valueOf((long) (x * 0x1p60)).shiftLeft(bits - DOUBLE_BITS);
    }

    /** A sine and a cosine, circular or hyperbolic. */
    record SinCos(BigInteger sin, BigInteger cos) {}
}
