package org.passk.verify.math;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.passk.verify.math.decide.Decider;
import org.passk.verify.math.decide.Fuel;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Call;
import org.passk.verify.math.expression.Expression.Negative;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Expression.Power;
import org.passk.verify.math.expression.Expression.Product;
import org.passk.verify.math.expression.Expression.Quotient;
import org.passk.verify.math.expression.Expression.Sum;
import org.passk.verify.math.expression.Expression.Symbol;
import org.passk.verify.math.expression.MathFunction;
import org.passk.verify.math.expression.Rational;

/** A polynomial {@code a x^2 + b x + c} in the one variable there is, with rational coefficients. */
record Quadratic(Rational a, Rational b, Rational c) {
    /** Coefficients beyond it are not what an inequality is written with. */
    private static final int MAX_BITS = 1_024;

    private static final Rational ZERO = Rational.integer(0);

    /**
     * Reads an expression of one variable.
     *
     * @return empty when it is no polynomial of a degree up to 2
     */
    static Optional<Quadratic> of(Expression form, Decider decider, Fuel fuel) {
        return new Reader(decider, fuel).read(form);
    }

    Quadratic negated() {
        return times(Rational.integer(-1));
    }

    private Quadratic times(Rational factor) {
        return new Quadratic(a.times(factor), b.times(factor), c.times(factor));
    }

    Quadratic plus(Quadratic other) {
        return new Quadratic(a.plus(other.a), b.plus(other.b), c.plus(other.c));
    }

    /** Its square, if that is of a degree up to 2. */
    Optional<Quadratic> squared() {
        return times(this);
    }

    private Optional<Quadratic> times(Quadratic other) {
        boolean low = a.times(other.a).isZero()
                && a.times(other.b).isZero()
                && b.times(other.a).isZero();
        return low
                ? Optional.of(new Quadratic(
                        a.times(other.c).plus(b.times(other.b)).plus(c.times(other.a)),
                        b.times(other.c).plus(c.times(other.b)),
                        c.times(other.c)))
                : Optional.empty();
    }

    boolean isConstant() {
        return a.isZero() && b.isZero();
    }

    boolean isLinear() {
        return a.isZero() && !b.isZero();
    }

    /** The sign of the coefficient before the highest power. */
    int sign() {
        return (a.isZero() ? b : a).numerator().signum();
    }

    /** The real roots from the least on, one of them twice where they are equal. Only for a degree of at least 1. */
    List<Expression> roots() {
        if (isLinear()) {
            return List.of(Num.of(c.negate().dividedBy(b)));
        }
        Rational half = b.negate().dividedBy(a.plus(a));
        Rational square = half.times(half).plus(c.negate().dividedBy(a));
        int discriminant = square.numerator().signum();
        if (discriminant < 0) {
            return List.of();
        }
        Optional<Rational> distance = root(square);
        if (distance.isPresent()) {
            return List.of(Num.of(half.plus(distance.get().negate())), Num.of(half.plus(distance.get())));
        }
        Expression surd = Call.of(MathFunction.SQRT, Num.of(square));
        return List.of(new Sum(List.of(Num.of(half), new Negative(surd))), new Sum(List.of(Num.of(half), surd)));
    }

    private static Optional<Rational> root(Rational square) {
        BigInteger top = square.numerator().sqrt();
        BigInteger bottom = square.denominator().sqrt();
        boolean exact = top.multiply(top).equals(square.numerator())
                && bottom.multiply(bottom).equals(square.denominator());
        return exact ? Optional.of(new Rational(top, bottom)) : Optional.empty();
    }

    private boolean isLarge() {
        return List.of(a, b, c).stream()
                .anyMatch(x ->
                        x.numerator().bitLength() > MAX_BITS || x.denominator().bitLength() > MAX_BITS);
    }

    private record Reader(Decider decider, Fuel fuel) {
        Optional<Quadratic> read(Expression form) {
            return polynomial(form).filter(polynomial -> !polynomial.isLarge());
        }

        private Optional<Quadratic> polynomial(Expression form) {
            if (Forms.isConstant(form)) {
                return decider.rational(form, fuel).map(value -> new Quadratic(ZERO, ZERO, value));
            }
            if (form instanceof Symbol) {
                return Optional.of(new Quadratic(ZERO, Rational.integer(1), ZERO));
            }
            if (form instanceof Negative negative) {
                return read(negative.operand()).map(Quadratic::negated);
            }
            if (form instanceof Sum sum) {
                Optional<Quadratic> all = Optional.of(new Quadratic(ZERO, ZERO, ZERO));
                for (Expression term : sum.terms()) {
                    all = all.flatMap(sofar -> read(term).map(sofar::plus)).filter(sofar -> !sofar.isLarge());
                }
                return all;
            }
            if (form instanceof Product product) {
                Optional<Quadratic> all = Optional.of(new Quadratic(ZERO, ZERO, Rational.integer(1)));
                for (Expression factor : product.factors()) {
                    all = all.flatMap(sofar -> read(factor).flatMap(sofar::times))
                            .filter(sofar -> !sofar.isLarge());
                }
                return all;
            }
            if (form instanceof Quotient quotient) {
                return read(quotient.denominator())
                        .filter(divisor -> divisor.isConstant() && !divisor.c.isZero())
                        .flatMap(divisor -> read(quotient.numerator())
                                .map(top -> top.times(Rational.integer(1).dividedBy(divisor.c))));
            }
            boolean square = form instanceof Power power && power.exponent().equals(Num.of(2));
            return square ? read(((Power) form).base()).flatMap(Quadratic::squared) : Optional.empty();
        }
    }
}
