package org.passk.verify.math;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.passk.verify.math.ball.Sign;
import org.passk.verify.math.decide.Decider;
import org.passk.verify.math.decide.Decision;
import org.passk.verify.math.decide.Fuel;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Measured;
import org.passk.verify.math.expression.Expression.Negative;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Expression.Percent;
import org.passk.verify.math.expression.Expression.Product;
import org.passk.verify.math.expression.Expression.Quotient;
import org.passk.verify.math.expression.Expression.Sum;
import org.passk.verify.math.expression.Rational;

/** Numbers and functions with the policies about percent signs, units, rounding and fractions. */
final class Scalars {
    private final MathPolicies policies;
    private final Decider decider;
    private final Fuel fuel;

    Scalars(MathPolicies policies, Decider decider, Fuel fuel) {
        this.policies = policies;
        this.decider = decider;
        this.fuel = fuel;
    }

    Decision compare(Expression reference, Expression answer) {
        Quantity wanted = Quantity.of(reference);
        Quantity given = Quantity.of(answer);
        if (contradict(wanted, given)) {
            return Decision.different("unit");
        }
        if (policies.reducedFractions() && !isReduced(given.value())) {
            return Decision.different("unreduced-fraction");
        }
        Decision values = values(wanted, given);
        if (values.isEqual() || wanted.unit().equals(given.unit())) {
            return values;
        }
        // 90 degrees are pi/2.
        boolean angle = wanted.unit().equals("degree") || given.unit().equals("degree");
        boolean equal =
                angle && decider.decide(angle(wanted), angle(given), fuel).isEqual();
        return equal ? Decision.equal("degree") : values;
    }

    private boolean contradict(Quantity wanted, Quantity given) {
        if (wanted.unit().isEmpty() || given.unit().isEmpty()) {
            return !policies.unitOptional() && !wanted.unit().isEmpty();
        }
        return !wanted.unit().equals(given.unit());
    }

    private static Expression angle(Quantity quantity) {
        return quantity.unit().equals("degree") ? new Measured(quantity.value(), "degree") : quantity.value();
    }

    private Decision values(Quantity wanted, Quantity given) {
        Decision plain = decider.decide(wanted.value(), given.value(), fuel);
        if (wanted.percent() == given.percent()) {
            return plain.isEqual()
                    ? plain
                    : rounded(wanted.value(), given.value()).orElse(plain);
        }
        Quantity marked = wanted.percent() ? wanted : given;
        Quantity bare = wanted.percent() ? given : wanted;
        if (!bare.unit().isEmpty()) {
            return Decision.different("percent");
        }
        // A reference 0.5 without a sign is one half rather than half a percent.
        boolean share = given.percent() && isProperShare(wanted.value());
        if (policies.percentEqualsNumber() && plain.isEqual() && !share) {
            return Decision.equal("percent");
        }
        boolean fraction = policies.percentEqualsFraction()
                && atMostOne(bare.value())
                && decider.decide(bare.value(), new Percent(marked.value()), fuel)
                        .isEqual();
        return fraction ? Decision.equal("percent") : plain.isUndecided() ? plain : Decision.different("percent");
    }

    private boolean isProperShare(Expression value) {
        Optional<Rational> exact = decider.rational(value, fuel);
        return exact.isPresent() && exact.get().atMostOne() && !exact.get().isInteger();
    }

    private boolean atMostOne(Expression value) {
        Optional<Rational> exact = decider.rational(value, fuel);
        if (exact.isPresent()) {
            return exact.get().atMostOne();
        }
        Sign above = decider.compare(value, Num.of(1), fuel);
        Sign below = decider.compare(value, Num.of(-1), fuel);
        return above != Sign.POSITIVE && above != Sign.UNKNOWN && below != Sign.NEGATIVE && below != Sign.UNKNOWN;
    }

    /** Whether one side is the correct rounding, to enough decimals, of a number that no decimal can equal. */
    private Optional<Decision> rounded(Expression wanted, Expression given) {
        Optional<Num> decimal = decimal(given);
        Expression exact = wanted;
        if (decimal.isEmpty() || decimal(wanted).isPresent()) {
            decimal = decimal(wanted);
            exact = given;
        }
        if (decimal.isEmpty() || decimal(exact).isPresent() || !Forms.isConstant(exact)) {
            return Optional.empty();
        }
        Optional<Rational> rational = decider.rational(exact, fuel);
        if (rational.isPresent()) {
            boolean equal = !rational.get().terminates()
                    && rational.get()
                            .rounded(decimal.get().decimals())
                            .equals(value(decimal.get(), exact, wanted, given));
            return equal ? Optional.of(Decision.equal("rounded-decimal")) : Optional.empty();
        }
        return withinHalf(
                        exact,
                        value(decimal.get(), exact, wanted, given),
                        decimal.get().decimals())
                ? Optional.of(Decision.equal("rounded-decimal"))
                : Optional.empty();
    }

    /** The decimal's value with the sign that stands before it. */
    private static Rational value(Num decimal, Expression exact, Expression wanted, Expression given) {
        Expression side = exact == wanted ? given : wanted;
        return side instanceof Negative ? decimal.value().negate() : decimal.value();
    }

    /** A decimal with enough decimals to stand for what it rounds. */
    private Optional<Num> decimal(Expression expression) {
        Expression magnitude = expression instanceof Negative negative ? negative.operand() : expression;
        int least = policies.minRoundedDecimals();
        boolean enough = least > 0
                && magnitude instanceof Num number
                && number.decimals() >= least
                && number.significant() >= least;
        return enough ? Optional.of((Num) magnitude) : Optional.empty();
    }

    private boolean withinHalf(Expression exact, Rational decimal, int decimals) {
        // |exact - decimal| * 2 * 10^decimals < 1; irrational numbers are never in the middle.
        Expression scale = Num.of(new Rational(BigInteger.TEN.pow(decimals).shiftLeft(1), BigInteger.ONE));
        Expression error = new Product(List.of(scale, new Sum(List.of(exact, Num.of(decimal.negate())))));
        return decider.compare(error, Num.of(1), fuel) == Sign.NEGATIVE
                && decider.compare(error, Num.of(-1), fuel) == Sign.POSITIVE;
    }

    /** A fraction of two integers in lowest terms, or anything else. */
    private static boolean isReduced(Expression expression) {
        Expression magnitude = expression instanceof Negative negative ? negative.operand() : expression;
        boolean integers = magnitude instanceof Quotient quotient
                && quotient.numerator() instanceof Num a
                && quotient.denominator() instanceof Num b
                && a.value().isInteger()
                && b.value().isInteger()
                && b.value().numerator().signum() != 0;
        if (!integers) {
            return true;
        }
        Quotient quotient = (Quotient) magnitude;
        Rational value = ((Num) quotient.numerator()).value().dividedBy(((Num) quotient.denominator()).value());
        return value.denominator().equals(((Num) quotient.denominator()).value().numerator()) && !value.isInteger();
    }
}
