package org.passk.verify.math.decide;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.passk.verify.math.ball.Ball;
import org.passk.verify.math.ball.ComplexBall;
import org.passk.verify.math.ball.Sign;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Constant;
import org.passk.verify.math.expression.Expression.Negative;
import org.passk.verify.math.expression.Expression.Sum;
import org.passk.verify.math.expression.Rational;

/**
 * Decides whether two scalar expressions, numbers or functions of variables, are equal.
 *
 * <ul>
 *   <li>Rational numbers are computed ({@code exact-rational}).
 *   <li>Other numbers are enclosed in balls of growing precision. Balls that do not meet prove a difference. Two
 *       algebraic numbers are equal when their difference is below the bound that separates it from zero
 *       ({@code algebraic}); both are theorems. Numbers with transcendental parts are equal when they agree to a
 *       precision that grows with the size of the expressions, at least {@value #LEAST_DIGITS_BITS} bits
 *       ({@code numeric}): no two different expressions of that size are known to agree so far, and none is proven not
 *       to.
 *   <li>Quotients of polynomials are compared exactly at two points of {@value Points#BITS}-bit integers: two different
 *       ones of degree d agree by chance with a probability of at most (d / 2^40)^2 (Schwartz and Zippel, doi:10.1145/
 *       322217.322225). Other functions are compared at up to twelve real points of all magnitudes wherever both are
 *       real, to 64 bits ({@code identity}); functions of integers at small integers.
 *   <li>What is beyond the steps or the precision is undecided.
 * </ul>
 *
 * <p>Immutable; the steps are counted in the {@link Fuel} of a call.
 */
public final class Decider implements Serializable {
    /** Bits to which transcendental numbers have to agree at least. */
    static final int LEAST_DIGITS_BITS = 512;

    private static final long serialVersionUID = 1L;
    private static final int FIRST_BITS = 96;
    private static final int POINT_BITS = 160;
    private static final int AGREEMENT_BITS = 64;
    private static final int LARGE_ROUNDS = 2;
    private static final int FINGERPRINT_DIGITS = 20;
    private static final int SMALL_ROUNDS = 12;
    private static final int LEAST_AGREEMENTS = 3;

    private final int maxBits;
    private final int maxPrecision;

    /**
     * A decider with limits.
     *
     * @param maxBits bits of the largest number that is written out, at least 64
     * @param maxPrecision bits of the highest precision, in [512, 65536]
     */
    public Decider(int maxBits, int maxPrecision) {
        if (maxBits < 64 || maxPrecision < LEAST_DIGITS_BITS || maxPrecision > Ball.MOST_BITS) {
            throw new IllegalArgumentException("maxBits " + maxBits + ", maxPrecision " + maxPrecision);
        }
        this.maxBits = maxBits;
        this.maxPrecision = maxPrecision;
    }

    /**
     * Decides.
     *
     * @param left a scalar
     * @param right a scalar
     * @param fuel pays for the steps
     * @return the decision; undecided when the fuel does not suffice
     */
    public Decision decide(Expression left, Expression right, Fuel fuel) {
        if (left.equals(right)) {
            return Decision.equal("identical");
        }
        try {
            int infinite = infinity(left);
            if (infinite != 0 || infinity(right) != 0) {
                return Decision.of(infinite == infinity(right), "infinity");
            }
            Traits traits = Traits.of(left, right);
            if (!traits.scalar()) {
                return Decision.different("kind");
            }
            if (traits.calculus()) {
                return new CalculusDecision(this, fuel).decide(left, right);
            }
            return traits.symbols().isEmpty()
                    ? constants(left, right, Map.of(), fuel)
                    : functions(left, right, traits, fuel);
        } catch (Stop e) {
            return Decision.undecided();
        }
    }

