package org.passk.verify.math.ball;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A real number known to lie within a radius of a midpoint, or not known at all ({@link #INDETERMINATE}).
 *
 * <p>Operations return a ball that contains the result for every point of the operands. Those that take {@code bits} round
 * the midpoint to that precision, from {@value #LEAST_BITS} to {@value #MOST_BITS} (else IllegalArgumentException), and add
 * the error to the radius; integers and dyadic fractions that fit stay exact, with radius zero. Where no finite ball
 * exists - zero in a divisor, an operand outside of the domain, a magnitude above 2^(2^26) - the result is indeterminate,
 * and so is every result of an indeterminate operand. Immutable; comparison of balls is by identity.
 */
public final class Ball {
    /** The lowest precision, in bits. */
    public static final int LEAST_BITS = 32;
    /** The highest precision, in bits. */
    public static final int MOST_BITS = 65_536;

    /** Exactly zero. */
    public static final Ball ZERO = new Ball(BigInteger.ZERO, 0, Magnitude.ZERO);
    /** Exactly one. */
    public static final Ball ONE = new Ball(BigInteger.ONE, 0, Magnitude.ZERO);
    /** Any number, or none: says nothing. */
    public static final Ball INDETERMINATE = new Ball(BigInteger.ZERO, 0, Magnitude.power(Long.MAX_VALUE >> 8));

    private final BigInteger man;
    private final long exp;
    private final Magnitude radius;

    /** man * 2^exp within the radius. */
    Ball(BigInteger man, long exp, Magnitude radius) {
        this.man = man;
        this.exp = exp;
        this.radius = radius;
    }

    /** The integer, exactly. */
    public static Ball of(long value) {
        return of(BigInteger.valueOf(value));
    }

    /** The integer, exactly, whatever its length; indeterminate beyond 2^26 bits. */
    public static Ball of(BigInteger value) {
        return Arithmetic.round(value, 0, Magnitude.ZERO, Integer.MAX_VALUE);
    }

    /** The quotient of two integers; exact if it is a dyadic fraction that fits. */
    public static Ball ratio(BigInteger numerator, BigInteger denominator, int bits) {
        return of(numerator).divide(of(denominator), bits);
    }

    /** The ratio of a circle's circumference to its diameter. */
    public static Ball pi(int bits) {
        return Trigonometry.pi(checked(bits));
    }

    /** The base of natural logarithms. */
    public static Ball e(int bits) {
        return Exponential.exp(ONE, checked(bits));
    }

    static Ball around(Magnitude radius) {
        return new Ball(BigInteger.ZERO, 0, radius);
    }

    static int checked(int bits) {
        if (bits < LEAST_BITS || bits > MOST_BITS) {
            throw new IllegalArgumentException(
                    "precision " + bits + " is not in [" + LEAST_BITS + ", " + MOST_BITS + "]");
        }
        return bits;
    }

    BigInteger man() {
        return man;
    }

    long exp() {
        return exp;
    }

    Magnitude radius() {
        return radius;
    }

    /** |midpoint| is at most 2^top and at least half of that; very negative for the midpoint zero. */
    long top() {
        return man.signum() == 0 ? Long.MIN_VALUE >> 8 : exp + man.bitLength();
    }

    /** At least every |x| of the ball. */
    Magnitude upper() {
        Magnitude middle = Magnitude.up(man, exp);
        return radius.isZero() ? middle : middle.plus(radius);
    }

    /** At most every |x| of the ball; zero if it may contain zero. */
    Magnitude lower() {
        return isFinite() ? Magnitude.lowerBound(man, exp, radius) : Magnitude.ZERO;
    }

    Ball midpoint() {
        return new Ball(man, exp, Magnitude.ZERO);
    }

    /** The upper (1) or lower (-1) end of a finite ball. */
    Ball end(int side, int bits) {
        Ball distance = radius.toBall();
        return Arithmetic.add(midpoint(), side > 0 ? distance : distance.negate(), bits);
    }

    /** Multiplied by a power of two, exactly. */
    Ball scale(int power) {
        return isFinite() && man.signum() != 0
                ? Arithmetic.round(man, exp + power, radius.shift(power), Integer.MAX_VALUE)
                : isFinite() ? around(radius.shift(power)) : this;
    }

    boolean isMidpointNegative() {
        return man.signum() < 0;
    }

    /** Finite, with a radius above a sixteenth of the midpoint. */
    boolean isWide() {
        return isFinite() && radius.shift(4).compareTo(Magnitude.lowerBound(man, exp, Magnitude.ZERO)) > 0;
    }

    /** Midpoint and radius are both at most one half. */
    boolean isSmall() {
        return isFinite() && top() < 0 && radius.log2Above() < 0;
    }

    /** The sign of midpoint - radius, exactly; the exponents are bounded, so the shifts are. */
    int compareRadius() {
        return end(-1, man.bitLength() + Integer.SIZE).man.signum();
    }

    /** Whether the ball says anything. */
    public boolean isFinite() {
        return this != INDETERMINATE;
    }

    /** Whether the ball is one point. */
    public boolean isExact() {
        return radius.isZero();
    }

    /** Whether the ball is the one point zero. */
    public boolean isExactZero() {
        return man.signum() == 0 && radius.isZero();
    }

    /** The value of an exact integer with at most {@code bits} bits. */
    public Optional<BigInteger> exactInteger(int bits) {
        if (!isExact() || top() > bits || (man.signum() != 0 && man.getLowestSetBit() + exp < 0)) {
            return Optional.empty();
        }
        return Optional.of(Exponential.scale(man, exp, 0));
    }

    /** What is proven about the sign. */
    public Sign sign() {
        if (isExactZero()) {
            return Sign.ZERO;
        }
        if (lower().isZero()) {
            return Sign.UNKNOWN;
        }
        return man.signum() > 0 ? Sign.POSITIVE : Sign.NEGATIVE;
    }

    /** False proves that the number is not zero. */
    public boolean containsZero() {
        return lower().isZero();
    }

    /** False proves that the two numbers are different. */
    public boolean overlaps(Ball other) {
        return Arithmetic.add(this, other.negate(), 64).containsZero();
    }

    /** Whether the integer lies in the ball; every number lies in the indeterminate one. */
    public boolean contains(BigInteger value) {
        return contains(value, BigInteger.ONE);
    }

    /** Whether the fraction lies in the ball, decided exactly. Costs shifts by the exponents. */
    public boolean contains(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("denominator is 0");
        }
        if (!isFinite()) {
            return true;
        }
        long unit = Math.min(0, Math.min(exp, radius.isZero() ? 0 : radius.exponent()));
        BigInteger far = numerator
                .shiftLeft((int) -unit)
                .subtract(man.shiftLeft((int) (exp - unit)).multiply(denominator))
                .abs();
        BigInteger reach = radius.isZero()
                ? BigInteger.ZERO
                : radius.mantissa().shiftLeft((int) (radius.exponent() - unit)).multiply(denominator.abs());
        return far.compareTo(reach) <= 0;
    }

    /** Whether every point of the other ball lies in this one: true is a proof. */
    public boolean encloses(Ball other) {
        if (!isFinite() || !other.isFinite()) {
            return !isFinite();
        }
        Ball distance = Arithmetic.add(midpoint(), other.midpoint().negate(), 256);
        Ball room = Arithmetic.add(radius.toBall(), other.radius.toBall().negate(), 256);
        Ball slack = Arithmetic.add(room, distance.isMidpointNegative() ? distance : distance.negate(), 256);
        return slack.sign() == Sign.POSITIVE || slack.isExactZero();
    }

    /** The relative accuracy in bits: log2(|midpoint| / radius) within one, negative where nothing is known. */
    public long accuracyBits() {
        if (isExact()) {
            return Long.MAX_VALUE;
        }
        return man.signum() == 0 || !isFinite() ? Long.MIN_VALUE : top() - radius.log2Above();
    }

    /** An integer b with |x| &lt;= 2^b; Long.MIN_VALUE for exact zero, Long.MAX_VALUE if nothing is known. */
    public long log2UpperBound() {
        return isExactZero() ? Long.MIN_VALUE : isFinite() ? upper().log2Above() : Long.MAX_VALUE;
    }

    /** An integer b with |x| &gt;= 2^b; Long.MIN_VALUE if the ball may contain zero. */
    public long log2LowerBound() {
        Magnitude lower = lower();
        return lower.isZero() ? Long.MIN_VALUE : lower.log2Below();
    }

    /** The midpoint, within an ulp; infinite or zero beyond the range of a double, NaN if nothing is known. */
    public double doubleValue() {
        if (!isFinite()) {
            return Double.NaN;
        }
        int drop = Math.max(0, man.bitLength() - 62);
        long scale = Math.max(-5000, Math.min(5000, exp + drop));
        return Math.scalb((double) man.shiftRight(drop).longValue(), (int) scale);
    }

    /**
     * The number rounded to that many significant decimal digits, half to even, if the ball proves them all: every precision
     * that proves them gives the same text. Plain notation with trailing zeros for 1e-7 &lt;= |x| &lt; 10^21 as far as the digits
     * reach ("0.3333", "120"), else "1.25e+30", "1.25e-9"; exact zero is "0".
     *
     * @throws IllegalArgumentException if digits is not in [1, 10000]
     */
    public Optional<String> decimal(int digits) {
        return DecimalText.of(this, digits);
    }

    /** For messages: the midpoint as a double and the radius as a power of two. */
    @Override
    public String toString() {
        return isFinite() ? doubleValue() + (isExact() ? "" : " +/- 2^" + radius.log2Above()) : "indeterminate";
    }

    /** -x. */
    public Ball negate() {
        return man.signum() == 0 ? this : new Ball(man.negate(), exp, radius);
    }

    /** The absolute value; [0, u] if the ball reaches over zero. */
    public Ball abs() {
        if (!isFinite() || isExactZero() || !lower().isZero()) {
            return man.signum() < 0 ? negate() : this;
        }
        return Roots.fromZero(upper());
    }

    /** x + y. */
    public Ball add(Ball other, int bits) {
        return Arithmetic.add(this, other, checked(bits));
    }

    /** x - y. */
    public Ball subtract(Ball other, int bits) {
        return Arithmetic.add(this, other.negate(), checked(bits));
    }

    /** x * y. */
    public Ball multiply(Ball other, int bits) {
        return Arithmetic.multiply(this, other, checked(bits));
    }

    /** x / y; indeterminate if y may be zero. */
    public Ball divide(Ball other, int bits) {
        return Arithmetic.divide(this, other, checked(bits));
    }

    /** x^2, never below zero by more than rounding. */
    public Ball square(int bits) {
        return Arithmetic.square(this, checked(bits));
    }

    /** x^n; indeterminate for n = 0 if x may be zero, and for n &lt; 0 likewise. */
    public Ball power(int exponent, int bits) {
        return Arithmetic.power(this, exponent, checked(bits));
    }

    /** The square root; indeterminate if x may be negative. Exact squares have exact roots. */
    public Ball sqrt(int bits) {
        return Roots.sqrt(this, checked(bits));
    }

    /**
     * The real k-th root, of negative numbers for odd k; exact powers have exact roots.
     *
     * @throws IllegalArgumentException if k is below 1
     */
    public Ball root(int k, int bits) {
        if (k < 1) {
            throw new IllegalArgumentException("degree of root " + k + " is below 1");
        }
        return Roots.root(this, k, checked(bits));
    }

    /** e^x; indeterminate from 2^25 on, 0 within 2^-(2^25) below -2^25. */
    public Ball exp(int bits) {
        return Exponential.exp(this, checked(bits));
    }

    /** The natural logarithm of a positive number. */
    public Ball log(int bits) {
        return Exponential.log(this, checked(bits));
    }

    /** The sine; only known to be in [-1, 1] for |x| &gt;= 2^1024 or a radius above 1. */
    public Ball sin(int bits) {
        return Trigonometry.sinCos(this, checked(bits)).sin();
    }

    /** The cosine; only known to be in [-1, 1] for |x| &gt;= 2^1024 or a radius above 1. */
    public Ball cos(int bits) {
        return Trigonometry.sinCos(this, checked(bits)).cos();
    }

    /** The tangent; indeterminate if there may be a pole. */
    public Ball tan(int bits) {
        return Trigonometry.tan(this, checked(bits));
    }

    /** The inverse sine in [-pi/2, pi/2]; indeterminate if x may be outside of [-1, 1]. */
    public Ball asin(int bits) {
        return Trigonometry.asin(this, checked(bits));
    }

    /** The inverse cosine in [0, pi]; indeterminate if x may be outside of [-1, 1]. */
    public Ball acos(int bits) {
        return Trigonometry.acos(this, checked(bits));
    }

    /** The inverse tangent in (-pi/2, pi/2). */
    public Ball atan(int bits) {
        return Trigonometry.atan(this, checked(bits));
    }

    /** The angle of the point (x, y) in (-pi, pi]; indeterminate at the origin and across the negative x axis. */
    public static Ball atan2(Ball y, Ball x, int bits) {
        return Trigonometry.atan2(y, x, checked(bits));
    }

    /** The hyperbolic sine. */
    public Ball sinh(int bits) {
        return Exponential.sinh(this, checked(bits));
    }

    /** The hyperbolic cosine. */
    public Ball cosh(int bits) {
        return Exponential.cosh(this, checked(bits));
    }

    /** The hyperbolic tangent. */
    public Ball tanh(int bits) {
        return Exponential.tanh(this, checked(bits));
    }

    /** The inverse hyperbolic sine. */
    public Ball asinh(int bits) {
        return Exponential.asinh(this, checked(bits));
    }

    /** The inverse hyperbolic cosine, at least 0; indeterminate if x may be below 1. */
    public Ball acosh(int bits) {
        return Exponential.acosh(this, checked(bits));
    }

    /** The inverse hyperbolic tangent; indeterminate if x may be outside of (-1, 1). */
    public Ball atanh(int bits) {
        return Exponential.atanh(this, checked(bits));
    }

    /** The greatest integer not above x, exactly; indeterminate if the ball leaves it open, or above 2^65536 if inexact. */
    public Ball floor() {
        return Arithmetic.floor(this);
    }

    /** The least integer not below x, like {@link #floor}. */
    public Ball ceil() {
        return Arithmetic.floor(negate()).negate();
    }

    /** The smaller number. */
    public Ball min(Ball other, int bits) {
        return negate().max(other.negate(), bits).negate();
    }

    /** The larger number; where the balls overlap, a ball around both. */
    public Ball max(Ball other, int bits) {
        if (!isFinite() || !other.isFinite()) {
            return INDETERMINATE;
        }
        return switch (subtract(other, bits).sign()) {
            case POSITIVE -> this;
            case ZERO, NEGATIVE -> other;
            case UNKNOWN -> Arithmetic.union(this, other, bits);
        };
    }

    /** The floor of midpoint + side * radius, for moderate exponents: the ends are written out. */
    BigInteger endpoint(int side) {
        long unit = Math.min(exp, radius.isZero() ? exp : radius.exponent());
        BigInteger distance =
                radius.isZero() ? BigInteger.ZERO : radius.mantissa().shiftLeft((int) (radius.exponent() - unit));
        BigInteger sum = man.shiftLeft((int) (exp - unit)).add(side > 0 ? distance : distance.negate());
        return Exponential.scale(sum, unit, 0);
    }
}
