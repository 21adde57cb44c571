package org.passk.jobs.conformance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Constant;
import org.passk.verify.math.expression.Expression.Grouping;
import org.passk.verify.math.expression.Expression.Negative;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Expression.Power;
import org.passk.verify.math.expression.Expression.Product;
import org.passk.verify.math.expression.Expression.Quotient;
import org.passk.verify.math.expression.Expression.Relation;
import org.passk.verify.math.expression.Expression.Relator;
import org.passk.verify.math.expression.Expression.Several;
import org.passk.verify.math.expression.Expression.Sum;
import org.passk.verify.math.expression.Expression.Words;
import org.passk.verify.math.expression.Rational;

/** Reads what SymPy prints ({@code str}) into an expression: Python's operators, SymPy's names. For one text. */
final class SympyReader {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_EXPONENT = 10_000;

    private static final Map<String, Expression> NAMES = Map.ofEntries(
            Map.entry("E", Constant.E),
            Map.entry("I", Constant.I),
            Map.entry("pi", Constant.PI),
            Map.entry("oo", Constant.INFINITY),
            Map.entry("EmptySet", Constant.EMPTY_SET),
            Map.entry("Naturals", Constant.NATURALS),
            Map.entry("Integers", Constant.INTEGERS),
            Map.entry("Rationals", Constant.RATIONALS),
            Map.entry("Reals", Constant.REALS),
            Map.entry("Complexes", Constant.COMPLEXES),
            Map.entry("True", new Words("True", true)),
            Map.entry("False", new Words("False", true)));

    private static final Map<String, Relator> RELATORS = Map.of(
            "<", Relator.LESS,
            "<=", Relator.LESS_OR_EQUAL,
            ">", Relator.GREATER,
            ">=", Relator.GREATER_OR_EQUAL,
            "==", Relator.EQUAL,
            "!=", Relator.NOT_EQUAL);

    private final String text;
    private List<SympyLexer.Token> tokens = List.of();
    private int at;
    private int depth;
    private boolean approximate;

    SympyReader(String text) {
        this.text = text;
    }

    /** The text is not what SymPy prints, or more than is read. */
    static final class NotSympyException extends Exception {
        private static final long serialVersionUID = 1L;

        NotSympyException(String message) {
            super(message);
        }
    }

    SympyText read() throws NotSympyException {
        tokens = SympyLexer.tokens(text);
        Expression expression = relation();
        if (peek().kind() != SympyLexer.Kind.END) {
            throw unexpected();
        }
        return new SympyText(expression, approximate);
    }

    private SympyLexer.Token peek() {
        return tokens.get(at);
    }

    private SympyLexer.Token next() {
        SympyLexer.Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    private boolean accept(String sign) {
        boolean accepted = peek().is(sign);
        if (accepted) {
            next();
        }
        return accepted;
    }

    private void expect(String sign) throws NotSympyException {
        if (!accept(sign)) {
            throw unexpected();
        }
    }

    private NotSympyException unexpected() {
        return new NotSympyException("\"" + peek().text() + "\" is unexpected as token " + (at + 1));
    }

    private void enter() throws NotSympyException {
        depth++;
        if (depth > MAX_DEPTH) {
            throw new NotSympyException("nested more than " + MAX_DEPTH + " times");
        }
    }

    private Expression relation() throws NotSympyException {
        Expression left = sum();
        Relator relator = peek().kind() == SympyLexer.Kind.SIGN ? RELATORS.get(peek().text()) : null;
        if (relator != null) {
            next();
            left = new Relation(List.of(left, sum()), List.of(relator));
        }
        return left;
    }

    private Expression sum() throws NotSympyException {
        List<Expression> terms = new ArrayList<>();
        terms.add(product());
        while (peek().is("+") || peek().is("-")) {
            boolean minus = next().is("-");
            Expression term = product();
            terms.add(minus ? new Negative(term) : term);
        }
        return terms.size() == 1 ? terms.get(0) : new Sum(terms);
    }

    private Expression product() throws NotSympyException {
        Expression left = signed();
        while (peek().is("*") || peek().is("/")) {
            boolean times = next().is("*");
            Expression right = signed();
            left = times ? new Product(List.of(left, right)) : new Quotient(left, right);
        }
        return left;
    }

    private Expression signed() throws NotSympyException {
        boolean negative = false;
        while (peek().is("-") || peek().is("+")) {
            negative ^= next().is("-");
        }
        Expression power = power();
        return negative ? new Negative(power) : power;
    }

    private Expression power() throws NotSympyException {
        Expression base = atom();
        if (!accept("**")) {
            return base;
        }
        enter();
        // To the right first, and with a sign of its own.
        Expression exponent = signed();
        depth--;
        return new Power(base, exponent);
    }

    private Expression atom() throws NotSympyException {
        enter();
        SympyLexer.Token token = next();
        Expression atom = switch (token.kind()) {
            case NUMBER -> number(token.text());
            case STRING -> new Words(token.text(), true);
            case NAME -> named(token.text());
            case SIGN ->
                switch (token.text()) {
                    case "(" -> parentheses();
                    case "{" -> Several.of(Grouping.SET, list("}"));
                    case "[" -> new Several(Grouping.TUPLE, "[]", list("]"));
                    case "~" -> SympyCalls.not(atom());
                    default -> {
                        at--;
                        throw unexpected();
                    }
                };
            case END -> throw unexpected();
        };
        depth--;
        return atom;
    }

    private Num number(String digits) throws NotSympyException {
        BigDecimal value = new BigDecimal(digits);
        if (Math.abs((long) value.scale()) > MAX_EXPONENT) {
            throw new NotSympyException("the exponent of " + digits + " is beyond " + MAX_EXPONENT);
        }
        approximate |= digits.indexOf('.') >= 0 || digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0;
        return Num.of(Rational.of(value));
    }

    private Expression parentheses() throws NotSympyException {
        List<Expression> elements = list(")");
        boolean tuple = elements.size() != 1 || tokens.get(at - 2).is(",");
        if (elements.isEmpty()) {
            throw new NotSympyException("parentheses hold nothing");
        }
        return tuple ? new Several(Grouping.TUPLE, "()", elements) : elements.get(0);
    }

    private List<Expression> list(String close) throws NotSympyException {
        List<Expression> elements = new ArrayList<>();
        while (!accept(close)) {
            elements.add(relation());
            if (!peek().is(close)) {
                expect(",");
            }
        }
        return elements;
    }

    private Expression named(String name) throws NotSympyException {
        String full = name;
        while (peek().is(".") && tokens.get(at + 1).kind() == SympyLexer.Kind.NAME) {
            next();
            full += "." + next().text();
        }
        if (accept("(")) {
            return SympyCalls.call(full, arguments());
        }
        Expression known = NAMES.get(full);
        return known == null ? SympyCalls.symbol(full) : known;
    }

    /** The arguments of a call; one with a name is its value alone. */
    private List<Expression> arguments() throws NotSympyException {
        List<Expression> arguments = new ArrayList<>();
        while (!accept(")")) {
            if (peek().kind() == SympyLexer.Kind.NAME && tokens.get(at + 1).is("=")) {
                next();
                next();
            }
            arguments.add(relation());
            if (!peek().is(")")) {
                expect(",");
            }
        }
        return arguments;
    }
}
