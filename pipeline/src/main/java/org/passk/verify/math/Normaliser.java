package org.passk.verify.math;

import java.util.Optional;

/**
 * Brings one answer, LaTeX or plain, into a normal form in which different spellings are equal: commands of layout and
 * spacing gone, {@code \dfrac12} as {@code \frac{1}{2}}, set braces and matrices as {@link Mark}s. One pass; recursion
 * only for arguments, bounded by the depth.
 */
final class Normaliser {
    private final String in;
    private final int maxDepth;
    private final StringBuilder out;
    private int pos;
    private int matrices;
    private boolean tooDeep;

    private Normaliser(String in, int maxDepth) {
        this.in = in;
        this.maxDepth = maxDepth;
        this.out = new StringBuilder(in.length() + 16);
    }

    /** The normal form; empty when the answer is nested more deeply than allowed. */
    static Optional<String> normalise(String answer, int maxDepth) {
        Normaliser normaliser = new Normaliser(Characters.plain(answer), maxDepth);
        while (normaliser.pos < normaliser.in.length()) {
            // A closing brace without its partner ends the range; pass over it.
            normaliser.range('}', 0);
        }
        return normaliser.tooDeep ? Optional.empty() : Optional.of(trim(normaliser.out.toString()));
    }

    /** Emits everything up to the closing character, which is consumed. */
    private void range(char close, int depth) {
        if (depth > maxDepth) {
            tooDeep = true;
            pos = in.length();
            return;
        }
        while (pos < in.length()) {
            char c = in.charAt(pos);
            if (c == close) {
                pos++;
                return;
            }
            element(c, depth);
        }
    }

    private void element(char c, int depth) {
        if (isLetter(c)) {
            word(depth);
            return;
        }
        pos++;
        switch (c) {
            case '\\' -> command(depth);
            case '{' -> group(depth);
            case '^', '_' -> script(c, depth);
            case ' ', '~' -> space();
            case '$' -> {}
            case '*' -> {
                // Python's power.
                if (in.startsWith("*", pos) && pos + 1 < in.length() && in.charAt(pos + 1) != '*' && pos > 1) {
                    pos++;
                    script('^', depth);
                } else {
                    out.append('*');
                }
            }
            case '&' -> out.append(matrices > 0 ? Mark.CELL : '&');
            case '`' -> {}
            default -> out.append(c);
        }
    }

    private void space() {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }

    /** A run of letters outside of commands: a few words have a LaTeX form. */
    private void word(int depth) {
        int start = pos;
        while (pos < in.length() && isLetter(in.charAt(pos))) {
            pos++;
        }
        String word = in.substring(start, pos);
        switch (word) {
            case "pi" -> out.append('\u03C0');
            case "infinity" -> out.append('\u221E');
            case "sqrt" -> {
                if (in.startsWith("(", pos)) {
                    pos++;
                    out.append("\\sqrt{");
                    range(')', depth + 1);
                    out.append('}');
                } else {
                    out.append(word);
                }
            }
            default -> out.append(word);
        }
    }

    /** Braces that only group are invisible, unless a script follows. */
    private void group(int depth) {
        if (in.startsWith(",}", pos)) {
            pos += 2;
            out.append(Mark.GROUP);
            return;
        }
        int start = out.length();
        out.append('{');
        range('}', depth + 1);
        boolean script = pos < in.length() && (in.charAt(pos) == '^' || in.charAt(pos) == '_');
        boolean afterCommand = start > 0 && afterCommand(start - 1);
        if (afterCommand || (script && out.length() - start > 2)) {
            out.append('}');
        } else {
            out.deleteCharAt(start);
        }
    }

    /** Whether the group is the argument of a command that is kept. */
    private boolean afterCommand(int last) {
        int i = last;
        if (out.charAt(i) == '}') {
            return false;
        }
        while (i >= 0 && isLetter(out.charAt(i))) {
            i--;
        }
        return i >= 0 && i < last && out.charAt(i) == '\\';
    }

    private void script(char c, int depth) {
        out.append(c);
        argument(depth);
        int length = out.length();
        if (c == '^' && length >= 4 && "^{\u00B0}".contentEquals(out.subSequence(length - 4, length))) {
            out.setLength(length - 4);
            out.append('\u00B0');
        }
    }

    /** One argument, in braces whether it has them or not. */
    private void argument(int depth) {
        while (pos < in.length() && in.charAt(pos) == ' ') {
            pos++;
        }
        out.append('{');
        if (pos < in.length()) {
            char c = in.charAt(pos);
            if (c == '{') {
                pos++;
                range('}', depth + 1);
            } else if (c == '\\') {
                pos++;
                if (depth >= maxDepth) {
                    tooDeep = true;
                    pos = in.length();
                } else {
                    command(depth + 1);
                }
            } else if (c != '}' && c != '$') {
                pos++;
                out.append(c);
            }
        }
        out.append('}');
    }

