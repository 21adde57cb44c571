package org.passk.jobs.conformance;

import java.util.Optional;
import java.util.stream.Stream;
import org.passk.verify.math.expression.Rational;

/**
 * The greatest common divisor of polynomials in several variables, by remainders that are made primitive at each step
 * (Knuth, The Art of Computer Programming 2, 4.6.1, algorithm E), one variable after the other. For one computation.
 */
final class PolynomialDivisor {
    /** Far beyond what is written by hand; the number of steps grows exponentially with the variables. */
    private static final int MAX_STEPS = 2_000;

    private int steps;

    /**
     * A primitive divisor with a positive leading coefficient; not both arguments are zero.
     *
     * @throws Polynomial.TooLarge when it takes too many steps or too large polynomials
     */
    Polynomial of(Polynomial left, Polynomial right) {
        step();
        Optional<String> first = Stream.of(left, right)
                .flatMap(polynomial -> polynomial.firstVariable().stream())
                .min(String::compareTo);
        if (left.isZero() || right.isZero()) {
            return positive(left.isZero() ? right : left);
        }
        if (first.isEmpty()) {
            return Polynomial.ONE;
        }
        String variable = first.get();
        Polynomial ownContent = content(left, variable);
        Polynomial otherContent = content(right, variable);
        Polynomial one = left.dividedBy(ownContent);
        Polynomial other = right.dividedBy(otherContent);
        while (!other.isZero()) {
            Polynomial rest = remainder(one, other, variable);
            one = other;
            other = rest.isZero() ? rest : rest.dividedBy(content(rest, variable));
        }
        Polynomial shared = one.degree(variable) == 0 ? Polynomial.ONE : one;
        return positive(of(ownContent, otherContent).times(shared));
    }

    private void step() {
        steps++;
        if (steps > MAX_STEPS) {
            throw new Polynomial.TooLarge();
        }
    }

    private static Polynomial positive(Polynomial polynomial) {
        Polynomial primitive = polynomial.primitive();
        return primitive.isNegative() ? primitive.times(Rational.integer(-1)) : primitive;
    }

    /** The greatest common divisor of the coefficients before the powers of a variable. */
    private Polynomial content(Polynomial polynomial, String variable) {
        Polynomial content = Polynomial.ZERO;
        for (int exponent = polynomial.degree(variable); exponent >= 0; exponent--) {
            Polynomial coefficient = polynomial.coefficient(variable, exponent);
            if (!coefficient.isZero()) {
                content = of(content, coefficient);
            }
        }
        return content;
    }

    /** What is left of a multiple of one polynomial after division by another. */
    private Polynomial remainder(Polynomial dividend, Polynomial divisor, String variable) {
        int degree = divisor.degree(variable);
        Polynomial leading = divisor.coefficient(variable, degree);
        Polynomial rest = dividend;
        while (!rest.isZero() && rest.degree(variable) >= degree) {
            step();
            int above = rest.degree(variable);
            Polynomial factor = rest.coefficient(variable, above)
                    .times(Polynomial.term(Monomial.of(variable, above - degree), Rational.integer(1)));
            rest = rest.times(leading).minus(divisor.times(factor));
        }
        return rest;
    }
}
