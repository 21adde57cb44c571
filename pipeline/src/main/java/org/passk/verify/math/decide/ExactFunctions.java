package org.passk.verify.math.decide;

import java.math.BigInteger;
import java.util.List;
import org.passk.verify.math.expression.MathFunction;
import org.passk.verify.math.expression.Rational;

/** Functions of rational numbers where their values are rational. */
final class ExactFunctions {
    private static final Rational ZERO = Rational.integer(0);
    private static final Rational ONE = Rational.integer(1);

    /** Roots of higher degree are left to real arithmetic. */
    private static final int MAX_DEGREE = 10_000;

    private final ExactArithmetic arithmetic;
    private final Fuel fuel;
    private final int maxBits;

    ExactFunctions(ExactArithmetic arithmetic, Fuel fuel, int maxBits) {
        this.arithmetic = arithmetic;
        this.fuel = fuel;
        this.maxBits = maxBits;
    }

    Rational call(MathFunction function, List<Rational> arguments) {
        Rational x = arguments.get(0);
        return switch (function) {
            case SQRT -> root(x, 2);
            case ROOT -> root(arguments.get(1), degree(x));
            case ABS -> x.numerator().signum() < 0 ? x.negate() : x;
            case FLOOR -> arithmetic.floor(x);
            case CEIL -> arithmetic.floor(x.negate()).negate();
            case FRACTIONAL -> arithmetic.minus(x, arithmetic.floor(x));
            case SIGN -> Rational.integer(x.numerator().signum());
            case FACTORIAL -> factorial(integer(x), 1);
            case DOUBLE_FACTORIAL -> factorial(integer(x), 2);
            case GAMMA -> factorial(positive(integer(x)).subtract(BigInteger.ONE), 1);
            case BINOMIAL -> binomial(x, arguments.get(1));
            case GCD -> gcd(arguments);
            case LCM -> lcm(arguments);
            case MOD -> mod(x, arguments.get(1));
            case MIN -> extreme(arguments, 1);
            case MAX -> extreme(arguments, -1);
            case RE, CONJUGATE -> x;
            case IM -> ZERO;
            case LOG -> logarithm(x, arguments.get(1));
            case LN -> only(x, ONE, ZERO);
            case EXP, COS, COSH, SEC, CIS -> only(x, ZERO, ONE);
            case SIN, TAN, ARCSIN, ARCTAN, SINH, TANH, ARSINH, ARTANH -> only(x, ZERO, ZERO);
            case COT, CSC, ARCCOS, ARCCOT, ARCSEC, ARCCSC, COTH, ARCOSH, ARG, DET -> throw Stop.notExact();
        };
    }

    private static Rational only(Rational x, Rational where, Rational value) {
        if (!x.equals(where)) {
            throw Stop.notExact();
        }
        return value;
    }

    private static BigInteger integer(Rational value) {
        if (!value.isInteger()) {
            throw Stop.notExact();
        }
        return value.numerator();
    }

    private static BigInteger positive(BigInteger value) {
        if (value.signum() <= 0) {
            throw Stop.undefined();
        }
        return value;
    }

    private static int degree(Rational value) {
        BigInteger degree = positive(integer(value));
        if (degree.bitLength() > 16) {
            throw Stop.notExact();
        }
        return degree.intValue();
    }

    /** A base to a power, with the real root of a negative base where the degree is odd. */
    Rational power(Rational base, Rational exponent) {
        BigInteger degree = exponent.denominator();
        if (degree.bitLength() > 16) {
            throw Stop.notExact();
        }
        if (base.isZero() && exponent.numerator().signum() < 0) {
            throw Stop.undefined();
        }
        if (base.isZero() || base.equals(ONE)) {
            return exponent.isZero() ? ONE : base;
        }
        Rational root = degree.equals(BigInteger.ONE) ? base : root(base, degree.intValue());
        return integerPower(root, exponent.numerator());
    }

    private Rational integerPower(Rational base, BigInteger exponent) {
        if (base.numerator().abs().equals(BigInteger.ONE) && base.isInteger()) {
            return base.numerator().signum() > 0 || !exponent.testBit(0) ? ONE : base;
        }
        if (exponent.bitLength() > 31) {
            throw Stop.outOfFuel();
        }
        int power = exponent.abs().intValueExact();
        long bits = (long) ExactArithmetic.bits(base) * power;
        if (bits > maxBits) {
            throw Stop.outOfFuel();
        }
        fuel.multiply(bits, bits);
        Rational value =
                new Rational(base.numerator().pow(power), base.denominator().pow(power));
        return exponent.signum() < 0 ? ONE.dividedBy(value) : value;
    }

    private Rational root(Rational x, int degree) {
        if (degree < 1 || degree > MAX_DEGREE) {
            throw Stop.notExact();
        }
        if (x.numerator().signum() < 0 && degree % 2 == 0) {
            throw Stop.notExact();
        }
        return new Rational(root(x.numerator(), degree), root(x.denominator(), degree));
    }

    /** The exact root of an integer; by Newton's iteration on integers, or not at all. */
    private BigInteger root(BigInteger value, int degree) {
        BigInteger magnitude = value.abs();
        if (degree == 1 || magnitude.bitLength() <= 1) {
            return value;
        }
        fuel.multiply(magnitude.bitLength() * 4L, magnitude.bitLength() * 4L);
        BigInteger found = degree == 2 ? magnitude.sqrt() : newton(magnitude, degree);
        if (!found.pow(degree).equals(magnitude)) {
            throw Stop.notExact();
        }
        return value.signum() < 0 ? found.negate() : found;
    }

