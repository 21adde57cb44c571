package org.passk.verify.math.decide;

import java.math.BigInteger;
import org.passk.verify.math.expression.Rational;

/** Arithmetic of rational numbers that pays for each operation by the size of its operands, before it is done. */
final class ExactArithmetic {
    private final Fuel fuel;
    private final int maxBits;

    ExactArithmetic(Fuel fuel, int maxBits) {
        this.fuel = fuel;
        this.maxBits = maxBits;
    }

    Rational plus(Rational left, Rational right) {
        if (left.isInteger() && right.isInteger()) {
            fuel.add((long) bits(left) + bits(right));
        } else {
            reduce(left, right);
        }
        return limited(left.plus(right));
    }

    Rational minus(Rational left, Rational right) {
        return plus(left, right.negate());
    }

    Rational times(Rational left, Rational right) {
        if (left.isInteger() && right.isInteger()) {
            fuel.multiply(bits(left), bits(right));
        } else {
            reduce(left, right);
        }
        return limited(left.times(right));
    }

    Rational divided(Rational left, Rational right) {
        if (right.isZero()) {
            throw Stop.undefined();
        }
        reduce(left, right);
        return limited(left.dividedBy(right));
    }

    int compare(Rational left, Rational right) {
        return minus(left, right).numerator().signum();
    }

    Rational floor(Rational x) {
        fuel.multiply(x.numerator().bitLength(), x.denominator().bitLength());
        BigInteger[] parts = x.numerator().divideAndRemainder(x.denominator());
        boolean below = parts[1].signum() < 0;
        return new Rational(below ? parts[0].subtract(BigInteger.ONE) : parts[0], BigInteger.ONE);
    }

    Rational limited(Rational value) {
        if (bits(value) > maxBits) {
            throw Stop.outOfFuel();
        }
        return value;
    }

    private void reduce(Rational left, Rational right) {
        fuel.reduce((long) bits(left) + bits(right));
    }

    static int bits(Rational value) {
        return Math.max(value.numerator().bitLength(), value.denominator().bitLength());
    }
}
