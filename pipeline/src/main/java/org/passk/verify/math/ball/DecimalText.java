package org.passk.verify.math.ball;

import java.math.BigInteger;
import java.util.Optional;

/** Decimal digits that a ball proves. */
final class DecimalText {
    private static final int MOST_DIGITS = 10_000;
    /** Beyond 2^8192 or below its inverse, and with longer mantissas, digits are found at limited precision. */
    private static final int EXACT_BITS = 8192;

    private static final double LOG10_OF_2 = 0.3010299956639812;
    private static final int LEAST_PLAIN = -7;
    private static final int MOST_PLAIN = 20;

    private DecimalText() {}

    static Optional<String> of(Ball x, int digits) {
        if (digits < 1 || digits > MOST_DIGITS) {
            throw new IllegalArgumentException("digits " + digits + " is not in [1, " + MOST_DIGITS + "]");
        }
        return switch (x.sign()) {
            case ZERO -> Optional.of("0");
            case UNKNOWN -> Optional.empty();
            case POSITIVE -> positive(x, digits).map(found -> found.text(digits));
            case NEGATIVE -> positive(x.negate(), digits).map(found -> "-" + found.text(digits));
        };
    }

    /**
     * Tries the places of the first digit from below the true one upwards: while both ends have too many digits, go on; then
     * both must round to the same digits, and as rounding is monotone every point between them does.
     */
    private static Optional<Digits> positive(Ball x, int digits) {
        BigInteger least = BigInteger.TEN.pow(digits - 1);
        BigInteger beyond = least.multiply(BigInteger.TEN);
        // The estimate is off by less than 2 for every magnitude below 2^(2^26).
        long place = (long) Math.floor((x.top() - 1) * LOG10_OF_2);
        for (long first = place - 1; first <= place + 2; first++) {
            Ball scaled = scaled(x, Math.toIntExact(digits - 1 - first), digits);
            if (!scaled.isFinite()) {
                return Optional.empty();
            }
            BigInteger low = rounded(scaled, -1);
            if (low.compareTo(beyond) < 0) {
                boolean proven = low.compareTo(least) >= 0 && low.equals(rounded(scaled, 1));
                return proven ? Optional.of(new Digits(low, first)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** x * 10^power; exact for exact x of moderate size, as far as the division allows. */
    private static Ball scaled(Ball x, int power, int digits) {
        boolean moderate = Math.abs(x.top()) < EXACT_BITS && x.man().bitLength() < EXACT_BITS;
        int bits = 4 * digits + 64 + (moderate ? x.man().bitLength() + 4 * Math.abs(power) : 0);
        Ball factor = Arithmetic.power(Ball.of(10), Math.abs(power), bits);
        Ball scaled = power >= 0 ? Arithmetic.multiply(x, factor, bits) : Arithmetic.divide(x, factor, bits);
        // A radius that is not tiny keeps the ends short.
        return scaled.isExact() ? scaled : Arithmetic.widen(scaled, Magnitude.power(-bits));
    }

    /** An end rounded to an integer, half to even. */
    private static BigInteger rounded(Ball x, int side) {
        Ball doubled = x.scale(1);
        BigInteger twice = doubled.endpoint(side);
        BigInteger half = twice.add(BigInteger.ONE).shiftRight(1);
        boolean tie = twice.testBit(0) && isInteger(doubled, side);
        return tie && half.testBit(0) ? half.subtract(BigInteger.ONE) : half;
    }

    private static boolean isInteger(Ball x, int side) {
        // ceil(v) = -floor(-v); the upper end of -x is the lower end of x, negated.
        return x.endpoint(side).equals(x.negate().endpoint(-side).negate());
    }

    /** An integer of the wanted number of digits, the first of which stands for 10^first. */
    private record Digits(BigInteger value, long first) {
        String text(int digits) {
            String all = value.toString();
            if (first > MOST_PLAIN || first < LEAST_PLAIN || first >= digits) {
                String rest = digits == 1 ? "" : "." + all.substring(1);
                return all.charAt(0) + rest + "e" + (first < 0 ? "-" : "+") + Math.abs(first);
            }
            if (first < 0) {
                return "0." + "0".repeat((int) -first - 1) + all;
            }
            int whole = (int) first + 1;
            return whole == digits ? all : all.substring(0, whole) + "." + all.substring(whole);
        }
    }
}
