package org.passk.verify.math.decide;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Rational;

/**
 * A field that holds all roots of an expression, known by a bound of its degree over the rational numbers. Roots of unity
 * generate one cyclotomic field, of degree phi(N) where N is the least common multiple of their orders. Square roots of
 * rational numbers live in the field of the square roots of their primes (and of i), of degree 2 each; the root of a
 * prime p lies in the N-th cyclotomic field when p (for 2: 8; for p = 3 mod 4: 4p) divides N (quadratic Gauss sums).
 * Any other root multiplies the degree by its own. Counting fields instead of roots makes bounds of products of surds
 * usable: the eight roots of (sqrt 6 - 2 sqrt 2)(sqrt 7 - sqrt 5) expanded are in a field of degree 16, not 256.
 */
final class NumberField {
    /** Trial division ends here; a cofactor without smaller primes is one more generator. */
    private static final int LARGEST_PRIME = 1_000;

    private static final int MOST_BITS = 256;
    private static final BigInteger MOST_ORDER = BigInteger.valueOf(1_000_000);

    private final Set<BigInteger> radicands = new TreeSet<>();
    private final Set<Expression> roots = new HashSet<>();
    private BigInteger order = BigInteger.TWO;
    private double others = 1;

    /** Adjoins the roots of unity of an order. */
    void adjoinUnity(long of) {
        BigInteger other = BigInteger.valueOf(of);
        order = order.divide(order.gcd(other)).multiply(other);
        if (order.compareTo(MOST_ORDER) > 0) {
            others = Double.POSITIVE_INFINITY;
            order = BigInteger.TWO;
        }
    }

    /** Adjoins a root of some degree; one that is there already changes nothing. */
    void adjoin(Expression root, int degree) {
        if (roots.add(root)) {
            others *= degree;
        }
    }

    /**
     * Adjoins the square root of a rational number.
     *
     * @return whether it could be taken apart; if not, nothing was adjoined
     */
    boolean adjoinSquareRoot(Rational radicand, Fuel fuel) {
        // The root of p/q is the root of pq over q.
        BigInteger rest = radicand.numerator().abs().multiply(radicand.denominator());
        if (rest.bitLength() > MOST_BITS || rest.signum() == 0) {
            return rest.signum() == 0;
        }
        if (radicand.numerator().signum() < 0) {
            adjoinUnity(4);
        }
        for (int p = 2; p < LARGEST_PRIME && !rest.equals(BigInteger.ONE); p += p == 2 ? 1 : 2) {
            BigInteger divisor = BigInteger.valueOf(p);
            boolean odd = false;
            for (BigInteger[] parts = rest.divideAndRemainder(divisor);
                    parts[1].signum() == 0;
                    parts = rest.divideAndRemainder(divisor)) {
                rest = parts[0];
                odd = !odd;
            }
            if (odd) {
                radicands.add(divisor);
            }
        }
        fuel.burn(10);
        BigInteger root = rest.sqrt();
        if (!root.multiply(root).equals(rest)) {
            radicands.add(rest);
        }
        return true;
    }

    /** A bound of the degree. */
    double degree() {
        double degree = others * totient(order.longValueExact());
        for (BigInteger radicand : radicands) {
            degree *= isCyclotomic(radicand) ? 1 : 2;
        }
        return degree;
    }

    private boolean isCyclotomic(BigInteger radicand) {
        if (radicand.bitLength() > 2 * 10) {
            return false;
        }
        long value = radicand.longValueExact();
        if (value >= (long) LARGEST_PRIME * LARGEST_PRIME) {
            // May be no prime.
            return false;
        }
        long conductor = value % 4 == 1 ? value : 4 * value;
        return order.mod(BigInteger.valueOf(conductor)).signum() == 0;
    }

    private static double totient(long of) {
        double totient = of;
        long rest = of;
        for (long p = 2; p * p <= rest; p++) {
            if (rest % p == 0) {
                totient = totient / p * (p - 1);
                while (rest % p == 0) {
                    rest /= p;
                }
            }
        }
        return rest > 1 ? totient / rest * (rest - 1) : totient;
    }
}
