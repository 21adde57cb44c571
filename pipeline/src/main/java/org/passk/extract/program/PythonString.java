package org.passk.extract.program;

/**
 * Where a string literal of Python ends. Raw or not, a backslash keeps the next character from ending a string.
 *
 * <p>Up to Python 3.11 the first matching quotation mark ends a formatted string; later ones let the same mark stand inside
 * its fields. Both agree on strings whose fields are closed before that mark; for the others there is no answer here.
 */
final class PythonString {
    private static final int MAX_PREFIX = 2;

    private PythonString() {}

    /**
     * The position behind the literal; -1 when it never ends, or when versions of Python differ on its end.
     *
     * @param open its first quotation mark
     */
    static int end(String source, int open) {
        char quote = source.charAt(open);
        boolean triple = source.startsWith(String.valueOf(quote).repeat(3), open);
        int width = triple ? 3 : 1;
        int close = close(source, open + width, quote, triple);
        if (close < 0 || (isFormatted(source, open) && !fieldsAreClosed(source, open + width, close))) {
            return -1;
        }
        return close + width;
    }

    private static int close(String source, int from, char quote, boolean triple) {
        int i = from;
        while (i < source.length()) {
            char c = source.charAt(i);
            if (c == '\\') {
                i += source.startsWith("\r\n", i + 1) ? 3 : 2;
                continue;
            }
            if (!triple && (c == '\n' || c == '\r')) {
                return -1;
            }
            if (c == quote && (!triple || isTriple(source, i, quote))) {
                return i;
            }
            i++;
        }
        return -1;
    }

    private static boolean isTriple(String source, int at, char quote) {
        return at + 2 < source.length() && source.charAt(at + 1) == quote && source.charAt(at + 2) == quote;
    }

    /** Whether the letters before the mark make it a formatted string, or might: {@code f"..."}, {@code rf"..."}. */
    private static boolean isFormatted(String source, int open) {
        for (int i = open - 1; i >= 0 && i >= open - MAX_PREFIX; i--) {
            char c = Character.toLowerCase(source.charAt(i));
            if (c == 'f' || c == 't') {
                return true;
            }
            if (c != 'r' && c != 'b') {
                return false;
            }
        }
        return false;
    }

    private static boolean fieldsAreClosed(String source, int from, int to) {
        int depth = 0;
        int i = from;
        while (i < to) {
            char c = source.charAt(i);
            boolean doubled = depth == 0 && i + 1 < to && source.charAt(i + 1) == c;
            if (c == '{') {
                depth += doubled ? 0 : 1;
            } else if (c == '}') {
                if (depth == 0 && !doubled) {
                    return false;
                }
                depth -= doubled ? 0 : 1;
            } else if (depth > 0 && (c == '"' || c == '\'' || c == '\\' || c == '#')) {
                int end = c == '"' || c == '\'' ? nested(source, i, to) : -1;
                if (end < 0) {
                    return false;
                }
                i = end;
                continue;
            }
            i += doubled && (c == '{' || c == '}') ? 2 : 1;
        }
        return depth == 0;
    }

    /** The position behind a plain string inside a field; -1 where it is not plain. */
    private static int nested(String source, int open, int to) {
        for (int i = open + 1; i < to; i++) {
            char c = source.charAt(i);
            if (c == source.charAt(open)) {
                // Two marks in a row may be an empty string or the beginning of three.
                return i == open + 1 ? -1 : i + 1;
            }
            if (c == '\\' || c == '{' || c == '}' || c == '\n') {
                return -1;
            }
        }
        return -1;
    }
}
