package org.passk.verify.math.ball;

import java.math.BigInteger;

/**
 * Rounding and the field operations of real balls. Each computes the midpoint of the result from the midpoints, and adds to
 * the radius what the radii of the operands can change plus what the rounding lost.
 */
final class Arithmetic {
    /** Midpoints and radii stay below 2^LARGEST; what is smaller than 2^-LARGEST becomes a radius. */
    static final long LARGEST = 1L << 26;

    /** Mantissa bits kept below the leading bit of the radius: the radius grows by at most 2^-30 of itself. */
    private static final int BELOW_RADIUS = 31;

    private Arithmetic() {}

    /** The ball around man * 2^exp with a mantissa of at most the given bits. */
    static Ball round(BigInteger man, long exp, Magnitude radius, int bits) {
        if (man.signum() == 0) {
            return bounded(man, 0, radius);
        }
        int drop = man.bitLength() - bits;
        if (radius.isZero()) {
            int zeros = man.getLowestSetBit();
            if (zeros >= drop) {
                return bounded(zeros == 0 ? man : man.shiftRight(zeros), exp + zeros, radius);
            }
        } else {
            long noise = radius.log2Below() - BELOW_RADIUS - exp;
            // Cutting a few bits costs more time than it saves.
            if (noise > drop && noise > Integer.SIZE) {
                drop = (int) Math.min(noise, man.bitLength());
            }
        }
        if (drop <= 0) {
            return bounded(man, exp, radius);
        }
        // The shift rounds down by less than one unit of the new last place.
        return bounded(man.shiftRight(drop), exp + drop, radius.plus(Magnitude.power(exp + drop)));
    }

    private static Ball bounded(BigInteger man, long exp, Magnitude radius) {
        long top = exp + man.bitLength();
        if ((man.signum() != 0 && top > LARGEST) || radius.log2Above() > LARGEST) {
            return Ball.INDETERMINATE;
        }
        if (man.signum() != 0 && top < -LARGEST) {
            return bounded(BigInteger.ZERO, 0, radius.plus(Magnitude.power(top)));
        }
        if (!radius.isZero() && radius.log2Below() < -2 * LARGEST) {
            return new Ball(man, exp, Magnitude.power(-2 * LARGEST));
        }
        return new Ball(man, exp, radius);
    }

    static Ball widen(Ball x, Magnitude more) {
        return !x.isFinite() || more.isZero()
                ? x
                : bounded(x.man(), x.exp(), x.radius().plus(more));
    }

    static Ball add(Ball x, Ball y, int bits) {
        if (!x.isFinite() || !y.isFinite()) {
            return Ball.INDETERMINATE;
        }
        Magnitude radius = x.radius().plus(y.radius());
        if (x.man().signum() == 0) {
            return round(y.man(), y.exp(), radius, bits);
        }
        if (y.man().signum() == 0) {
            return round(x.man(), x.exp(), radius, bits);
        }
        long gap = x.top() - y.top();
        if (Math.abs(gap) > bits + 8L) {
            // The exact sum would not fit: the small summand moves into the radius, and no huge shift is made.
            Ball small = gap > 0 ? y : x;
            Ball large = gap > 0 ? x : y;
            return round(large.man(), large.exp(), radius.plus(Magnitude.up(small.man(), small.exp())), bits);
        }
        long shift = x.exp() - y.exp();
        if (shift >= 0) {
            return round(x.man().shiftLeft((int) shift).add(y.man()), y.exp(), radius, bits);
        }
        return round(y.man().shiftLeft((int) -shift).add(x.man()), x.exp(), radius, bits);
    }

    /** |xy - mx my| is at most |mx| ry + |my| rx + rx ry. */
    static Ball multiply(Ball x, Ball y, int bits) {
        if (!x.isFinite() || !y.isFinite()) {
            return Ball.INDETERMINATE;
        }
        Magnitude radius = Magnitude.ZERO;
        if (!y.isExact()) {
            radius = x.upper().times(y.radius());
        }
        if (!x.isExact()) {
            radius = radius.plus(Magnitude.up(y.man(), y.exp()).times(x.radius()));
        }
        return round(x.man().multiply(y.man()), x.exp() + y.exp(), radius, bits);
    }

