package org.passk.verify.math.ball;

import java.math.BigInteger;

/** Real roots of balls. Roots of exact squares and powers are exact while they fit the precision. */
final class Roots {
    private Roots() {}

    /** Indeterminate where the ball reaches below zero. */
    static Ball sqrt(Ball x, int bits) {
        if (!x.isFinite() || x.isExactZero()) {
            return x;
        }
        if (x.sign() != Sign.POSITIVE) {
            return x.isMidpointNegative() || x.compareRadius() < 0
                    ? Ball.INDETERMINATE
                    : fromZero(x.upper().sqrt());
        }
        Ball point = sqrtOfPoint(x.man(), x.exp(), bits);
        if (x.isExact()) {
            return point;
        }
        // |sqrt(m + a) - sqrt(m)| = |a| / (sqrt(m + a) + sqrt(m)): both roots are at least sqrt(m - r), and the second
        // is
        // sqrt(m), which is the better bound of the sum for a wide ball.
        Magnitude divisor = x.isWide()
                ? Magnitude.lowerBound(x.man(), x.exp(), Magnitude.ZERO).sqrtDown()
                : x.lower().sqrtDown().shift(1);
        return Arithmetic.widen(point, x.radius().over(divisor));
    }

    /** sqrt of a number that is known not to be negative, whatever rounding did to the ball. */
    static Ball sqrtOfNonNegative(Ball x, int bits) {
        return x.isFinite() && x.containsZero() && !x.isExactZero()
                ? fromZero(x.upper().sqrt())
                : sqrt(x, bits);
    }

    /** [0, upper]. */
    static Ball fromZero(Magnitude upper) {
        Magnitude half = upper.shift(-1);
        return new Ball(half.mantissa(), half.exponent(), half);
    }

    private static Ball sqrtOfPoint(BigInteger man, long exp, int bits) {
        // Negative for a mantissa so long that its root cannot be exact: the bits cut off change the root by less than
        // a unit.
        int shift = 2 * bits + 4 - man.bitLength();
        if (((exp - shift) & 1) != 0) {
            shift++;
        }
        IntegerRoot root = IntegerRoot.of(man.shiftLeft(shift));
        long unit = (exp - shift) / 2;
        boolean exact = shift >= 0 && root.remainder().signum() == 0;
        return Arithmetic.round(root.root(), unit, exact ? Magnitude.ZERO : Magnitude.power(unit), bits);
    }

    /** The real k-th root, k &gt;= 1; of negative numbers for odd k only. */
    static Ball root(Ball x, int k, int bits) {
        if (k == 1 || !x.isFinite() || x.isExactZero()) {
            return Arithmetic.round(x, bits);
        }
        if (k == 2) {
            return sqrt(x, bits);
        }
        boolean odd = (k & 1) != 0;
        return switch (x.sign()) {
            case POSITIVE -> rootOfPositive(x, k, bits);
            case NEGATIVE -> odd ? rootOfPositive(x.negate(), k, bits).negate() : Ball.INDETERMINATE;
            case ZERO -> x;
            case UNKNOWN -> aroundZero(x, k, odd, bits);
        };
    }

    private static Ball aroundZero(Ball x, int k, boolean odd, int bits) {
        boolean negative = x.isMidpointNegative() || x.compareRadius() < 0;
        if (negative && !odd) {
            return Ball.INDETERMINATE;
        }
        Ball most = rootOfPositive(x.upper().toBall(), k, bits);
        if (!most.isFinite()) {
            return most;
        }
        return negative ? Ball.around(most.upper()) : fromZero(most.upper());
    }

    /** exp(log(x) / k), unless an integer of that size is the root exactly. */
    private static Ball rootOfPositive(Ball x, int k, int bits) {
        // A root of an odd integer has at most length / k + 1 bits.
        int length = x.man().bitLength();
        if (x.isExact() && x.exp() % k == 0 && length / k < bits) {
            BigInteger whole = nearest(byLogarithm(new Ball(x.man(), 0, Magnitude.ZERO), k, length / k + 40));
            if (x.man().equals(boundedPower(whole, k, length))) {
                return Arithmetic.round(whole, x.exp() / k, Magnitude.ZERO, bits);
            }
        }
        return byLogarithm(x, k, bits);
    }

    /** The integer part of the logarithm needs bits of its own. */
    private static Ball byLogarithm(Ball x, int k, int bits) {
        int work = bits + 2 + Long.SIZE - Long.numberOfLeadingZeros(Math.abs(x.top()));
        return Exponential.exp(Arithmetic.divide(Exponential.log(x, work), Ball.of(k), work), bits);
    }

    private static BigInteger nearest(Ball x) {
        return Exponential.scale(x.man(), x.exp(), 1).add(BigInteger.ONE).shiftRight(1);
    }

    /** whole^k, or zero where that has clearly more bits than allowed. */
    private static BigInteger boundedPower(BigInteger whole, int k, int length) {
        if (whole.equals(BigInteger.ONE)) {
            return whole;
        }
        return (whole.bitLength() - 1L) * k > length ? BigInteger.ZERO : whole.pow(k);
    }
}
