package org.passk.verify.math.ball;

import java.math.BigInteger;

/**
 * A bound of an absolute value: man * 2^exp with man = 0 or a mantissa of 30 bits. Methods whose name ends in {@code Down}
 * round towards zero and give lower bounds of lower bounds; all others round away from zero and give upper bounds.
 */
final class Magnitude {
    /** The exponent puts zero below every other magnitude. */
    static final Magnitude ZERO = new Magnitude(0, Long.MIN_VALUE >> 8);

    static final Magnitude ONE = power(0);

    private static final int BITS = 30;
    /** Longest mantissa that is read out of a BigInteger, so that one more unit still fits a long. */
    private static final int WIDE = 62;

    private final long man;
    private final long exp;

    private Magnitude(long man, long exp) {
        this.man = man;
        this.exp = exp;
    }

    /** 2^exp. */
    static Magnitude power(long exp) {
        return new Magnitude(1L << (BITS - 1), exp - BITS + 1);
    }

    /** At least man * 2^exp, for man &gt;= 0. */
    static Magnitude up(long man, long exp) {
        int shift = Long.SIZE - Long.numberOfLeadingZeros(man) - BITS;
        if (man == 0) {
            return ZERO;
        }
        if (shift <= 0) {
            return new Magnitude(man << -shift, exp + shift);
        }
        long top = man >>> shift;
        if (top << shift != man) {
            top++;
        }
        // A carry out of 30 bits leaves a power of two.
        return top >>> BITS == 0 ? new Magnitude(top, exp + shift) : power(exp + shift + BITS);
    }

    /** At most man * 2^exp, for man &gt;= 0. */
    static Magnitude down(long man, long exp) {
        if (man <= 0) {
            return ZERO;
        }
        int shift = Long.SIZE - Long.numberOfLeadingZeros(man) - BITS;
        return shift <= 0 ? new Magnitude(man << -shift, exp + shift) : new Magnitude(man >>> shift, exp + shift);
    }

    /** At least |man| * 2^exp. */
    static Magnitude up(BigInteger man, long exp) {
        int shift = man.bitLength() - WIDE;
        if (shift <= 0) {
            return up(Math.abs(man.longValue()), exp);
        }
        // The shift rounds down: a negative value moves away from zero, a positive one needs one more unit.
        long top = man.shiftRight(shift).longValue();
        return up(top < 0 ? -top : top + 1, exp + shift);
    }

    /** |man| * 2^exp - radius, rounded down, and zero where the difference is not known to be positive. */
    static Magnitude lowerBound(BigInteger man, long exp, Magnitude radius) {
        int shift = Math.max(0, man.bitLength() - WIDE);
        long top = man.shiftRight(shift).longValue();
        if (top < 0) {
            // Where bits were lost, the shift of a negative value went away from zero by less than one unit.
            top = shift == 0 ? -top : -top - 1;
        }
        long unit = exp + shift;
        if (radius.man == 0) {
            return down(top, unit);
        }
        // One more bit than needed below the radius keeps the comparison of small integers exact.
        int lift = Math.max(0, Long.numberOfLeadingZeros(Math.max(top, 1)) - 2);
        top <<= lift;
        unit -= lift;
        long gap = radius.exp - unit;
        if (gap > WIDE - BITS) {
            return ZERO;
        }
        long loss = gap >= 0 ? radius.man << gap : gap > -BITS ? (radius.man >> -gap) + 1 : 1;
        return down(top - loss, unit);
    }

    boolean isZero() {
        return man == 0;
    }

    /** The bound is below 2^log2Above(). */
    long log2Above() {
        return exp + BITS;
    }

    /** The bound is at least 2^log2Below(). */
    long log2Below() {
        return exp + BITS - 1;
    }

    /** This bound as a point. */
    Ball toBall() {
        return new Ball(BigInteger.valueOf(man), exp, ZERO);
    }

    BigInteger mantissa() {
        return BigInteger.valueOf(man);
    }

    long exponent() {
        return exp;
    }

    Magnitude shift(long bits) {
        return man == 0 ? this : new Magnitude(man, exp + bits);
    }

    Magnitude plus(Magnitude other) {
        if (man == 0) {
            return other;
        }
        if (other.man == 0) {
            return this;
        }
        Magnitude high = exp >= other.exp ? this : other;
        Magnitude low = high == this ? other : this;
        long gap = high.exp - low.exp;
        long sum = high.man + (gap == 0 ? low.man : gap > BITS ? 1 : (low.man >> gap) + 1);
        return up(sum, high.exp);
    }

    Magnitude times(Magnitude other) {
        return up(man * other.man, exp + other.exp);
    }

    Magnitude timesDown(Magnitude other) {
        return down(man * other.man, exp + other.exp);
    }

    /** An upper bound of this upper bound over a positive lower bound. */
    Magnitude over(Magnitude divisor) {
        return man == 0 ? ZERO : up((man << 32) / divisor.man + 1, exp - divisor.exp - 32);
    }

    Magnitude sqrt() {
        return man == 0 ? ZERO : up(wideRoot() + 2, Math.floorDiv(exp - 31, 2L));
    }

    Magnitude sqrtDown() {
        return man == 0 ? ZERO : down(wideRoot() - 2, Math.floorDiv(exp - 31, 2L));
    }

    /** The root of man * 2^31 or man * 2^32 (the one with an even exponent), within one: a double root is off by 2^-52. */
    private long wideRoot() {
        long wide = man << (Math.floorMod(exp - 31, 2L) == 0 ? 31 : 32);
        return (long) Math.sqrt((double) wide);
    }

    Magnitude min(Magnitude other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Magnitude max(Magnitude other) {
        return compareTo(other) >= 0 ? this : other;
    }

    int compareTo(Magnitude other) {
        if (man == 0 || other.man == 0) {
            return Long.compare(man, other.man);
        }
        return exp == other.exp ? Long.compare(man, other.man) : Long.compare(exp, other.exp);
    }
}
