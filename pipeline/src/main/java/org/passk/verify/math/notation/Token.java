package org.passk.verify.math.notation;

/**
 * One token of an answer.
 *
 * @param kind what it is
 * @param text a number's digits with its point and exponent; a word; a command's name; a symbol
 * @param spaced whether a space stands before it
 * @param marked whether it stands in {@code \text{...}} or the like; for numbers whether commas group its digits
 */
record Token(Kind kind, String text, boolean spaced, boolean marked) {
    enum Kind {
        NUMBER,
        /** A single letter that names a variable or a constant. */
        LETTER,
        /** Several letters, or letters in text. */
        WORD,
        COMMAND,
        SYMBOL,
        END
    }

    static final Token LAST = new Token(Kind.END, "", false, false);

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean command(String name) {
        return kind == Kind.COMMAND && text.equals(name);
    }

    boolean word(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }
}
