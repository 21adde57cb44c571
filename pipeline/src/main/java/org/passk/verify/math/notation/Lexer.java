package org.passk.verify.math.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts an answer, LaTeX or plain, into tokens: layout and spacing gone, digits of a number in one token however they
 * are grouped, operators under one name. One pass; recursion only into texts, bounded by the depth.
 */
final class Lexer {
    /** Environments that only display a formula. */
    private static final Set<String> DISPLAYS = Set.of(
            "align",
            "align*",
            "aligned",
            "equation",
            "equation*",
            "gather",
            "gather*",
            "gathered",
            "split",
            "displaymath",
            "math",
            "center");

    /** Texts within texts. */
    private static final int MAX_TEXT_DEPTH = 16;

    private final String in;
    private final Commas commas;
    private final int maxDepth;
    private final List<Token> out = new ArrayList<>();
    private int pos;
    private int end;
    private boolean spaced;
    private boolean text;
    private int depth;
    private int environments;
    private int brackets;

    private Lexer(String in, Commas commas, int maxDepth) {
        this.in = in;
        this.commas = commas;
        this.maxDepth = maxDepth;
        this.end = in.length();
    }

    /**
     * The tokens of an answer, without the last one of kind END.
     *
     * @throws NotMathematics when texts are nested more deeply than allowed
     */
    static List<Token> tokens(String answer, Commas commas, int maxDepth) {
        Lexer lexer =
                new Lexer(Characters.undoubled(Characters.plain(CharacterCodes.written(answer))), commas, maxDepth);
        lexer.run();
        return lexer.out;
    }

    private void run() {
        while (pos < end) {
            char c = in.charAt(pos);
            boolean point =
                    c == '.' && !afterDigit() && (isDigitAt(pos + 1) || NumberLexeme.period(in, pos + 1, end) > 0);
            if (isDigit(c) || point) {
                number();
            } else if (isLetter(c)) {
                word();
            } else {
                other(c);
            }
        }
    }

    private boolean afterDigit() {
        return pos > 0 && isDigit(in.charAt(pos - 1));
    }

    private void add(Token.Kind kind, String value, boolean marked) {
        out.add(new Token(kind, value, spaced, marked));
        spaced = false;
    }

    private void symbol(String value) {
        switch (value) {
            case "(", "[", "\\{", "<(" -> brackets++;
            case ")", "]", "\\}", ")>" -> brackets = Math.max(0, brackets - 1);
            default -> {}
        }
        add(Token.Kind.SYMBOL, value, text);
    }

    private void number() {
        // In brackets a comma separates: (12,102) is an interval, gcd(830,450) has two arguments.
        Commas here = brackets > 0 && commas == Commas.GROUP ? Commas.SEPARATE : commas;
        NumberLexeme lexeme = NumberLexeme.at(in, pos, end, here);
        pos = lexeme.end();
        add(Token.Kind.NUMBER, lexeme.digits(), lexeme.grouped());
    }

    private void word() {
        int start = pos;
        while (pos < end && isLetter(in.charAt(pos))) {
            pos++;
        }
        if (pos - start == 1 && abbreviation(start)) {
            return;
        }
        String run = in.substring(start, pos);
        if (text) {
            while (pos + 1 < end && in.charAt(pos) == '\'' && isLetter(in.charAt(pos + 1))) {
                pos += 2;
            }
            add(Token.Kind.WORD, in.substring(start, pos), true);
        } else if (run.length() == 1) {
            add(Token.Kind.LETTER, run, false);
        } else if (Vocabulary.isKnown(run)) {
            add(Token.Kind.COMMAND, run, true);
        } else if (Units.known(run).isEmpty() && Vocabulary.isProduct(run)) {
            for (int i = 0; i < run.length(); i++) {
                add(Token.Kind.LETTER, run.substring(i, i + 1), false);
            }
        } else {
            add(Token.Kind.WORD, run, false);
        }
    }

