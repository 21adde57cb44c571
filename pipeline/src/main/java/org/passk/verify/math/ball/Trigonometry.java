package org.passk.verify.math.ball;

import java.math.BigInteger;

/** Circular functions of real balls and their inverses. */
final class Trigonometry {
    /** Arguments from 2^1024 on are not reduced: sine and cosine are then only known to lie in [-1, 1]. */
    private static final int LARGEST_ARGUMENT = 1024;

    private static final Ball UNIT = Ball.around(Magnitude.ONE);

    private Trigonometry() {}

    /** Sine and cosine of one ball: the derivatives are at most 1, so the radius carries over. */
    static SinCos sinCos(Ball x, int bits) {
        if (!x.isFinite()) {
            return new SinCos(x, x);
        }
        if (x.top() > LARGEST_ARGUMENT || x.radius().compareTo(Magnitude.ONE) > 0) {
            return new SinCos(UNIT, UNIT);
        }
        if (x.isExactZero()) {
            return new SinCos(Ball.ZERO, Ball.ONE);
        }
        SinCos point = ofPoint(x.midpoint(), bits);
        return x.isExact()
                ? point
                : new SinCos(Arithmetic.widen(point.sin, x.radius()), Arithmetic.widen(point.cos, x.radius()));
    }

    private static SinCos ofPoint(Ball x, int bits) {
        if (x.man().signum() < 0) {
            SinCos mirrored = ofPoint(x.negate(), bits);
            return new SinCos(mirrored.sin.negate(), mirrored.cos);
        }
        if (x.isExactZero()) {
            return new SinCos(Ball.ZERO, Ball.ONE);
        }
        long magnitude = x.top();
        if (magnitude < -bits) {
            // |sin x - x| <= |x|^3 and |cos x - 1| <= x^2.
            return new SinCos(
                    Arithmetic.round(x.man(), x.exp(), Magnitude.power(3 * magnitude), bits),
                    Arithmetic.widen(Ball.ONE, Magnitude.power(2 * magnitude)));
        }
        if (magnitude < 0) {
            // Below 1/2 nothing is reduced, and more bits make the relative error of the sine small.
            int work = bits + Exponential.GUARD + (int) -magnitude;
            BigInteger r = Exponential.scale(x.man(), x.exp(), work);
            return balls(FixedPoint.sinCos(r, work, false), 0, work, bits);
        }
        int work = bits + Exponential.GUARD;
        // x = n pi/2 + r: n halves of pi are off by less than 2^(magnitude + 2), which extra bits move below a unit.
        int extra = (int) magnitude + 4;
        BigInteger half = Constants.pi(work + extra).shiftRight(1);
        BigInteger[] parts = Exponential.scale(x.man(), x.exp(), work + extra).divideAndRemainder(half);
        int quadrant = parts[0].intValue() & 3;
        BigInteger r = parts[1];
        if (r.shiftLeft(1).compareTo(half) <= 0) {
            return balls(FixedPoint.sinCos(r.shiftRight(extra), work, false), quadrant, work, bits);
        }
        FixedPoint.SinCos mirrored = FixedPoint.sinCos(half.subtract(r).shiftRight(extra), work, false);
        return balls(new FixedPoint.SinCos(/* sin= */ mirrored.cos(), /* cos= */ mirrored.sin()), quadrant, work, bits);
    }

    /** The argument is off by 4 units at most, the functions by 2 more. */
    private static SinCos balls(FixedPoint.SinCos value, int quadrant, int work, int bits) {
        Magnitude error = Magnitude.up(8, -work);
        Ball sin = Arithmetic.round(value.sin(), -work, error, bits);
        Ball cos = Arithmetic.round(value.cos(), -work, error, bits);
        return switch (quadrant) {
            case 0 -> new SinCos(sin, cos);
            case 1 -> new SinCos(cos, sin.negate());
            case 2 -> new SinCos(sin.negate(), cos.negate());
            default -> new SinCos(cos.negate(), sin);
        };
    }

    static Ball tan(Ball x, int bits) {
        SinCos both = sinCos(x, bits + 4);
        return Arithmetic.divide(both.sin, both.cos, bits);
    }

    static Ball asin(Ball x, int bits) {
        return atan2(x, cosineFor(x, bits + 8), bits);
    }

    static Ball acos(Ball x, int bits) {
        return atan2(cosineFor(x, bits + 8), x, bits);
    }

    /** sqrt((1 - x)(1 + x)): small relative error near both ends. */
    private static Ball cosineFor(Ball x, int work) {
        Ball less = Arithmetic.add(Ball.ONE, x.negate(), work);
        Ball more = Arithmetic.add(Ball.ONE, x, work);
        return Roots.sqrt(Arithmetic.multiply(less, more, work), work);
    }

