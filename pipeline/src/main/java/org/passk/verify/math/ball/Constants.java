package org.passk.verify.math.ball;

import java.math.BigInteger;

/**
 * Pi and the logarithm of two in fixed point, by binary splitting of fast series. Up to CACHED bits they are cut out of a
 * constant made when the class is loaded; beyond, each call computes them anew in O(M(b) log(b)^2).
 */
final class Constants {
    private static final int CACHED = 4096 + 256;
    /** Bits computed in addition, so that what the roots and quotients lose stays below the last place. */
    private static final int GUARD = 32;

    /** 640320^3 / 24, of the series by D. V. and G. V. Chudnovsky (1988). */
    private static final long CHUDNOVSKY = 10_939_058_860_032_000L;

    private static final BigInteger PI = computePi(CACHED);
    private static final BigInteger LOG2 = computeLog2(CACHED);

    private Constants() {}

    /** pi * 2^bits, within 2. */
    static BigInteger pi(int bits) {
        return bits <= CACHED ? PI.shiftRight(CACHED - bits) : computePi(bits);
    }

    /** log(2) * 2^bits, within 2. */
    static BigInteger log2(int bits) {
        return bits <= CACHED ? LOG2.shiftRight(CACHED - bits) : computeLog2(bits);
    }

    /**
     * 426880 sqrt(10005) Q / T. A term adds more than 47.1 bits, so bits / 47 + 2 terms leave less than 2^-bits; the root and
     * the quotient lose a few units 32 bits below.
     */
    private static BigInteger computePi(int bits) {
        int work = bits + GUARD;
        Split sum = chudnovsky(0, work / 47 + 2);
        BigInteger root =
                IntegerRoot.of(BigInteger.valueOf(10_005).shiftLeft(2 * work)).root();
        return root.multiply(sum.q.multiply(BigInteger.valueOf(426_880)))
                .divide(sum.t)
                .shiftRight(GUARD);
    }

    /** P, Q and T of terms a to b - 1: T / Q is the sum of (-1)^k (6k)! (13591409 + 545140134 k) / ((3k)! k!^3 640320^3k). */
    private static Split chudnovsky(int a, int b) {
        if (b - a > 1) {
            int middle = (a + b) >>> 1;
            Split left = chudnovsky(a, middle);
            Split right = chudnovsky(middle, b);
            return new Split(
                    left.p.multiply(right.p),
                    left.q.multiply(right.q),
                    left.t.multiply(right.q).add(left.p.multiply(right.t)));
        }
        BigInteger p = BigInteger.ONE;
        BigInteger q = BigInteger.ONE;
        if (a > 0) {
            long k = a;
            p = BigInteger.valueOf(-(6 * k - 5) * (2 * k - 1)).multiply(BigInteger.valueOf(6 * k - 1));
            q = BigInteger.valueOf(k * k * k).multiply(BigInteger.valueOf(CHUDNOVSKY));
        }
        return new Split(p, q, p.multiply(BigInteger.valueOf(13_591_409L + 545_140_134L * a)));
    }

    /**
     * 18 artanh(1/26) - 2 artanh(1/4801) + 8 artanh(1/8749): exp of twice the sum is (27/25)^18 (4801-1)^2 / (4801+1)^2
     * (8750/8748)^8 = 4. Three quotients lose less than 28 units, 32 bits below the last place.
     */
    private static BigInteger computeLog2(int bits) {
        int work = bits + GUARD;
        return artanh(26, work)
                .multiply(BigInteger.valueOf(18))
                .subtract(artanh(4801, work).shiftLeft(1))
                .add(artanh(8749, work).shiftLeft(3))
                .shiftRight(GUARD);
    }

    /** The sum of 1 / ((2k + 1) x^(2k + 1)); a term adds at least 2 floor(log2(x)) bits. */
    private static BigInteger artanh(long x, int work) {
        int bitsPerTerm = 2 * (Long.SIZE - 1 - Long.numberOfLeadingZeros(x));
        Split sum = artanhTerms(x * x, 0, work / bitsPerTerm + 2);
        return sum.t.shiftLeft(work).divide(sum.p.multiply(sum.q).multiply(BigInteger.valueOf(x)));
    }

    /** T / (P Q) is the sum over k from a to b - 1, without the powers of x that stand before term a. */
    private static Split artanhTerms(long square, int a, int b) {
        if (b - a == 1) {
            BigInteger q = a == 0 ? BigInteger.ONE : BigInteger.valueOf(square);
            return new Split(BigInteger.valueOf(2L * a + 1), q, BigInteger.ONE);
        }
        int middle = (a + b) >>> 1;
        Split left = artanhTerms(square, a, middle);
        Split right = artanhTerms(square, middle, b);
        return new Split(
                left.p.multiply(right.p),
                left.q.multiply(right.q),
                left.t.multiply(right.p).multiply(right.q).add(left.p.multiply(right.t)));
    }

    /** The three integers of a range of terms. */
    private record Split(BigInteger p, BigInteger q, BigInteger t) {}
}
