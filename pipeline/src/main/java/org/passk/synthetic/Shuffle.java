package org.passk.synthetic;

import java.io.Serializable;
import java.math.BigInteger;

/**
 * A permutation of 0 … size − 1 of which each value, and the inverse, is computed alone: i ↦ (a i + b) mod size with a
 * prime to size. Not random, but it scatters neighbours widely, which is what the order of records needs.
 */
final class Shuffle implements Serializable {
    private static final long serialVersionUID = 1;
    /** Products of two values below it fit in a long. */
    static final long MAX_SIZE = 3_000_000_000L;

    private static final double GOLDEN_RATIO = 0.6180339887498949;

    private final long size;
    private final long factor;
    private final long inverse;
    private final long offset;

    /**
     * A permutation.
     *
     * @param size how many values, in [1, {@link #MAX_SIZE}]
     * @param dice chooses among them
     */
    Shuffle(long size, Dice dice) {
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("size " + size + " is not in [1, " + MAX_SIZE + "]");
        }
        this.size = size;
        long a = Math.max(1, (long) (size * GOLDEN_RATIO) - dice.below(1000));
        while (gcd(a, size) != 1) {
            a++;
        }
        this.factor = a % size;
        this.inverse = size == 1
                ? 0
                : BigInteger.valueOf(a).modInverse(BigInteger.valueOf(size)).longValueExact();
        this.offset = (long) (dice.unit() * size);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    long size() {
        return size;
    }

    long at(long i) {
        return (i * factor + offset) % size;
    }

    /** Which i has this value. */
    long indexOf(long value) {
        return (value - offset + size) % size * inverse % size;
    }
}
