package org.passk.extract;

/** Finds the last box of a text, or the boxes that form one answer: {@code \boxed{1} and \boxed{2}}. */
final class BoxScanner {
    /** Empty boxes are often the quoted instruction ("within \boxed{}"); a few of them are passed over. */
    private static final int MAX_EMPTY = 16;

    /** More blanks than this between the macro and its content are not an answer. */
    private static final int MAX_BLANKS = 64;

    /** What the names of all macros have in common. */
    private static final String WORD = "box";

    private final String text;
    private final int from;
    private final int limit;

    BoxScanner(String text, int from, int limit) {
        this.text = text;
        this.from = from;
        this.limit = limit;
    }

    Candidate last() {
        BackwardSearch boxes = new BackwardSearch(text, from, at -> macroStart(at) >= 0, WORD);
        for (int tries = 0; tries < MAX_EMPTY; tries++) {
            int at = boxes.previous();
            if (at < 0) {
                return Candidate.ABSENT;
            }
            Box box = box(at);
            if (box.content().present()) {
                return box.content().usable() ? new BoxNeighbours(text, from, limit, this).of(box) : box.content();
            }
        }
        return Candidate.ABSENT;
    }

    /** The beginning of the macro that holds "box" at the position; -1 when it is an ordinary word. */
    int macroStart(int at) {
        if (at > from && text.charAt(at - 1) == '\\' && text.startsWith("ed", at + WORD.length())) {
            return at - 1;
        }
        if (at - 2 >= from && text.startsWith("\\f", at - 2)) {
            return at - 2;
        }
        return at - 6 >= from && text.startsWith("\\frame", at - 6) ? at - 6 : -1;
    }

    /** The box whose macro holds "box" at the position. */
    Box box(int at) {
        int start = macroStart(at);
        int escape = escapeBefore(start);
        boolean plain = text.charAt(at - 1) == '\\';
        return content(start, plain ? at + 5 : at + WORD.length(), escape);
    }

    /**
     * How many backslashes stand for one: two in a text whose backslashes are all doubled, four where that was done
     * twice. Three are a line break before the macro.
     */
    private int escapeBefore(int start) {
        int run = 1;
        while (run < 5 && start - run >= from && text.charAt(start - run) == '\\') {
            run++;
        }
        return run == 2 || run == 4 ? run : 1;
    }

    private Box content(int start, int afterMacro, int escape) {
        int i = afterMacro;
        int blanksEnd = Math.min(text.length(), i + MAX_BLANKS);
        while (i < blanksEnd && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        if (i >= text.length()) {
            return new Box(Candidate.ABSENT, start, -1);
        }
        return text.charAt(i) == '{' ? braced(start, i + 1, escape) : bare(start, i, i > afterMacro, escape);
    }

    private Box braced(int start, int left, int escape) {
        int stop = (int) Math.min(text.length(), (long) left + limit + 1);
        int depth = 1;
        int i = left;
        while (i < stop) {
            char c = text.charAt(i);
            if (c == '\\') {
                i += backslashes(i, escape);
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
                if (depth == 0) {
                    return new Box(stripped(left, i, escape), start, i + 1);
                }
            }
            i++;
        }
        Candidate content = stop < text.length() ? Candidate.TOO_LONG : unclosed(left, escape);
        return new Box(content, start, -1);
    }

    /** How many backslashes stand for the one at the position. */
    private int backslashes(int at, int escape) {
        int count = 1;
        while (count < escape && at + count < text.length() && text.charAt(at + count) == '\\') {
            count++;
        }
        return count;
    }

    /** The text ends inside the box: what stands there up to the end of the formula or of the line. */
    private Candidate unclosed(int left, int escape) {
        int stop = Math.max(left, TextEnd.of(text, from));
        int i = left;
        while (i < stop) {
            char c = text.charAt(i);
            if (c == '$' || c == '\n' || text.startsWith("\\)", i) || text.startsWith("\\]", i)) {
                break;
            }
            // An escaped dollar is a currency sign.
            i += c == '\\' && i + 1 < stop ? 2 : 1;
        }
        return stripped(left, Math.min(i, stop), escape);
    }

    /** {@code \boxed 5}: one word that begins like mathematics. */
    private Box bare(int start, int left, boolean spaced, int escape) {
        char first = text.charAt(left);
        boolean sign = first == '-' || first == '.' || first == '\\';
        boolean single = spaced
                && Character.isLetter(first)
                && (left + 1 == text.length() || !Character.isLetter(text.charAt(left + 1)));
        boolean box = first == '\\' && (text.startsWith(WORD, left + 1) || text.startsWith("fbox", left + 1));
        if (box || (!sign && !single && !(first >= '0' && first <= '9'))) {
            return new Box(Candidate.ABSENT, start, -1);
        }
        int stop = (int) Math.min(text.length(), (long) left + limit + 1);
        int i = left;
        while (i < stop) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == '$' || text.startsWith("\\)", i) || text.startsWith("\\]", i)) {
                break;
            }
            i++;
        }
        int right = i;
        while (right > left && ".,;:".indexOf(text.charAt(right - 1)) >= 0) {
            right--;
        }
        return new Box(stripped(left, right, escape), start, i);
    }

    private Candidate stripped(int left, int right, int escape) {
        int start = left;
        int end = right;
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        String answer = text.substring(start, end);
        for (int doubled = escape; doubled > 1; doubled /= 2) {
            answer = answer.replace("\\\\", "\\");
        }
        return Candidate.of(answer, end, limit);
    }

    /**
     * A box.
     *
     * @param content what it holds
     * @param start where its macro begins
     * @param end behind its closing brace; -1 when it is not closed
     */
    record Box(Candidate content, int start, int end) {
        /** No box. */
        static final Box NONE = new Box(Candidate.ABSENT, -1, -1);
    }
}
