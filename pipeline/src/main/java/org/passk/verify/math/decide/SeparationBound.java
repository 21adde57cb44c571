package org.passk.verify.math.decide;

import java.math.BigInteger;
import java.util.Map;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Call;
import org.passk.verify.math.expression.Expression.Constant;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.MathFunction;
import org.passk.verify.math.expression.Rational;
import org.passk.verify.math.expression.Tree;

/**
 * A lower bound of an algebraic number that is not zero: the BFMSS bound of Burnikel, Funke, Mehlhorn, Schirra and
 * Schmitt (A Separation Bound for Real Algebraic Expressions, ESA 2001, doi:10.1007/3-540-44676-1_21). An expression of
 * integers, sums, products, quotients and roots is written as U/L with algebraic integers U and L; u and l bound the
 * absolute values of all their conjugates, and D, the degree of a {@link NumberField} that holds all roots, bounds their
 * degree. If the number is not zero, it is at least 1 / (u^(D-1) l). The bound holds for complex numbers as well: i is a
 * root of degree 2 of -1, and a root of unity of order q, which the functions of rational angles are made of, is an
 * algebraic integer of degree at most q whose conjugates have the absolute value 1.
 *
 * <p>Transcendental constants have no such bound; {@link #proven} tells.
 */
final class SeparationBound {
    private final Fuel fuel;
    private final NumberField field = new NumberField();
    private boolean proven = true;

    private SeparationBound(Fuel fuel) {
        this.fuel = fuel;
    }

    /** The logarithms to the base 2 of u and l. */
    private record Size(double u, double l) {}

    /**
     * How far from zero an expression is if it is not zero.
     *
     * @param bits the number is zero, or its absolute value is at least 2^-bits; infinite when there is no bound
     * @param proven whether that is a theorem
     */
    record Bound(double bits, boolean proven) {}

    static Bound of(Expression expression, Fuel fuel) {
        SeparationBound bound = new SeparationBound(fuel);
        Size size = bound.size(expression);
        return new Bound(size.u * (bound.field.degree() - 1) + size.l + 1, bound.proven);
    }

    private Size size(Expression expression) {
        fuel.burn(1);
        if (expression instanceof Num number) {
            return rational(number.value());
        }
        if (expression instanceof Expression.Sum sum) {
            Size all = size(sum.terms().get(0));
            for (Expression term : sum.terms().subList(1, sum.terms().size())) {
                all = sum(all, size(term));
            }
            return all;
        }
        if (expression instanceof Expression.Product product) {
            double u = 0;
            double l = 0;
            for (Expression factor : product.factors()) {
                Size size = size(factor);
                u += size.u;
                l += size.l;
            }
            return new Size(u, l);
        }
        if (expression instanceof Expression.Negative negative) {
            return size(negative.operand());
        }
        if (expression instanceof Expression.Quotient quotient) {
            Size numerator = size(quotient.numerator());
            Size denominator = size(quotient.denominator());
            return new Size(numerator.u + denominator.l, numerator.l + denominator.u);
        }
        if (expression instanceof Expression.Percent percent) {
            Size size = size(percent.operand());
            return new Size(size.u, size.l + 7);
        }
        if (expression instanceof Expression.Power power) {
            return power(power);
        }
        if (expression instanceof Call call) {
            return call(call);
        }
        return leaf(expression);
    }

    private Size leaf(Expression expression) {
        if (expression == Constant.I) {
            field.adjoinUnity(4);
            return new Size(0, 0);
        }
        try {
            return rational(exact(expression));
        } catch (Stop e) {
            proven = false;
            double u = 8;
            double l = 8;
            for (Expression part : Tree.parts(expression)) {
                Size size = size(part);
                u += size.u;
                l += size.l;
            }
            return root(expression, new Size(u, l), 2);
        }
    }

    private Rational exact(Expression expression) {
        return new ExactEvaluator(Map.of(), fuel, 1 << 16).value(expression);
    }

    private static Size rational(Rational value) {
        return new Size(
                Math.max(0, value.numerator().bitLength()), value.denominator().bitLength());
    }

    private static Size sum(Size a, Size b) {
        return new Size(1 + Math.max(a.u + b.l, b.u + a.l), a.l + b.l);
    }

    /** A root of a degree; one that occurs twice counts once. */
    private Size root(Expression node, Size of, int k) {
        field.adjoin(node, k);
        return ofRoot(of, k);
    }

