package org.passk.verify.math.decide;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Call;
import org.passk.verify.math.expression.Expression.Constant;
import org.passk.verify.math.expression.Expression.Negative;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Expression.Power;
import org.passk.verify.math.expression.Expression.Product;
import org.passk.verify.math.expression.Expression.Quotient;
import org.passk.verify.math.expression.Rational;
import org.passk.verify.math.expression.Tree;

/** How many bits the numbers in an expression are written with: how small a difference between two of them may be. */
final class Literals {
    private static final double MOST = 1e6;

    /** Larger numbers are no place of a bend that anyone wrote. */
    private static final long MOST_BITS = 128;

    private static final int MOST_EXPONENT_BITS = 6;

    private static final double BITS_OF_E_SQUARED = 2.9;

    private Literals() {}

    static int bits(Expression expression) {
        return (int) Math.min(MOST, size(expression));
    }

    /**
     * How many bits below one an expression may reach by what it is written with: {@code e^{-600}} some 1,200, {@code
     * tanh 300}, which is as near to 1, some 900. Two numbers that agree to fewer bits may differ by such a part.
     */
    static double depth(Expression expression) {
        return depths(expression).below;
    }

    /** Of an expression and of its inverse, in one walk: two would double with each level. */
    private record Depths(double below, double above) {
        private static final Depths NONE = new Depths(0, 0);

        Depths plus(Depths other) {
            return new Depths(below + other.below, above + other.above);
        }

        Depths times(double factor) {
            return new Depths(factor * below, factor * above);
        }

        Depths inverted() {
            return new Depths(/* below= */ above, /* above= */ below);
        }

        Depths eitherWay(double more) {
            return new Depths(below + above + more, below + above + more);
        }
    }

    private static Depths depths(Expression expression) {
        if (expression instanceof Num number) {
            return new Depths(
                    number.value().denominator().bitLength() - 1.0,
                    number.value().numerator().bitLength());
        }
        if (expression instanceof Constant) {
            return new Depths(0, 2);
        }
        if (expression instanceof Quotient quotient) {
            return depths(quotient.numerator())
                    .plus(depths(quotient.denominator()).inverted());
        }
        if (expression instanceof Power power) {
            return power(power);
        }
        Depths all = Depths.NONE;
        for (Expression part : Tree.parts(expression)) {
            all = all.plus(depths(part));
        }
        if (!(expression instanceof Call call)) {
            return all;
        }
        return switch (call.function()) {
            case SQRT -> all;
            case EXP, SINH, COSH, TANH, COTH ->
                all.eitherWay(BITS_OF_E_SQUARED * magnitude(call.arguments().get(0)));
            default -> all.eitherWay(0);
        };
    }

    private static Depths power(Power power) {
        Depths base = depths(power.base());
        if (exponent(power.exponent()) instanceof Num number) {
            boolean negative = power.exponent() instanceof Negative
                    != number.value().numerator().signum() < 0;
            Depths times = base.times(magnitude(number));
            return negative ? times.inverted() : times;
        }
        return base.eitherWay(1)
                .times(magnitude(power.exponent()))
                .plus(depths(power.exponent()).eitherWay(0));
    }

    /** About the absolute value, rather too large. */
    private static double magnitude(Expression expression) {
        if (expression instanceof Num number) {
            return Math.min(
                    MOST,
                    Math.abs(number.value().numerator().doubleValue()
                            / number.value().denominator().doubleValue()));
        }
        if (expression instanceof Quotient quotient) {
            double divisor = quotient.denominator() instanceof Num number ? Math.max(1, magnitude(number)) : 1;
            return magnitude(quotient.numerator()) / divisor;
        }
        if (expression instanceof Power power) {
            return Math.min(MOST, Math.pow(Math.max(1, magnitude(power.base())), magnitude(power.exponent())));
        }
        double all = expression instanceof Product ? 1 : 0;
        for (Expression part : Tree.parts(expression)) {
            double next = magnitude(part);
            all = expression instanceof Product ? all * next : all + next;
        }
        return Math.min(MOST, Tree.parts(expression).isEmpty() ? 4 : all);
    }

    /** The absolute values of the largest numbers, and the product of the two largest, in ascending order. */
    static List<Rational> largest(int most, Expression... expressions) {
        NavigableSet<Rational> all = new TreeSet<>(Comparator.comparing(Literals::rounded));
        for (Expression expression : expressions) {
            collect(expression, all, most);
        }
        List<Rational> ascending = new ArrayList<>(all);
        if (ascending.size() > 1) {
            // x/1000 - 5 changes its sign at 5000.
            Rational product = all.last().times(ascending.get(ascending.size() - 2));
            if (rounded(product).compareTo(rounded(all.last())) > 0) {
                ascending.add(product);
            }
        }
        return ascending;
    }

    private static BigDecimal rounded(Rational value) {
        return new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()), MathContext.DECIMAL64);
    }

    private static void collect(Expression expression, NavigableSet<Rational> all, int most) {
        if (expression instanceof Num number) {
            add(number.value(), all, most);
        } else if (expression instanceof Power power
                && power.base() instanceof Num base
                && power.exponent() instanceof Num exponent
                && exponent.value().isInteger()
                && ExactArithmetic.bits(base.value()) <= MOST_BITS
                && exponent.value().numerator().bitLength() < MOST_EXPONENT_BITS
                && exponent.value().numerator().signum() > 0) {
            int times = exponent.value().numerator().intValueExact();
            add(
                    new Rational(
                            base.value().numerator().pow(times),
                            base.value().denominator().pow(times)),
                    all,
                    most);
        } else {
            Tree.parts(expression).forEach(part -> collect(part, all, most));
        }
    }

    private static void add(Rational value, NavigableSet<Rational> all, int most) {
        if (value.numerator().signum() != 0 && ExactArithmetic.bits(value) <= MOST_BITS) {
            all.add(value.numerator().signum() < 0 ? value.negate() : value);
        }
        if (all.size() > most) {
            all.pollFirst();
        }
    }

    private static double size(Expression expression) {
        if (expression instanceof Num number) {
            return ExactArithmetic.bits(number.value());
        }
        if (expression instanceof Power power && exponent(power.exponent()) instanceof Num number) {
            // 10^-60 is as small as sixty digits. The base is walked once: twice would double with each power inside.
            double times =
                    1 + Math.min(MOST, Math.abs(number.value().numerator().doubleValue()));
            return size(power.base()) * times + size(power.exponent());
        }
        double all = 0;
        for (Expression part : Tree.parts(expression)) {
            all += size(part);
        }
        return all;
    }

    private static Expression exponent(Expression expression) {
        return expression instanceof Negative negative ? negative.operand() : expression;
    }
}