    private void command(int depth) {
        if (pos >= in.length()) {
            return;
        }
        char c = in.charAt(pos);
        if (!isLetter(c)) {
            pos++;
            symbol(c);
            return;
        }
        int start = pos;
        while (pos < in.length() && isLetter(in.charAt(pos))) {
            pos++;
        }
        named(in.substring(start, pos), depth);
    }

    private void symbol(char c) {
        switch (c) {
            case '{' -> out.append(Mark.SET_OPEN);
            case '}' -> out.append(Mark.SET_CLOSE);
            case '(', ')', '[', ']' -> space();
            case '!' -> negativeSpace();
            case ',' -> thinSpace();
            case ' ', ';', ':', '>' -> space();
            case '\\' -> out.append(matrices > 0 ? Mark.ROW : ' ');
            default -> out.append(c);
        }
    }

    /** {@code 900,\!000}: the comma groups digits. */
    private void negativeSpace() {
        int last = out.length() - 1;
        if (last >= 0 && out.charAt(last) == ',') {
            out.setCharAt(last, Mark.GROUP);
            skipSpaces();
        }
    }

    /** {@code 1\,234} and {@code 15,\,400} group digits; elsewhere it is a space. */
    private void thinSpace() {
        skipSpaces();
        boolean digits = pos + 2 < in.length() && isDigit(pos) && isDigit(pos + 1) && isDigit(pos + 2);
        int last = out.length() - 1;
        if (digits && !(pos + 3 < in.length() && isDigit(pos + 3)) && last >= 0) {
            char before = out.charAt(last);
            if (before >= '0' && before <= '9') {
                out.append(Mark.GROUP);
                return;
            }
            if (before == ',') {
                out.setCharAt(last, Mark.GROUP);
                return;
            }
        }
        space();
    }

    private void skipSpaces() {
        while (pos < in.length() && in.charAt(pos) == ' ') {
            pos++;
        }
    }

    private boolean isDigit(int at) {
        char c = in.charAt(at);
        return c >= '0' && c <= '9';
    }

    private void named(String name, int depth) {
        switch (name) {
            case "frac", "dfrac", "tfrac", "cfrac" -> {
                out.append("\\frac");
                argument(depth);
                argument(depth);
            }
            case "sqrt" -> {
                out.append("\\sqrt");
                skipSpaces();
                if (in.startsWith("[", pos)) {
                    pos++;
                    out.append('[');
                    range(']', depth + 1);
                    out.append(']');
                }
                argument(depth);
            }
            case "text",
                    "textbf",
                    "textit",
                    "textrm",
                    "texttt",
                    "textsf",
                    "mbox",
                    "mathrm",
                    "mathbf",
                    "mathit",
                    "mathsf",
                    "operatorname",
                    "boldsymbol",
                    "bm" -> text(depth);
            case "boxed", "fbox", "displaystyle", "textstyle", "limits", "nolimits", "bf", "rm", "it" -> space();
            case "left", "right", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "middle" -> delimiter();
            case "quad", "qquad", "thinspace", "enspace", "space" -> space();
            case "begin" -> environment(true);
            case "end" -> environment(false);
            default -> {
                String plain = Commands.plain(name);
                if (plain.isEmpty()) {
                    out.append('\\').append(name);
                } else {
                    out.append(plain);
                }
            }
        }
    }

    /** {@code \left.} is no delimiter at all. */
    private void delimiter() {
        if (in.startsWith(".", pos)) {
            pos++;
        }
    }

    private void text(int depth) {
        skipSpaces();
        if (!in.startsWith("{", pos)) {
            return;
        }
        pos++;
        out.append(Mark.TEXT_OPEN);
        range('}', depth + 1);
        out.append(Mark.TEXT_CLOSE);
    }

    private void environment(boolean begins) {
        int close = in.startsWith("{", pos) ? in.indexOf('}', pos) : -1;
        String name = close < 0 ? "" : in.substring(pos + 1, close);
        pos = close < 0 ? pos : close + 1;
        switch (name) {
            case "matrix", "pmatrix", "bmatrix" -> {
                matrices += begins ? 1 : -1;
                out.append(begins ? Mark.MATRIX_OPEN : Mark.MATRIX_CLOSE);
            }
            default -> out.append(begins ? "\\begin:" : "\\end:").append(name).append(' ');
        }
    }

    /** Without spaces at the ends and before the final punctuation of a sentence. */
    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (end > start && " .,;:\"'".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        while (start < end && " \"=:".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return text.substring(start, end);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
