package org.passk.verify.math.ball;

/**
 * A complex number in a rectangle: a ball for its real and one for its imaginary part. A number whose imaginary part is
 * exactly zero is real, and real functions keep it so inside their real domain.
 *
 * <p>Functions with branches have principal values; exact numbers on a cut belong to one side of it as in DLMF, Mathematica
 * and mpmath (the cut is continuous counter-clockwise: log(-1) = pi i, asin(2) = pi/2 - 1.31... i, which C99 with a positive
 * zero takes from the other side). A rectangle that crosses a cut gives {@link #INDETERMINATE}. Precision and limits are those
 * of {@link Ball}. Immutable; comparison is by identity.
 */
public final class ComplexBall {
    /** Exactly zero. */
    public static final ComplexBall ZERO = new ComplexBall(Ball.ZERO, Ball.ZERO);
    /** Exactly one. */
    public static final ComplexBall ONE = new ComplexBall(Ball.ONE, Ball.ZERO);
    /** Exactly the imaginary unit. */
    public static final ComplexBall I = new ComplexBall(Ball.ZERO, Ball.ONE);
    /** Says nothing. */
    public static final ComplexBall INDETERMINATE = new ComplexBall(Ball.INDETERMINATE, Ball.INDETERMINATE);

    private final Ball re;
    private final Ball im;

    private ComplexBall(Ball re, Ball im) {
        this.re = re;
        this.im = im;
    }

    /** The number re + im i; indeterminate if a part is. */
    public static ComplexBall of(Ball re, Ball im) {
        return re.isFinite() && im.isFinite() ? new ComplexBall(re, im) : INDETERMINATE;
    }

    /** A real number. */
    public static ComplexBall of(Ball re) {
        return of(re, Ball.ZERO);
    }

    /** An integer. */
    public static ComplexBall of(long value) {
        return of(Ball.of(value));
    }

    /** The real part. */
    public Ball re() {
        return re;
    }

    /** The imaginary part. */
    public Ball im() {
        return im;
    }

    /** Whether both parts are known. */
    public boolean isFinite() {
        return re.isFinite();
    }

    /** Whether the imaginary part is exactly zero. */
    public boolean isReal() {
        return im.isExactZero();
    }

    /** Whether the number is exactly zero. */
    public boolean isExactZero() {
        return re.isExactZero() && im.isExactZero();
    }

    /** False proves that the number is not zero. */
    public boolean containsZero() {
        return re.containsZero() && im.containsZero();
    }

    /** False proves that the two numbers are different. */
    public boolean overlaps(ComplexBall other) {
        return re.overlaps(other.re) && im.overlaps(other.im);
    }

    /** Whether every point of the other rectangle lies in this one: true is a proof. */
    public boolean encloses(ComplexBall other) {
        return re.encloses(other.re) && im.encloses(other.im);
    }

    /** -z. */
    public ComplexBall negate() {
        return of(re.negate(), im.negate());
    }

    /** The conjugate. */
    public ComplexBall conj() {
        return of(re, im.negate());
    }

    /** i z, exactly. */
    ComplexBall timesI() {
        return of(im.negate(), re);
    }

    /** -i z, exactly. */
    ComplexBall overI() {
        return of(im, re.negate());
    }

    /** z + w. */
    public ComplexBall add(ComplexBall other, int bits) {
        return ComplexFunctions.add(this, other, Ball.checked(bits));
    }

    /** z - w. */
    public ComplexBall subtract(ComplexBall other, int bits) {
        return ComplexFunctions.add(this, other.negate(), Ball.checked(bits));
    }

    /** z w. */
    public ComplexBall multiply(ComplexBall other, int bits) {
        return ComplexFunctions.multiply(this, other, Ball.checked(bits));
    }

    /** z / w; indeterminate if w may be zero. */
    public ComplexBall divide(ComplexBall other, int bits) {
        return ComplexFunctions.divide(this, other, Ball.checked(bits));
    }

    /** z^2. */
    public ComplexBall square(int bits) {
        return ComplexFunctions.square(this, Ball.checked(bits));
    }

