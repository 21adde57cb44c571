package org.passk.extract;

/** The percent sign behind a number, in its spellings. */
final class Percent {
    private static final String[] WORDS = {"percentage", "percent", "per cent", "pct"};

    private Percent() {}

    /** Where the sign or the word at the position ends; -1 when there is none. */
    static int end(String text, int start, int stop) {
        if (start >= stop) {
            return -1;
        }
        char first = text.charAt(start);
        if (first == '%' || first == '\uff05') {
            return start + 1;
        }
        if (first == '\\') {
            if (text.startsWith("\\%", start)) {
                return start + 2;
            }
            if (text.startsWith("\\text{", start)) {
                int i = start + 6;
                int end = end(text, text.startsWith(" ", i) ? i + 1 : i, stop);
                return end >= 0 && text.startsWith("}", end) ? end + 1 : -1;
            }
            return -1;
        }
        for (String word : WORDS) {
            int end = start + word.length();
            if (text.startsWith(word, start) && !(end < stop && Character.isLetter(text.charAt(end)))) {
                return text.startsWith(" point", end) ? -1 : end;
            }
        }
        return -1;
    }

    static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }
}
