package org.passk.verify.math;

import java.util.ArrayList;
import java.util.List;

/** Cuts a normal form at separators that stand outside of all brackets. */
final class Splitter {
    private Splitter() {}

    /** Without spaces, text marks that have lost their partner, and commas at the ends. */
    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && (text.charAt(start) == ' ' || text.charAt(start) == Mark.TEXT_CLOSE)) {
            start++;
        }
        while (end > start && " ,;\uE000".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        // A text that is the whole answer needs no mark.
        if (end - start > 1
                && text.charAt(start) == Mark.TEXT_OPEN
                && text.indexOf(Mark.TEXT_CLOSE, start) == end - 1) {
            return trim(text.substring(start + 1, end - 1));
        }
        return text.substring(start, end);
    }

    /** Whether the first bracket of the text is closed by its last character. */
    static boolean bracketed(String text) {
        if (text.length() < 2 || !Mark.isOpen(text.charAt(0)) || !Mark.isClose(text.charAt(text.length() - 1))) {
            return false;
        }
        int depth = 0;
        for (int i = 0; i < text.length() - 1; i++) {
            depth += step(text.charAt(i));
            if (depth == 0) {
                return false;
            }
        }
        return depth == 1;
    }

    /** The parts between the separators; the whole text when there is none. */
    static List<String> at(String text, char separator) {
        if (text.indexOf(separator) < 0) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += step(c);
            if (depth == 0 && c == separator) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** The parts between commas, or else between semicolons. */
    static List<String> commas(String text) {
        List<String> parts = at(text, ',');
        return parts.size() > 1 ? parts : at(text, ';');
    }

    /** The parts between the words "and" and "or". */
    static List<String> words(String text) {
        if (!text.contains("and") && !text.contains("or")) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            depth += step(c);
            int length = text.startsWith("and", i) ? 3 : text.startsWith("or", i) ? 2 : 0;
            if (length > 0 && depth == 0 && !letterAt(text, i - 1) && !letterAt(text, i + length)) {
                if (!trim(text.substring(start, i)).isEmpty()) {
                    parts.add(text.substring(start, i));
                }
                i += length;
                start = i;
            } else {
                i++;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static boolean letterAt(String text, int at) {
        return at >= 0 && at < text.length() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '\\');
    }

    private static int step(char c) {
        return Mark.isOpen(c) ? 1 : Mark.isClose(c) ? -1 : 0;
    }
}