    /** The sign of an expression that is infinite as it is written; 0 for any other. */
    private static int infinity(Expression expression) {
        if (expression == Constant.INFINITY) {
            return 1;
        }
        if (expression instanceof Expression.Percent percent) {
            return infinity(percent.operand());
        }
        return expression instanceof Negative negative ? -infinity(negative.operand()) : 0;
    }

    /** What exact evaluation says: a value, that there is none, or nothing. */
    private record Exact(Optional<Rational> value, boolean undefined) {}

    private Exact exact(Expression expression, Map<String, Rational> point, Fuel fuel) {
        try {
            return new Exact(Optional.of(new ExactEvaluator(point, fuel, maxBits).value(expression)), false);
        } catch (Stop e) {
            if (fuel.isEmpty()) {
                throw e;
            }
            return new Exact(Optional.empty(), e.reason() == Stop.Reason.UNDEFINED);
        }
    }

    private Decision constants(Expression left, Expression right, Map<String, Rational> point, Fuel fuel) {
        Exact a = exact(left, point, fuel);
        Exact b = exact(right, point, fuel);
        if (a.undefined || b.undefined) {
            return Decision.different("undefined");
        }
        if (a.value.isPresent() && b.value.isPresent()) {
            return Decision.of(a.value.get().equals(b.value.get()), "exact-rational");
        }
        if (MagnitudeBounds.apart(left, right)) {
            return Decision.different("magnitude");
        }
        try {
            return numbers(left, right, point, fuel);
        } catch (Stop e) {
            if (e.reason() == Stop.Reason.UNDEFINED) {
                return Decision.different("undefined");
            }
            throw e;
        }
    }

    private Decision numbers(Expression left, Expression right, Map<String, Rational> point, Fuel fuel) {
        Expression difference = Difference.of(left, right);
        ComplexBall first = enclosure(difference, point, fuel, FIRST_BITS);
        if (first.isFinite() && !first.containsZero()) {
            return Decision.different("numeric");
        }
        SeparationBound.Bound bound = SeparationBound.of(difference, fuel);
        // Without a theorem the precision grows with what the expressions are written with.
        double wanted = bound.proven()
                ? bound.bits()
                : Math.max(
                        Math.min(maxPrecision / 2.0, LEAST_DIGITS_BITS + 4.0 * Literals.bits(difference)),
                        Literals.depth(difference) + AGREEMENT_BITS);
        boolean reachable = wanted + 64 <= maxPrecision;
        int bits = reachable ? (int) wanted + 64 : maxPrecision;
        ComplexBall last = enclosure(difference, point, fuel, bits);
        if (last.isFinite() && !last.containsZero()) {
            return Decision.different("numeric");
        }
        // What was lost to cancellation is made up for once.
        if (last.isFinite() && reachable && log2(last) > -wanted) {
            int more = (int) Math.min(maxPrecision, bits + wanted + log2(last) + 64);
            last = enclosure(difference, point, fuel, more);
        }
        if (!last.isFinite() || (last.containsZero() && (!reachable || log2(last) > -wanted))) {
            return Decision.undecided();
        }
        if (!last.containsZero()) {
            return Decision.different("numeric");
        }
        return Decision.equal(bound.proven() ? "algebraic" : "numeric");
    }

    /** An upper bound of the logarithm of the absolute value of everything in the ball. */
    private static double log2(ComplexBall ball) {
        return Math.max(ball.re().log2UpperBound(), ball.im().log2UpperBound()) + 1.0;
    }

    private ComplexBall enclosure(Expression expression, Map<String, Rational> point, Fuel fuel, int bits) {
        return new BallEvaluator(point, fuel, bits, maxBits).value(expression);
    }

    /** Indeterminate where there is no value. */
    private ComplexBall ball(Expression expression, Map<String, Rational> point, Fuel fuel, int bits) {
        try {
            return enclosure(expression, point, fuel, bits);
        } catch (Stop e) {
            if (fuel.isEmpty()) {
                throw e;
            }
            return ComplexBall.INDETERMINATE;
        }
    }

