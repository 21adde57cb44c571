package org.passk.verify.math;

/**
 * Characters of the normal form that stand for LaTeX structure. They are from Unicode's private area, which the
 * normaliser removes from its input, so that no answer can forge them.
 */
final class Mark {
    static final char TEXT_OPEN = '\uE000';
    static final char TEXT_CLOSE = '\uE001';
    static final char SET_OPEN = '\uE002';
    static final char SET_CLOSE = '\uE003';
    static final char MATRIX_OPEN = '\uE004';
    static final char MATRIX_CLOSE = '\uE005';
    /** Ends a row of a matrix. */
    static final char ROW = '\uE006';
    /** Ends a cell of a matrix. */
    static final char CELL = '\uE007';
    /** Groups the digits of a number: a comma in braces, a comma with a negative space, a thin space. */
    static final char GROUP = '\uE008';

    private Mark() {}

    static boolean isMark(char c) {
        return c >= '\uE000' && c <= '\uF8FF';
    }

    static boolean isText(char c) {
        return c == TEXT_OPEN || c == TEXT_CLOSE;
    }

    static boolean isOpen(char c) {
        return c == '(' || c == '[' || c == '{' || c == SET_OPEN || c == MATRIX_OPEN;
    }

    static boolean isClose(char c) {
        return c == ')' || c == ']' || c == '}' || c == SET_CLOSE || c == MATRIX_CLOSE;
    }

    private static boolean digitAt(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** A normal form as people read it: without text marks, and without spaces but
     * between digits, with printable brackets. */
    static String display(String normal) {
        StringBuilder out = new StringBuilder(normal.length());
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            switch (c) {
                case TEXT_OPEN, TEXT_CLOSE -> {}
                case ' ' -> {
                    // The space of "1 1/2 x" is not the missing one of "11/2 x".
                    if (digitAt(normal, i - 1) && digitAt(normal, i + 1)) {
                        out.append(c);
                    }
                }
                case SET_OPEN -> out.append("\\{");
                case SET_CLOSE -> out.append("\\}");
                case MATRIX_OPEN -> out.append("[[");
                case MATRIX_CLOSE -> out.append("]]");
                case ROW -> out.append(";");
                case CELL, GROUP -> out.append(",");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
