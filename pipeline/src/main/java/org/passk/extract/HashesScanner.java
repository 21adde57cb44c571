package org.passk.extract;

/**
 * Finds the answer after the last {@code ####}. The mark is a heading in Markdown too: it counts where the rest of its
 * line looks like a number, or where nothing follows its line.
 */
final class HashesScanner {
    private static final String MARK = "####";

    /** Read beyond the limit, so that a line that is cut stays too long without its spaces. */
    private static final int MARGIN = 64;

    private final String text;
    private final int from;
    private final int limit;

    HashesScanner(String text, int from, int limit) {
        this.text = text;
        this.from = from;
        this.limit = limit;
    }

    Candidate last() {
        BackwardSearch marks = new BackwardSearch(text, from, MARK);
        int end = -1;
        boolean lastLine = true;
        for (int tries = 0; tries < AnswerExtractor.MAX_TRIES; tries++) {
            int at = marks.previous();
            if (at < 0) {
                return Candidate.ABSENT;
            }
            end = end < 0 ? TextEnd.of(text, from) : end;
            Candidate line = line(at + MARK.length(), end, lastLine);
            if (line.present()) {
                return line;
            }
            lastLine &= isEmptyLine(at + MARK.length(), end);
        }
        return Candidate.ABSENT;
    }

    private boolean isEmptyLine(int start, int end) {
        int i = start;
        while (i < end && text.charAt(i) == ' ') {
            i++;
        }
        return i >= end || text.charAt(i) == '\n' || text.charAt(i) == '\r' || text.charAt(i) == '#';
    }

    private Candidate line(int start, int end, boolean lastLine) {
        int stop = (int) Math.min(end, (long) start + limit + MARGIN);
        int left = start;
        while (left < stop && text.charAt(left) != '\n' && Character.isWhitespace(text.charAt(left))) {
            left++;
        }
        int lineEnd = left;
        boolean number = true;
        boolean digit = false;
        while (lineEnd < stop && text.charAt(lineEnd) != '\n') {
            char c = text.charAt(lineEnd++);
            boolean isDigit = c >= '0' && c <= '9';
            digit |= isDigit;
            number &= isDigit || "+-\u2212.,/$%\\\u20ac\u00a3 \r".indexOf(c) >= 0;
        }
        int right = lineEnd;
        while (right > left && Character.isWhitespace(text.charAt(right - 1))) {
            right--;
        }
        if (left >= right || text.charAt(left) == '#') {
            return Candidate.ABSENT;
        }
        boolean counts = (number && digit) || (lastLine && endsAfter(lineEnd, end));
        return counts ? Candidate.of(text.substring(left, right), right, limit) : Candidate.ABSENT;
    }

    private boolean endsAfter(int lineEnd, int end) {
        int i = lineEnd;
        while (i < end && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i >= end;
    }
}