    private Decision functions(Expression left, Expression right, Traits traits, Fuel fuel) {
        if (traits.rational() && !traits.discrete()) {
            Decision decision = rational(left, right, traits.symbols(), fuel);
            if (!decision.isUndecided()) {
                return decision;
            }
        }
        if (traits.discrete()) {
            return discrete(left, right, traits.symbols(), fuel);
        }
        return real(left, right, traits, fuel);
    }

    private Decision rational(Expression left, Expression right, SortedSet<String> symbols, Fuel fuel) {
        int agreements = 0;
        for (int round = 0; round < 2 * LARGE_ROUNDS && agreements < LARGE_ROUNDS; round++) {
            Map<String, Rational> point = Points.large(symbols, round);
            Exact a = exact(left, point, fuel);
            Exact b = exact(right, point, fuel);
            if (a.value.isPresent() && b.value.isPresent()) {
                if (!a.value.get().equals(b.value.get())) {
                    return Decision.different("identity");
                }
                agreements++;
            } else if (!a.undefined && !b.undefined) {
                return Decision.undecided();
            }
        }
        // Defined nowhere: a denominator that is identically zero.
        return agreements == LARGE_ROUNDS ? Decision.equal("identity") : Decision.different("undefined");
    }

    private Decision discrete(Expression left, Expression right, SortedSet<String> symbols, Fuel fuel) {
        int agreements = 0;
        for (int round = 0; round < SMALL_ROUNDS; round++) {
            Map<String, Rational> point = Points.small(symbols, round);
            Exact a = exact(left, point, fuel);
            Exact b = exact(right, point, fuel);
            if (a.undefined || b.undefined) {
                continue;
            }
            Decision decision = a.value.isPresent() && b.value.isPresent()
                    ? Decision.of(a.value.get().equals(b.value.get()), "identity")
                    : pointwise(left, right, point, fuel);
            if (decision.equality() == Decision.Equality.DIFFERENT) {
                return Decision.different("identity");
            }
            agreements += decision.isEqual() ? 1 : 0;
        }
        return agreements >= LEAST_AGREEMENTS ? Decision.equal("identity") : Decision.undecided();
    }

    private int pointBits(Expression left, Expression right) {
        double depth = Math.max(Literals.depth(left), Literals.depth(right));
        return (int) Math.min(maxPrecision, POINT_BITS + depth + Literals.bits(left) + Literals.bits(right));
    }

    /** At one point of many, where agreement to some bits suffices. */
    private Decision pointwise(Expression left, Expression right, Map<String, Rational> point, Fuel fuel) {
        int bits = pointBits(left, right);
        ComplexBall a = ball(left, point, fuel, bits);
        ComplexBall b = ball(right, point, fuel, bits);
        if (!a.isFinite() || !b.isFinite()) {
            return Decision.undecided();
        }
        ComplexBall difference = a.subtract(b, bits);
        if (!difference.containsZero()) {
            return Decision.different("identity");
        }
        return agree(a, b, difference) ? Decision.equal("identity") : Decision.undecided();
    }

    private Decision real(Expression left, Expression right, Traits traits, Fuel fuel) {
        int agreements = 0;
        int complexAgreements = 0;
        int bits = pointBits(left, right);
        boolean complexDifference = false;
        for (Map<String, Rational> point : Points.tried(traits, left, right)) {
            ComplexBall a = ball(left, point, fuel, bits);
            ComplexBall b = ball(right, point, fuel, bits);
            if (!a.isFinite() || !b.isFinite()) {
                continue;
            }
            ComplexBall difference = a.subtract(b, bits);
            boolean different = !difference.containsZero();
            boolean close = !different && agree(a, b, difference);
            if (traits.imaginary() || (a.isReal() && b.isReal())) {
                if (different) {
                    return Decision.different("identity");
                }
                agreements += close ? 1 : 0;
            } else {
                // Outside of the real domain of one of them: counts only where there is nothing else.
                complexDifference |= different;
                complexAgreements += close ? 1 : 0;
            }
        }
        if (agreements >= LEAST_AGREEMENTS) {
            return Decision.equal("identity");
        }
        if (complexDifference) {
            return agreements == 0 ? Decision.different("identity") : Decision.undecided();
        }
        return agreements + complexAgreements >= LEAST_AGREEMENTS ? Decision.equal("identity") : Decision.undecided();
    }

