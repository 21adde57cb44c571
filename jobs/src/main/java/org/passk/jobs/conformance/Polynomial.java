package org.passk.jobs.conformance;

import java.math.BigInteger;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.passk.verify.math.expression.Rational;

/**
 * A polynomial in named variables with rational coefficients, bounded in size. Immutable.
 *
 * @param terms the coefficients, none of them zero, the leading monomial first
 */
record Polynomial(NavigableMap<Monomial, Rational> terms) {
    private static final int MAX_TERMS = 200;
    private static final int MAX_BITS = 4_096;

    static final Polynomial ZERO = new Polynomial(new TreeMap<>());
    static final Polynomial ONE = term(Monomial.ONE, Rational.integer(1));

    /** Thrown where a polynomial grows beyond its bounds; caught by {@link SympyDivisors}. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("a polynomial beyond its bounds", null, false, false);
        }
    }

    static Polynomial term(Monomial monomial, Rational coefficient) {
        NavigableMap<Monomial, Rational> terms = new TreeMap<>();
        if (!coefficient.isZero()) {
            terms.put(monomial, coefficient);
        }
        return new Polynomial(terms);
    }

    boolean isZero() {
        return terms.isEmpty();
    }

    /** Whether no variable occurs in it. */
    boolean isConstant() {
        return isZero() || (terms.size() == 1 && terms.firstKey().equals(Monomial.ONE));
    }

    /** Whether each coefficient is an integer. */
    boolean isIntegral() {
        return terms.values().stream().allMatch(Rational::isInteger);
    }

    /** Whether the leading coefficient is below zero. */
    boolean isNegative() {
        return !isZero() && leading().getValue().numerator().signum() < 0;
    }

    private Map.Entry<Monomial, Rational> leading() {
        return terms.firstEntry();
    }

    /** The variable whose name is least; empty for a constant. */
    Optional<String> firstVariable() {
        return terms.keySet().stream()
                .flatMap(monomial -> monomial.powers().keySet().stream())
                .min(String::compareTo);
    }

    Polynomial plus(Polynomial other) {
        NavigableMap<Monomial, Rational> sum = new TreeMap<>(terms);
        other.terms.forEach((monomial, coefficient) -> add(sum, monomial, coefficient));
        return bounded(sum);
    }

    Polynomial minus(Polynomial other) {
        return plus(other.times(Rational.integer(-1)));
    }

    Polynomial times(Rational factor) {
        NavigableMap<Monomial, Rational> product = new TreeMap<>();
        terms.forEach((monomial, coefficient) -> add(product, monomial, coefficient.times(factor)));
        return bounded(product);
    }

    Polynomial times(Polynomial other) {
        NavigableMap<Monomial, Rational> product = new TreeMap<>();
        terms.forEach((own, coefficient) -> other.terms.forEach(
                (monomial, factor) -> add(product, own.times(monomial), coefficient.times(factor))));
        return bounded(product);
    }

    private static void add(Map<Monomial, Rational> terms, Monomial monomial, Rational coefficient) {
        Rational sum = terms.containsKey(monomial) ? terms.get(monomial).plus(coefficient) : coefficient;
        if (sum.isZero()) {
            terms.remove(monomial);
        } else {
            terms.put(monomial, sum);
        }
    }

    private static Polynomial bounded(NavigableMap<Monomial, Rational> terms) {
        boolean large = terms.size() > MAX_TERMS;
        for (Rational coefficient : terms.values()) {
            large |= coefficient.numerator().bitLength() > MAX_BITS
                    || coefficient.denominator().bitLength() > MAX_BITS;
        }
        if (large) {
            throw new TooLarge();
        }
        return new Polynomial(terms);
    }

    /**
     * The quotient of a division that leaves no remainder.
     *
     * @throws IllegalArgumentException when it leaves one
     */
    Polynomial dividedBy(Polynomial divisor) {
        Polynomial quotient = ZERO;
        Polynomial rest = this;
        while (!rest.isZero()) {
            Monomial monomial = rest.leading()
                    .getKey()
                    .over(divisor.leading().getKey())
                    .orElseThrow(() -> new IllegalArgumentException("the division leaves a remainder"));
            Polynomial part = term(
                    monomial,
                    rest.leading().getValue().dividedBy(divisor.leading().getValue()));
            quotient = quotient.plus(part);
            rest = rest.minus(part.times(divisor));
        }
        return quotient;
    }

    int degree(String variable) {
        return terms.keySet().stream()
                .mapToInt(monomial -> monomial.degree(variable))
                .max()
                .orElse(0);
    }

    /** What stands before a power of a variable. */
    Polynomial coefficient(String variable, int exponent) {
        NavigableMap<Monomial, Rational> part = new TreeMap<>();
        terms.forEach((monomial, coefficient) -> {
            if (monomial.degree(variable) == exponent) {
                part.put(monomial.without(variable), coefficient);
            }
        });
        return new Polynomial(part);
    }

    /** The positive rational number without which the coefficients are integers without a common factor. */
    Rational content() {
        BigInteger numerators = BigInteger.ZERO;
        BigInteger denominators = BigInteger.ONE;
        for (Rational coefficient : terms.values()) {
            numerators = numerators.gcd(coefficient.numerator());
            BigInteger denominator = coefficient.denominator();
            denominators = denominators.divide(denominators.gcd(denominator)).multiply(denominator);
        }
        return isZero() ? Rational.integer(1) : new Rational(numerators, denominators);
    }

    /** The polynomial with a content of 1 and the sign it has. */
    Polynomial primitive() {
        return times(Rational.integer(1).dividedBy(content()));
    }

    /** The polynomial with a leading coefficient of 1. */
    Polynomial monic() {
        return isZero() ? this : times(Rational.integer(1).dividedBy(leading().getValue()));
    }
}
