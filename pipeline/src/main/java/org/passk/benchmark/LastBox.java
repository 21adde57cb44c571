package org.passk.benchmark;

import java.util.Optional;

/** The content of the last {@code \boxed{...}} of a worked solution, where the MATH family keeps its gold answers. */
final class LastBox {
    private static final String COMMAND = "\\boxed";

    private LastBox() {}

    /**
     * The content between the balanced braces of the last {@code \boxed}, without white space around it. Escaped braces
     * (a backslash before them) are characters of the answer and do not count. Empty when there is no box, the last one has no
     * braces, they never close, or nothing stands between them. An earlier box is no substitute: solutions box steps,
     * too. Linear in the text.
     */
    static Optional<String> of(String solution) {
        int command = solution.lastIndexOf(COMMAND);
        if (command < 0) {
            return Optional.empty();
        }
        int open = command + COMMAND.length();
        while (open < solution.length() && Character.isWhitespace(solution.charAt(open))) {
            open++;
        }
        if (open == solution.length() || solution.charAt(open) != '{') {
            return Optional.empty();
        }
        int depth = 0;
        boolean escaped = false;
        for (int i = open; i < solution.length(); i++) {
            char c = solution.charAt(i);
            if (escaped) {
                escaped = false;
            } else if (c == '\\') {
                escaped = true;
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
                if (depth == 0) {
                    return Optional.of(solution.substring(open + 1, i).strip()).filter(text -> !text.isEmpty());
                }
            }
        }
        return Optional.empty();
    }
}