    /** {@code p.m.}, {@code a.m}, {@code D.N.E.}: letters with points are one word. */
    private boolean abbreviation(int start) {
        int i = start;
        int letters = 0;
        while (i < end && isLetter(in.charAt(i)) && i + 1 < end && in.charAt(i + 1) == '.') {
            i += 2;
            letters++;
        }
        if (letters >= 1 && i < end && isLetter(in.charAt(i)) && !(i + 1 < end && isLetter(in.charAt(i + 1)))) {
            i++;
            letters++;
        }
        if (letters < 2) {
            return false;
        }
        pos = i;
        String word = in.substring(start, i);
        add(Token.Kind.WORD, word.endsWith(".") ? word.substring(0, word.length() - 1) : word, text);
        return true;
    }

    private void other(char c) {
        pos++;
        switch (c) {
            case ' ', '~', '$', '`' -> spaced = true;
            case '\\' -> command();
            case '*' -> {
                if (pos < end && in.charAt(pos) == '*') {
                    pos++;
                    symbol("^");
                } else {
                    symbol("*");
                }
            }
            case '<', '>', '=' -> relator(c);
            case '&' -> {
                // Only an environment has cells.
                if (environments > 0) {
                    symbol("&");
                } else {
                    spaced = true;
                }
            }
            case '!' -> {
                // "x != 3", but "5!=120" is five factorial.
                if (pos < end && in.charAt(pos) == '=' && spaced) {
                    pos++;
                    symbol("!=");
                } else {
                    symbol("!");
                }
            }
            case '-' -> {
                if (pos < end && in.charAt(pos) == '>') {
                    pos++;
                    symbol("->");
                } else {
                    symbol("-");
                }
            }
            default -> symbol(String.valueOf(c));
        }
    }

    private void relator(char c) {
        if (pos < end && in.charAt(pos) == '=') {
            pos++;
            symbol(c == '=' ? "=" : c + "=");
        } else {
            symbol(String.valueOf(c));
        }
    }

    private void command() {
        if (pos >= end) {
            symbol("\\");
            return;
        }
        char c = in.charAt(pos);
        if (!isLetter(c)) {
            pos++;
            escaped(c);
            return;
        }
        int start = pos;
        while (pos < end && isLetter(in.charAt(pos))) {
            pos++;
        }
        String name = in.substring(start, pos);
        if (pos < end && in.charAt(pos) == '*') {
            pos++;
        }
        named(name);
    }

    private void escaped(char c) {
        switch (c) {
            case '{' -> symbol("\\{");
            case '}' -> symbol("\\}");
            case '%' -> symbol("%");
            case '$' -> symbol("\\$");
            case '\\' -> {
                // Outside of matrices, "\\\\in" is a command that was escaped twice.
                if (environments == 0 && pos < end && isLetter(in.charAt(pos))) {
                    command();
                } else {
                    symbol("\\\\");
                }
            }
            case '|' -> symbol("|");
            case '_', '#', '&', '\'' -> symbol("\\" + c);
            default -> spaced = true;
        }
    }

    private void named(String name) {
        if (name.equals("left") || name.equals("right")) {
            // "\left." is no delimiter at all.
            if (pos < end && in.charAt(pos) == '.') {
                pos++;
            }
            spaced = true;
            return;
        }
        if (Vocabulary.isText(name)) {
            marked(name);
            return;
        }
        switch (name) {
            case "dfrac", "tfrac", "cfrac" -> add(Token.Kind.COMMAND, "frac", false);
            case "dbinom", "tbinom" -> add(Token.Kind.COMMAND, "binom", false);
            case "begin", "end" -> environment(name);
            case "hspace", "vspace", "phantom", "hphantom", "label", "tag", "color", "textcolor" -> {
                skipGroup();
                spaced = true;
            }
            case "not" -> {
                skipSpaces();
                boolean equal = pos < end && in.charAt(pos) == '=';
                pos += equal ? 1 : 0;
                symbol(equal ? "!=" : "not");
            }
            default -> {
                String symbol = Vocabulary.symbol(name);
                int delimiter = symbol.isEmpty() ? Vocabulary.delimiter(name) : 0;
                if (!symbol.isEmpty()) {
                    symbol(symbol);
                } else if (delimiter > 0) {
                    pos -= name.length() - delimiter;
                    symbol(Vocabulary.symbol(name.substring(0, delimiter)));
                } else if (Vocabulary.isLayout(name)) {
                    spaced = true;
                } else {
                    add(Token.Kind.COMMAND, name, false);
                }
            }
        }
    }

