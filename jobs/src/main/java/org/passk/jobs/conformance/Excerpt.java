package org.passk.jobs.conformance;

import java.util.Locale;
import org.passk.model.UnicodeText;

/** Texts in one short line: what is long loses its middle, since answers stand at the end. */
final class Excerpt {
    private static final int HEAD = 30;
    private static final int TAIL = 70;

    private Excerpt() {}

    static String of(String text) {
        int length = text.codePointCount(0, text.length());
        if (length <= HEAD + TAIL) {
            return escaped(text);
        }
        String head = text.substring(0, text.offsetByCodePoints(0, HEAD));
        String tail = text.substring(text.offsetByCodePoints(text.length(), -TAIL));
        return escaped(head) + " \u2026 " + escaped(tail);
    }

    private static String escaped(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                    // Terminals obey control characters, and marks of direction turn the line around.
                    boolean plain = UnicodeText.isPlain(Character.toString(c)) && !isSurrogate(c);
                    if (plain) {
                        line.appendCodePoint(c);
                    } else {
                        line.append(String.format(Locale.ROOT, "\\u%04X", c));
                    }
                }
            }
        });
        return line.toString();
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
