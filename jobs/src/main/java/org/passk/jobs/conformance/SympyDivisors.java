package org.passk.jobs.conformance;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.passk.verify.math.decide.Decider;
import org.passk.verify.math.decide.Fuel;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Call;
import org.passk.verify.math.expression.Expression.Constant;
import org.passk.verify.math.expression.Expression.Negative;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Expression.Power;
import org.passk.verify.math.expression.Expression.Product;
import org.passk.verify.math.expression.Expression.Quotient;
import org.passk.verify.math.expression.Expression.Sum;
import org.passk.verify.math.expression.Expression.Symbol;
import org.passk.verify.math.expression.ExpressionText;
import org.passk.verify.math.expression.MathFunction;
import org.passk.verify.math.expression.Rational;

/**
 * The greatest common divisors and least common multiples that SymPy computes: of polynomials, with names, constants,
 * roots and functions as variables, so that gcd(a, b) is 1 and lcm(pi, 3) is 3 pi. This is SymPy's meaning and nobody
 * else's: in an answer, names stand for numbers, and gcd(a, b) may be any of their divisors. For one case.
 *
 * <p>SymPy 1.14 computes with integer coefficients where all are integers, and keeps the signs of the arguments of a
 * least common multiple where several variables occur; with other coefficients results have the leading coefficient 1,
 * but for rational multiples of one root.
 */
final class SympyDivisors {
    private static final int MAX_VARIABLES = 8;
    private static final int MAX_EXPONENT = 32;

    /** Radicands whose square factors are looked for. */
    private static final int MAX_RADICAND = 1_000_000;

    /** Names in the order in which SymPy sorts variables; all others follow. */
    private static final String NAMES = "xyzpqrstuvwabcdefghijklmno";

    private final Decider decider;
    private final Fuel fuel;
    private final Map<String, Expression> variables = new HashMap<>();

    SympyDivisors(Decider decider, Fuel fuel) {
        this.decider = decider;
        this.fuel = fuel;
    }

    /** What SymPy makes of a call of gcd or lcm; the call itself where its arguments are numbers or no polynomials. */
    Expression computed(Call call) {
        List<Polynomial> arguments = new ArrayList<>();
        try {
            for (Expression argument : call.arguments()) {
                Optional<Polynomial> polynomial = polynomial(argument);
                if (polynomial.isEmpty() || variables.size() > MAX_VARIABLES) {
                    return call;
                }
                arguments.add(polynomial.get());
            }
            boolean numbers = arguments.stream().allMatch(Polynomial::isConstant);
            return numbers ? call : expression(call.function() == MathFunction.GCD ? gcd(arguments) : lcm(arguments));
        } catch (Polynomial.TooLarge e) {
            return call;
        }
    }

    private Polynomial gcd(List<Polynomial> arguments) {
        Polynomial divisor = Polynomial.ZERO;
        Rational content = Rational.integer(0);
        for (Polynomial argument : arguments) {
            if (!argument.isZero()) {
                divisor = new PolynomialDivisor().of(divisor, argument);
                content = common(content, argument.content());
            }
        }
        return withMonicFractions(arguments) ? divisor.monic() : divisor.times(content);
    }

    private Polynomial lcm(List<Polynomial> arguments) {
        Polynomial multiple = Polynomial.ONE;
        Rational content = Rational.integer(1);
        boolean first = true;
        for (Polynomial argument : arguments) {
            if (argument.isZero()) {
                return Polynomial.ZERO;
            }
            Polynomial primitive = argument.primitive();
            Polynomial divisor = new PolynomialDivisor().of(multiple, primitive);
            multiple = multiple.times(primitive).dividedBy(divisor);
            Rational own = argument.content();
            content = first ? own : content.times(own).dividedBy(common(content, own));
            first = false;
        }
        if (withMonicFractions(arguments)) {
            return multiple.monic();
        }
        boolean normalised = variables.size() == 1 && multiple.isNegative();
        return multiple.times(normalised ? content.negate() : content);
    }

    /** The greatest rational number of which both are integer multiples. */
    private static Rational common(Rational one, Rational other) {
        BigInteger denominators = one.denominator()
                .multiply(other.denominator())
                .divide(one.denominator().gcd(other.denominator()));
        return new Rational(one.numerator().gcd(other.numerator()), denominators);
    }

    private boolean withMonicFractions(List<Polynomial> arguments) {
        boolean root = variables.size() == 1
                && variables.values().iterator().next() instanceof Call call
                && call.function() == MathFunction.SQRT
                && decider.rational(call.arguments().get(0), fuel).isPresent();
        boolean multiples =
                root && arguments.stream().allMatch(argument -> argument.terms().size() == 1 && !argument.isConstant());
        return !multiples && !arguments.stream().allMatch(Polynomial::isIntegral);
    }

