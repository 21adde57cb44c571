package org.passk.verify.math;

import java.io.Serializable;
import java.math.BigInteger;
import org.passk.verify.math.expression.Rational;

/**
 * A number of digits with a point and a sign at most, or a fraction of two integers, as most answers are: compared
 * without a parser.
 *
 * @param numerator carries the sign
 * @param denominator positive, without a common factor with the numerator; 0 for no such number
 * @param notation how it is written
 */
record PlainNumber(long numerator, long denominator, Notation notation) implements Serializable {
    /** How a number is written. */
    enum Notation {
        /** Digits alone. */
        INTEGER,
        /** With a point. */
        DECIMAL,
        /** With a bar. */
        FRACTION
    }

    /** Anything else. */
    static final PlainNumber NONE = new PlainNumber(0, 0, Notation.INTEGER);

    /** So many digits never overflow. */
    private static final int MAX_DIGITS = 17;

    /** Reads a text that is nothing but such a number; {@link #NONE} for anything else, grouped digits too. */
    static PlainNumber of(String text) {
        boolean negative = !text.isEmpty() && text.charAt(0) == '-';
        int start = negative ? 1 : 0;
        int slash = text.indexOf('/', start);
        if (slash >= 0) {
            return fraction(negative, integer(text, start, slash), integer(text, slash + 1, text.length()));
        }
        return start < text.length() && text.charAt(start) == '\\'
                ? command(text, start, negative)
                : decimal(text, start, negative);
    }

    /** {@code \frac{3}{4}}. */
    private static PlainNumber command(String text, int start, boolean negative) {
        int open = text.indexOf('{', start);
        int middle = text.indexOf("}{", start);
        boolean known = text.startsWith("\\frac{", start)
                || text.startsWith("\\dfrac{", start)
                || text.startsWith("\\tfrac{", start);
        if (!known || middle < 0 || text.charAt(text.length() - 1) != '}') {
            return NONE;
        }
        boolean inner = text.charAt(open + 1) == '-';
        long above = integer(text, open + (inner ? 2 : 1), middle);
        return fraction(negative != inner, above, integer(text, middle + 2, text.length() - 1));
    }

    /** The integer that the digits between two positions are; -1 when they are none. */
    private static long integer(String text, int start, int end) {
        if (end <= start || end - start > MAX_DIGITS) {
            return -1;
        }
        long value = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private static PlainNumber fraction(boolean negative, long above, long below) {
        return above < 0 || below <= 0 ? NONE : reduced(negative ? -above : above, below, Notation.FRACTION);
    }

    private static PlainNumber decimal(String text, int start, boolean negative) {
        int point = text.indexOf('.', start);
        if (point < 0) {
            long value = integer(text, start, text.length());
            return value < 0 ? NONE : new PlainNumber(negative ? -value : value, 1, Notation.INTEGER);
        }
        long whole = integer(text, start, point);
        long decimals = integer(text, point + 1, text.length());
        if (whole < 0 || decimals < 0 || text.length() - start > MAX_DIGITS) {
            return NONE;
        }
        long scale = 1;
        for (int i = point + 1; i < text.length(); i++) {
            scale *= 10;
        }
        long digits = whole * scale + decimals;
        return reduced(negative ? -digits : digits, scale, Notation.DECIMAL);
    }

    private static PlainNumber reduced(long numerator, long denominator, Notation notation) {
        long a = Math.abs(numerator);
        long b = denominator;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return new PlainNumber(numerator / a, denominator / a, notation);
    }

    boolean isNumber() {
        return denominator > 0;
    }

    boolean sameValue(PlainNumber other) {
        return numerator == other.numerator && denominator == other.denominator;
    }

    /** Whether one of them may be the other one's rounding. */
    boolean mayRound(PlainNumber other) {
        return (notation == Notation.DECIMAL && other.notation == Notation.FRACTION)
                || (notation == Notation.FRACTION && other.notation == Notation.DECIMAL);
    }

    /** As exact numbers are written in canonical answers. */
    String canonical() {
        return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator)).toString();
    }
}
