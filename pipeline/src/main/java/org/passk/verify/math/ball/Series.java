package org.passk.verify.math.ball;

import java.math.BigInteger;

/** The factorial series behind the elementary functions: the sum of u^i / (q(1) q(2) ... q(i)) over i &gt;= 0. */
enum Series {
    /** q(l) = l: e^u. */
    EXP,
    /** q(l) = 2l (2l + 1): sinh(t) / t for u = t^2, and sin(t) / t for u = -t^2. */
    SINE,
    /** q(l) = (2l + 1)(2l + 2): 2 (cosh(t) - 1) / t^2 for u = t^2, and 2 (1 - cos(t)) / t^2 for u = -t^2. */
    VERSINE;

    /** The error of {@link #sum} in units of the last place. */
    static final int ERROR = 32;

    private long divisor(int l) {
        return switch (this) {
            case EXP -> l;
            case SINE -> 2L * l * (2L * l + 1);
            case VERSINE -> (2L * l + 1) * (2L * l + 2);
        };
    }

    /**
     * The sum for u * 2^-bits, |u| &lt;= 2^(bits - 1), as a multiple of 2^-bits with an error below {@link #ERROR} units.
     *
     * <p>Blocks of m terms share one full product (Paterson and Stockmeyer, Smith): with A(b) the tail from term bm on,
     * divided by the term's own factor, A(b) = (sum over j &lt; m of u^j c(j) + u^m A(b + 1)) / D, where D = q(bm + 1) ...
     * q(bm + m) and c(j) = q(bm + j + 1) ... q(bm + m) fit a long. Rounding: the power u^j is off by e(j) &lt;= 1 + e(j - 1) / 2
     * &lt; 2 units; c(j) / D sums to less than 1.72 over j &gt;= 1, so the powers give less than 3.5; the product u^m A(b + 1)
     * gives 2 |A| + E / 2 + 1 &lt;= 5 + E / 2 for an error E of A(b + 1) and |A| &lt;= e^(1/2); the quotient gives 1. So E &lt;= 9.5 + E / 2
     * &lt; 20. The first term left out is below 2^-(bits + 2), and each further one at most half of the one before.
     */
    BigInteger sum(BigInteger u, int bits) {
        int terms = terms(bits - u.bitLength(), bits);
        long last = divisor(terms + 1);
        int room = (Long.SIZE - 2) / (Long.SIZE - Long.numberOfLeadingZeros(last));
        int block = Math.max(1, Math.min(room, (int) Math.sqrt(terms)));
        BigInteger[] powers = new BigInteger[block + 1];
        powers[0] = BigInteger.ONE.shiftLeft(bits);
        powers[1] = u;
        for (int j = 2; j <= block; j++) {
            powers[j] = powers[j - 1].multiply(u).shiftRight(bits);
        }
        BigInteger tail = BigInteger.ZERO;
        for (int b = (terms - 1) / block; b >= 0; b--) {
            BigInteger sum = powers[block].multiply(tail).shiftRight(bits);
            long c = 1;
            for (int j = block - 1; j >= 0; j--) {
                int l = b * block + j + 1;
                c *= l > terms ? 1 : divisor(l);
                if (l <= terms) {
                    sum = sum.add(powers[j].multiply(BigInteger.valueOf(c)));
                }
            }
            tail = sum.divide(BigInteger.valueOf(c));
        }
        return tail;
    }

    /** How many terms leave a rest below one unit, where |u| &lt; 2^-small; small &gt;= 1. */
    private int terms(int small, int bits) {
        int step = Math.max(1, small);
        int n = 0;
        for (long have = 0; have < bits + 2L; n++) {
            have += step + Long.SIZE - 1 - Long.numberOfLeadingZeros(divisor(n + 1));
        }
        return n;
    }
}
