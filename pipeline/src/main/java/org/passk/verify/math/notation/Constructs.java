package org.passk.verify.math.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Applied;
import org.passk.verify.math.expression.Expression.Call;
import org.passk.verify.math.expression.Expression.Grouping;
import org.passk.verify.math.expression.Expression.Matrix;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Expression.Power;
import org.passk.verify.math.expression.Expression.Quotient;
import org.passk.verify.math.expression.Expression.Several;
import org.passk.verify.math.expression.MathFunction;
import org.passk.verify.math.expression.Tree;

/** Commands with arguments: fractions, roots, functions, series, integrals, limits, matrices. */
final class Constructs {
    private final Context context;

    Constructs(Context context) {
        this.context = context;
    }

    /** What a command builds with its arguments; empty when it is only a name. */
    Optional<Expression> command(String name) {
        if (name.startsWith("begin:")) {
            return Optional.of(environment(name.substring("begin:".length())));
        }
        return switch (name) {
            case "frac" -> Optional.of(fraction());
            case "binom" -> Optional.of(new Call(MathFunction.BINOMIAL, List.of(argument(), argument())));
            case "sqrt" -> Optional.of(root());
            case "sum" -> Optional.of(series(false));
            case "prod" -> Optional.of(series(true));
            case "int" -> Optional.of(integral());
            case "lim" -> Optional.of(limit());
            case "lfloor" -> Optional.of(enclosed(MathFunction.FLOOR, "rfloor"));
            case "lceil" -> Optional.of(enclosed(MathFunction.CEIL, "rceil"));
            case "llcorner" -> Optional.of(enclosed(MathFunction.FLOOR, "lrcorner"));
            case "ulcorner" -> Optional.of(enclosed(MathFunction.CEIL, "urcorner"));
            case "variable" -> Optional.of(placeholder());
            case "mathbb" -> Optional.ofNullable(numberSet());
            default -> Vocabulary.function(name).map(this::function);
        };
    }

    /** {@code \variable{x}}: a name that stands for a number, so that a percent sign may follow. */
    private Expression placeholder() {
        Expression name = new Expression.Symbol(context.atoms.name());
        return context.accept("%") ? new Expression.Percent(name) : name;
    }

    private Expression numberSet() {
        int start = context.position();
        Optional<Expression.Constant> set = Vocabulary.numberSet(context.atoms.name());
        if (set.isEmpty()) {
            context.back(start);
            return null;
        }
        return set.get();
    }

    /** One argument: a group, or one token, of a number its first digit. */
    private Expression argument() {
        Token token = context.peek();
        if (token.is("{")) {
            return context.atoms.braces();
        }
        boolean digits =
                token.kind() == Token.Kind.NUMBER && token.text().chars().allMatch(c -> Lexer.isDigit((char) c));
        if (digits) {
            context.next();
            String text = token.text();
            if (text.length() > 1) {
                context.putBack(new Token(Token.Kind.NUMBER, text.substring(1), false, false));
            }
            return Num.of(Character.digit(text.charAt(0), 10));
        }
        return context.terms.script();
    }

    /** A fraction, or a derivative that is written as one. */
    Expression fraction() {
        Optional<Expression> derivative = derivative();
        if (derivative.isPresent()) {
            return derivative.get();
        }
        Expression numerator = argument();
        Expression denominator = argument();
        return new Quotient(numerator, denominator);
    }

    /** {@code \frac{d}{dx} body}. */
    private Optional<Expression> derivative() {
        boolean operator = context.peek().is("{")
                && isD(context.peek(1))
                && context.peek(2).is("}");
        if (!operator
                || !context.peek(3).is("{")
                || !isD(context.peek(4))
                || !context.peek(6).is("}")) {
            return Optional.empty();
        }
        String variable = nameOf(context.peek(5));
        for (int i = 0; i < 7; i++) {
            context.next();
        }
        Expression body = context.terms.term();
        return Optional.of(new Expression.Calculus(Expression.Calculus.Kind.DERIVATIVE, variable, List.of(), "", body));
    }

    private static boolean isD(Token token) {
        return (token.kind() == Token.Kind.LETTER && token.text().equals("d")) || token.command("partial");
    }

    /** {@code n \choose k} and {@code a \over b} within braces. */
    Expression chosen(Expression left) {
        Token token = context.peek();
        if (token.command("choose")) {
            context.next();
            return new Call(MathFunction.BINOMIAL, List.of(left, context.statements.list(false)));
        }
        if (token.command("over")) {
            context.next();
            return new Quotient(left, context.statements.list(false));
        }
        return left;
    }

