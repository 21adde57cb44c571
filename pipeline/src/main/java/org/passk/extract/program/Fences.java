package org.passk.extract.program;

import java.util.Optional;

/** Blocks of code between lines of three backticks. */
final class Fences {
    static final String FENCE = "```";

    private static final String PYTHON_FENCE = "```python\n";
    private static final String CLOSING = "\n```";

    private Fences() {}

    /** The lines between the last two lines that hold the mark, anywhere in them; none where fewer than two do. */
    static Optional<String> betweenLast(String text, String mark) {
        int last = text.lastIndexOf(mark);
        if (last < 0) {
            return Optional.empty();
        }
        // Lines end at newlines alone, as in Python's split("\n").
        int lastLine = text.lastIndexOf('\n', last) + 1;
        int previous = lastLine == 0 ? -1 : text.lastIndexOf(mark, lastLine - 1 - mark.length());
        if (previous < 0) {
            return Optional.empty();
        }
        int start = text.indexOf('\n', previous) + 1;
        // Without lines between the two fences the next line is the last one.
        return Optional.of(start >= lastLine ? "" : text.substring(start, lastLine - 1));
    }

    /** The content of the first block that opens with {@code ```python}; empty when it is never closed. */
    static String firstPythonBlock(String text) {
        int open = text.indexOf(PYTHON_FENCE);
        if (open < 0) {
            return "";
        }
        int start = open + PYTHON_FENCE.length();
        // A block without lines closes with the newline that ends its fence.
        int end = text.indexOf(CLOSING, start - 1);
        return end < start ? "" : text.substring(start, end);
    }

    /** All matches of {@code ```(?:\w+)?\n(.*?)\n```}, found from the left, joined by newlines. */
    static String joinedBlocks(String text) {
        StringBuilder blocks = new StringBuilder();
        boolean any = false;
        int at = text.indexOf(FENCE);
        while (at >= 0) {
            int start = afterInfo(text, at + FENCE.length());
            if (start < 0) {
                at = text.indexOf(FENCE, at + 1);
                continue;
            }
            int end = text.indexOf(CLOSING, start);
            if (end < 0) {
                break;
            }
            if (any) {
                blocks.append('\n');
            }
            any = true;
            blocks.append(text, start, end);
            at = text.indexOf(FENCE, end + CLOSING.length());
        }
        return blocks.toString();
    }

    /** The position behind a word and a newline; -1 where anything else stands. */
    private static int afterInfo(String text, int from) {
        int i = from;
        while (i < text.length() && PythonText.isWordCharacter(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i < text.length() && text.charAt(i) == '\n' ? i + 1 : -1;
    }
}