    /** A square root of a rational number adds the roots of its primes to the field, which others may have added. */
    private Size squareRoot(Expression node, Expression radicand) {
        Size of = size(radicand);
        boolean taken;
        try {
            taken = field.adjoinSquareRoot(exact(radicand), fuel);
        } catch (Stop e) {
            taken = false;
        }
        return taken ? ofRoot(of, 2) : root(node, of, 2);
    }

    private static Size ofRoot(Size of, int k) {
        return of.u >= of.l
                ? new Size((of.u + (k - 1.0) * of.l) / k, of.l)
                : new Size(of.u, ((k - 1.0) * of.u + of.l) / k);
    }

    private Size power(Expression.Power power) {
        Rational exponent;
        try {
            exponent = exact(power.exponent());
        } catch (Stop e) {
            return transcendental(power);
        }
        double degreeOfRoot = exponent.denominator().doubleValue();
        double times = Math.abs(exponent.numerator().doubleValue());
        if (degreeOfRoot > 1_024 || times > 1e6) {
            return new Size(Double.POSITIVE_INFINITY, 0);
        }
        Size size = base(power.base(), exponent, (int) degreeOfRoot);
        Size raised = new Size(size.u * times, size.l * times);
        return exponent.numerator().signum() < 0 ? new Size(raised.l, raised.u) : raised;
    }

    private Size base(Expression base, Rational exponent, int k) {
        if (k == 1) {
            return size(base);
        }
        Expression root = new Expression.Power(base, Num.of(reciprocal(exponent)));
        return k == 2 ? squareRoot(root, base) : root(root, size(base), k);
    }

    private static Rational reciprocal(Rational exponent) {
        return new Rational(BigInteger.ONE, exponent.denominator());
    }

    private Size transcendental(Expression.Power power) {
        proven = false;
        Size base = size(power.base());
        Size exponent = size(power.exponent());
        return root(power, new Size(32 + base.u + exponent.u, 32 + base.l + exponent.l), 2);
    }

    private Size call(Call call) {
        Expression x = call.arguments().get(0);
        switch (call.function()) {
            case SQRT -> {
                return squareRoot(call, x);
            }
            case ROOT -> {
                Size radicand = size(call.arguments().get(1));
                int k = degree(x);
                return k > 0 ? root(call, radicand, k) : new Size(Double.POSITIVE_INFINITY, 0);
            }
            case ABS, CONJUGATE, RE, IM -> {
                // Of a real number the absolute value is the number or its negative; of a complex one it is a root.
                Size size = size(x);
                return Traits.of(x).imaginary() ? root(call, new Size(2 * size.u + 2, 2 * size.l + 2), 2) : size;
            }
            case MIN, MAX -> {
                Size all = size(x);
                for (Expression argument : call.arguments()) {
                    Size size = size(argument);
                    all = new Size(Math.max(all.u, size.u), Math.max(all.l, size.l));
                }
                return all;
            }
            case SIN, COS, TAN, COT, SEC, CSC, CIS -> {
                return trigonometric(call.function(), x);
            }
            default -> {
                return leaf(call);
            }
        }
    }

    private int degree(Expression expression) {
        try {
            Rational degree = exact(expression);
            boolean usable =
                    degree.isInteger() && degree.numerator().signum() > 0 && ExactArithmetic.bits(degree) <= 10;
            return usable ? degree.numerator().intValueExact() : -1;
        } catch (Stop e) {
            return -1;
        }
    }

    /** Of a rational multiple of pi with denominator q the functions live in the field of the 4q-th roots of unity. */
    private Size trigonometric(MathFunction function, Expression angle) {
        Rational turn;
        try {
            turn = Angles.multipleOfPi(angle, fuel);
        } catch (Stop e) {
            proven = false;
            return root(Call.of(function, angle), new Size(16, 16), 2);
        }
        if (turn.denominator().bitLength() > 8) {
            return new Size(Double.POSITIVE_INFINITY, 0);
        }
        // e to the i p/q pi is a 2q-th root of unity; i is needed as well.
        int q = turn.denominator().intValueExact();
        field.adjoinUnity(q % 2 == 0 ? 2L * q : 4L * q);
        // Each is a quotient of sums of two roots of unity, such as (z + 1/z) / 2 and (z^2 - 1) / (i z^2 + i).
        return new Size(1, 1);
    }
}
