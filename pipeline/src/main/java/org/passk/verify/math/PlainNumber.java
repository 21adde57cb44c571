package org.passk.verify.math;

import java.io.Serializable;
import java.math.BigDecimal;
import org.passk.verify.math.expression.Rational;

/**
 * A number of digits with a point and a sign at most, as most answers are: compared without a parser.
 *
 * @param unscaled the digits without trailing zeros behind the point
 * @param scale the digits behind the point; negative for no such number
 */
record PlainNumber(long unscaled, int scale) implements Serializable {
    /** Anything else. */
    static final PlainNumber NONE = new PlainNumber(0, -1);

    private static final int MAX_CHARS = 18;

    /** Reads a text that is nothing but such a number; {@link #NONE} for anything else, grouped digits too. */
    static PlainNumber of(String text) {
        int length = text.length();
        if (length == 0 || length > MAX_CHARS) {
            return NONE;
        }
        boolean negative = text.charAt(0) == '-';
        long digits = 0;
        int scale = -1;
        int count = 0;
        for (int i = negative ? 1 : 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
                scale += scale >= 0 ? 1 : 0;
                count++;
            } else if (c == '.' && scale < 0 && count > 0 && i + 1 < length) {
                scale = 0;
            } else {
                return NONE;
            }
        }
        return count == 0 ? NONE : reduced(negative ? -digits : digits, Math.max(0, scale));
    }

    private static PlainNumber reduced(long unscaled, int scale) {
        long digits = unscaled;
        int decimals = scale;
        while (decimals > 0 && digits % 10 == 0) {
            digits /= 10;
            decimals--;
        }
        return new PlainNumber(digits, decimals);
    }

    /** The number that a rational is; {@link #NONE} when it has no finite decimal form, or a long one. */
    static PlainNumber of(Rational value) {
        boolean small =
                value.denominator().bitLength() <= 30 && value.numerator().bitLength() <= 50;
        if (!small || !value.terminates()) {
            return NONE;
        }
        BigDecimal decimal = new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()));
        return of(decimal.toPlainString());
    }

    boolean isNumber() {
        return scale >= 0;
    }

    /** As exact numbers are written in canonical answers. */
    String canonical() {
        return scale == 0
                ? Long.toString(unscaled)
                : Rational.of(BigDecimal.valueOf(unscaled, scale)).toString();
    }
}
