package org.passk.verify.math.ball;

/** The functions of one complex number, by name. */
@SuppressWarnings("ImmutableEnumChecker")
enum ComplexCase {
    EXP(ComplexBall::exp),
    LOG(ComplexBall::log),
    SQRT(ComplexBall::sqrt),
    SIN(ComplexBall::sin),
    COS(ComplexBall::cos),
    TAN(ComplexBall::tan),
    ASIN(ComplexBall::asin),
    ACOS(ComplexBall::acos),
    ATAN(ComplexBall::atan),
    SINH(ComplexBall::sinh),
    COSH(ComplexBall::cosh),
    TANH(ComplexBall::tanh),
    ASINH(ComplexBall::asinh),
    ACOSH(ComplexBall::acosh),
    ATANH(ComplexBall::atanh),
    SQUARE(ComplexBall::square),
    ABS(ComplexBall::abs),
    ARG(ComplexBall::arg),
    CUBE((z, bits) -> z.power(3, bits)),
    INVERSE((z, bits) -> z.power(-1, bits)),
    FIFTH_ROOT((z, bits) -> z.root(5, bits)),
    SELF_POWER((z, bits) -> z.power(z, bits)),
    PRODUCT((z, bits) -> z.multiply(z.add(ComplexBall.I, bits), bits)),
    QUOTIENT((z, bits) -> z.divide(z.subtract(ComplexBall.I, bits), bits));

    private final Function function;

    ComplexCase(Function function) {
        this.function = function;
    }

    ComplexBall at(ComplexBall z, int bits) {
        return function.at(z, bits);
    }

    @FunctionalInterface
    interface Function {
        ComplexBall at(ComplexBall z, int bits);
    }
}
