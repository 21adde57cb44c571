package org.passk.extract.program;

/** Classes of characters as Python 3 has them. */
final class PythonText {
    private PythonText() {}

    /** The text without white space at its ends, as {@code str.strip()} gives it. */
    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Whether {@code str.isspace()} holds; all such characters are in the basic plane. */
    static boolean isSpace(char c) {
        return (c >= '\t' && c <= '\r')
                || (c >= 0x1c && c <= ' ')
                || c == 0x85
                || c == 0xa0
                || c == 0x1680
                || (c >= 0x2000 && c <= 0x200a)
                || c == 0x2028
                || c == 0x2029
                || c == 0x202f
                || c == 0x205f
                || c == 0x3000;
    }

    /** Whether {@code \w} matches: letters, numbers of any kind, the underscore. */
    static boolean isWordCharacter(int c) {
        return c == '_'
                || Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.LETTER_NUMBER
                || Character.getType(c) == Character.OTHER_NUMBER;
    }
}
