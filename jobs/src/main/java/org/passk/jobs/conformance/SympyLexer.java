package org.passk.jobs.conformance;

import java.util.ArrayList;
import java.util.List;

/** Cuts what SymPy printed into tokens. */
final class SympyLexer {
    private static final List<String> SIGNS = List.of("**", "<=", ">=", "==", "!=");

    private final String text;
    private int at;

    private SympyLexer(String text) {
        this.text = text;
    }

    /** The kinds of tokens. */
    enum Kind {
        NUMBER,
        NAME,
        /** A string in quotes, without them. */
        STRING,
        SIGN,
        END
    }

    record Token(Kind kind, String text) {
        boolean is(String sign) {
            return kind == Kind.SIGN && text.equals(sign);
        }
    }

    static List<Token> tokens(String text) throws SympyReader.NotSympyException {
        return new SympyLexer(text).all();
    }

    private List<Token> all() throws SympyReader.NotSympyException {
        List<Token> tokens = new ArrayList<>();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (isDigit(c) || (c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
                tokens.add(new Token(Kind.NUMBER, number()));
            } else if (Character.isLetter(c) || c == '\\' || c == '_') {
                tokens.add(new Token(Kind.NAME, name()));
            } else if (c == '\'' || c == '"') {
                tokens.add(new Token(Kind.STRING, string(c)));
            } else {
                tokens.add(new Token(Kind.SIGN, sign()));
            }
        }
        tokens.add(new Token(Kind.END, ""));
        return tokens;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private String number() {
        int start = at;
        digits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int mark = at;
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            int first = at;
            digits();
            at = at == first ? mark : at;
        }
        return text.substring(start, at);
    }

    private void digits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    /** A name with what LaTeX left in it: {@code x_{i,j}}, {@code bar{x}_n}, {@code \alpha _{\beta }}. */
    private String name() throws SympyReader.NotSympyException {
        int start = at;
        boolean command = text.charAt(at) == '\\';
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isLetterOrDigit(c) || c == '_') {
                at++;
            } else if (c == '{') {
                group();
            } else if (command && c == ' ' && text.startsWith("_{", at + 1)) {
                at++;
            } else {
                break;
            }
        }
        return text.substring(start, at);
    }

    private void group() throws SympyReader.NotSympyException {
        int level = 0;
        do {
            if (at == text.length()) {
                throw new SympyReader.NotSympyException("a brace is not closed");
            }
            char c = text.charAt(at);
            level += c == '{' ? 1 : c == '}' ? -1 : 0;
            at++;
        } while (level > 0);
    }

    private String string(char quote) throws SympyReader.NotSympyException {
        int end = text.indexOf(quote, at + 1);
        if (end < 0) {
            throw new SympyReader.NotSympyException("a string is not closed");
        }
        String string = text.substring(at + 1, end);
        at = end + 1;
        return string;
    }

    private String sign() {
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                at += sign.length();
                return sign;
            }
        }
        at++;
        return text.substring(at - 1, at);
    }
}