    /** |x/y - mx/my| = |(x - mx) my - mx (y - my)| / |y my|, at most (rx + |mx/my| ry) / |y|. */
    static Ball divide(Ball x, Ball y, int bits) {
        Magnitude divisor = y.lower();
        if (!x.isFinite() || divisor.isZero()) {
            return Ball.INDETERMINATE;
        }
        int shift = Math.max(0, bits + 4 + y.man().bitLength() - x.man().bitLength());
        BigInteger[] parts = x.man().shiftLeft(shift).divideAndRemainder(y.man());
        long exp = x.exp() - y.exp() - shift;
        Magnitude rounding = parts[1].signum() == 0 ? Magnitude.ZERO : Magnitude.power(exp);
        Magnitude radius = x.radius();
        if (!y.isExact()) {
            Magnitude quotient = Magnitude.up(parts[0], exp).plus(rounding);
            radius = radius.plus(quotient.times(y.radius()));
        }
        return round(parts[0], exp, radius.over(divisor).plus(rounding), bits);
    }

    static Ball square(Ball x, int bits) {
        if (!x.isFinite()) {
            return x;
        }
        Magnitude upper = x.upper();
        if (!x.isExact() && x.lower().isZero()) {
            // [0, u^2] instead of a ball that reaches below zero.
            Ball half = upper.times(upper).shift(-1).toBall();
            return round(half.man(), half.exp(), Magnitude.up(half.man(), half.exp()), bits);
        }
        Magnitude radius = x.isExact() ? Magnitude.ZERO : upper.shift(1).times(x.radius());
        return round(x.man().multiply(x.man()), 2 * x.exp(), radius, bits);
    }

    /**
     * Repeated squaring: at most 62 products. A relative error doubles with a squaring, so as many bits as the exponent has
     * are kept in addition.
     */
    static Ball power(Ball x, int exponent, int bits) {
        if (exponent == 0) {
            return x.containsZero() ? Ball.INDETERMINATE : Ball.ONE;
        }
        long count = Math.abs((long) exponent);
        int length = Long.SIZE - Long.numberOfLeadingZeros(count);
        int work = bits + 2 * length;
        Ball power = x;
        for (int bit = length - 2; bit >= 0; bit--) {
            power = square(power, work);
            if ((count >> bit & 1) != 0) {
                power = multiply(power, x, work);
            }
        }
        return exponent > 0 ? round(power, bits) : divide(Ball.ONE, power, bits);
    }

    static Ball round(Ball x, int bits) {
        return x.isFinite() ? round(x.man(), x.exp(), x.radius(), bits) : x;
    }

    /** The smallest ball, up to rounding, with all points of both: |p - m| is at most |mx - m| + rx for p in x. */
    static Ball union(Ball x, Ball y, int bits) {
        Ball middle = add(x, y, bits).scale(-1);
        if (!middle.isFinite()) {
            return middle;
        }
        Ball point = middle.midpoint();
        Magnitude far = add(x, point.negate(), bits)
                .upper()
                .max(add(y, point.negate(), bits).upper());
        return round(point.man(), point.exp(), far, bits);
    }

    /** The floor of every point, if it is one integer. Undecided beyond 2^16 bits, and with units below 2^-(2^20). */
    static Ball floor(Ball x) {
        if (!x.isFinite() || (x.isExact() && x.exp() >= 0)) {
            return x;
        }
        long magnitude = x.upper().log2Above();
        long unit = x.isExact() ? x.exp() : Math.min(x.exp(), x.radius().exponent());
        if (magnitude > 1 << 16 || unit < -(1 << 20) || x.radius().log2Above() > 1) {
            return Ball.INDETERMINATE;
        }
        BigInteger low = x.endpoint(-1);
        BigInteger high = x.endpoint(1);
        return low.equals(high) ? Ball.of(low) : Ball.INDETERMINATE;
    }
}
