package org.passk.model;

/** Which strings are Unicode text. */
public final class UnicodeText {
    private UnicodeText() {}

    /**
     * Whether every surrogate has its other half. JSON can write half a pair as an escape; UTF-8 cannot, and each writer
     * on the way would put the same replacement for different texts.
     *
     * @param text any string
     */
    public static boolean isWellFormed(String text) {
        boolean open = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (open != Character.isLowSurrogate(c)) {
                return false;
            }
            open = Character.isHighSurrogate(c);
        }
        return !open;
    }

    /**
     * Whether a text shows as it is: no control characters, no separators of lines, no characters that turn the direction
     * of what follows (Unicode Bidirectional Algorithm, UAX 9, section 2).
     *
     * @param text any string
     */
    public static boolean isPlain(String text) {
        return text.codePoints().noneMatch(UnicodeText::misleads);
    }

    /**
     * The text with a space for each character that would not show as it is.
     *
     * @param text any string
     */
    public static String plain(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.appendCodePoint(misleads(c) ? ' ' : c));
        return plain.toString();
    }

    private static boolean misleads(int c) {
        return Character.isISOControl(c)
                || c == 0x2028
                || c == 0x2029
                || c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
