package org.passk.extract;

import java.util.Locale;

/**
 * Finds the last answer that a sentence or a tag states: {@code <answer>5</answer>}, "the answer is 5", "Answer: 5",
 * and, on the last line only, "is **5**" and "A: 5".
 */
final class StatedScanner {
    private static final int MAX_BLANKS = 64;
    private static final int MAX_PHRASE = 80;
    private static final String OPEN_TAG = "<answer>";

    /** Words after "the answer is" that speak about the answer and do not state it. */
    private static final String[] NOT_A_STATEMENT = {
        "not ", "correct", "incorrect", "wrong", "right", "indeed", "in the ", "given by", "as follows"
    };

    /** Clauses that explain a stated answer and are not part of it. */
    private static final String[] EXPLANATIONS = {" because ", " since ", ", because", ", since", ", which", ", so "};

    private final String text;
    private final int from;
    private final int limit;

    StatedScanner(String text, int from, int limit) {
        this.text = text;
        this.from = from;
        this.limit = limit;
    }

    Candidate last() {
        BackwardSearch words = new BackwardSearch(text, from, "nswer", "NSWER", "\u7b54\u6848");
        for (int tries = 0; tries < AnswerExtractor.MAX_TRIES; tries++) {
            int at = words.previous();
            if (at < 0) {
                break;
            }
            Candidate found = at(at, at + words.word().length());
            if (found.present()) {
                return found;
            }
        }
        return lastLine();
    }

    private Candidate at(int word, int after) {
        boolean tag = text.startsWith(">", after);
        if (tag && text.startsWith("</a", word - 3)) {
            return closedTag(word - 3);
        }
        if (tag && text.startsWith("<a", word - 2)) {
            return statement(after + 1);
        }
        int start = afterVerb(word, after);
        return start < 0 ? Candidate.ABSENT : statement(start);
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
        if (content.isEmpty()) {
            return Candidate.ABSENT;
        }
        if (content.contains("nswer")) {
            Candidate inner = new StatedScanner(content.replace('<', ' '), 0, limit).last();
            if (inner.present()) {
                return inner;
            }
        }
        return Candidate.of(content, limit);
    }

    /** Where the statement begins after "answer is", "answer:" or the like; -1 when nothing is stated here. */
    private int afterVerb(int word, int after) {
        int i = text.startsWith("s", after) ? after + 1 : after;
        i = skip(i, "*_ \"");
        if (text.startsWith("to ", i) || text.startsWith("for ", i)) {
            int is = text.substring(i, Math.min(text.length(), i + MAX_PHRASE)).indexOf(" is");
            if (is < 0 || text.substring(i, i + is).indexOf('\n') >= 0) {
                return -1;
            }
            i += is + 1;
        }
        for (String verb : new String[] {"is", "are", ":", "=", "\uff1a", "\u662f", "\u4e3a"}) {
            int end = i + verb.length();
            if (text.startsWith(verb, i) && !(Character.isLetter(verb.charAt(0)) && isAsciiLetter(end))) {
                return skip(end, ":=* \"");
            }
        }
        boolean heading = text.regionMatches(true, word - 7, "final ", 0, 6);
        return heading && text.startsWith("\n", i) ? i : -1;
    }

    private boolean isAsciiLetter(int at) {
        return at < text.length() && text.charAt(at) < 128 && Character.isLetter(text.charAt(at));
    }

    private int skip(int start, String characters) {
        int stop = Math.min(text.length(), start + MAX_BLANKS);
        int i = start;
        while (i < stop && characters.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private Candidate statement(int start) {
        int i = skip(start, " \t\r\n*:");
        if (text.startsWith("\\[", i) || text.startsWith("$$", i)) {
            i = skip(i + 2, " \t\r\n");
        }
        int stop = (int) Math.min(text.length(), (long) i + limit + 1);
        int end = sentenceEnd(i, stop);
        if (end - i > limit) {
            return Candidate.TOO_LONG;
        }
        String answer = trim(text.substring(i, end));
        String folded = answer.toLowerCase(Locale.ROOT);
        for (String prefix : NOT_A_STATEMENT) {
            if (folded.startsWith(prefix)) {
                return Candidate.ABSENT;
            }
        }
        for (String clause : EXPLANATIONS) {
            int at = answer.indexOf(clause);
            if (at > 0) {
                answer = trim(answer.substring(0, at));
            }
        }
        return answer.isEmpty() ? Candidate.ABSENT : Candidate.of(answer, limit);
    }

    /** The end of the sentence, the line, the bold text or the displayed formula, outside of braces. */
    private int sentenceEnd(int start, int stop) {
        int depth = 0;
        for (int i = start; i < stop; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\u3002' || text.startsWith("</", i)) {
                return i;
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            boolean stopHere = (c == '.' && (i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1))))
                    || (text.startsWith("**", i) && !between(i))
                    || text.startsWith("\\]", i)
                    || text.startsWith("$$", i);
            if (depth <= 0 && stopHere) {
                return i;
            }
        }
        return stop;
    }

    /** Whether the two stars stand between operands, where they are Python's power and no bold text. */
    private boolean between(int at) {
        return at > 0
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && at + 2 < text.length()
                && Character.isLetterOrDigit(text.charAt(at + 2));
    }

    private static String trim(String raw) {
        int start = 0;
        int end = raw.length();
        while (end > start && (" \t\r.,;:*\"".indexOf(raw.charAt(end - 1)) >= 0)) {
            end--;
        }
        while (start < end && " \t\r*\"".indexOf(raw.charAt(start)) >= 0) {
            start++;
        }
        return raw.substring(start, end);
    }

    private Candidate lastLine() {
        if (text.indexOf("**", from) < 0 && text.indexOf("A:", from) < 0) {
            return Candidate.ABSENT;
        }
        int end = text.length();
        while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        int bound = (int) Math.max(from, (long) end - limit - 16);
        int start = end;
        while (start > bound && text.charAt(start - 1) != '\n') {
            start--;
        }
        if (start > from && text.charAt(start - 1) != '\n') {
            return Candidate.ABSENT;
        }
        String line = text.substring(start, end).strip();
        if (line.startsWith("A:")) {
            String answer = trim(line.substring(2));
            return answer.isEmpty() ? Candidate.ABSENT : Candidate.of(answer, limit);
        }
        return bold(line);
    }

    private Candidate bold(String line) {
        int close = line.lastIndexOf("**");
        int open = close < 3 ? -1 : line.lastIndexOf("**", close - 2);
        if (open < 0) {
            return Candidate.ABSENT;
        }
        String before = line.substring(0, open).stripTrailing();
        boolean stated =
                before.endsWith(" is") || before.endsWith(" are") || before.endsWith(":") || before.endsWith("=");
        String answer = trim(line.substring(open + 2, close));
        return stated && !answer.isEmpty() ? Candidate.of(answer, limit) : Candidate.ABSENT;
    }
}