    private Optional<Polynomial> polynomial(Expression expression) {
        Optional<Rational> number = decider.rational(expression, fuel);
        if (number.isPresent()) {
            return Optional.of(Polynomial.term(Monomial.ONE, number.get()));
        }
        if (expression instanceof Sum || expression instanceof Product) {
            boolean sum = expression instanceof Sum;
            Polynomial all = sum ? Polynomial.ZERO : Polynomial.ONE;
            for (Expression part : sum ? ((Sum) expression).terms() : ((Product) expression).factors()) {
                Optional<Polynomial> one = polynomial(part);
                if (one.isEmpty()) {
                    return one;
                }
                all = sum ? all.plus(one.get()) : all.times(one.get());
            }
            return Optional.of(all);
        }
        if (expression instanceof Negative negative) {
            return polynomial(negative.operand()).map(p -> p.times(Rational.integer(-1)));
        }
        if (expression instanceof Quotient quotient) {
            return decider.rational(quotient.denominator(), fuel)
                    .filter(divisor -> !divisor.isZero())
                    .flatMap(divisor -> polynomial(quotient.numerator())
                            .map(p -> p.times(Rational.integer(1).dividedBy(divisor))));
        }
        return expression instanceof Power power ? power(power) : variable(expression);
    }

    private Optional<Polynomial> power(Power power) {
        Optional<Integer> exponent = decider.rational(power.exponent(), fuel)
                .filter(Rational::isInteger)
                .filter(value ->
                        value.numerator().signum() >= 0 && value.numerator().bitLength() < Integer.SIZE)
                .map(value -> value.numerator().intValue())
                .filter(value -> value <= MAX_EXPONENT);
        Optional<Polynomial> base = polynomial(power.base());
        if (exponent.isEmpty() || base.isEmpty()) {
            return Optional.empty();
        }
        Polynomial product = Polynomial.ONE;
        for (int i = 0; i < exponent.get(); i++) {
            product = product.times(base.get());
        }
        return Optional.of(product);
    }

    private Optional<Polynomial> variable(Expression expression) {
        if (expression instanceof Call root && root.function() == MathFunction.SQRT) {
            return Optional.of(root(root));
        }
        boolean one = expression instanceof Symbol
                || expression == Constant.PI
                || expression == Constant.E
                || expression instanceof Call
                || expression instanceof Expression.Applied;
        return one ? Optional.of(named(expression)) : Optional.empty();
    }

    private Polynomial named(Expression variable) {
        String text = ExpressionText.of(variable);
        int rank = variable instanceof Symbol && text.length() == 1 ? NAMES.indexOf(text) : -1;
        String name = String.format(Locale.ROOT, "%02d %s", rank < 0 ? NAMES.length() : rank, text);
        variables.put(name, variable);
        return Polynomial.term(Monomial.of(name, 1), Rational.integer(1));
    }

    /** A square root with what is a square in front of it: of 12 and of 3 it is a multiple of one variable. */
    private Polynomial root(Call root) {
        Optional<Rational> radicand = decider.rational(root.arguments().get(0), fuel)
                .filter(value -> value.numerator().signum() > 0)
                .filter(value ->
                        value.numerator().bitLength() + value.denominator().bitLength() < Integer.SIZE)
                .filter(value ->
                        value.numerator().longValue() * value.denominator().longValue() <= MAX_RADICAND);
        if (radicand.isEmpty()) {
            return named(root);
        }
        long rest = radicand.get().numerator().longValue()
                * radicand.get().denominator().longValue();
        long outside = 1;
        for (long factor = 2; factor * factor <= rest; factor++) {
            while (rest % (factor * factor) == 0) {
                rest /= factor * factor;
                outside *= factor;
            }
        }
        Rational front =
                new Rational(BigInteger.valueOf(outside), radicand.get().denominator());
        return named(Call.of(MathFunction.SQRT, Num.of(rest))).times(front);
    }

    private Expression expression(Polynomial polynomial) {
        List<Expression> terms = new ArrayList<>();
        polynomial.terms().forEach((monomial, coefficient) -> {
            List<Expression> factors = new ArrayList<>();
            factors.add(Num.of(coefficient));
            monomial.powers()
                    .forEach((name, exponent) -> factors.add(new Power(variables.get(name), Num.of(exponent))));
            terms.add(factors.size() == 1 ? factors.get(0) : new Product(factors));
        });
        return switch (terms.size()) {
            case 0 -> Num.of(0);
            case 1 -> terms.get(0);
            default -> new Sum(terms);
        };
    }
}