    /** z^n by repeated squaring; indeterminate for n = 0 and for n &lt; 0 if z may be zero. */
    public ComplexBall power(int exponent, int bits) {
        return ComplexFunctions.power(this, exponent, Ball.checked(bits));
    }

    /**
     * The principal power exp(w log z); integer and half-integer exponents by products and a square root. 0^w is 0 where the real
     * part of w is positive, and else indeterminate.
     */
    public ComplexBall power(ComplexBall exponent, int bits) {
        return ComplexFunctions.power(this, exponent, Ball.checked(bits));
    }

    /** The principal square root: its real part is not negative. Around zero a square that contains every root. */
    public ComplexBall sqrt(int bits) {
        return ComplexFunctions.sqrt(this, Ball.checked(bits));
    }

    /**
     * The principal k-th root exp(log(z) / k); of negative real numbers it is not the real root.
     *
     * @throws IllegalArgumentException if k is below 1
     */
    public ComplexBall root(int k, int bits) {
        if (k < 1) {
            throw new IllegalArgumentException("degree of root " + k + " is below 1");
        }
        return ComplexFunctions.root(this, k, Ball.checked(bits));
    }

    /** The absolute value, a real number. */
    public ComplexBall abs(int bits) {
        return of(ComplexFunctions.abs(this, Ball.checked(bits)));
    }

    /** The angle in (-pi, pi], a real number; indeterminate if z may be zero. */
    public ComplexBall arg(int bits) {
        return of(Trigonometry.atan2(im, re, Ball.checked(bits)));
    }

    /** e^z. */
    public ComplexBall exp(int bits) {
        return ComplexFunctions.exp(this, Ball.checked(bits));
    }

    /** The principal logarithm: log|z| + arg(z) i. */
    public ComplexBall log(int bits) {
        return ComplexFunctions.log(this, Ball.checked(bits));
    }

    /** The sine. */
    public ComplexBall sin(int bits) {
        return ComplexTrigonometry.sin(this, Ball.checked(bits));
    }

    /** The cosine. */
    public ComplexBall cos(int bits) {
        return ComplexTrigonometry.cos(this, Ball.checked(bits));
    }

    /** The tangent; indeterminate if there may be a pole. */
    public ComplexBall tan(int bits) {
        return ComplexTrigonometry.tan(this, Ball.checked(bits));
    }

    /** The hyperbolic sine: -i sin(iz). */
    public ComplexBall sinh(int bits) {
        return timesI().sin(bits).overI();
    }

    /** The hyperbolic cosine: cos(iz). */
    public ComplexBall cosh(int bits) {
        return timesI().cos(bits);
    }

    /** The hyperbolic tangent: -i tan(iz). */
    public ComplexBall tanh(int bits) {
        return timesI().tan(bits).overI();
    }

    /** The inverse sine; cuts on the real axis below -1 and above 1. */
    public ComplexBall asin(int bits) {
        return ComplexTrigonometry.asin(this, Ball.checked(bits));
    }

    /** The inverse cosine; cuts on the real axis below -1 and above 1. */
    public ComplexBall acos(int bits) {
        return ComplexTrigonometry.acos(this, Ball.checked(bits));
    }

    /** The inverse tangent; cuts on the imaginary axis below -i and above i. */
    public ComplexBall atan(int bits) {
        return ComplexTrigonometry.atan(this, Ball.checked(bits));
    }

    /** The inverse hyperbolic sine, -i asin(iz); cuts on the imaginary axis below -i and above i. */
    public ComplexBall asinh(int bits) {
        return timesI().asin(bits).overI();
    }

    /** The inverse hyperbolic cosine; cut on the real axis below 1. */
    public ComplexBall acosh(int bits) {
        return ComplexTrigonometry.acosh(this, Ball.checked(bits));
    }

    /** The inverse hyperbolic tangent, -i atan(iz); cuts on the real axis below -1 and above 1. */
    public ComplexBall atanh(int bits) {
        return timesI().atan(bits).overI();
    }

    /** For messages. */
    @Override
    public String toString() {
        return isFinite() ? "(" + re + ") + (" + im + ") i" : "indeterminate";
    }
}
