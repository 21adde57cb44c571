package org.passk.verify.math.ball;

import java.math.BigInteger;

/**
 * The integer part s of a square root and the remainder n - s^2, in the time of a few products. The JDK's own method divides
 * at full length in every step and is about ten times slower at 128 bits.
 *
 * @param root the largest integer whose square is not above n
 * @param remainder n - root^2
 */
record IntegerRoot(BigInteger root, BigInteger remainder) {
    /** Below 2^62 a root by doubles is off by less than one. */
    private static final int LONG_BITS = 62;

    /**
     * The root of n &gt;= 0 by P. Zimmermann, "Karatsuba Square Root" (1999): the root of the upper half of the bits, and one
     * division by it for the lower half of the root, which is never too small. What is too large is corrected at the end, in
     * one step or a few.
     */
    static IntegerRoot of(BigInteger n) {
        if (n.bitLength() <= LONG_BITS) {
            return ofLong(n.longValue());
        }
        int quarter = (n.bitLength() - 1) / 4;
        IntegerRoot high = of(n.shiftRight(2 * quarter));
        BigInteger mask = BigInteger.ONE.shiftLeft(quarter).subtract(BigInteger.ONE);
        BigInteger dividend =
                high.remainder.shiftLeft(quarter).add(n.shiftRight(quarter).and(mask));
        BigInteger[] parts = dividend.divideAndRemainder(high.root.shiftLeft(1));
        BigInteger root = high.root.shiftLeft(quarter).add(parts[0]);
        BigInteger remainder = parts[1].shiftLeft(quarter).add(n.and(mask)).subtract(parts[0].multiply(parts[0]));
        while (remainder.signum() < 0) {
            remainder = remainder.add(root.shiftLeft(1)).subtract(BigInteger.ONE);
            root = root.subtract(BigInteger.ONE);
        }
        return new IntegerRoot(root, remainder);
    }

    private static IntegerRoot ofLong(long n) {
        long root = (long) Math.sqrt((double) n);
        // The double of n may have been rounded up to the next square.
        if (root * root > n) {
            root--;
        }
        return new IntegerRoot(BigInteger.valueOf(root), BigInteger.valueOf(n - root * root));
    }
}
