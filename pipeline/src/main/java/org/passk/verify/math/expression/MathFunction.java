package org.passk.verify.math.expression;

import java.util.Map;

/** The functions that an expression may call. */
public enum MathFunction {
    /** The square root; of a non-negative number the non-negative one. */
    SQRT(1, 1),
    /** Arguments: degree, radicand. Odd degrees give the real root of a negative number. */
    ROOT(2, 2),
    /** The exponential function. */
    EXP(1, 1),
    /** The natural logarithm, principal branch. */
    LN(1, 1),
    /** Arguments: base, number. */
    LOG(2, 2),
    SIN(1, 1),
    COS(1, 1),
    TAN(1, 1),
    COT(1, 1),
    SEC(1, 1),
    CSC(1, 1),
    ARCSIN(1, 1),
    ARCCOS(1, 1),
    ARCTAN(1, 1),
    ARCCOT(1, 1),
    ARCSEC(1, 1),
    ARCCSC(1, 1),
    SINH(1, 1),
    COSH(1, 1),
    TANH(1, 1),
    COTH(1, 1),
    ARSINH(1, 1),
    ARCOSH(1, 1),
    ARTANH(1, 1),
    /** cos x + i sin x. */
    CIS(1, 1),
    ABS(1, 1),
    FLOOR(1, 1),
    CEIL(1, 1),
    /** The greatest integer part's complement: x - floor(x). */
    FRACTIONAL(1, 1),
    SIGN(1, 1),
    FACTORIAL(1, 1),
    /** n (n - 2) (n - 4) ... */
    DOUBLE_FACTORIAL(1, 1),
    GAMMA(1, 1),
    BINOMIAL(2, 2),
    GCD(1, Integer.MAX_VALUE),
    LCM(1, Integer.MAX_VALUE),
    /** Floored: the remainder has the sign of the modulus. */
    MOD(2, 2),
    MIN(1, Integer.MAX_VALUE),
    MAX(1, Integer.MAX_VALUE),
    RE(1, 1),
    IM(1, 1),
    ARG(1, 1),
    CONJUGATE(1, 1),
    /** The determinant of a matrix. */
    DET(1, 1);

    private static final Map<MathFunction, MathFunction> INVERSES = Map.of(
            SIN, ARCSIN, COS, ARCCOS, TAN, ARCTAN, COT, ARCCOT, SEC, ARCSEC, CSC, ARCCSC, SINH, ARSINH, COSH, ARCOSH,
            TANH, ARTANH);

    private final int least;
    private final int most;

    MathFunction(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /** Whether the function takes this many arguments. */
    public boolean takes(int arguments) {
        return arguments >= least && arguments <= most;
    }

    /** Whether the function has an inverse that {@code ^{-1}} denotes. */
    public boolean hasInverse() {
        return INVERSES.containsKey(this);
    }

    /**
     * The inverse that {@code ^{-1}} denotes.
     *
     * @throws IllegalStateException when there is none
     */
    public MathFunction inverse() {
        if (!hasInverse()) {
            throw new IllegalStateException(this + " has no inverse");
        }
        return INVERSES.get(this);
    }

    /** Whether the function is defined for integers only, or jumps at them. */
    public boolean isDiscrete() {
        return switch (this) {
            case FACTORIAL, DOUBLE_FACTORIAL, BINOMIAL, GCD, LCM, MOD -> true;
            case SQRT,
                    ROOT,
                    EXP,
                    LN,
                    LOG,
                    SIN,
                    COS,
                    TAN,
                    COT,
                    SEC,
                    CSC,
                    ARCSIN,
                    ARCCOS,
                    ARCTAN,
                    ARCCOT,
                    ARCSEC,
                    ARCCSC,
                    SINH,
                    COSH,
                    TANH,
                    COTH,
                    ARSINH,
                    ARCOSH,
                    ARTANH,
                    CIS,
                    ABS,
                    FLOOR,
                    CEIL,
                    FRACTIONAL,
                    SIGN,
                    GAMMA,
                    MIN,
                    MAX,
                    RE,
                    IM,
                    ARG,
                    CONJUGATE,
                    DET -> false;
        };
    }
}