    private void skipSpaces() {
        while (pos < end && in.charAt(pos) == ' ') {
            pos++;
        }
    }

    private void skipGroup() {
        skipSpaces();
        if (pos < end && in.charAt(pos) == '{') {
            pos = Math.min(end, closing(pos) + 1);
        }
    }

    /** The brace that closes the one at the position; the end when there is none. */
    private int closing(int open) {
        int level = 0;
        int i = open;
        while (i < end) {
            char c = in.charAt(i);
            level += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (level == 0) {
                return i;
            }
            i += c == '\\' ? 2 : 1;
        }
        return end;
    }

    /** {@code \begin{pmatrix}}: the name of the environment is the token; the columns of an array say nothing. */
    private void environment(String beginOrEnd) {
        skipSpaces();
        if (pos >= end || in.charAt(pos) != '{') {
            symbol("\\");
            return;
        }
        int close = closing(pos);
        String name = in.substring(Math.min(pos + 1, close), close).strip();
        pos = Math.min(end, close + 1);
        if (DISPLAYS.contains(name)) {
            spaced = true;
            return;
        }
        boolean begins = beginOrEnd.equals("begin");
        environments += begins ? 1 : -1;
        add(Token.Kind.COMMAND, beginOrEnd + ":" + name, false);
        if (name.equals("array") && begins) {
            skipGroup();
        }
    }

    /** A text: its letters are words, unless they name a function or are one upright letter of mathematics. */
    private void marked(String command) {
        skipSpaces();
        if (pos >= end || in.charAt(pos) != '{') {
            spaced = true;
            return;
        }
        int close = closing(pos);
        String content = in.substring(Math.min(pos + 1, close), close).strip();
        boolean mathematical = command.startsWith("math")
                || command.startsWith("op")
                || command.startsWith("bo")
                || command.equals("bm")
                || command.equals("pmb");
        if (mathematical && Vocabulary.isFunction(content)) {
            add(Token.Kind.COMMAND, content, false);
        } else if (mathematical && content.length() == 1 && isLetter(content.charAt(0))) {
            add(Token.Kind.LETTER, content, true);
        } else {
            inside(pos + 1, close);
        }
        pos = Math.min(end, close + 1);
        spaced |= close < end && in.charAt(close - 1) == ' ';
    }

    private void inside(int start, int stop) {
        if (depth >= Math.min(maxDepth, MAX_TEXT_DEPTH)) {
            throw NotMathematics.tooDeep();
        }
        int outerEnd = end;
        boolean outerText = text;
        depth++;
        text = true;
        pos = start;
        end = Math.max(start, stop);
        run();
        depth--;
        text = outerText;
        end = outerEnd;
    }

    private boolean isDigitAt(int at) {
        return at < end && isDigit(in.charAt(at));
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** The tokens as one text without spaces but between digits and between words: what a text answer is compared by. */
    static String display(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        Token before = Token.LAST;
        for (Token token : tokens) {
            boolean numbers = before.kind() == Token.Kind.NUMBER && token.kind() == Token.Kind.NUMBER;
            if (numbers && token.spaced()) {
                text.append(' ');
            }
            if (token.kind() == Token.Kind.COMMAND && !token.marked()) {
                text.append('\\');
            }
            text.append(token.text());
            before = token;
        }
        return text.toString();
    }

    /** The words of a text, in lower case with single spaces; for phrases that are known. */
    static String phrase(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        for (Token token : tokens) {
            boolean joined = token.kind() == Token.Kind.LETTER && !token.spaced();
            if (text.length() > 0 && !joined) {
                text.append(' ');
            }
            text.append(token.text().toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }
}
