package org.passk.verify.math.ball;

import java.math.BigInteger;

/**
 * Exponential, logarithm and the hyperbolic functions of real balls. The value at the midpoint is computed with GUARD more
 * bits than asked for; the radius of the operand enters through a bound of the derivative, or, where it is wide, through the
 * values at both ends of a monotone function.
 */
final class Exponential {
    static final int GUARD = 16;

    /** Arguments of exp are below 2^25, so that e^x is below 2^(2^26). */
    private static final int LARGEST_ARGUMENT = 25;

    /** Contains e^x for x &lt;= -(2^25) + 1 already: e^(-2^25 + 1) &lt; 2^-(2^25). */
    private static final Ball VANISHING = Ball.around(Magnitude.power(-(1L << LARGEST_ARGUMENT)));

    private Exponential() {}

    static Ball exp(Ball x, int bits) {
        if (!x.isFinite()) {
            return x;
        }
        if (x.upper().log2Above() > LARGEST_ARGUMENT + 1) {
            boolean vanishes = x.sign() == Sign.NEGATIVE && x.lower().log2Below() >= LARGEST_ARGUMENT;
            return vanishes ? VANISHING : Ball.INDETERMINATE;
        }
        if (x.radius().compareTo(Magnitude.ONE) > 0) {
            Ball high = exp(x.end(1, bits), bits);
            return high.isFinite() ? Arithmetic.union(exp(x.end(-1, bits), bits), high, bits) : high;
        }
        Ball point = expOfPoint(x.man(), x.exp(), bits);
        // |e^(m + a) - e^m| <= e^m (e^r - 1) <= e^m 2r for r <= 1.
        return point.isFinite() && !x.isExact()
                ? Arithmetic.widen(point, point.upper().times(x.radius().shift(1)))
                : point;
    }

    private static Ball expOfPoint(BigInteger man, long exp, int bits) {
        if (man.signum() == 0) {
            return Ball.ONE;
        }
        long magnitude = exp + man.bitLength();
        if (magnitude > LARGEST_ARGUMENT) {
            return man.signum() > 0 ? Ball.INDETERMINATE : VANISHING;
        }
        if (magnitude < -bits) {
            // |e^x - 1 - x| <= x^2 for |x| <= 1.
            Ball sum = Arithmetic.add(Ball.ONE, new Ball(man, exp, Magnitude.ZERO), bits);
            return Arithmetic.widen(sum, Magnitude.power(2 * magnitude));
        }
        int work = bits + GUARD;
        // x = n log 2 + r: n units of log 2 are off by 2^(magnitude + 2) at most, which extra bits move below a unit.
        int extra = Math.max(0, (int) magnitude) + 3;
        BigInteger log2 = Constants.log2(work + extra);
        BigInteger scaled = scale(man, exp, work + extra);
        BigInteger[] parts = scaled.divideAndRemainder(log2);
        long n = parts[0].longValue();
        BigInteger r = parts[1];
        if (r.signum() < 0) {
            r = r.add(log2);
            n--;
        }
        // r is off by 2 units, so e^r by 4.1, and the function adds 2.
        BigInteger power = FixedPoint.exp(r.shiftRight(extra), work);
        return Arithmetic.round(power, n - work, Magnitude.up(8, n - work), bits);
    }

    /** The floor of man * 2^(exp + bits). */
    static BigInteger scale(BigInteger man, long exp, int bits) {
        long shift = exp + bits;
        // A shift right past the mantissa gives 0 or -1, whatever its length.
        return shift >= 0 ? man.shiftLeft((int) shift) : man.shiftRight((int) Math.min(-shift, Integer.MAX_VALUE));
    }

    static Ball log(Ball x, int bits) {
        if (x.sign() != Sign.POSITIVE) {
            return Ball.INDETERMINATE;
        }
        if (x.isWide()) {
            return Arithmetic.union(log(x.end(-1, bits), bits), log(x.end(1, bits), bits), bits);
        }
        // |log(1 + a/m)| <= r / (m - r).
        return Arithmetic.widen(logOfPoint(x.man(), x.exp(), bits), x.radius().over(x.lower()));
    }

    private static Ball logOfPoint(BigInteger man, long exp, int bits) {
        long top = exp + man.bitLength();
        if (top == 0 || top == 1) {
            Ball near = logNearOne(man, exp, bits);
            if (near.isFinite()) {
                return near;
            }
        }
        int work = bits + GUARD;
        // 1/2 <= m < 1 is off by one unit, so its logarithm by two.
        BigInteger m = scale(man, exp - top, work);
        BigInteger log2 = Constants.log2(work + Long.SIZE).multiply(BigInteger.valueOf(top));
        BigInteger sum = FixedPoint.log(m, work).add(log2.shiftRight(Long.SIZE));
        return Arithmetic.round(sum, -work, Magnitude.up(FixedPoint.INVERSE_ERROR + 4, -work), bits);
    }

    /** log(1 + d) with small relative error; indeterminate unless |d| &lt; 1/2, where that error needs no care. */
    private static Ball logNearOne(BigInteger man, long exp, int bits) {
        if (exp > 0) {
            return Ball.INDETERMINATE;
        }
        BigInteger d = man.subtract(BigInteger.ONE.shiftLeft((int) -exp));
        long magnitude = exp + d.bitLength();
        if (d.signum() == 0) {
            return Ball.ZERO;
        }
        if (magnitude > -1) {
            return Ball.INDETERMINATE;
        }
        if (magnitude < -bits) {
            // |log(1 + d) - d| <= d^2 for |d| <= 1/2.
            return Arithmetic.round(d, exp, Magnitude.power(2 * magnitude), bits);
        }
        int work = bits + GUARD + (int) -magnitude;
        BigInteger value = FixedPoint.log(scale(man, exp, work), work);
        return Arithmetic.round(value, -work, Magnitude.up(FixedPoint.INVERSE_ERROR + 2, -work), bits);
    }