    static Ball atan(Ball x, int bits) {
        if (!x.isFinite()) {
            return x;
        }
        if (x.isWide() && !x.isExact()) {
            Magnitude halfPi = Magnitude.up(8, -2);
            if (x.radius().compareTo(Magnitude.power(20)) > 0) {
                return Ball.around(halfPi);
            }
            return Arithmetic.union(atanOfPoint(x.end(-1, bits), bits), atanOfPoint(x.end(1, bits), bits), bits);
        }
        return atanOfPoint(x, bits);
    }

    /** For a ball that is a point, or narrow: the derivative is below 1 and below 1 / x^2. */
    private static Ball atanOfPoint(Ball x, int bits) {
        if (x.man().signum() < 0) {
            return atanOfPoint(x.negate(), bits).negate();
        }
        Magnitude slope = Magnitude.ONE;
        Magnitude lower = x.lower();
        if (lower.compareTo(Magnitude.ONE) > 0) {
            slope = Magnitude.ONE.over(lower.timesDown(lower));
        }
        return Arithmetic.widen(atanOfMidpoint(x, bits), x.radius().times(slope));
    }

    private static Ball atanOfMidpoint(Ball x, int bits) {
        if (x.man().signum() == 0) {
            return Ball.ZERO;
        }
        long magnitude = x.top();
        if (magnitude < -bits) {
            // |atan x - x| <= |x|^3.
            return Arithmetic.round(x.man(), x.exp(), Magnitude.power(3 * magnitude), bits);
        }
        if (magnitude <= 0) {
            // The operand is off by one unit, the angle by at most one more.
            int work = bits + Exponential.GUARD + (int) -magnitude;
            BigInteger angle =
                    FixedPoint.atan(Exponential.scale(x.man(), x.exp(), work), BigInteger.ONE.shiftLeft(work), work);
            return Arithmetic.round(angle, -work, Magnitude.up(FixedPoint.INVERSE_ERROR, -work), bits);
        }
        int work = bits + Exponential.GUARD;
        BigInteger half = Constants.pi(work).shiftRight(1);
        if (magnitude > bits + 4L) {
            // pi/2 - atan x = atan(1/x) <= 1/x.
            Magnitude error = Magnitude.power(1 - magnitude).plus(Magnitude.up(4, -work));
            return Arithmetic.round(half, -work, error, bits);
        }
        // atan(1/x) with x = m 2^magnitude: the angle of (m, 2^-magnitude); m is off by a unit, the angle by two.
        BigInteger m = Exponential.scale(x.man(), -x.man().bitLength(), work);
        BigInteger angle = FixedPoint.atan(BigInteger.ONE.shiftLeft(work - (int) magnitude), m, work);
        return Arithmetic.round(half.subtract(angle), -work, Magnitude.up(FixedPoint.INVERSE_ERROR, -work), bits);
    }

    /**
     * The angle of (x, y) in (-pi, pi]. Indeterminate where the ball contains the origin, or points on both sides of the
     * negative half of the x axis.
     */
    static Ball atan2(Ball y, Ball x, int bits) {
        if (!x.isFinite() || !y.isFinite()) {
            return Ball.INDETERMINATE;
        }
        int work = bits + 4;
        Sign vertical = y.sign();
        boolean flat = x.lower().compareTo(y.lower()) >= 0;
        if (flat && x.sign() == Sign.POSITIVE) {
            return atan(Arithmetic.divide(y, x, work), bits);
        }
        if (flat && x.sign() == Sign.NEGATIVE && vertical != Sign.UNKNOWN) {
            Ball angle = atan(Arithmetic.divide(y, x, work), work);
            return Arithmetic.add(vertical == Sign.NEGATIVE ? pi(work).negate() : pi(work), angle, bits);
        }
        if (vertical == Sign.POSITIVE || vertical == Sign.NEGATIVE) {
            Ball half = pi(work).scale(-1);
            Ball angle = atan(Arithmetic.divide(x, y, work), work);
            return Arithmetic.add(vertical == Sign.NEGATIVE ? half.negate() : half, angle.negate(), bits);
        }
        return Ball.INDETERMINATE;
    }

    static Ball pi(int bits) {
        return Arithmetic.round(Constants.pi(bits + 8), -bits - 8L, Magnitude.up(2, -bits - 8L), bits);
    }

    /** A sine and a cosine. */
    record SinCos(Ball sin, Ball cos) {}
}
