package org.passk.benchmark;

/** The {@code $} signs that delimit LaTeX in a gold answer. */
final class Dollars {
    private Dollars() {}

    /** Without white space and {@code $} signs at both ends; those between stay. */
    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isMargin(text.charAt(start))) {
            start++;
        }
        while (end > start && isMargin(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Without the two {@code $} signs of a text that is one formula as a whole; any other text as it is. */
    static String unwrap(String text) {
        String stripped = text.strip();
        boolean oneFormula =
                stripped.length() > 2 && stripped.charAt(0) == '$' && stripped.indexOf('$', 1) == stripped.length() - 1;
        return oneFormula ? stripped.substring(1, stripped.length() - 1).strip() : stripped;
    }

    private static boolean isMargin(char c) {
        return c == '$' || Character.isWhitespace(c);
    }
}
