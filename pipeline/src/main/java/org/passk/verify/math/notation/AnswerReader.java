package org.passk.verify.math.notation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Based;
import org.passk.verify.math.expression.Expression.Words;

/**
 * Reads an answer, LaTeX or plain, into an expression. Never throws on any text; work and stack are bounded by the
 * limits and the length of the answer. Immutable; safe for use by several threads.
 */
public final class AnswerReader implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Braces that are closed at the end of an answer that leaves them open. */
    private static final int MAX_REPAIRS = 4;

    private final ReadLimits limits;

    /**
     * A reader with limits.
     *
     * @param limits how much is read
     */
    public AnswerReader(ReadLimits limits) {
        this.limits = Objects.requireNonNull(limits, "limits");
    }

    /**
     * Reads one answer.
     *
     * @param answer as written
     * @param commas what commas between digits mean
     * @return what was read; {@link Words} when it is no mathematics
     */
    public Reading read(String answer, Commas commas) {
        List<Token> tokens;
        try {
            tokens = withoutLabel(withoutOuterBraces(closed(Lexer.tokens(answer, commas, limits.maxDepth()))));
        } catch (NotMathematics e) {
            return new Reading(new Words(answer.strip(), false), answer.strip(), false, false);
        }
        String display = withoutSignAndPeriod(Lexer.display(tokens));
        boolean within = true;
        try {
            Optional<Expression> known = Phrases.known(tokens);
            Optional<Based> based = known.isPresent() ? Optional.empty() : BaseDigits.whole(tokens);
            Expression expression = known.isPresent()
                    ? known.get()
                    : based.isPresent()
                            ? based.get()
                            : new Context(withoutDoubleParentheses(tokens), limits).statements.answer();
            return new Reading(expression, display, true, true);
        } catch (NotMathematics e) {
            within = e.withinLimits();
        }
        return new Reading(new Words(display, Phrases.areWords(tokens)), display, false, within);
    }

    /** A fraction without its last brace: braces that are still open at the end are closed there. */
    private static List<Token> closed(List<Token> tokens) {
        int open = 0;
        for (Token token : tokens) {
            open += token.is("{") ? 1 : token.is("}") ? -1 : 0;
        }
        for (int i = 0; i < Math.min(open, MAX_REPAIRS); i++) {
            tokens.add(new Token(Token.Kind.SYMBOL, "}", false, false));
        }
        return tokens;
    }

    /** Braces around everything mean nothing, around words neither; a list in braces may be a set. */
    private static List<Token> withoutOuterBraces(List<Token> tokens) {
        int last = tokens.size() - 1;
        if (last < 2 || !tokens.get(0).is("{") || !tokens.get(last).is("}")) {
            return tokens;
        }
        for (int i = 1; i < last; i++) {
            Token token = tokens.get(i);
            boolean choice = token.command("choose") || token.command("over");
            if (token.is("{") || token.is("}") || token.is(",") || choice) {
                return tokens;
            }
        }
        return new ArrayList<>(tokens.subList(1, last));
    }

    /** {@code \text{Area} = 5}: words before the first equals sign or colon say what it is. */
    private static List<Token> withoutLabel(List<Token> tokens) {
        boolean words = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (words && i + 1 < tokens.size() && (token.is("=") || token.is(":"))) {
                return new ArrayList<>(tokens.subList(i + 1, tokens.size()));
            }
            if (token.kind() != Token.Kind.WORD && !(token.kind() == Token.Kind.LETTER && token.marked())) {
                return tokens;
            }
            words |= token.kind() == Token.Kind.WORD;
        }
        return tokens;
    }

    private static String withoutSignAndPeriod(String text) {
        int start = text.startsWith("+") && text.length() > 1 ? 1 : 0;
        int end = text.endsWith(".") && !text.endsWith("..") ? text.length() - 1 : text.length();
        return text.substring(start, Math.max(start, end));
    }

    /** Parentheses that hold nothing but parentheses cost depth and mean nothing. */
    private static List<Token> withoutDoubleParentheses(List<Token> tokens) {
        int size = tokens.size();
        int[] match = new int[size];
        int[] open = new int[size];
        int level = 0;
        boolean doubled = false;
        for (int i = 0; i < size; i++) {
            match[i] = -1;
            if (tokens.get(i).is("(")) {
                open[level] = i;
                level++;
            } else if (tokens.get(i).is(")") && level > 0) {
                level--;
                match[open[level]] = i;
            }
            doubled |= i > 0 && tokens.get(i).is("(") && tokens.get(i - 1).is("(");
        }
        if (!doubled) {
            return tokens;
        }
        boolean[] drop = new boolean[size];
        for (int i = 0; i + 1 < size; i++) {
            boolean both = tokens.get(i).is("(") && tokens.get(i + 1).is("(");
            if (both && match[i + 1] > 0 && match[i] == match[i + 1] + 1) {
                drop[i] = true;
                drop[match[i]] = true;
            }
        }
        List<Token> rest = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            if (!drop[i]) {
                rest.add(tokens.get(i));
            }
        }
        return rest;
    }
}
