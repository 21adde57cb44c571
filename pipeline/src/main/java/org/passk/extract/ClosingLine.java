package org.passk.extract;

/** Reads the last line of a text, where it is no sentence: output of a program, "A: 5", "is **5**". */
final class ClosingLine {
    private static final String FENCE = "```";
    private static final int MAX_OUTPUT = 400;
    private static final int MAX_LINE = 300;
    private static final String BOLD = "**";
    private static final String TEXTBF = "\\textbf{";

    private final String text;
    private final int from;
    private final int end;
    private final int limit;
    private final int lineStart;

    ClosingLine(String text, int from, int end, int limit) {
        this.text = text;
        this.from = from;
        this.end = end;
        this.limit = limit;
        this.lineStart = lineStart();
    }

    /** The last line of a closed fence named output that ends the text. */
    Candidate output() {
        if (end - from < 2 * FENCE.length() || !text.startsWith(FENCE, end - FENCE.length())) {
            return Candidate.ABSENT;
        }
        int close = end - FENCE.length();
        int open = Math.min(close - 1, text.length());
        int bound = Math.max(from, close - MAX_OUTPUT);
        while (open >= bound && !text.startsWith(FENCE, open)) {
            open--;
        }
        if (open < bound || !text.startsWith("output\n", open + FENCE.length())) {
            return Candidate.ABSENT;
        }
        int right = close;
        int first = open + FENCE.length() + "output".length();
        while (right > first && Character.isWhitespace(text.charAt(right - 1))) {
            right--;
        }
        int left = Math.max(first, text.lastIndexOf('\n', Math.max(first, right - 1)) + 1);
        String line = text.substring(Math.min(left, right), right).strip();
        return line.contains("Error") || line.contains("Timeout") ? Candidate.ABSENT : Candidate.of(line, right, limit);
    }

    /** "A: 5". */
    Candidate marked() {
        int start = lineStart;
        return start >= 0 && text.startsWith("A:", start) ? trimmed(start + 2, end) : Candidate.ABSENT;
    }

    /** "is **5**". */
    Candidate bold() {
        int start = lineStart;
        if (start < 0) {
            return Candidate.ABSENT;
        }
        String line = text.substring(start, end);
        int close = line.lastIndexOf(BOLD);
        int open = close < 3 ? -1 : line.lastIndexOf(BOLD, close - 2);
        int content = open + BOLD.length();
        if (open < 0) {
            open = line.lastIndexOf(TEXTBF);
            content = open + TEXTBF.length();
            close = open < 0 ? -1 : line.indexOf('}', open);
        }
        if (open < 0 || close < 0) {
            return Candidate.ABSENT;
        }
        String before = line.substring(0, open).stripTrailing();
        boolean stated =
                before.endsWith(" is") || before.endsWith(" are") || before.endsWith(":") || before.endsWith("=");
        return stated ? trimmed(start + content, start + close) : Candidate.ABSENT;
    }

    private Candidate trimmed(int left, int right) {
        int[] span = Letters.trimmed(text, left, right, " \t\r*\"", " \t\r.,;:*\"");
        return Candidate.of(text.substring(span[0], span[1]), span[1], limit);
    }

    /** Where the last line begins; -1 when it is longer than a line that holds little but an answer. */
    private int lineStart() {
        int bound = (int) Math.max(from, (long) end - Math.min(limit, MAX_LINE) - 16);
        int start = end;
        while (start > bound && text.charAt(start - 1) != '\n') {
            start--;
        }
        if (start > from && text.charAt(start - 1) != '\n') {
            return -1;
        }
        return Letters.skip(text, start, end, " \t");
    }
}
