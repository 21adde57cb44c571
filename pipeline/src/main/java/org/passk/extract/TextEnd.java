package org.passk.extract;

/** Where a text ends for its reader: before white space, rests of a chat template and "I hope it is correct." */
final class TextEnd {
    private static final int MAX_CUTS = 64;
    private static final int MAX_TOKEN = 32;
    private static final int MAX_HOPE = 80;
    private static final String[] TOKENS = {"</s>", "<eos>", "<pad>", "<end_of_turn>"};
    private static final String[] ROLES = {"user", "assistant", "system"};

    private TextEnd() {}

    static int of(String text, int from) {
        int end = withoutBlanks(text, from, text.length());
        for (int i = 0; i < MAX_CUTS; i++) {
            int shorter = withoutBlanks(text, from, withoutHope(text, from, withoutToken(text, from, end)));
            if (shorter == end) {
                break;
            }
            end = shorter;
        }
        return end;
    }

    private static int withoutBlanks(String text, int from, int end) {
        int i = end;
        while (i > from && Character.isWhitespace(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    private static int withoutToken(String text, int from, int end) {
        for (String token : TOKENS) {
            if (end - from >= token.length() && text.startsWith(token, end - token.length())) {
                return end - token.length();
            }
        }
        for (String role : ROLES) {
            int before = end - role.length();
            if (before > from && text.startsWith(role, before) && text.charAt(before - 1) == '>') {
                return special(text, from, before, end);
            }
        }
        return special(text, from, end, end);
    }

    /** The start of {@code <|name|>}, with ASCII or with wide bars, when it ends at the position. */
    private static int special(String text, int from, int close, int otherwise) {
        if (close - from < 4 || text.charAt(close - 1) != '>' || !isBar(text.charAt(close - 2))) {
            return otherwise;
        }
        int bound = Math.max(from + 1, close - MAX_TOKEN);
        for (int i = close - 3; i >= bound; i--) {
            char c = text.charAt(i);
            if (isBar(c)) {
                // An inner product <|x|> is no token.
                return text.charAt(i - 1) == '<' && close - i > 5 ? i - 1 : otherwise;
            }
            if (!Character.isLetter(c) && c != '_' && c != '\u2581') {
                return otherwise;
            }
        }
        return otherwise;
    }

    private static boolean isBar(char c) {
        return c == '|' || c == '\uff5c';
    }

    /** "I hope it is correct." and the like, as the last sentence. */
    private static int withoutHope(String text, int from, int end) {
        int bound = Math.max(from, end - MAX_HOPE);
        for (int i = end - 2; i >= bound; i--) {
            char c = text.charAt(i);
            if (c == '\n' || c == '.' || c == '$' || c == '}') {
                break;
            }
            if (c == 'I' && text.startsWith("I hope ", i)) {
                return i;
            }
        }
        return end;
    }
}