    private static BigInteger newton(BigInteger value, int degree) {
        if (value.bitLength() <= degree) {
            return BigInteger.ONE;
        }
        BigInteger n = BigInteger.valueOf(degree);
        BigInteger x = BigInteger.ONE.shiftLeft(value.bitLength() / degree + 1);
        while (true) {
            BigInteger next = x.multiply(n.subtract(BigInteger.ONE))
                    .add(value.divide(x.pow(degree - 1)))
                    .divide(n);
            if (next.compareTo(x) >= 0) {
                return x;
            }
            x = next;
        }
    }

    private Rational factorial(BigInteger n, int step) {
        if (n.signum() < 0) {
            throw Stop.undefined();
        }
        if (n.bitLength() > 16 || n.longValue() * n.bitLength() / step > maxBits) {
            throw Stop.outOfFuel();
        }
        int bound = n.intValue();
        fuel.burn(bound + (long) bound * bound / 512);
        BigInteger all = BigInteger.ONE;
        for (int i = bound; i > 1; i -= step) {
            all = all.multiply(BigInteger.valueOf(i));
        }
        return new Rational(all, BigInteger.ONE);
    }

    private Rational binomial(Rational n, Rational k) {
        BigInteger lower = integer(k);
        if (lower.signum() < 0) {
            return ZERO;
        }
        if (n.isInteger() && n.numerator().signum() >= 0) {
            BigInteger other = n.numerator().subtract(lower);
            if (other.signum() < 0) {
                return ZERO;
            }
            lower = lower.min(other);
        }
        long bits = (long) ExactArithmetic.bits(n) * (lower.bitLength() > 20 ? 1L << 20 : lower.longValue());
        if (bits > 4L * maxBits) {
            throw Stop.outOfFuel();
        }
        int count = lower.intValue();
        if (n.isInteger()) {
            return new Rational(binomial(n.numerator(), count), BigInteger.ONE);
        }
        Rational all = ONE;
        for (int i = 0; i < count; i++) {
            Rational factor = arithmetic.plus(n, Rational.integer(-i));
            all = arithmetic.divided(arithmetic.times(all, factor), Rational.integer(i + 1));
        }
        return all;
    }

    /** Each quotient is an integer. */
    private BigInteger binomial(BigInteger n, int k) {
        BigInteger all = BigInteger.ONE;
        for (int i = 0; i < k; i++) {
            fuel.multiply(2L * all.bitLength(), n.bitLength() + 64L);
            all = all.multiply(n.subtract(BigInteger.valueOf(i))).divide(BigInteger.valueOf(i + 1L));
        }
        return all;
    }

    /** Of fractions in lowest terms: the largest number of which all are multiples. */
    private Rational gcd(List<Rational> values) {
        Rational all = ZERO;
        for (Rational value : values) {
            fuel.reduce(2L * ExactArithmetic.bits(all) + 2L * ExactArithmetic.bits(value));
            BigInteger numerator = all.numerator()
                    .multiply(value.denominator())
                    .gcd(value.numerator().multiply(all.denominator()));
            all = arithmetic.limited(new Rational(numerator, all.denominator().multiply(value.denominator())));
        }
        return all;
    }

    private Rational lcm(List<Rational> values) {
        Rational all = ONE;
        boolean first = true;
        for (Rational value : values) {
            if (value.isZero()) {
                return ZERO;
            }
            Rational magnitude = value.numerator().signum() < 0 ? value.negate() : value;
            all = first
                    ? magnitude
                    : arithmetic.divided(arithmetic.times(all, magnitude), gcd(List.of(all, magnitude)));
            first = false;
        }
        return all;
    }

    private Rational mod(Rational x, Rational modulus) {
        if (modulus.isZero()) {
            throw Stop.undefined();
        }
        return arithmetic.minus(x, arithmetic.times(modulus, arithmetic.floor(arithmetic.divided(x, modulus))));
    }

    private Rational extreme(List<Rational> values, int sign) {
        Rational best = values.get(0);
        for (Rational value : values) {
            if (arithmetic.compare(value, best) * sign < 0) {
                best = value;
            }
        }
        return best;
    }

    /** A logarithm that is a fraction with a small denominator: log of 8 to the base 4 is 3/2. */
    private Rational logarithm(Rational base, Rational x) {
        boolean defined = base.numerator().signum() > 0 && x.numerator().signum() > 0 && !base.equals(ONE);
        if (!defined) {
            throw Stop.notExact();
        }
        double guess = logarithm(x) / logarithm(base);
        for (int denominator = 1; denominator <= 12; denominator++) {
            double numerator = guess * denominator;
            long nearest = Math.round(numerator);
            boolean near = Math.abs(numerator - nearest) < 1e-6 && Math.abs(nearest) <= 4_096;
            if (near
                    && integerPower(base, BigInteger.valueOf(nearest))
                            .equals(integerPower(x, BigInteger.valueOf(denominator)))) {
                return Rational.integer(nearest).dividedBy(Rational.integer(denominator));
            }
        }
        throw Stop.notExact();
    }

    private static double logarithm(Rational x) {
        return logarithm(x.numerator()) - logarithm(x.denominator());
    }

    private static double logarithm(BigInteger x) {
        int shift = Math.max(0, x.bitLength() - 1_000);
        // Near one the quotient of the numbers would be better; a wrong guess is only not found.
        return StrictMath.log(x.shiftRight(shift).doubleValue()) + shift * StrictMath.log(2.0);
    }
}
