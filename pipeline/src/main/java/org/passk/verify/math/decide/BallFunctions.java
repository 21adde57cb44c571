package org.passk.verify.math.decide;

import java.util.List;
import org.passk.verify.math.ball.Ball;
import org.passk.verify.math.ball.ComplexBall;
import org.passk.verify.math.ball.Sign;
import org.passk.verify.math.expression.MathFunction;

/** Functions of enclosures, at one precision. */
final class BallFunctions {
    private final int bits;

    BallFunctions(int bits) {
        this.bits = bits;
    }

    ComplexBall call(MathFunction function, List<ComplexBall> arguments) {
        ComplexBall x = arguments.get(0);
        return switch (function) {
            case SQRT -> x.sqrt(bits);
            case EXP -> x.exp(bits);
            case CIS -> x.multiply(ComplexBall.I, bits).exp(bits);
            case LN -> defined(x).log(bits);
            case LOG -> defined(arguments.get(1)).log(bits).divide(defined(x).log(bits), bits);
            case SIN -> x.sin(bits);
            case COS -> x.cos(bits);
            case TAN -> x.tan(bits);
            case COT -> x.cos(bits).divide(defined(x).sin(bits), bits);
            case SEC -> inverse(x.cos(bits));
            case CSC -> inverse(defined(x).sin(bits));
            case ARCSIN -> x.asin(bits);
            case ARCCOS -> x.acos(bits);
            case ARCTAN -> x.atan(bits);
            case ARCCOT ->
                ComplexBall.of(Ball.pi(bits)).divide(ComplexBall.of(2), bits).subtract(x.atan(bits), bits);
            case ARCSEC -> inverse(defined(x)).acos(bits);
            case ARCCSC -> inverse(defined(x)).asin(bits);
            case SINH -> x.sinh(bits);
            case COSH -> x.cosh(bits);
            case TANH -> x.tanh(bits);
            case COTH -> x.cosh(bits).divide(defined(x).sinh(bits), bits);
            case ARSINH -> x.asinh(bits);
            case ARCOSH -> x.acosh(bits);
            case ARTANH -> x.atanh(bits);
            case ABS -> x.abs(bits);
            case ARG -> defined(x).arg(bits);
            case RE -> ComplexBall.of(x.re());
            case IM -> ComplexBall.of(x.im());
            case CONJUGATE -> x.conj();
            case FLOOR, CEIL, FRACTIONAL, SIGN, MOD, MIN, MAX -> real(function, arguments);
            case ROOT, FACTORIAL, DOUBLE_FACTORIAL, GAMMA, BINOMIAL, GCD, LCM, DET -> throw Stop.notExact();
        };
    }

    private static ComplexBall defined(ComplexBall x) {
        if (x.isExactZero()) {
            throw Stop.undefined();
        }
        return x;
    }

    private ComplexBall inverse(ComplexBall x) {
        return ComplexBall.ONE.divide(x, bits);
    }

    private ComplexBall real(MathFunction function, List<ComplexBall> arguments) {
        for (ComplexBall argument : arguments) {
            if (!argument.isReal()) {
                return ComplexBall.INDETERMINATE;
            }
        }
        Ball x = arguments.get(0).re();
        return ComplexBall.of(
                switch (function) {
                    case FLOOR -> x.floor();
                    case CEIL -> x.ceil();
                    case FRACTIONAL -> x.subtract(x.floor(), bits);
                    case SIGN -> sign(x);
                    case MOD -> mod(x, arguments.get(1).re());
                    case MIN -> arguments.stream().map(ComplexBall::re).reduce(x, (a, b) -> a.min(b, bits));
                    case MAX -> arguments.stream().map(ComplexBall::re).reduce(x, (a, b) -> a.max(b, bits));
                    default -> throw Stop.notExact();
                });
    }

    private static Ball sign(Ball x) {
        return switch (x.sign()) {
            case NEGATIVE -> Ball.of(-1);
            case ZERO -> Ball.ZERO;
            case POSITIVE -> Ball.ONE;
            case UNKNOWN -> Ball.INDETERMINATE;
        };
    }

    private Ball mod(Ball x, Ball modulus) {
        if (modulus.sign() == Sign.ZERO) {
            throw Stop.undefined();
        }
        Ball whole = x.divide(modulus, bits).floor();
        return x.subtract(modulus.multiply(whole, bits), bits);
    }
}