    /** Whether two enclosures that meet are known to so many bits that this is no chance. */
    private static boolean agree(ComplexBall a, ComplexBall b, ComplexBall difference) {
        if (a.containsZero() || b.containsZero()) {
            // Two values that are both only known to be tiny agree in nothing.
            return (a.isExactZero() || b.isExactZero()) && log2(difference) < -AGREEMENT_BITS;
        }
        return log2(difference) < Math.min(log2(a), log2(b)) - AGREEMENT_BITS;
    }

    /**
     * Whether one function is a constant multiple of another, and of what sign.
     *
     * @return POSITIVE or NEGATIVE for a factor of that sign, ZERO where neither is a multiple of the other, UNKNOWN where
     *     it is not decided
     */
    public Sign factor(Expression left, Expression right, Fuel fuel) {
        Traits traits = Traits.of(left, right);
        try {
            for (int round = 0; round < 4; round++) {
                Map<String, Rational> point = traits.discrete()
                        ? Points.small(traits.symbols(), round)
                        : Points.real(traits.symbols(), round);
                ComplexBall a = ball(left, point, fuel, POINT_BITS);
                ComplexBall b = ball(right, point, fuel, POINT_BITS);
                boolean usable = a.isFinite() && b.isFinite() && a.isReal() && b.isReal();
                if (usable && !a.containsZero() && !b.containsZero()) {
                    Decision multiple = decide(
                            product(left, Substitution.of(right, point)),
                            product(right, Substitution.of(left, point)),
                            fuel);
                    if (multiple.isUndecided()) {
                        return Sign.UNKNOWN;
                    }
                    Sign sign = a.re().sign() == b.re().sign() ? Sign.POSITIVE : Sign.NEGATIVE;
                    return multiple.isEqual() ? sign : Sign.ZERO;
                }
            }
        } catch (Stop e) {
            return Sign.UNKNOWN;
        }
        return Sign.UNKNOWN;
    }

    private static Expression product(Expression left, Expression right) {
        return new Expression.Product(List.of(left, right));
    }

    /**
     * Which of two real numbers is larger.
     *
     * @return the sign of left - right; UNKNOWN where they are no real numbers or it is not decided
     */
    public Sign compare(Expression left, Expression right, Fuel fuel) {
        int a = infinity(left);
        int b = infinity(right);
        if (a != 0 || b != 0) {
            return a == b ? Sign.ZERO : a > b ? Sign.POSITIVE : Sign.NEGATIVE;
        }
        if (!Traits.of(left, right).symbols().isEmpty()) {
            return Sign.UNKNOWN;
        }
        Decision decision = decide(left, right, fuel);
        if (decision.isEqual()) {
            return Sign.ZERO;
        }
        if (decision.isUndecided()) {
            return Sign.UNKNOWN;
        }
        try {
            Expression difference = new Sum(List.of(left, new Negative(right)));
            Sign sign = Sign.UNKNOWN;
            for (int bits = FIRST_BITS; sign == Sign.UNKNOWN && bits <= maxPrecision; bits *= 4) {
                ComplexBall ball = ball(difference, Map.of(), fuel, bits);
                sign = ball.isFinite() && ball.isReal() ? ball.re().sign() : Sign.UNKNOWN;
            }
            return sign;
        } catch (Stop e) {
            return Sign.UNKNOWN;
        }
    }

