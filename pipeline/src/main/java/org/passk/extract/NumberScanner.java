package org.passk.extract;

/** Finds the last number of a text: digits with grouping commas, a decimal point, a fraction bar, a sign, a percent. */
final class NumberScanner {
    private final String text;
    private final int from;
    private final int limit;

    NumberScanner(String text, int from, int limit) {
        this.text = text;
        this.from = from;
        this.limit = limit;
    }

    Candidate last() {
        int right = lastDigit();
        if (right < from) {
            return Candidate.ABSENT;
        }
        int left = right;
        // One step beyond the limit is enough to know that the number is too long.
        int bound = (int) Math.max(from, (long) right - limit);
        while (left > bound && (isDigit(text.charAt(left - 1)) || isInner(left - 1))) {
            left--;
        }
        int stop = right + 1;
        if (left > from && text.charAt(left - 1) == '.') {
            left--;
        }
        if (left > from && isSign(left - 1)) {
            left--;
        }
        if (text.startsWith("%", stop)) {
            stop++;
        } else if (text.startsWith("\\%", stop)) {
            stop += 2;
        }
        return Candidate.of(text.substring(left, stop), limit);
    }

    private int lastDigit() {
        if (!hasDigit()) {
            return -1;
        }
        int at = text.length() - 1;
        while (at >= from && !isDigit(text.charAt(at))) {
            at--;
        }
        return at;
    }

    /** Ten searches that the JVM vectorises cost less than one loop over a text without digits. */
    private boolean hasDigit() {
        for (char digit = '0'; digit <= '9'; digit++) {
            if (text.indexOf(digit, from) >= 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isInner(int at) {
        char c = text.charAt(at);
        return (c == ',' || c == '.' || c == '/') && at > from && isDigit(text.charAt(at - 1));
    }

    /** A minus counts as a sign only where no operand stands before it: the last number of "5-3" is 3. */
    private boolean isSign(int at) {
        char c = text.charAt(at);
        if (c != '-' && c != '\u2212') {
            return false;
        }
        return at == from || (!Character.isLetterOrDigit(text.charAt(at - 1)) && text.charAt(at - 1) != ')');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
