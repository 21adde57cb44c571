package org.passk.extract;

/**
 * Finds the last answer that a sentence or a tag states: {@code <answer>5</answer>}, "the answer is 5", "Answer: 5";
 * and at the end of the text the output of a program, "A: 5" and "is **5**".
 */
final class StatedScanner {
    private static final int MAX_PHRASE = 80;
    private static final int MAX_BLANKS = 64;

    /** The phrases of other European languages are looked for near the end only: each costs a search of its own. */
    private static final int FOREIGN_WINDOW = 600;

    private static final String OPEN_TAG = "<answer>";
    private static final String[] PHRASES = {"to ", "for ", "in ", "of ", "as ", "that "};
    private static final String[] DOUBTS = {
        "n't think",
        "not think",
        "n't sure",
        "not sure",
        "n't believe",
        "doubt",
        "wonder",
        "whether ",
        "not the ",
        "not an "
    };
    private static final String[] CONDITIONS = {"if ", "suppose ", "assume ", "assuming ", "unless ", "say "};

    private final String text;
    private final int from;
    private final int end;
    private final int limit;
    private final Statement statement;

    StatedScanner(String text, int from, int end, int limit) {
        this.text = text;
        this.from = from;
        this.end = end;
        this.limit = limit;
        this.statement = new Statement(text, end, limit);
    }

    Candidate last() {
        ClosingLine closing = new ClosingLine(text, from, end, limit);
        Candidate output = closing.output();
        if (output.present()) {
            return output;
        }
        Candidate marked = closing.marked();
        if (marked.present()) {
            return marked;
        }
        Candidate anywhere = search(from, false);
        if (anywhere.present()) {
            return anywhere;
        }
        Candidate foreign = search((int) Math.max(from, (long) end - FOREIGN_WINDOW), true);
        return foreign.present() ? foreign : closing.bold();
    }

    private Candidate search(int start, boolean foreign) {
        BackwardSearch words = new BackwardSearch(text, start, Language.words(foreign));
        for (int tries = 0; tries < AnswerExtractor.MAX_TRIES; tries++) {
            int at = words.previous();
            if (at < 0) {
                break;
            }
            Candidate found = at(at, at + words.word().length(), Language.named(words.word()));
            if (found.present()) {
                return found;
            }
        }
        return Candidate.ABSENT;
    }

    private Candidate at(int word, int after, Language language) {
        if (language.english()) {
            boolean tag = text.startsWith(">", after);
            if (tag && text.startsWith("</a", word - 3)) {
                return closedTag(word - 3);
            }
            if (tag && text.startsWith("<a", word - 2)) {
                return statement.at(after + 1, false);
            }
        }
        if (word > from + 1 && text.charAt(word - 2) == '_') {
            // final_answer = 5 is code.
            return Candidate.ABSENT;
        }
        int start = afterVerb(word, after, language);
        if (start < 0 || start >= end || isDoubted(word)) {
            return Candidate.ABSENT;
        }
        return statement.at(
                start, isHeading(word) || text.substring(after, start).indexOf(':') >= 0);
    }

    private Candidate closedTag(int close) {
        // One window bounds the search for the opening tag.
        int windowStart = (int) Math.max(from, (long) close - limit - OPEN_TAG.length());
        String window = text.substring(windowStart, Math.max(windowStart, close));
        int open = window.lastIndexOf(OPEN_TAG);
        if (open < 0) {
            return Candidate.ABSENT;
        }
        String content = window.substring(open + OPEN_TAG.length()).strip();
        if (content.contains("nswer")) {
            String inner = content.replace('<', ' ');
            Candidate stated = new StatedScanner(inner, 0, inner.length(), limit).last();
            if (stated.present()) {
                return new Candidate(true, stated.answer(), stated.usable() ? close : -1);
            }
        }
        return Candidate.of(content, close, limit);
    }

    /** Where the statement begins after "answer is", "answer:" or the like; -1 when nothing is stated here. */
    private int afterVerb(int word, int after, Language language) {
        int i = Letters.skip(text, after, after + 1 < end ? after + 1 : end, "sS");
        boolean closesBold = text.startsWith("**", i) || text.startsWith("}", i);
        i = Letters.skip(text, i, Math.min(end, i + MAX_BLANKS), "*_ \"}");
        if (language.english()) {
            i = afterPhrase(i);
        }
        if (i < 0 || i >= end) {
            return -1;
        }
        char c = text.charAt(i);
        boolean assignment = c == '=' && isIdentifier(word);
        if (c == ':' || c == '\uff1a' || (c == '=' && !assignment)) {
            return Letters.skip(text, i + 1, Math.min(end, i + MAX_BLANKS), ":=*} \"");
        }
        int verbEnd = language.verbEnd(text, i);
        if (verbEnd >= 0) {
            return Letters.skip(text, verbEnd, Math.min(end, verbEnd + MAX_BLANKS), ":=* \"\uff1a");
        }
        boolean formula = c == '$' || text.startsWith("\\(", i) || text.startsWith("\\[", i);
        boolean heading = isHeading(word) && (c == '\n' || c == '\r' || formula || closesBold);
        return heading && (c == '\n' || c == '\r' || formula) ? i : -1;
    }

    /** Passes over "to the question" and the like, up to the verb; -1 when there is no verb. */
    private int afterPhrase(int at) {
        for (String phrase : PHRASES) {
            if (text.startsWith(phrase, at)) {
                int stop = Math.min(end, at + MAX_PHRASE);
                for (int i = at; i < stop; i++) {
                    char c = text.charAt(i);
                    if (c == '\n' || c == '.' || c == ',' || c == '?') {
                        return -1;
                    }
                    if (c == ' ' && (Letters.wordAt(text, i + 1, "is") || Letters.wordAt(text, i + 1, "are"))) {
                        return i + 1;
                    }
                }
                return -1;
            }
        }
        return at;
    }

    /** Whether "answer" begins its line or follows "final" that does: with marks of headings before it. */
    private boolean isHeading(int word) {
        int i = word - 1;
        if (i >= from + 6 && text.regionMatches(true, i - 6, "final ", 0, 6)) {
            return true;
        }
        if (i < from || (text.charAt(i) != 'A' && text.charAt(i) != 'a')) {
            return false;
        }
        boolean capital = text.charAt(i) == 'A';
        while (i > from && "*# \t_{".indexOf(text.charAt(i - 1)) >= 0) {
            i--;
        }
        return capital && (i == from || text.charAt(i - 1) == '\n' || text.startsWith("\\textbf{", i - 8 + 1));
    }

    /** Whether a lower-case "answer" begins its line, as a variable of a program does. */
    private boolean isIdentifier(int word) {
        int i = word - 1;
        if (i < from || text.charAt(i) != 'a') {
            return false;
        }
        while (i > from && (text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '\t')) {
            i--;
        }
        return i == from || text.charAt(i - 1) == '\n';
    }

    /** Whether the sentence supposes, doubts or denies what it seems to state. */
    private boolean isDoubted(int word) {
        int bound = Math.max(from, word - MAX_PHRASE);
        int start = word;
        while (start > bound && ".?!\n,;:".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        String before = text.substring(start, word).stripLeading();
        for (String condition : CONDITIONS) {
            if (before.regionMatches(true, 0, condition, 0, condition.length()) || before.contains(" " + condition)) {
                return true;
            }
        }
        for (String doubt : DOUBTS) {
            if (before.contains(doubt) || before.regionMatches(true, 0, doubt, 0, doubt.length())) {
                return true;
            }
        }
        return false;
    }
}