    /** log(1 + x), with small relative error for small x too. */
    static Ball log1p(Ball x, int bits) {
        if (!x.isFinite()) {
            return x;
        }
        long top = x.top();
        Ball point = x.midpoint();
        Ball value;
        if (x.man().signum() == 0) {
            value = Ball.ZERO;
        } else if (top < -bits) {
            value = Arithmetic.round(x.man(), x.exp(), Magnitude.power(2 * top), bits);
        } else {
            // Exact where it matters, for x near 0 or -1; its length is bounded by mantissa and precision.
            int exact = x.man().bitLength() + bits + 8 + (int) Math.max(0, Math.min(top, bits));
            value = log(Arithmetic.add(Ball.ONE, point, exact), bits);
        }
        if (x.isExact() || !value.isFinite()) {
            return value;
        }
        Magnitude lower = Arithmetic.add(Ball.ONE, x, bits).lower();
        return lower.isZero()
                ? Ball.INDETERMINATE
                : Arithmetic.widen(value, x.radius().over(lower));
    }

    static Ball sinh(Ball x, int bits) {
        if (x.isSmall()) {
            return small(x, bits, true);
        }
        Ball power = exp(x, bits + 4);
        return Arithmetic.add(
                        power, Arithmetic.divide(Ball.ONE, power, bits + 4).negate(), bits)
                .scale(-1);
    }

    static Ball cosh(Ball x, int bits) {
        if (x.isSmall()) {
            return small(x, bits, false);
        }
        Ball power = exp(x, bits + 4);
        return Arithmetic.add(power, Arithmetic.divide(Ball.ONE, power, bits + 4), bits)
                .scale(-1);
    }

    /** sinh or cosh around a midpoint below 1/2 with a radius below 1/2: both have derivatives below cosh(1) &lt; 2. */
    private static Ball small(Ball x, int bits, boolean sinh) {
        if (x.man().signum() == 0) {
            return Arithmetic.widen(sinh ? Ball.ZERO : Ball.ONE, x.radius().shift(1));
        }
        long magnitude = x.top();
        Ball point;
        if (magnitude < -bits) {
            // |sinh x - x| <= |x|^3, |cosh x - 1| <= x^2.
            point = sinh
                    ? Arithmetic.round(x.man(), x.exp(), Magnitude.power(3 * magnitude), bits)
                    : Arithmetic.widen(Ball.ONE, Magnitude.power(2 * magnitude));
        } else {
            int work = bits + GUARD + (int) -magnitude;
            FixedPoint.SinCos both = FixedPoint.sinCos(scale(x.man().abs(), x.exp(), work), work, true);
            BigInteger value =
                    !sinh ? both.cos() : x.man().signum() < 0 ? both.sin().negate() : both.sin();
            // The argument is off by one unit: at most two more.
            point = Arithmetic.round(value, -work, Magnitude.up(FixedPoint.SERIES_ERROR + 2, -work), bits);
        }
        return Arithmetic.widen(point, x.radius().shift(1));
    }

    /** For large x by e^(-2|x|), which may vanish but not overflow. */
    static Ball tanh(Ball x, int bits) {
        if (x.isSmall()) {
            return Arithmetic.divide(sinh(x, bits + 4), cosh(x, bits + 4), bits);
        }
        if (x.sign() == Sign.NEGATIVE) {
            return tanh(x.negate(), bits).negate();
        }
        Ball power = exp(x.scale(1).negate(), bits + 4);
        return Arithmetic.divide(
                Arithmetic.add(Ball.ONE, power.negate(), bits + 4), Arithmetic.add(Ball.ONE, power, bits + 4), bits);
    }

    /** log1p(x + x^2 / (1 + sqrt(1 + x^2))) for x &gt;= 0: no cancellation. */
    static Ball asinh(Ball x, int bits) {
        if (x.isMidpointNegative()) {
            return asinh(x.negate(), bits).negate();
        }
        int work = bits + 8;
        Ball square = Arithmetic.square(x, work);
        Ball root = Roots.sqrt(Arithmetic.add(Ball.ONE, square, work), work);
        Ball excess = Arithmetic.divide(square, Arithmetic.add(Ball.ONE, root, work), work);
        return log1p(Arithmetic.add(x, excess, work), bits);
    }

    /** log1p((x - 1) + sqrt((x - 1)(x + 1))) for x &gt;= 1. */
    static Ball acosh(Ball x, int bits) {
        int work = bits + 8;
        Ball less = Arithmetic.add(x, Ball.ONE.negate(), work);
        Ball root = Roots.sqrt(Arithmetic.multiply(less, Arithmetic.add(x, Ball.ONE, work), work), work);
        return log1p(Arithmetic.add(less, root, work), bits);
    }

    /** log1p(2x / (1 - x)) / 2 for 0 &lt;= x &lt; 1. */
    static Ball atanh(Ball x, int bits) {
        if (x.isMidpointNegative()) {
            return atanh(x.negate(), bits).negate();
        }
        int work = bits + 8;
        Ball less = Arithmetic.add(Ball.ONE, x.negate(), work);
        if (less.sign() != Sign.POSITIVE) {
            return Ball.INDETERMINATE;
        }
        return log1p(Arithmetic.divide(x.scale(1), less, work), bits).scale(-1);
    }
}
