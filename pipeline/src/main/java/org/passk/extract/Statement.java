package org.passk.extract;

/** Reads what a statement states, from behind its verb or colon to the end of the sentence. */
final class Statement {
    private static final int MAX_BLANKS = 64;

    /** "Answer: John Smith" is a name, a longer sentence without a value is none. */
    private static final int MAX_NAME_WORDS = 4;

    /** What speaks about the answer and does not state it. */
    private static final String[] NOT_A_STATEMENT = {
        "not ",
        "n't ",
        "correct",
        "incorrect",
        "wrong",
        "right",
        "indeed",
        "in the ",
        "given by",
        "as follows",
        "nicht ",
        "pas ",
        "never ",
        "unlikely",
        "supposed to"
    };

    /** Words before the answer that say nothing about it. */
    private static final String[] FILLERS = {
        "therefore ",
        "thus ",
        "then ",
        "simply ",
        "just ",
        "for sure ",
        "definitely ",
        "clearly ",
        "also ",
        "exactly ",
        "equal to ",
        "option ",
        "choice ",
        "therefore, ",
        "thus, "
    };

    /** Clauses that explain a stated answer and are not part of it. */
    private static final String[] EXPLANATIONS = {" because ", " since ", ", because", ", since", ", which", ", so "};

    /** Endings of sentences of other languages. */
    private static final String[] ENDINGS = {"\uc785\ub2c8\ub2e4", "\uc774\ub2e4", "\u3067\u3059", "\u3060"};

    private final String text;
    private final int textEnd;
    private final int limit;

    Statement(String text, int textEnd, int limit) {
        this.text = text;
        this.textEnd = textEnd;
        this.limit = limit;
    }

    /**
     * What is stated from the position on.
     *
     * @param heading whether a colon or a heading opens the sentence, which then may be a whole one
     */
    Candidate at(int start, boolean heading) {
        int i = Letters.skip(text, start, Math.min(textEnd, start + MAX_BLANKS), " \t\r\n*:\uff1a\u201c\u300c");
        boolean bold = text.startsWith("\\textbf{", i);
        if (bold) {
            i += "\\textbf{".length();
        }
        if (text.startsWith("\\[", i) || text.startsWith("$$", i)) {
            i = Letters.skip(text, i + 2, Math.min(textEnd, i + MAX_BLANKS), " \t\r\n");
        }
        int stop = (int) Math.min(textEnd, (long) i + limit + 1);
        int sentenceEnd = sentenceEnd(i, stop);
        if (sentenceEnd - i > limit) {
            return Candidate.TOO_LONG;
        }
        if (sentenceEnd < textEnd && (text.charAt(sentenceEnd) == '?' || text.charAt(sentenceEnd) == '\uff1f')) {
            return Candidate.ABSENT;
        }
        return read(i, sentenceEnd, heading);
    }

    private Candidate read(int start, int sentenceEnd, boolean heading) {
        int left = start;
        for (String filler : FILLERS) {
            left = text.startsWith(filler, left) ? left + filler.length() : left;
        }
        for (String prefix : NOT_A_STATEMENT) {
            if (text.regionMatches(true, left, prefix, 0, prefix.length())) {
                return Candidate.ABSENT;
            }
        }
        int right = sentenceEnd;
        for (String clause : EXPLANATIONS) {
            int at = text.substring(left, right).indexOf(clause);
            right = at > 0 ? left + at : right;
        }
        for (String ending : ENDINGS) {
            right = right - ending.length() > left && text.startsWith(ending, right - ending.length())
                    ? right - ending.length()
                    : right;
        }
        boolean that = text.startsWith("that ", left);
        if ((heading || that) && Sentence.isProse(text, left, right)) {
            return prose(left, right, heading);
        }
        int[] span = Letters.trimmed(text, left, right, " \t\r*\"", " \t\r.,;:*\"");
        return Candidate.of(text.substring(span[0], span[1]), span[1], limit);
    }

    /** "Final Answer: The largest n is 34." states 34: what follows the last copula, or the only value there is. */
    private Candidate prose(int left, int right, boolean heading) {
        Sentence sentence = Sentence.of(text, left, right);
        int copula = sentence.lastCopulaEnd();
        if (copula > 0) {
            return read(Letters.skip(text, copula, right, " \n:"), right, false);
        }
        int only = sentence.onlyValue();
        if (only >= 0) {
            return Candidate.of(sentence.answer(only, only), sentence.end(only), limit);
        }
        int[] span = Letters.trimmed(text, left, right, " \t\r*\"", " \t\r.,;:*\"");
        return heading && sentence.words() <= MAX_NAME_WORDS
                ? Candidate.of(text.substring(span[0], span[1]), span[1], limit)
                : Candidate.ABSENT;
    }

    /** The end of the sentence, the line, the bold text or the displayed formula, outside of braces. */
    private int sentenceEnd(int start, int stop) {
        int depth = 0;
        for (int i = start; i < stop; i++) {
            switch (text.charAt(i)) {
                case '\n', '\u3002', '\uff1f' -> {
                    return i;
                }
                case '<' -> {
                    if (text.startsWith("</", i) || text.startsWith("<|", i)) {
                        return i;
                    }
                }
                case '{' -> depth++;
                case '}' -> {
                    if (depth == 0 && (i == start || text.charAt(i - 1) != '\\')) {
                        return i;
                    }
                    depth--;
                }
                case '.', '?' -> {
                    if (depth <= 0 && (i + 1 == textEnd || Character.isWhitespace(text.charAt(i + 1)))) {
                        return i;
                    }
                }
                case '*' -> {
                    if (depth <= 0 && text.startsWith("**", i) && !isPower(i)) {
                        return i;
                    }
                }
                case '$', '\\' -> {
                    if (depth <= 0 && (text.startsWith("\\]", i) || text.startsWith("$$", i))) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return stop;
    }

    /** Whether the two stars stand between operands, where they are Python's power and no bold text. */
    private boolean isPower(int at) {
        return at > 0
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && at + 2 < text.length()
                && Character.isLetterOrDigit(text.charAt(at + 2));
    }
}
