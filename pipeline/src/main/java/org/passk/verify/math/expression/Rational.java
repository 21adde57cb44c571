package org.passk.verify.math.expression;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact rational number in lowest terms.
 *
 * @param numerator carries the sign
 * @param denominator positive, without a common factor with the numerator
 */
public record Rational(BigInteger numerator, BigInteger denominator) implements Serializable {
    private static final BigInteger FIVE = BigInteger.valueOf(5);
    private static final Rational HUNDRED = integer(100);

    /** Reduces to lowest terms. */
    public Rational {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("denominator 0");
        }
        BigInteger divisor = denominator.equals(BigInteger.ONE) ? denominator : numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        if (!divisor.equals(BigInteger.ONE)) {
            numerator = numerator.divide(divisor);
            denominator = denominator.divide(divisor);
        }
    }

    public static Rational integer(long value) {
        return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
    }

    public static Rational of(BigDecimal value) {
        return value.scale() <= 0
                ? new Rational(value.toBigIntegerExact(), BigInteger.ONE)
                : new Rational(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    public Rational negate() {
        return new Rational(numerator.negate(), denominator);
    }

    public Rational plus(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Rational times(Rational other) {
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Rational dividedBy(Rational other) {
        return new Rational(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** This many per cent of one. */
    public Rational percent() {
        return dividedBy(HUNDRED);
    }

    public boolean isZero() {
        return numerator.signum() == 0;
    }

    public boolean isInteger() {
        return denominator.equals(BigInteger.ONE);
    }

    public boolean atMostOne() {
        return numerator.abs().compareTo(denominator) <= 0;
    }

    /** Whether the number has a finite decimal form: its denominator has no prime factors but 2 and 5. */
    public boolean terminates() {
        BigInteger rest = denominator.shiftRight(denominator.getLowestSetBit());
        while (rest.mod(FIVE).signum() == 0) {
            rest = rest.divide(FIVE);
        }
        return rest.equals(BigInteger.ONE);
    }

    /** The number rounded half up to this many decimals. Only for numbers that are no ties, so that half up is all. */
    public Rational rounded(int decimals) {
        BigDecimal quotient =
                new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_UP);
        return of(quotient);
    }

    @Override
    public String toString() {
        return isInteger() ? numerator.toString() : numerator + "/" + denominator;
    }
}