    private Expression root() {
        Optional<Expression> degree = Optional.empty();
        if (context.peek().is("[")) {
            context.next();
            degree = Optional.of(context.terms.sum());
            context.expect("]");
        }
        Token token = context.peek();
        boolean group = token.is("{") || token.is("(");
        Expression radicand = group ? context.atoms.atom() : context.terms.script();
        return degree.isPresent()
                ? new Call(MathFunction.ROOT, List.of(degree.get(), radicand))
                : Call.of(MathFunction.SQRT, radicand);
    }

    private Expression enclosed(MathFunction function, String close) {
        int bars = context.bars;
        context.bars = 0;
        Expression inside = context.terms.sum();
        context.bars = bars;
        if (!context.next().command(close)) {
            throw NotMathematics.meaningless();
        }
        return Call.of(function, inside);
    }

    /** A function with its power, its base and its arguments, in parentheses or as far as factors go. */
    private Expression function(MathFunction function) {
        context.enter();
        Optional<Expression> exponent = Optional.empty();
        Optional<Expression> base = Optional.empty();
        while (context.peek().is("^") || context.peek().is("_")) {
            if (context.next().is("^")) {
                exponent = Optional.of(context.terms.script());
            } else {
                base = Optional.of(context.terms.script());
            }
        }
        MathFunction called = function;
        boolean inverse = exponent.isPresent() && isMinusOne(exponent.get()) && function.hasInverse();
        if (inverse) {
            called = function.inverse();
            exponent = Optional.empty();
        }
        List<Expression> arguments = arguments();
        Expression call = called == MathFunction.LOG ? logarithm(base, arguments) : call(called, base, arguments);
        context.leave();
        return exponent.isPresent() ? new Power(call, exponent.get()) : call;
    }

    private static Expression call(MathFunction function, Optional<Expression> base, List<Expression> arguments) {
        if (base.isPresent() || !function.takes(arguments.size())) {
            throw NotMathematics.meaningless();
        }
        return new Call(function, arguments);
    }

    private static Expression logarithm(Optional<Expression> base, List<Expression> arguments) {
        if (arguments.size() == 2 && base.isEmpty()) {
            // As programs write it.
            return new Call(MathFunction.LOG, List.of(arguments.get(1), arguments.get(0)));
        }
        if (arguments.size() != 1) {
            throw NotMathematics.meaningless();
        }
        return new Call(MathFunction.LOG, List.of(base.orElse(Num.of(10)), arguments.get(0)));
    }

    private static boolean isMinusOne(Expression exponent) {
        return exponent instanceof Expression.Negative negative
                && negative.operand().equals(Num.of(1));
    }

    private List<Expression> arguments() {
        Token token = context.peek();
        boolean bracket = token.is("(") || token.is("[") || token.is("{") || token.is("\\{");
        if (bracket) {
            Expression inside = Terms.withoutBraces(context.atoms.atom());
            return inside instanceof Several several
                            && (several.grouping() == Grouping.TUPLE || several.grouping() == Grouping.LIST)
                    ? several.elements()
                    : List.of(inside);
        }
        List<Expression> factors = new ArrayList<>();
        boolean negative = context.accept("-");
        factors.add(context.terms.factor());
        while (context.terms.startsFactor() && !startsFunction(context.peek())) {
            factors.add(context.terms.factor());
        }
        Expression argument = factors.size() == 1 ? factors.get(0) : new Expression.Product(factors);
        return List.of(negative ? new Expression.Negative(argument) : argument);
    }

    private static boolean startsFunction(Token token) {
        return token.kind() == Token.Kind.COMMAND
                && Vocabulary.isFunction(token.text())
                && !token.text().equals("sqrt");
    }

    private Expression series(boolean product) {
        Optional<Expression> upper = Optional.empty();
        Optional<Expression> lower = Optional.empty();
        String variable = "";
        while (context.peek().is("^") || context.peek().is("_")) {
            if (context.next().is("^")) {
                upper = Optional.of(context.terms.script());
            } else {
                context.expect("{");
                variable = context.next().text();
                context.expect("=");
                lower = Optional.of(context.terms.sum());
                context.expect("}");
            }
        }
        if (lower.isEmpty() || upper.isEmpty()) {
            throw NotMathematics.meaningless();
        }
        context.bind(variable);
        Expression body = context.terms.term();
        context.unbind();
        return new Expression.Series(product, variable, lower.get(), upper.get(), body);
    }

