package org.passk.verify.math.decide;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Call;
import org.passk.verify.math.expression.Expression.Negative;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Rational;

/**
 * Evaluates an expression in the rational numbers, exactly or not at all. Variables have the values they are given;
 * unknown functions have values that depend on their name and arguments alone.
 */
final class ExactEvaluator {
    private final Map<String, Rational> values;
    private final Fuel fuel;
    private final ExactArithmetic arithmetic;
    private final ExactFunctions functions;

    ExactEvaluator(Map<String, Rational> values, Fuel fuel, int maxBits) {
        this.values = new HashMap<>(values);
        this.fuel = fuel;
        this.arithmetic = new ExactArithmetic(fuel, maxBits);
        this.functions = new ExactFunctions(arithmetic, fuel, maxBits);
    }

    /**
     * The value.
     *
     * @throws Stop when it is not rational, not defined, or beyond the limits
     */
    Rational value(Expression expression) {
        fuel.burn(1);
        if (expression instanceof Num number) {
            return number.value();
        }
        if (expression instanceof Expression.Symbol symbol) {
            Rational value = values.get(symbol.name());
            if (value == null) {
                throw Stop.notExact();
            }
            return value;
        }
        if (expression instanceof Expression.Sum sum) {
            return sum(sum.terms());
        }
        if (expression instanceof Expression.Product product) {
            Rational all = Rational.integer(1);
            for (Expression factor : product.factors()) {
                all = arithmetic.times(all, value(factor));
            }
            return all;
        }
        if (expression instanceof Negative negative) {
            return value(negative.operand()).negate();
        }
        if (expression instanceof Expression.Quotient quotient) {
            return arithmetic.divided(value(quotient.numerator()), value(quotient.denominator()));
        }
        if (expression instanceof Expression.Power power) {
            return power(power);
        }
        if (expression instanceof Call call) {
            return call(call);
        }
        if (expression instanceof Expression.Series series) {
            return series(series);
        }
        return rest(expression);
    }

    private Rational rest(Expression expression) {
        if (expression instanceof Expression.Percent percent) {
            return value(percent.operand()).percent();
        }
        if (expression instanceof Expression.Measured measured) {
            if (measured.unit().equals("degree")) {
                throw Stop.notExact();
            }
            return value(measured.quantity());
        }
        if (expression instanceof Expression.Based based) {
            return new Rational(new BigInteger(based.digits(), based.base()), BigInteger.ONE);
        }
        if (expression instanceof Expression.Applied applied) {
            return generic(applied);
        }
        throw Stop.notExact();
    }

    /** Sums of many terms are added over one denominator, so that each costs one addition. */
    private Rational sum(List<Expression> terms) {
        Rational integers = Rational.integer(0);
        Rational rest = Rational.integer(0);
        for (Expression term : terms) {
            Rational value = value(term);
            if (value.isInteger()) {
                integers = arithmetic.plus(integers, value);
            } else {
                rest = arithmetic.plus(rest, value);
            }
        }
        return arithmetic.plus(rest, integers);
    }

    private Rational power(Expression.Power power) {
        // (2^100)^(1/100) is 2 without writing 2^100: exponents of a positive base multiply.
        if (power.base() instanceof Expression.Power inner
                && Traits.of(inner.base()).symbols().isEmpty()) {
            Rational base = value(inner.base());
            if (base.numerator().signum() > 0) {
                return functions.power(base, arithmetic.times(value(inner.exponent()), value(power.exponent())));
            }
        }
        return functions.power(value(power.base()), value(power.exponent()));
    }

    private Rational call(Call call) {
        if (call.arguments().get(0) instanceof Expression.Matrix matrix) {
            return determinant(matrix);
        }
        List<Rational> arguments = new ArrayList<>(call.arguments().size());
        for (Expression argument : call.arguments()) {
            arguments.add(value(argument));
        }
        return functions.call(call.function(), arguments);
    }

    private Rational series(Expression.Series series) {
        Rational lower = value(series.lower());
        Rational upper = value(series.upper());
        if (!lower.isInteger() || !upper.isInteger()) {
            throw Stop.undefined();
        }
        BigInteger count = upper.numerator().subtract(lower.numerator());
        if (count.bitLength() > 24) {
            throw Stop.outOfFuel();
        }
        fuel.burn(Math.max(0, count.longValue()));
        Rational all = Rational.integer(series.product() ? 1 : 0);
        Rational outer = values.get(series.variable());
        for (long i = 0; i <= count.longValue(); i++) {
            values.put(series.variable(), lower.plus(Rational.integer(i)));
            Rational term = value(series.body());
            all = series.product() ? arithmetic.times(all, term) : arithmetic.plus(all, term);
        }
        if (outer == null) {
            values.remove(series.variable());
        } else {
            values.put(series.variable(), outer);
        }
        return all;
    }

    /** By elimination. */
    private Rational determinant(Expression.Matrix matrix) {
        int size = matrix.rows();
        if (size != matrix.columns()) {
            throw Stop.undefined();
        }
        Rational[][] rows = new Rational[size][size];
        for (int i = 0; i < size * size; i++) {
            rows[i / size][i % size] = value(matrix.cells().get(i));
        }
        Rational all = Rational.integer(1);
        for (int column = 0; column < size; column++) {
            int pivot = column;
            while (pivot < size && rows[pivot][column].isZero()) {
                pivot++;
            }
            if (pivot == size) {
                return Rational.integer(0);
            }
            if (pivot != column) {
                Rational[] swapped = rows[pivot];
                rows[pivot] = rows[column];
                rows[column] = swapped;
                all = all.negate();
            }
            all = arithmetic.times(all, rows[column][column]);
            for (int row = column + 1; row < size; row++) {
                Rational factor = arithmetic.divided(rows[row][column], rows[column][column]);
                fuel.burn(40L * size);
                for (int k = column; k < size; k++) {
                    rows[row][k] = arithmetic.minus(rows[row][k], arithmetic.times(factor, rows[column][k]));
                }
            }
        }
        return all;
    }

    /** A value that nobody could guess and that equal arguments share. */
    private Rational generic(Expression.Applied applied) {
        long hash = applied.name().hashCode();
        for (Expression argument : applied.arguments()) {
            Rational value = value(argument);
            hash = Points.mixed(hash ^ value.numerator().hashCode())
                    + value.denominator().hashCode();
        }
        return Rational.integer((Points.mixed(hash) >>> 40) + 2);
    }
}
