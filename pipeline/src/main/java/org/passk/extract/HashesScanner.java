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
        boolean lastLine = true;
        for (int tries = 0; tries < AnswerExtractor.MAX_TRIES; tries++) {
            int at = marks.previous();
            if (at < 0) {
                return Candidate.ABSENT;
            }
            int start = at + MARK.length();
            int stop = (int) Math.min(text.length(), (long) start + limit + MARGIN);
            int lineEnd = text.indexOf('\n', start);
            if (lineEnd < 0 || lineEnd > stop) {
                lineEnd = stop;
            }
            String line = text.substring(start, lineEnd).strip();
            if (line.isEmpty() || line.charAt(0) == '#') {
                continue;
            }
            if (looksLikeNumber(line) || (lastLine && endsAfter(lineEnd))) {
                return Candidate.of(line, limit);
            }
            lastLine = false;
        }
        return Candidate.ABSENT;
    }

    private boolean endsAfter(int lineEnd) {
        int i = lineEnd;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i == text.length();
    }

    private static boolean looksLikeNumber(String line) {
        boolean digit = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            digit |= c >= '0' && c <= '9';
            if (!(c >= '0' && c <= '9') && "+-\u2212.,/$%\\\u20ac\u00a3 ".indexOf(c) < 0) {
                return false;
            }
        }
        return digit;
    }
}
