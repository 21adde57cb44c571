package org.passk.extract;

/** Finds the last box of a text, or the boxes that form one answer: {@code \boxed{1} and \boxed{2}}. */
final class BoxScanner {
    /** What says nothing between two boxes. */
    private static final String IGNORED = "$\\()[]{} \t\r\n";

    /** Empty boxes are often the quoted instruction ("within \boxed{}"); a few of them are passed over. */
    private static final int MAX_EMPTY = 16;

    /** More blanks than this between the macro and its content are not an answer. */
    private static final int MAX_BLANKS = 64;

    private static final int MAX_JOINED = 32;
    private static final int MAX_JOINER = 40;

    private final String text;
    private final int from;
    private final int limit;

    /** Where the content read last ends in the text, its closing brace included; -1 when it is not closed. */
    private int end = -1;

    BoxScanner(String text, int from, int limit) {
        this.text = text;
        this.from = from;
        this.limit = limit;
    }

    Candidate last() {
        BackwardSearch boxes = new BackwardSearch(text, from, "\\boxed", "\\fbox");
        for (int tries = 0; tries < MAX_EMPTY; tries++) {
            int at = boxes.previous();
            if (at < 0) {
                return Candidate.ABSENT;
            }
            Candidate box = content(at + boxes.word().length());
            if (box.present()) {
                return box.answer().isEmpty() ? box : withNeighbours(boxes, at, box.answer());
            }
        }
        return Candidate.ABSENT;
    }

    private Candidate withNeighbours(BackwardSearch boxes, int last, String answer) {
        String joined = answer;
        int right = last;
        for (int i = 0; i < MAX_JOINED && mayBeJoined(right); i++) {
            int at = boxes.previous();
            if (at < 0) {
                break;
            }
            Candidate left = content(at + boxes.word().length());
            if (left.answer().isEmpty() || end < 0 || end > right || !isJoiner(end, right)) {
                break;
            }
            joined = left.answer() + " and " + joined;
            right = at;
        }
        return Candidate.of(joined, limit);
    }

    /** The content of the box whose macro ends at the position. */
    private Candidate content(int afterMacro) {
        end = -1;
        int i = afterMacro;
        int blanksEnd = Math.min(text.length(), i + MAX_BLANKS);
        while (i < blanksEnd && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        if (i >= text.length()) {
            return Candidate.ABSENT;
        }
        if (text.charAt(i) == '{') {
            return braced(i + 1);
        }
        return bare(i, i > afterMacro);
    }

    private Candidate braced(int start) {
        int stop = (int) Math.min(text.length(), (long) start + limit + 1);
        int depth = 1;
        int i = start;
        while (i < stop) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
                if (depth == 0) {
                    end = i + 1;
                    return nonEmpty(text.substring(start, i));
                }
            }
            i++;
        }
        if (stop < text.length()) {
            return Candidate.TOO_LONG;
        }
        return unclosed(start, stop);
    }

    /** The text ends inside the box: what stands there up to the end of the formula or of the line. */
    private Candidate unclosed(int start, int stop) {
        int i = start;
        while (i < stop) {
            char c = text.charAt(i);
            if (c == '$' || c == '\n' || text.startsWith("\\)", i) || text.startsWith("\\]", i)) {
                break;
            }
            // An escaped dollar is a currency sign.
            i += c == '\\' && i + 1 < stop ? 2 : 1;
        }
        return nonEmpty(text.substring(start, Math.min(i, stop)));
    }

    /** {@code \boxed 5}: one word that begins like mathematics. */
    private Candidate bare(int start, boolean spaced) {
        char first = text.charAt(start);
        boolean sign = first == '-' || first == '.' || first == '\\';
        boolean single = spaced
                && Character.isLetter(first)
                && (start + 1 == text.length() || !Character.isLetter(text.charAt(start + 1)));
        if (text.startsWith("\\boxed", start) || text.startsWith("\\fbox", start)) {
            return Candidate.ABSENT;
        }
        if (!sign && !single && !(first >= '0' && first <= '9')) {
            return Candidate.ABSENT;
        }
        int stop = (int) Math.min(text.length(), (long) start + limit + 1);
        int i = start;
        while (i < stop) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == '$' || text.startsWith("\\)", i) || text.startsWith("\\]", i)) {
                break;
            }
            i++;
        }
        end = i;
        int last = i;
        while (last > start && ".,;:".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        String answer = text.substring(start, last);
        return answer.isEmpty() ? Candidate.ABSENT : Candidate.of(answer, limit);
    }

    private Candidate nonEmpty(String raw) {
        String answer = raw.strip();
        return answer.isEmpty() ? Candidate.ABSENT : Candidate.of(answer, limit);
    }

    /** Whether what stands before a box could end a joiner, which spares most texts the search for the box before. */
    private boolean mayBeJoined(int right) {
        int bound = Math.max(from, right - MAX_JOINER);
        int i = right;
        while (i > bound && IGNORED.indexOf(text.charAt(i - 1)) >= 0) {
            i--;
        }
        // A comma, an ampersand, or the last letter of: and, or, text, quad.
        return i > bound && ",&drt".indexOf(text.charAt(i - 1)) >= 0;
    }

    /** Whether nothing but a comma, "and" or "or", with spaces and formula delimiters, stands between two boxes. */
    private boolean isJoiner(int left, int right) {
        if (right - left > MAX_JOINER) {
            return false;
        }
        StringBuilder rest = new StringBuilder(right - left);
        String between = text.substring(left, right).replace("\\text", "").replace("\\quad", "");
        for (int i = 0; i < between.length(); i++) {
            char c = between.charAt(i);
            if (IGNORED.indexOf(c) < 0) {
                rest.append(c);
            }
        }
        return switch (rest.toString()) {
            case ",", "and", "or", ",and", ",or", "&" -> true;
            default -> false;
        };
    }
}
