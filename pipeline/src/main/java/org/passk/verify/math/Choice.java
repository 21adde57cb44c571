package org.passk.verify.math;

/** Letters that name a choice. */
final class Choice {
    private Choice() {}

    /** Whether a reference is one capital letter that names a choice. */
    static boolean isLetter(String text) {
        boolean parenthesised = text.length() == 3 && text.charAt(0) == '(' && text.charAt(2) == ')';
        return (text.length() == 1 && isLetter(text.charAt(0))) || (parenthesised && isLetter(text.charAt(1)));
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'J';
    }

    /**
     * The letter of an answer to a choice: {@code B}, {@code b}, {@code (B) 12}, {@code B. 12}; the answer itself when
     * it does not begin with one.
     */
    static String letter(String written) {
        String text = written;
        for (String label : new String[] {"option", "choice", "answer"}) {
            if (text.regionMatches(true, 0, label, 0, label.length())) {
                text = text.substring(label.length());
                text = text.startsWith(":") ? text.substring(1) : text;
            }
        }
        int at = text.startsWith("(") ? 1 : 0;
        if (at >= text.length()) {
            return text;
        }
        char letter = Character.toUpperCase(text.charAt(at));
        if (!isLetter(letter)) {
            return text;
        }
        boolean alone = text.length() == 1;
        boolean marked = at + 1 < text.length() && (at == 1 ? ")" : ").:").indexOf(text.charAt(at + 1)) >= 0;
        return alone || marked ? String.valueOf(letter) : text;
    }
}
