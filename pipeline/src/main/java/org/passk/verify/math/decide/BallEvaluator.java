package org.passk.verify.math.decide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passk.verify.math.ball.Ball;
import org.passk.verify.math.ball.ComplexBall;
import org.passk.verify.math.ball.Sign;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Call;
import org.passk.verify.math.expression.Expression.Constant;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Expression.Power;
import org.passk.verify.math.expression.Rational;

/**
 * Evaluates an expression to a set of complex numbers that contains its value, whatever was rounded on the way.
 * Principal values, but for odd roots of negative real numbers, which are real.
 */
final class BallEvaluator {
    private final Map<String, Rational> values;
    private final Fuel fuel;
    private final int bits;
    private final int maxBits;
    private final BallFunctions functions;

    BallEvaluator(Map<String, Rational> values, Fuel fuel, int bits, int maxBits) {
        this.values = new HashMap<>(values);
        this.fuel = fuel;
        this.bits = bits;
        this.maxBits = maxBits;
        this.functions = new BallFunctions(bits);
    }

    /**
     * An enclosure of the value; indeterminate where precision does not suffice.
     *
     * @throws Stop when it is not defined or beyond the limits
     */
    ComplexBall value(Expression expression) {
        fuel.burn(5 + (long) bits * bits / 65_536);
        if (expression instanceof Num number) {
            return ball(number.value());
        }
        if (expression instanceof Expression.Symbol symbol) {
            Rational value = values.get(symbol.name());
            if (value == null) {
                throw Stop.notExact();
            }
            return ball(value);
        }
        if (expression instanceof Constant constant) {
            return constant(constant);
        }
        if (expression instanceof Expression.Sum sum) {
            ComplexBall all = ComplexBall.ZERO;
            for (Expression term : sum.terms()) {
                all = all.add(value(term), bits);
            }
            return all;
        }
        if (expression instanceof Expression.Product product) {
            ComplexBall all = ComplexBall.ONE;
            for (Expression factor : product.factors()) {
                all = all.multiply(value(factor), bits);
            }
            return all;
        }
        if (expression instanceof Expression.Negative negative) {
            return value(negative.operand()).negate();
        }
        if (expression instanceof Expression.Quotient quotient) {
            return divided(value(quotient.numerator()), value(quotient.denominator()));
        }
        if (expression instanceof Power power) {
            return power(power);
        }
        if (expression instanceof Call call) {
            return call(call);
        }
        return rest(expression);
    }

    private ComplexBall rest(Expression expression) {
        if (expression instanceof Expression.Series series) {
            return series(series);
        }
        if (expression instanceof Expression.Percent percent) {
            return value(percent.operand()).divide(ComplexBall.of(100), bits);
        }
        if (expression instanceof Expression.Measured measured) {
            ComplexBall quantity = value(measured.quantity());
            return measured.unit().equals("degree")
                    ? quantity.multiply(ComplexBall.of(Ball.pi(bits)), bits).divide(ComplexBall.of(180), bits)
                    : quantity;
        }
        return ball(exact(expression));
    }

    private ComplexBall ball(Rational value) {
        return ComplexBall.of(Ball.ratio(value.numerator(), value.denominator(), bits));
    }

    private ComplexBall constant(Constant constant) {
        return switch (constant) {
            case PI -> ComplexBall.of(Ball.pi(bits));
            case E -> ComplexBall.of(Ball.e(bits));
            case I -> ComplexBall.I;
            case INFINITY -> throw Stop.undefined();
            case EMPTY_SET, NATURALS, INTEGERS, RATIONALS, REALS, COMPLEXES -> throw Stop.notExact();
        };
    }

    private ComplexBall divided(ComplexBall left, ComplexBall right) {
        if (right.isExactZero()) {
            throw Stop.undefined();
        }
        return left.divide(right, bits);
    }

    private Rational exact(Expression expression) {
        return new ExactEvaluator(values, fuel, maxBits).value(expression);
    }

    private Optional<Rational> ifExact(Expression expression) {
        try {
            return Optional.of(exact(expression));
        } catch (Stop e) {
            // Too large to write out is still a number.
            return Optional.empty();
        }
    }