    /**
     * The value of a number to many digits.
     *
     * @param expression a scalar without variables
     * @param digits how many significant digits
     * @return the real and the imaginary part in decimal; empty when they are not known to so many digits
     */
    public Optional<Complex> decimal(Expression expression, int digits, Fuel fuel) {
        Map<String, Rational> none = new HashMap<>();
        try {
            for (int bits = 4 * digits + 64; bits <= 4 * maxPrecision; bits *= 4) {
                ComplexBall value = ball(expression, none, fuel, Math.min(bits, maxPrecision));
                Optional<String> re = value.re().decimal(digits);
                Optional<String> im =
                        value.im().isExactZero() ? Optional.of("0") : value.im().decimal(digits);
                if (value.isFinite() && re.isPresent() && im.isPresent()) {
                    return Optional.of(new Complex(re.get(), im.get()));
                }
            }
        } catch (Stop e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** A complex number in decimal. */
    public record Complex(String re, String im) {}

    /**
     * The exact value of an expression.
     *
     * @return empty when it is no rational number, or not known to be one
     */
    public Optional<Rational> rational(Expression expression, Fuel fuel) {
        try {
            return exact(expression, Map.of(), fuel).value;
        } catch (Stop e) {
            return Optional.empty();
        }
    }

    /**
     * What a function of variables is known by: its variables and a digest of its values at fixed points. Equal for equal
     * functions.
     *
     * @return empty when it has no values there
     */
    public Optional<String> fingerprint(Expression expression, Fuel fuel) {
        try {
            Traits traits = Traits.of(expression);
            Optional<String> values = traits.calculus() || !traits.scalar()
                    ? Optional.empty()
                    : values(expression, traits, Optional.empty(), fuel);
            String names = String.join(",", traits.symbols());
            return values.map(digits -> "f(" + names + ")#" + digits);
        } catch (Stop e) {
            return Optional.empty();
        }
    }

    /**
     * What the difference of two sides is known by, but for a constant factor.
     *
     * @return empty when it has no values
     */
    public Optional<String> ray(List<Expression> sides, Fuel fuel) {
        Expression difference = new Sum(List.of(sides.get(0), new Negative(sides.get(1))));
        try {
            Traits traits = Traits.of(difference);
            return traits.calculus() || !traits.scalar() || traits.symbols().isEmpty()
                    ? Optional.empty()
                    : values(difference, traits, Optional.of(difference), fuel);
        } catch (Stop e) {
            return Optional.empty();
        }
    }

    private Optional<String> values(Expression expression, Traits traits, Optional<Expression> unit, Fuel fuel) {
        long hash = 0;
        int used = 0;
        Optional<ComplexBall> first = Optional.empty();
        for (int round = 0; round < Points.realRounds() && used < 3; round++) {
            Map<String, Rational> point =
                    traits.discrete() ? Points.small(traits.symbols(), round) : Points.real(traits.symbols(), round);
            ComplexBall value = ball(expression, point, fuel, POINT_BITS);
            boolean usable = value.isFinite() && (traits.imaginary() || value.isReal());
            if (usable && unit.isPresent()) {
                if (first.isEmpty()) {
                    first = value.containsZero() ? first : Optional.of(value);
                    usable = false;
                } else {
                    value = value.divide(first.get(), POINT_BITS);
                }
            }
            Optional<String> re = usable ? value.re().decimal(FINGERPRINT_DIGITS) : Optional.empty();
            Optional<String> im = !usable || value.im().isExactZero()
                    ? Optional.of("0")
                    : value.im().decimal(FINGERPRINT_DIGITS);
            if (re.isPresent() && im.isPresent()) {
                hash = Points.mixed(hash ^ Points.digest(re.get() + "," + im.get()));
                used++;
            }
        }
        return used == 3 ? Optional.of(String.format(Locale.ROOT, "%016x", hash)) : Optional.empty();
    }
}
