package org.passk.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A sentence as words, values (numbers and formulas) and marks. */
final class Sentence {
    private static final int MAX_TOKENS = 256;
    private static final int MAX_TUPLE = 40;
    private static final String UNIT_LETTERS = "gmshlLNWJVKCF";
    private static final Set<String> COPULAS = Set.of("is", "are", "equals");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private final int stop;

    private Sentence(String text, int start, int stop) {
        this.text = text;
        this.at = start;
        this.stop = stop;
    }

    static Sentence of(String text, int start, int stop) {
        Sentence sentence = new Sentence(text, start, stop);
        while (sentence.at < stop && sentence.tokens.size() < MAX_TOKENS) {
            sentence.read();
        }
        return sentence;
    }

    /** Whether the text is a sentence and no value or name: three words or more. */
    static boolean isProse(String text, int start, int stop) {
        int words = 0;
        for (Token token : of(text, start, stop).tokens) {
            words += token.kind() == Kind.WORD ? 1 : 0;
        }
        return words >= 2 && Letters.isAscii(text.charAt(start)) && !isName(text, start, stop);
    }

    /** "D, it cannot be A": a letter that a mark ends is a name. */
    private static boolean isName(String text, int start, int stop) {
        return start + 1 < stop && ",.:;)".indexOf(text.charAt(start + 1)) >= 0;
    }

    int size() {
        return tokens.size();
    }

    Token token(int index) {
        return tokens.get(index);
    }

    int end(int index) {
        return tokens.get(index).end();
    }

    int words() {
        int words = 0;
        for (Token token : tokens) {
            words += token.kind() == Kind.WORD ? 1 : 0;
        }
        return words;
    }

    /** Whether the token is this word, in lower case, or this mark. */
    boolean is(int index, String word) {
        return index >= 0 && index < tokens.size() && tokens.get(index).word().equals(word);
    }

    /** Whether the word is one of the sentence. */
    boolean names(String word) {
        return tokens.stream().anyMatch(token -> token.word().equals(word));
    }

    /** Where the last "is", "are" or "equals" ends that something follows; -1 when there is none. */
    int lastCopulaEnd() {
        for (int i = tokens.size() - 2; i > 0; i--) {
            if (COPULAS.contains(tokens.get(i).word())) {
                return tokens.get(i).end();
            }
        }
        return -1;
    }

    /** The index of the only value; -1 when there is none or more than one. */
    int onlyValue() {
        int only = -1;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isValue()) {
                if (only >= 0) {
                    return -1;
                }
                only = i;
            }
        }
        return only;
    }

    /** The text of the tokens from the first to the last; a single formula without its delimiters. */
    String answer(int first, int last) {
        Token token = tokens.get(first);
        if (first == last && token.kind() == Kind.FORMULA) {
            int delimiter = Formula.delimiter(text, token.start());
            int left = token.start() + delimiter;
            int[] span = Letters.trimmed(text, left, Math.max(left, token.end() - delimiter), " \t\r\n", " \t\r\n.,;");
            return text.substring(span[0], span[1]);
        }
        return text.substring(token.start(), tokens.get(last).end());
    }

    private void read() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
            return;
        }
        if (text.startsWith("<<", at)) {
            // The calculator's note of GSM8K: <<2*3=6>>.
            int close = text.indexOf(">>", at);
            at = close < 0 || close >= stop ? at + 2 : close + 2;
            return;
        }
        int end = c == '$' || c == '\\' ? Formula.end(text, at, stop) : -1;
        if (end > 0) {
            add(Kind.FORMULA, end);
            return;
        }
        end = numberEnd();
        if (end > 0) {
            add(isOperand(end) ? Kind.MARK : Kind.NUMBER, end);
        } else if (Character.isLetter(c) || c == '\\') {
            int i = at + 1;
            while (i < stop && (Character.isLetterOrDigit(text.charAt(i)) || isInner(i))) {
                i++;
            }
            add(Kind.WORD, i);
        } else {
            add(Kind.MARK, at + 1);
        }
    }

    private boolean isInner(int i) {
        char c = text.charAt(i);
        return (c == '\'' || c == '\u2019' || c == '-' || c == '_')
                && i + 1 < stop
                && Character.isLetter(text.charAt(i + 1));
    }

    private void add(Kind kind, int end) {
        String word =
                kind == Kind.WORD || kind == Kind.MARK ? text.substring(at, end).toLowerCase(Locale.ROOT) : "";
        tokens.add(new Token(kind, at, end, word));
        at = end;
    }

    /** Where a number with its sign, currency and percent sign ends; -1 when none begins here. */
    private int numberEnd() {
        if (text.charAt(at) == '(') {
            return tupleEnd();
        }
        int i = Letters.skip(text, at, Math.min(stop, at + 3), "+-\u2212$\\\u20ac\u00a3.");
        if (i >= stop || !Letters.isDigit(text.charAt(i))) {
            return -1;
        }
        int end = i;
        while (i < stop) {
            char c = text.charAt(i);
            boolean digit = Letters.isDigit(c);
            if (!digit && ",./:^".indexOf(c) < 0) {
                break;
            }
            i++;
            end = digit ? i : end;
        }
        int percent = Percent.end(text, end, stop);
        return percent > 0 ? percent : end;
    }

    /** Whether the number that ends here is a factor, 5x, and has no unit behind it, 5cm or 5m. */
    private boolean isOperand(int end) {
        return end < stop
                && Character.isLetter(text.charAt(end))
                && UNIT_LETTERS.indexOf(text.charAt(end)) < 0
                && !(end + 1 < stop && Character.isLetter(text.charAt(end + 1)));
    }

    /** (7, 6) */
    private int tupleEnd() {
        boolean digit = false;
        boolean comma = false;
        for (int i = at + 1; i < Math.min(stop, at + MAX_TUPLE); i++) {
            char c = text.charAt(i);
            if (c == ')') {
                return digit && comma ? i + 1 : -1;
            }
            digit |= Letters.isDigit(c);
            comma |= c == ',';
            if (!Letters.isDigit(c) && ",./ -\u2212".indexOf(c) < 0) {
                return -1;
            }
        }
        return -1;
    }

    /** What a token is. */
    enum Kind {
        WORD,
        NUMBER,
        FORMULA,
        MARK
    }

    /**
     * A part of a sentence.
     *
     * @param kind what it is
     * @param start where it begins in the text
     * @param end where it ends in the text
     * @param word a word or a mark in lower case; empty for a value
     */
    record Token(Kind kind, int start, int end, String word) {
        boolean isValue() {
            return kind == Kind.NUMBER || kind == Kind.FORMULA;
        }
    }
}
