package org.passk.extract.program;

import java.util.Optional;

/**
 * Walks over a Python source line by line, knowing strings, comments and continuations as Python's tokenizer does, and
 * writes it down without what does not matter. Gives up where versions of Python read the source in different ways.
 */
final class PythonLines {
    /** Only the first two lines may declare an encoding (PEP 263), which matters to a program that is run from a file. */
    private static final int DECLARING_LINES = 2;

    private final String source;
    private final StringBuilder out;
    private int at;
    private int line;
    private boolean continued;

    PythonLines(String source) {
        this.source = source;
        this.out = new StringBuilder(source.length() + 1);
    }

    /** The source without comments, blank lines and white space at line ends; empty when in doubt. */
    Optional<String> withoutNoise() {
        while (at < source.length()) {
            if (!logicalLine()) {
                return Optional.empty();
            }
        }
        // A source that ends in the middle of a statement is no program.
        return continued ? Optional.empty() : Optional.of(out.toString());
    }

    /** Copies up to a line end outside of strings; false when in doubt. */
    private boolean logicalLine() {
        int start = out.length();
        int comment = -1;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '\n' || c == '\r') {
                break;
            }
            if (c == '#') {
                comment = at;
                skipComment();
            } else if (c == '"' || c == '\'') {
                int end = PythonString.end(source, at);
                if (end < 0) {
                    return false;
                }
                out.append(source, at, end);
                at = end;
            } else {
                out.append(c);
                at++;
            }
        }
        endLine(start, comment);
        return true;
    }

    private void skipComment() {
        while (at < source.length() && source.charAt(at) != '\n' && source.charAt(at) != '\r') {
            at++;
        }
    }

    private void endLine(int start, int comment) {
        int lineEnd = at;
        boolean ended = at < source.length();
        if (ended) {
            at += source.startsWith("\r\n", at) ? 2 : 1;
        }
        int code = out.length();
        while (code > start && (out.charAt(code - 1) == ' ' || out.charAt(code - 1) == '\t')) {
            code--;
        }
        boolean backslash = code > start && out.charAt(code - 1) == '\\';
        boolean keepsComment =
                comment >= 0 && (backslash || continued || declaresEncoding(start, code, comment, lineEnd));
        boolean wasContinued = continued;
        // A backslash continues a line only as its very last character.
        continued = backslash && comment < 0 && code == out.length();
        if (keepsComment) {
            out.append(source, comment, lineEnd).append('\n');
        } else if (backslash || wasContinued) {
            // White space behind a backslash is an error, and a blank line ends a continued statement.
            out.append('\n');
        } else {
            out.setLength(code);
            if (code > start) {
                out.append('\n');
            }
        }
        line++;
    }

    private boolean declaresEncoding(int start, int code, int comment, int lineEnd) {
        return line < DECLARING_LINES
                && code == start
                && source.substring(comment, lineEnd).contains("coding");
    }
}
