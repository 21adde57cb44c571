package org.passk.verify.math.ball;

import java.util.function.DoublePredicate;

/** The functions of one real number, with a double in whose neighbourhood they are defined. */
@SuppressWarnings("ImmutableEnumChecker")
enum RealCase {
    EXP(Ball::exp, x -> true),
    LOG(Ball::log, x -> x > 0),
    SQRT(Ball::sqrt, x -> x > 0),
    CUBE_ROOT((x, bits) -> x.root(3, bits), x -> true),
    SIXTH_ROOT((x, bits) -> x.root(6, bits), x -> x > 0),
    SIN(Ball::sin, x -> true),
    COS(Ball::cos, x -> true),
    TAN(Ball::tan, x -> true),
    ASIN(Ball::asin, x -> Math.abs(x) < 1),
    ACOS(Ball::acos, x -> Math.abs(x) < 1),
    ATAN(Ball::atan, x -> true),
    SINH(Ball::sinh, x -> true),
    COSH(Ball::cosh, x -> true),
    TANH(Ball::tanh, x -> true),
    ASINH(Ball::asinh, x -> true),
    ACOSH(Ball::acosh, x -> x > 1),
    ATANH(Ball::atanh, x -> Math.abs(x) < 1),
    SQUARE(Ball::square, x -> true),
    CUBE((x, bits) -> x.power(3, bits), x -> true),
    INVERSE((x, bits) -> x.power(-1, bits), x -> x != 0),
    ABS((x, bits) -> x.abs(), x -> true),
    PRODUCT((x, bits) -> x.multiply(x.subtract(Ball.of(3), bits), bits), x -> true),
    QUOTIENT((x, bits) -> Ball.of(7).divide(x, bits), x -> x != 0),
    LARGER((x, bits) -> x.max(Ball.ONE, bits), x -> true),
    SMALLER((x, bits) -> x.min(Ball.ONE, bits), x -> true);

    private final Function function;
    private final DoublePredicate domain;

    RealCase(Function function, DoublePredicate domain) {
        this.function = function;
        this.domain = domain;
    }

    Ball at(Ball x, int bits) {
        return function.at(x, bits);
    }

    boolean isDefinedAt(double x) {
        return domain.test(x);
    }

    @FunctionalInterface
    interface Function {
        Ball at(Ball x, int bits);
    }
}
