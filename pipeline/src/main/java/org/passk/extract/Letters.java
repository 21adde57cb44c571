package org.passk.extract;

/** Classes of characters, and words at positions. */
final class Letters {
    private Letters() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isAscii(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Whether a word, case aside, stands at the position and no letter follows it. */
    static boolean wordAt(String text, int at, String word) {
        int end = at + word.length();
        return text.regionMatches(true, at, word, 0, word.length())
                && !(end < text.length() && isAscii(text.charAt(end)) && isAscii(word.charAt(word.length() - 1)));
    }

    /** The first position from here on whose character is not among the given ones. */
    static int skip(String text, int start, int stop, String characters) {
        int i = start;
        while (i < stop && characters.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    /** The text between the positions without the characters at its ends; its end is the second of the two. */
    static int[] trimmed(String text, int start, int end, String left, String right) {
        int j = end;
        while (j > start && right.indexOf(text.charAt(j - 1)) >= 0) {
            j--;
        }
        return new int[] {skip(text, start, j, left), j};
    }
}
