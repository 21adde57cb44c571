package org.passk.extract;

/** Formulas between delimiters: {@code $…$}, {@code $$…$$}, {@code \(…\)}, {@code \[…\]}. */
final class Formula {
    private Formula() {}

    /** Where the formula that begins at the position ends, its delimiters included; -1 when none begins there. */
    static int end(String text, int start, int stop) {
        if (text.charAt(start) == '\\') {
            if (text.startsWith("\\(", start)) {
                return close(text, start + 2, stop, "\\)");
            }
            return text.startsWith("\\[", start) ? close(text, start + 2, stop, "\\]") : -1;
        }
        if (text.charAt(start) != '$' || start + 2 >= stop) {
            return -1;
        }
        if (text.charAt(start + 1) == '$') {
            return close(text, start + 2, stop, "$$");
        }
        int i = start + 1;
        while (i < stop && text.charAt(i) != '$') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        if (i >= stop || text.charAt(i) != '$') {
            return -1;
        }
        // "$5 and $6" are amounts of money.
        boolean money = Letters.isDigit(text.charAt(start + 1))
                && (text.charAt(i - 1) == ' ' || (i + 1 < stop && Letters.isDigit(text.charAt(i + 1))));
        return money || hasWords(text, start + 1, i) ? -1 : i + 1;
    }

    private static int close(String text, int from, int stop, String delimiter) {
        for (int i = from; i + delimiter.length() <= stop; i++) {
            if (text.startsWith(delimiter, i)) {
                return i + delimiter.length();
            }
        }
        return -1;
    }

    /** Whether English stands between the delimiters, outside of braces: then they do not belong together. */
    private static boolean hasWords(String text, int start, int stop) {
        int depth = 0;
        int letters = 0;
        boolean command = false;
        for (int i = start; i < stop; i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == '\\') {
                command = true;
                letters = 0;
            } else if (Letters.isAscii(c)) {
                letters++;
                if (letters >= 3
                        && !command
                        && depth == 0
                        && c >= 'a'
                        && c <= 'z'
                        && i > start + 3
                        && text.charAt(i - letters) == ' ') {
                    return true;
                }
            } else {
                command = false;
                letters = 0;
            }
        }
        return false;
    }

    /** How many characters the delimiter at the beginning of a formula has. */
    static int delimiter(String text, int start) {
        return text.charAt(start) == '$' && text.charAt(start + 1) != '$' ? 1 : 2;
    }

    /** The opening of the formula whose closing delimiter ends at the position; -1 when there is none near. */
    static int openBefore(String text, int from, int end) {
        String open;
        int i;
        if (text.startsWith("\\)", end - 2)) {
            open = "\\(";
            i = end - 3;
        } else if (text.startsWith("\\]", end - 2)) {
            open = "\\[";
            i = end - 3;
        } else if (text.startsWith("$$", end - 2)) {
            open = "$$";
            i = end - 4;
        } else {
            open = "$";
            i = end - 2;
        }
        while (i >= from) {
            if (text.startsWith(open, i) && (i == 0 || text.charAt(i - 1) != '\\')) {
                return i;
            }
            i--;
        }
        return -1;
    }
}