    private Expression integral() {
        Optional<Expression> lower = Optional.empty();
        Optional<Expression> upper = Optional.empty();
        while (context.peek().is("^") || context.peek().is("_")) {
            boolean top = context.next().is("^");
            if (context.peek().is("{") && context.peek(1).is("}")) {
                context.next();
                context.next();
            } else if (top) {
                upper = Optional.of(context.terms.script());
            } else {
                lower = Optional.of(context.terms.script());
            }
        }
        if (lower.isPresent() != upper.isPresent()) {
            throw NotMathematics.meaningless();
        }
        String outer = context.differential;
        boolean outerIntegrated = context.integrated;
        context.differential = "x";
        context.integrated = false;
        context.integrals++;
        Expression body = Terms.withoutBraces(context.terms.sum());
        context.integrals--;
        String variable = context.differential;
        context.differential = outer;
        context.integrated = outerIntegrated;
        List<Expression> bounds = lower.isPresent() ? List.of(lower.get(), upper.get()) : List.of();
        return new Expression.Calculus(Expression.Calculus.Kind.INTEGRAL, variable, bounds, "", body);
    }

    private Expression limit() {
        context.expect("_");
        context.expect("{");
        Token name = context.next();
        String variable = nameOf(name);
        context.expect("->");
        Expression point = context.terms.sum();
        context.expect("}");
        String side = side(point);
        Expression approached = side.isEmpty() ? point : withoutSide(point);
        Expression body = context.terms.term();
        return new Expression.Calculus(Expression.Calculus.Kind.LIMIT, variable, List.of(approached), side, body);
    }

    /** The sign that is read as the exponent of what is written last; empty when there is none. */
    private static String side(Expression point) {
        if (point instanceof Power power) {
            return power.exponent() instanceof Expression.Symbol sign && isSide(sign.name()) ? sign.name() : "";
        }
        boolean open = point instanceof Expression.Negative
                || point instanceof Expression.Sum
                || point instanceof Expression.Product;
        List<Expression> parts = Tree.parts(point);
        return open ? side(parts.get(parts.size() - 1)) : "";
    }

    private static boolean isSide(String name) {
        return name.equals("+") || name.equals("-");
    }

    private static Expression withoutSide(Expression point) {
        if (point instanceof Power power) {
            return power.base();
        }
        List<Expression> parts = Tree.parts(point);
        Expression last = parts.get(parts.size() - 1);
        return Tree.with(point, part -> part == last ? withoutSide(part) : part);
    }

    /** The name of the variable that a token is. */
    static String nameOf(Token token) {
        return token.kind() == Token.Kind.COMMAND ? "\\" + token.text() : token.text();
    }

    private Expression environment(String name) {
        return switch (name) {
            case "matrix", "pmatrix", "bmatrix", "Bmatrix", "smallmatrix", "array" -> matrix(name);
            case "vmatrix" -> Call.of(MathFunction.DET, matrix(name));
            case "cases" -> cases(name);
            default -> throw NotMathematics.meaningless();
        };
    }

    private Expression matrix(String name) {
        List<Expression> cells = new ArrayList<>();
        int columns = 0;
        for (List<Expression> row : rows(name)) {
            if (columns > 0 && row.size() != columns) {
                throw NotMathematics.meaningless();
            }
            columns = row.size();
            cells.addAll(row);
        }
        if (columns == 0) {
            throw NotMathematics.meaningless();
        }
        return new Matrix(columns, cells);
    }

    private Expression cases(String name) {
        List<Expression> rows = new ArrayList<>();
        for (List<Expression> row : rows(name)) {
            rows.add(row.size() == 1 ? row.get(0) : new Several(Grouping.TUPLE, "()", row));
        }
        return new Applied("cases", rows);
    }

    private List<List<Expression>> rows(String name) {
        context.enter();
        List<List<Expression>> rows = new ArrayList<>();
        List<Expression> row = new ArrayList<>();
        int cells = 0;
        while (!context.peek().command("end:" + name)) {
            if (context.accept("\\\\")) {
                addRow(rows, row);
                row = new ArrayList<>();
            } else if (context.accept("&")) {
                if (row.isEmpty()) {
                    throw NotMathematics.meaningless();
                }
            } else {
                cells++;
                if (cells > context.limits.maxElements()) {
                    throw NotMathematics.tooDeep();
                }
                row.add(cell());
            }
        }
        context.next();
        addRow(rows, row);
        context.leave();
        return rows;
    }

    private static void addRow(List<List<Expression>> rows, List<Expression> row) {
        if (!row.isEmpty()) {
            rows.add(row);
        }
    }

    private Expression cell() {
        while (context.peek().word("if")
                || context.peek().word("for")
                || context.peek().word("when")) {
            context.next();
        }
        if (context.peek().word("otherwise") || context.peek().word("else")) {
            context.next();
            return new Expression.Words("otherwise", true);
        }
        return context.statements.item();
    }
}
