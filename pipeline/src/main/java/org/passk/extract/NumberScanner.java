package org.passk.extract;

/**
 * Finds the last number of a text, digits with grouping commas, a decimal point, a fraction bar, a sign, a percent; or
 * the last formula, where that holds the last number or stands behind it. A digit inside a word is no number.
 */
final class NumberScanner {
    /** Digits of words that are passed over before the text is taken to have no number. */
    private static final int MAX_WORDS = 1_000;

    private static final int MAX_BLANKS = 2;

    private final String text;
    private final int from;
    private final int end;
    private final int limit;

    NumberScanner(String text, int from, int end, int limit) {
        this.text = text;
        this.from = from;
        this.end = end;
        this.limit = limit;
    }

    Candidate last() {
        int right = end;
        int unread = end;
        for (int words = 0; words < MAX_WORDS; words++) {
            right = lastDigit(right - 1);
            if (right < from) {
                return Candidate.ABSENT;
            }
            Candidate formula = formulaBehind(right, unread);
            if (formula.present()) {
                return formula;
            }
            int left = leftOf(right);
            boolean word = left > from && Character.isLetter(text.charAt(left - 1)) && right - left < limit;
            if (!word) {
                return number(left, right);
            }
            right = left;
            unread = left;
        }
        return Candidate.ABSENT;
    }

    /** Where the digits that end at the position begin; one step beyond the limit tells that they are too many. */
    private int leftOf(int right) {
        int bound = (int) Math.max(from, (long) right - limit);
        int left = right;
        while (left > bound && (Letters.isDigit(text.charAt(left - 1)) || isInner(left - 1))) {
            left--;
        }
        return left;
    }

    private Candidate number(int start, int right) {
        int left = start;
        if (left > from && text.charAt(left - 1) == '.') {
            left--;
        }
        int currency = left > from && "$\u20ac\u00a3".indexOf(text.charAt(left - 1)) >= 0 ? left - 1 : left;
        if (currency > from && isSign(currency - 1)) {
            left = currency - 1;
        }
        String answer = text.substring(left, right + 1);
        int stop = right + 1;
        if (text.startsWith("%", stop) || text.startsWith("\\%", stop)) {
            stop = Percent.end(text, stop, text.length());
            return Candidate.of(text.substring(left, stop), stop, limit);
        }
        int percent = percentAfter(stop);
        return percent > 0 ? Candidate.of(answer + "\\%", percent, limit) : Candidate.of(answer, stop, limit);
    }

    private int percentAfter(int at) {
        int i = Letters.skip(text, at, Math.min(end, at + MAX_BLANKS), " ");
        return i < end ? Percent.end(text, i, end) : -1;
    }

    /** The last formula that closes behind the digit, and not behind what was read before. */
    private Candidate formulaBehind(int digit, int unread) {
        int close = unread;
        while (close > digit + 1 && !closes(close)) {
            close--;
        }
        if (close <= digit + 1) {
            return Candidate.ABSENT;
        }
        int open = Formula.openBefore(text, (int) Math.max(from, (long) close - limit - 4), close);
        if (open < 0 || Formula.end(text, open, close) != close) {
            return Candidate.ABSENT;
        }
        int delimiter = Formula.delimiter(text, open);
        if (close - open <= 2 * delimiter) {
            return Candidate.ABSENT;
        }
        String answer = text.substring(open + delimiter, close - delimiter).strip();
        int percent = percentAfter(close);
        return percent > 0 && !answer.endsWith("%")
                ? Candidate.of(answer + "\\%", percent, limit)
                : Candidate.of(answer, close, limit);
    }

    private boolean closes(int at) {
        char c = text.charAt(at - 1);
        if (c == '$') {
            return at < 2 || text.charAt(at - 2) != '\\';
        }
        return (c == ')' || c == ']') && at >= from + 2 && text.charAt(at - 2) == '\\';
    }

    private int lastDigit(int start) {
        // A few steps find the number of most texts; ten searches that the JVM vectorises cost less than one loop over
        // a text without digits.
        int near = Math.max(from, start - 256);
        int at = start;
        while (at >= near && !Letters.isDigit(text.charAt(at))) {
            at--;
        }
        if (at >= near || (start == end - 1 && !hasDigit())) {
            return at >= near ? at : -1;
        }
        while (at >= from && !Letters.isDigit(text.charAt(at))) {
            at--;
        }
        return at;
    }

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
        return (c == ',' || c == '.' || c == '/') && at > from && Letters.isDigit(text.charAt(at - 1));
    }

    /** A minus counts as a sign only where no operand stands before it: the last number of "5-3" is 3. */
    private boolean isSign(int at) {
        char c = text.charAt(at);
        if (c != '-' && c != '\u2212') {
            return false;
        }
        return at == from || (!Character.isLetterOrDigit(text.charAt(at - 1)) && text.charAt(at - 1) != ')');
    }
}