    private ComplexBall power(Power power) {
        ComplexBall base = value(power.base());
        Optional<Rational> exponent = ifExact(power.exponent());
        if (exponent.isPresent() && ExactArithmetic.bits(exponent.get()) <= 31) {
            return rationalPower(base, exponent.get());
        }
        elementary();
        return base.power(value(power.exponent()), bits);
    }

    private ComplexBall rationalPower(ComplexBall base, Rational exponent) {
        int numerator = exponent.numerator().intValueExact();
        int degree = exponent.denominator().intValueExact();
        fuel.burn(32L * bits / 128);
        if (base.isExactZero()) {
            if (numerator < 0) {
                throw Stop.undefined();
            }
            return numerator == 0 ? ComplexBall.ONE : base;
        }
        if (degree == 1) {
            return base.power(numerator, bits);
        }
        if (degree > 2) {
            // By a logarithm.
            elementary();
        }
        return root(base, degree).power(numerator, bits);
    }

    private ComplexBall root(ComplexBall base, int degree) {
        boolean negative = degree % 2 == 1 && base.isReal() && base.re().sign() == Sign.NEGATIVE;
        return negative ? base.negate().root(degree, bits).negate() : base.root(degree, bits);
    }

    /** What an elementary function costs. */
    private void elementary() {
        fuel.burn(60 + 20L * bits * bits / 16_384);
    }

    private ComplexBall call(Call call) {
        switch (call.function()) {
            case ROOT -> {
                Optional<Rational> degree = ifExact(call.arguments().get(0));
                boolean small = degree.isPresent()
                        && degree.get().isInteger()
                        && degree.get().numerator().signum() > 0
                        && ExactArithmetic.bits(degree.get()) <= 16;
                ComplexBall radicand = value(call.arguments().get(1));
                elementary();
                return small
                        ? root(radicand, degree.get().numerator().intValueExact())
                        : radicand.power(
                                divided(ComplexBall.ONE, value(call.arguments().get(0))), bits);
            }
            case FACTORIAL, DOUBLE_FACTORIAL, BINOMIAL, GCD, LCM, GAMMA -> {
                return ball(exact(call));
            }
            case DET -> {
                return determinant(call.arguments().get(0));
            }
            default -> {
                List<ComplexBall> arguments = new ArrayList<>(call.arguments().size());
                for (Expression argument : call.arguments()) {
                    arguments.add(value(argument));
                }
                elementary();
                return functions.call(call.function(), arguments);
            }
        }
    }

    private ComplexBall determinant(Expression argument) {
        if (!(argument instanceof Expression.Matrix matrix) || matrix.rows() != matrix.columns() || matrix.rows() > 6) {
            throw Stop.notExact();
        }
        List<ComplexBall> cells = new ArrayList<>();
        for (Expression cell : matrix.cells()) {
            cells.add(value(cell));
        }
        return minor(cells, matrix.columns(), 0, 0);
    }

    /** By the first row; columns that are used up are bits of the mask. */
    private ComplexBall minor(List<ComplexBall> cells, int size, int row, int used) {
        if (row == size) {
            return ComplexBall.ONE;
        }
        fuel.burn(size);
        ComplexBall all = ComplexBall.ZERO;
        boolean negative = false;
        for (int column = 0; column < size; column++) {
            if ((used >> column & 1) == 0) {
                ComplexBall part =
                        cells.get(row * size + column).multiply(minor(cells, size, row + 1, used | 1 << column), bits);
                all = negative ? all.subtract(part, bits) : all.add(part, bits);
                negative = !negative;
            }
        }
        return all;
    }

    private ComplexBall series(Expression.Series series) {
        Rational lower = exact(series.lower());
        Rational upper = exact(series.upper());
        if (!lower.isInteger() || !upper.isInteger()) {
            throw Stop.undefined();
        }
        Rational width = upper.plus(lower.negate());
        if (width.numerator().bitLength() > 20) {
            throw Stop.outOfFuel();
        }
        int count = width.numerator().intValueExact();
        ComplexBall all = series.product() ? ComplexBall.ONE : ComplexBall.ZERO;
        Rational outer = values.get(series.variable());
        for (int i = 0; i <= count; i++) {
            values.put(series.variable(), lower.plus(Rational.integer(i)));
            ComplexBall term = value(series.body());
            all = series.product() ? all.multiply(term, bits) : all.add(term, bits);
        }
        values.remove(series.variable());
        if (outer != null) {
            values.put(series.variable(), outer);
        }
        return all;
    }
}
