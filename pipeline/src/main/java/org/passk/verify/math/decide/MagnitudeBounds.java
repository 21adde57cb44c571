package org.passk.verify.math.decide;

import java.util.Map;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Call;
import org.passk.verify.math.expression.Expression.Negative;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.MathFunction;
import org.passk.verify.math.expression.Rational;

/**
 * Bounds of positive numbers that are too large or too small to be written down, such as towers of powers and
 * factorials: enough to see that 9^(9^(9^9)) is not 1. Each bound is widened far beyond the rounding of doubles.
 */
final class MagnitudeBounds {
    private static final double LN_2 = 0.6931471805599453;

    private static final int EXACT_STEPS = 1_000;
    private static final int EXACT_BITS = 4_096;

    /** Beyond this, logarithms are only known to be larger. */
    private static final double HUGE = 1e300;

    private MagnitudeBounds() {}

    /** The logarithm to the base 2 of a positive number lies in [lower, upper]. */
    private record Range(double lower, double upper) {
        static final Range UNKNOWN = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        boolean isUnknown() {
            return lower == Double.NEGATIVE_INFINITY && upper == Double.POSITIVE_INFINITY;
        }
    }

    /** Whether two positive numbers are certainly different, because they are of different size. */
    static boolean apart(Expression left, Expression right) {
        Range a = range(left);
        if (a.isUnknown()) {
            return false;
        }
        Range b = range(right);
        return a.lower > b.upper || b.lower > a.upper;
    }

    private static Range widened(double lower, double upper) {
        // What overflowed is only known to be beyond the limit.
        double bounded = Math.min(lower, HUGE);
        double low = bounded - Math.abs(bounded) * 1e-9 - 1e-6;
        double high = upper + Math.abs(upper) * 1e-9 + 1e-6;
        return new Range(
                Double.isNaN(low) ? Double.NEGATIVE_INFINITY : Math.min(low, HUGE),
                Double.isNaN(high) ? Double.POSITIVE_INFINITY : high >= HUGE ? Double.POSITIVE_INFINITY : high);
    }

    private static Range range(Expression expression) {
        if (expression instanceof Num number) {
            return number.value().numerator().signum() > 0 ? of(number.value()) : Range.UNKNOWN;
        }
        if (expression instanceof Expression.Product product) {
            double lower = 0;
            double upper = 0;
            for (Expression factor : product.factors()) {
                Range range = range(factor);
                lower += range.lower;
                upper += range.upper;
            }
            return widened(lower, upper);
        }
        if (expression instanceof Expression.Quotient quotient) {
            Range numerator = range(quotient.numerator());
            Range denominator = range(quotient.denominator());
            return widened(numerator.lower - denominator.upper, numerator.upper - denominator.lower);
        }
        if (expression instanceof Expression.Power power) {
            return power(power);
        }
        if (expression instanceof Expression.Series series && isFactorial(series)) {
            return call(Call.of(MathFunction.FACTORIAL, series.upper()));
        }
        Range range = expression instanceof Call call ? call(call) : Range.UNKNOWN;
        return range.isUnknown() ? exact(expression) : range;
    }

    /** The product of k from 1 on. */
    private static boolean isFactorial(Expression.Series series) {
        return series.product()
                && series.lower().equals(Num.of(1))
                && series.body().equals(new Expression.Symbol(series.variable()));
    }

    /** Small numbers are computed. */
    private static Range exact(Expression expression) {
        try {
            Rational value = new ExactEvaluator(Map.of(), new Fuel(EXACT_STEPS), EXACT_BITS).value(expression);
            return value.numerator().signum() > 0 ? of(value) : Range.UNKNOWN;
        } catch (Stop e) {
            return Range.UNKNOWN;
        }
    }

    private static Range of(Rational value) {
        double numerator = value.numerator().bitLength();
        double denominator = value.denominator().bitLength();
        // For numbers of machine size the logarithm itself.
        if (numerator < 1_000 && denominator < 1_000) {
            double log = (StrictMath.log(value.numerator().doubleValue())
                            - StrictMath.log(value.denominator().doubleValue()))
                    / LN_2;
            return widened(log, log);
        }
        return widened(numerator - 1 - denominator, numerator - denominator + 1);
    }

    private static Range power(Expression.Power power) {
        Range base = range(power.base());
        boolean negative = power.exponent() instanceof Negative
                || (power.exponent() instanceof Num number
                        && number.value().numerator().signum() < 0);
        Range exponent = range(negative ? opposite(power.exponent()) : power.exponent());
        if (base.isUnknown() || exponent.isUnknown() || base.lower < 0) {
            return Range.UNKNOWN;
        }
        Range magnitude = widened(
                base.lower * StrictMath.pow(2, Math.min(exponent.lower, 1_100)),
                base.upper * StrictMath.pow(2, Math.min(exponent.upper, 1_100)));
        return negative ? new Range(-magnitude.upper, -magnitude.lower) : magnitude;
    }

    private static Expression opposite(Expression negative) {
        return negative instanceof Negative minus
                ? minus.operand()
                : Num.of(((Num) negative).value().negate());
    }

    private static Range call(Call call) {
        MathFunction function = call.function();
        if (function == MathFunction.BINOMIAL) {
            return binomial(call);
        }
        if (function != MathFunction.FACTORIAL && function != MathFunction.GAMMA) {
            return Range.UNKNOWN;
        }
        Range argument = range(call.arguments().get(0));
        // From 16 on Gamma grows, and n^n e^-n / n <= Gamma(n) <= n! <= n^n.
        if (argument.isUnknown() || argument.lower < 4) {
            return Range.UNKNOWN;
        }
        double low = StrictMath.pow(2, Math.min(argument.lower, 1_000));
        double high = StrictMath.pow(2, Math.min(argument.upper, 1_100));
        return widened(low * (argument.lower - 1.4427) - argument.lower, high * argument.upper);
    }

    /** {@code C(n, k)} with {@code 1 <= k <= n/2} is at least {@code (n/k)^k}. */
    private static Range binomial(Call call) {
        boolean integers = call.arguments().get(0) instanceof Num n
                && call.arguments().get(1) instanceof Num k
                && n.value().isInteger()
                && k.value().isInteger()
                && n.value().numerator().bitLength() < 50;
        if (!integers) {
            return Range.UNKNOWN;
        }
        double n = ((Num) call.arguments().get(0)).value().numerator().doubleValue();
        double k = ((Num) call.arguments().get(1)).value().numerator().doubleValue();
        double least = Math.min(k, n - k);
        return least < 1 ? Range.UNKNOWN : widened(least * StrictMath.log(n / least) / LN_2, n);
    }
}
