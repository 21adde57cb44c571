package org.passk.verify.math;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads one number in normal form: an integer, a decimal, a fraction, a mixed number, a decimal with a power of ten, with
 * a sign, a currency, a percent sign or a unit. Anything else is no number. Digits and exponents are bounded before
 * anything is computed.
 */
final class NumberParser {
    private final String in;
    private final int maxDigits;
    private int pos;
    private int decimals;
    private int significant;
    private boolean grouped;
    private boolean plainDecimal = true;
    private String unit = "";
    private boolean percent;

    private NumberParser(String in, int maxDigits) {
        this.in = in;
        this.maxDigits = maxDigits;
    }

    /** The number that the whole text is, if it is one. */
    static Optional<Value.Numeric> parse(String text, int maxDigits) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return new NumberParser(text.substring(0, end), maxDigits).number();
    }

    private Optional<Value.Numeric> number() {
        boolean negative = sign();
        currency();
        // "$-5" is written as well as "-$5".
        negative ^= !negative && sign();
        Optional<Rational> magnitude = magnitude();
        if (magnitude.isEmpty() || !suffix(magnitude.get())) {
            return Optional.empty();
        }
        Rational value = negative ? magnitude.get().negate() : magnitude.get();
        return Optional.of(new Value.Numeric(
                value, percent, unit, plainDecimal ? decimals : 0, plainDecimal ? significant : 0, grouped));
    }

    private boolean sign() {
        skipSpacesAndText();
        if (pos < in.length() && (in.charAt(pos) == '-' || in.charAt(pos) == '+')) {
            boolean negative = in.charAt(pos) == '-';
            pos++;
            skipSpacesAndText();
            return negative;
        }
        return false;
    }

    private void currency() {
        if (pos < in.length() && "$\u20AC\u00A3\u00A5".indexOf(in.charAt(pos)) >= 0) {
            unit = Units.known(String.valueOf(in.charAt(pos)));
            pos++;
            skipSpacesAndText();
        }
    }

    private void skipSpacesAndText() {
        while (pos < in.length() && (in.charAt(pos) == ' ' || Mark.isText(in.charAt(pos)))) {
            pos++;
        }
    }

    private Optional<Rational> magnitude() {
        if (in.startsWith("\\frac{", pos)) {
            return fraction();
        }
        Optional<Rational> first = decimal();
        if (first.isEmpty() || pos == in.length()) {
            return first;
        }
        int afterFirst = pos;
        boolean spaced = in.charAt(pos) == ' ';
        if (spaced) {
            pos++;
        }
        if (first.get().isInteger() && decimals == 0) {
            Optional<Rational> mixed = mixed(first.get(), spaced);
            if (mixed.isPresent()) {
                return mixed;
            }
        }
        if (in.startsWith("/", pos)) {
            pos++;
            skipSpaces();
            plainDecimal = false;
            return decimal().filter(d -> !d.isZero()).map(first.get()::dividedBy);
        }
        if (in.startsWith("*", pos)) {
            return scientific(first.get());
        }
        pos = afterFirst;
        return first;
    }

    /** {@code 1\frac{1}{2}} or {@code 1 1/2}, of integers with a proper fraction. */
    private Optional<Rational> mixed(Rational whole, boolean spaced) {
        int start = pos;
        Optional<Rational> part = Optional.empty();
        if (in.startsWith("\\frac{", pos)) {
            part = fraction();
        } else if (spaced && pos < in.length() && isDigit(in.charAt(pos))) {
            Optional<Rational> numerator = decimal();
            if (numerator.isPresent() && in.startsWith("/", pos)) {
                pos++;
                part = decimal().filter(d -> !d.isZero()).map(numerator.get()::dividedBy);
            }
        }
        if (part.isPresent()
                && decimals == 0
                && part.get().numerator().signum() > 0
                && part.get().atMostOne()) {
            plainDecimal = false;
            return Optional.of(whole.plus(part.get()));
        }
        pos = start;
        decimals = 0;
        return Optional.empty();
    }

    private Optional<Rational> fraction() {
        plainDecimal = false;
        pos += "\\frac{".length();
        Optional<Rational> numerator = signedDecimal();
        if (numerator.isEmpty() || !in.startsWith("}{", pos)) {
            return Optional.empty();
        }
        pos += 2;
        Optional<Rational> denominator = signedDecimal();
        if (denominator.isEmpty() || denominator.get().isZero() || !in.startsWith("}", pos)) {
            return Optional.empty();
        }
        pos++;
        return Optional.of(numerator.get().dividedBy(denominator.get()));
    }

    private Optional<Rational> signedDecimal() {
        boolean negative = sign();
        Optional<Rational> value = decimal();
        skipSpacesAndText();
        return negative ? value.map(Rational::negate) : value;
    }

    /** Digits with an optional point and an optional exponent. */
    private Optional<Rational> decimal() {
        StringBuilder digits = new StringBuilder();
        int scale = -1;
        while (pos < in.length()) {
            char c = in.charAt(pos);
            if (isDigit(c)) {
                digits.append(c);
                scale += scale >= 0 ? 1 : 0;
            } else if (c == '.' && scale < 0) {
                scale = 0;
            } else if (scale < 0 && groups(c, digits.length())) {
                grouped |= c == ',';
            } else {
                break;
            }
            pos++;
        }
        if (digits.isEmpty() || digits.length() > maxDigits) {
            return Optional.empty();
        }
        decimals = Math.max(scale, 0);
        BigInteger unscaled = new BigInteger(digits.toString());
        significant = unscaled.signum() == 0
                ? 0
                : Math.min(decimals, unscaled.toString().length());
        return exponent(new BigDecimal(unscaled, decimals));
    }

    /** Whether the character groups digits: one to three digits before it, blocks of exactly three after it. */
    private boolean groups(char c, int before) {
        if ((c != ',' && c != Mark.GROUP) || before == 0 || pos + 3 >= in.length()) {
            return false;
        }
        for (int i = pos + 1; i <= pos + 3; i++) {
            if (!isDigit(in.charAt(i))) {
                return false;
            }
        }
        boolean exact = pos + 4 >= in.length() || !isDigit(in.charAt(pos + 4));
        boolean aligned = before <= 3 || grouped || in.indexOf(Mark.GROUP) >= 0;
        // "0,123" is a decimal of other countries, and no thousand.
        boolean decimalComma = before == 1 && in.charAt(pos - 1) == '0';
        return exact && aligned && !decimalComma;
    }

    private Optional<Rational> exponent(BigDecimal mantissa) {
        int start = pos;
        if (pos < in.length() && (in.charAt(pos) == 'e' || in.charAt(pos) == 'E')) {
            pos++;
            Optional<Integer> exponent = integer();
            if (exponent.isPresent()) {
                plainDecimal = false;
                return Optional.of(Rational.of(mantissa.scaleByPowerOfTen(exponent.get())));
            }
            pos = start;
        }
        return Optional.of(Rational.of(mantissa));
    }

    /** {@code *10^{3}} after a decimal. */
    private Optional<Rational> scientific(Rational mantissa) {
        pos++;
        skipSpaces();
        if (!in.startsWith("10^{", pos)) {
            return Optional.empty();
        }
        pos += "10^{".length();
        Optional<Integer> exponent = integer();
        if (exponent.isEmpty() || !in.startsWith("}", pos)) {
            return Optional.empty();
        }
        pos++;
        plainDecimal = false;
        return Optional.of(mantissa.times(Rational.of(BigDecimal.ONE.scaleByPowerOfTen(exponent.get()))));
    }

    /** A signed exponent within the bound. */
    private Optional<Integer> integer() {
        int start = pos;
        if (pos < in.length() && (in.charAt(pos) == '-' || in.charAt(pos) == '+')) {
            pos++;
        }
        int value = 0;
        int first = pos;
        while (pos < in.length() && isDigit(in.charAt(pos))) {
            value = Math.min(maxDigits + 1, value * 10 + in.charAt(pos) - '0');
            pos++;
        }
        if (pos == first || value > maxDigits) {
            return Optional.empty();
        }
        return Optional.of(in.charAt(start) == '-' ? -value : value);
    }

    private void skipSpaces() {
        while (pos < in.length() && in.charAt(pos) == ' ') {
            pos++;
        }
    }

    /** Reads what follows the number; false when it is no percent sign, ordinal or unit. */
    private boolean suffix(Rational value) {
        skipSpaces();
        String rest = in.substring(pos);
        if (rest.startsWith("%")) {
            percent = true;
            rest = rest.substring(1).strip();
        }
        if (rest.isEmpty()) {
            return true;
        }
        boolean marked = rest.indexOf(Mark.TEXT_OPEN) >= 0;
        String words = withoutText(rest).strip();
        if (value.isInteger() && plainDecimal && ordinal(words)) {
            return true;
        }
        switch (words.toLowerCase(Locale.ROOT)) {
            case "percent", "per cent", "percentage", "%" -> {
                percent = true;
                return true;
            }
            case "" -> {
                return true;
            }
            default -> {
                return unit(words, marked);
            }
        }
    }

    /** {@code 12th} and {@code 12^{th}}, with or without what is counted: {@code 12th grade}. */
    private static boolean ordinal(String words) {
        String rest = words.startsWith("^{") ? words.substring(2) : words;
        int close = rest.indexOf('}');
        String suffix = words.startsWith("^{") && close >= 0 ? rest.substring(0, close) : rest;
        int space = suffix.indexOf(' ');
        String tail = words.startsWith("^{")
                ? rest.substring(Math.max(close + 1, 0))
                : space < 0 ? "" : suffix.substring(space);
        String letters = words.startsWith("^{") || space < 0 ? suffix : suffix.substring(0, space);
        return switch (letters.strip().toLowerCase(Locale.ROOT)) {
            case "st", "nd", "rd", "th" -> tail.isBlank() || Units.harmless(tail);
            default -> false;
        };
    }

    private boolean unit(String words, boolean marked) {
        String known = Units.known(words);
        // A bare letter after a number is a variable; a sign like the euro's or the degree's is a unit.
        boolean letter = words.length() == 1 && Character.isLetter(words.charAt(0));
        if (!known.isEmpty() && (marked || !letter)) {
            if (!unit.isEmpty() && !unit.equals(known)) {
                // "$5 per hour" is no contradiction, but "$5 cm" is no number.
                return false;
            }
            unit = known;
            return true;
        }
        String bare = words.endsWith("^{2}") || words.endsWith("^{3}") ? words.substring(0, words.length() - 4) : words;
        return marked && Units.harmless(bare);
    }

    static String withoutText(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!Mark.isText(text.charAt(i))) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
