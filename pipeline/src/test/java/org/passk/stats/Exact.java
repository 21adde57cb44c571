package org.passk.stats;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** An exact rational number, for expected values. */
record Exact(BigInteger numerator, BigInteger denominator) {
    static final Exact ZERO = of(0, 1);

    static Exact of(long numerator, long denominator) {
        return new Exact(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    static Exact choose(long n, long k) {
        if (k < 0 || k > n) {
            return ZERO;
        }
        BigInteger value = BigInteger.ONE;
        for (long i = 0; i < k; i++) {
            value = value.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
        }
        return new Exact(value, BigInteger.ONE);
    }

    Exact plus(Exact other) {
        return reduced(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Exact minus(Exact other) {
        return plus(new Exact(other.numerator.negate(), other.denominator));
    }

    Exact times(Exact other) {
        return reduced(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    Exact over(Exact other) {
        return reduced(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    Exact power(int exponent) {
        return new Exact(numerator.pow(exponent), denominator.pow(exponent));
    }

    int sign() {
        return numerator.signum();
    }

    double toDouble() {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
                .doubleValue();
    }

    private static Exact reduced(BigInteger numerator, BigInteger denominator) {
        BigInteger divisor = numerator.gcd(denominator);
        return divisor.signum() == 0
                ? new Exact(numerator, denominator)
                : new Exact(numerator.divide(divisor), denominator.divide(divisor));
    }
}
