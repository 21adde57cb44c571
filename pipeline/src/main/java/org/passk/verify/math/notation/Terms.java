package org.passk.verify.math.notation;

import java.util.ArrayList;
import java.util.List;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Call;
import org.passk.verify.math.expression.Expression.Grouping;
import org.passk.verify.math.expression.Expression.Negative;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Expression.Percent;
import org.passk.verify.math.expression.Expression.PlusMinus;
import org.passk.verify.math.expression.Expression.Power;
import org.passk.verify.math.expression.Expression.Product;
import org.passk.verify.math.expression.Expression.Quotient;
import org.passk.verify.math.expression.Expression.Several;
import org.passk.verify.math.expression.Expression.Sum;
import org.passk.verify.math.expression.Expression.Symbol;
import org.passk.verify.math.expression.MathFunction;
import org.passk.verify.math.expression.Rational;
import org.passk.verify.math.expression.Tree;

/**
 * Sums, products and powers. From loose to tight: sums; products, quotients and remainders; products without a sign;
 * powers, factorials and scripts.
 */
final class Terms {
    private static final String PLUS_MINUS = "\u00B1";
    private static final String MINUS_PLUS = "\u2213";

    private final Context context;

    Terms(Context context) {
        this.context = context;
    }

    Expression sum() {
        Expression left;
        if (context.accept(PLUS_MINUS)) {
            left = new PlusMinus(Num.of(0), term(), false);
        } else if (context.accept(MINUS_PLUS)) {
            left = new PlusMinus(Num.of(0), term(), true);
        } else {
            left = term();
        }
        List<Expression> terms = new ArrayList<>();
        int signs = 0;
        terms.add(left);
        while (!(context.integrals > 0 && context.integrated)) {
            if (context.accept("+")) {
                terms.add(term());
            } else if (context.peek().is("-")) {
                context.next();
                terms.add(new Negative(term()));
            } else if (context.peek().is(PLUS_MINUS) || context.peek().is(MINUS_PLUS)) {
                deepen(++signs);
                boolean minusFirst = context.next().is(MINUS_PLUS);
                Expression so = sumOf(terms);
                terms = new ArrayList<>();
                terms.add(new PlusMinus(so, term(), minusFirst));
            } else {
                break;
            }
        }
        return sumOf(terms);
    }

    private static Expression sumOf(List<Expression> terms) {
        return terms.size() == 1 ? terms.get(0) : new Sum(terms);
    }

    Expression term() {
        List<Expression> factors = new ArrayList<>();
        int quotients = 0;
        factors.add(signed(false));
        while (true) {
            if (context.accept("*")) {
                factors.add(signed(false));
            } else if (context.accept("/")) {
                Expression divisor = signed(true);
                deepen(++quotients);
                replace(factors, new Quotient(productOf(factors), divisor));
            } else if (Statements.isMod(context.peek())) {
                context.next();
                deepen(++quotients);
                replace(factors, new Call(MathFunction.MOD, List.of(productOf(factors), signed(false))));
            } else if (startsFactor()) {
                // "1/2 x" with a space is half of x.
                factors.add(run(false));
            } else {
                return productOf(factors);
            }
        }
    }

    /** A tree may grow to the left as deep as it may be nested. */
    private void deepen(int levels) {
        if (levels > context.limits.maxDepth()) {
            throw NotMathematics.tooDeep();
        }
    }

    private static void replace(List<Expression> factors, Expression whole) {
        factors.clear();
        factors.add(whole);
    }

    private static Expression productOf(List<Expression> factors) {
        return factors.size() == 1 ? factors.get(0) : new Product(factors);
    }

    private Expression signed(boolean divisor) {
        boolean negative = false;
        while (context.peek().is("-") || context.peek().is("+")) {
            negative ^= context.next().is("-");
        }
        Expression factor = run(divisor);
        return negative ? new Negative(factor) : factor;
    }

    /** Factors without a sign between them; they bind closer than a quotient: 1/2x is 1/(2x). */
    private Expression run(boolean divisor) {
        List<Expression> factors = new ArrayList<>();
        factors.add(factor());
        while (startsFactor()) {
            boolean number = context.previous().kind() == Token.Kind.NUMBER;
            if (divisor && factors.size() == 1 && number && context.peek().spaced()) {
                break;
            }
            factors.add(factor());
        }
        if (factors.size() > 1) {
            factors.replaceAll(Terms::withoutBraces);
        }
        Expression all = productOf(factors);
        if (context.accept("%")) {
            if (!isQuantity(all)) {
                throw NotMathematics.meaningless();
            }
            return new Percent(all);
        }
        return all;
    }

    /** {@code \{1+2\}\{3-4\}}: braces that are printed may group as well. */
    static Expression withoutBraces(Expression factor) {
        return factor instanceof Several several
                        && several.grouping() == Grouping.SET
                        && several.elements().size() == 1
                ? several.elements().get(0)
                : factor;
    }

    /** Whether a percent sign may stand behind it: a number or an expression of numbers. */
    private static boolean isQuantity(Expression expression) {
        if (expression instanceof Num || expression instanceof Expression.Constant) {
            return true;
        }
        List<Expression> parts = Tree.parts(expression);
        return !parts.isEmpty()
                && !(expression instanceof Several)
                && parts.stream().allMatch(Terms::isQuantity);
    }

    boolean startsFactor() {
        Token token = context.peek();
        if (context.integrals > 0 && context.integrated) {
            return false;
        }
        return switch (token.kind()) {
            case NUMBER -> context.previous().kind() != Token.Kind.NUMBER || isFraction(context.peek(1));
            case LETTER ->
                (!token.marked() || !unitBehindNumber()) && !isUnionLetter(context) && !isTemperature(context);
            case COMMAND -> Atoms.startsWith(token);
            case SYMBOL ->
                switch (token.text()) {
                    case "(" -> !Statements.isMod(context.peek(1));
                    case "{", "\\{", "|(", "<(" -> true;
                    case "[" -> !closesOutward(context.peek(1));
                    case "|" -> context.bars == 0 && !context.inSetBraces;
                    default -> false;
                };
            case WORD, END -> false;
        };
    }

    /** {@code 98.6\u00B0F}: the letter is a scale. */
    static boolean isTemperature(Context context) {
        Token letter = context.peek();
        boolean degree = context.previous().is("\u00B0")
                || (context.previous().is("}") && context.peek(-2).is("\u00B0"));
        return degree
                && letter.kind() == Token.Kind.LETTER
                && (letter.text().equals("C") || letter.text().equals("F"));
    }

    static boolean isUnionLetter(Context context) {
        Token next = context.peek(1);
        return context.peek().kind() == Token.Kind.LETTER
                && context.peek().text().equals("U")
                && (context.previous().is(")") || context.previous().is("]"))
                && (next.is("(") || next.is("[") || next.is("\\{"));
    }

    /** {@code [0, 1[}: a bracket with nothing behind it closes an interval. */
    private static boolean closesOutward(Token next) {
        return switch (next.text()) {
            case "cup", "cap", "setminus", ",", ";", ")", "]", "}", "\\}", "and", "or", "." -> true;
            default -> next.kind() == Token.Kind.END;
        };
    }

    /** {@code 5\,\mathrm{m}}: an upright letter behind a number is its unit. */
    private boolean unitBehindNumber() {
        Token before = context.previous();
        boolean number = before.kind() == Token.Kind.NUMBER || before.is("}");
        return number && !Units.known(context.peek().text()).isEmpty();
    }

    private static boolean isFraction(Token token) {
        return token.command("frac");
    }

    /** One factor with everything behind it that binds closer than a product. */
    Expression factor() {
        context.enter();
        Expression base = context.atoms.atom();
        int scripts = 0;
        while (true) {
            deepen(++scripts);
            Token token = context.peek();
            if (token.is("^")) {
                context.next();
                base = raised(base);
            } else if (token.is("_")) {
                context.next();
                base = lowered(base);
            } else if (token.is("!")) {
                base = factorial(base);
            } else if (token.is("\u00B0")) {
                context.next();
                base = new Expression.Measured(base, "degree");
            } else if (token.is("'") && base instanceof Symbol symbol) {
                context.next();
                base = new Symbol(symbol.name() + "'");
            } else {
                context.leave();
                return base;
            }
        }
    }

    private Expression factorial(Expression base) {
        int signs = 0;
        while (context.accept("!")) {
            signs++;
            context.enter();
        }
        Expression all = base;
        if (signs == 2) {
            all = Call.of(MathFunction.DOUBLE_FACTORIAL, base);
        } else {
            for (int i = 0; i < signs; i++) {
                all = Call.of(MathFunction.FACTORIAL, all);
            }
        }
        for (int i = 0; i < signs; i++) {
            context.leave();
        }
        return all;
    }

    private Expression raised(Expression base) {
        boolean braced = context.peek().is("{");
        Token inner = context.peek(braced ? 1 : 0);
        if (inner.is("\u00B0") || inner.is("'")) {
            context.next();
            if (braced) {
                context.next();
                context.expect("}");
            }
            return inner.is("'") && base instanceof Symbol symbol
                    ? new Symbol(symbol.name() + "'")
                    : new Expression.Measured(base, "degree");
        }
        if ((inner.is("+") || inner.is("-")) && (braced ? context.peek(2).is("}") : !startsOperand(context.peek(1)))) {
            // The side from which a limit is approached, and the positive numbers.
            context.next();
            if (braced) {
                context.next();
                context.next();
            }
            return new Power(base, new Symbol(inner.text()));
        }
        if (isOrdinal(inner) && base instanceof Num) {
            context.next();
            if (braced) {
                context.next();
                context.expect("}");
            }
            return base;
        }
        Expression exponent = script();
        if (context.peek().is("^")) {
            context.next();
            context.enter();
            exponent = raised(exponent);
            context.leave();
        }
        return new Power(base, exponent);
    }

    /** Whether a token may follow a sign: else the sign stands for itself. */
    private static boolean startsOperand(Token token) {
        return switch (token.kind()) {
            case NUMBER, LETTER, WORD -> true;
            case COMMAND -> Atoms.startsWith(token);
            case END -> false;
            case SYMBOL ->
                switch (token.text()) {
                    case "}", "\\}", ")", "]", ",", ";", ":", "=", "cup", "cap", "setminus", "&", "\\\\" -> false;
                    default -> true;
                };
        };
    }

    private static boolean isOrdinal(Token token) {
        return token.word("st") || token.word("nd") || token.word("rd") || token.word("th");
    }

    /** What stands behind a caret or the like: a group, or one token with its sign. */
    Expression script() {
        Token token = context.peek();
        if (token.is("{")) {
            return context.atoms.braces();
        }
        context.enter();
        Expression script;
        if (token.is("-") || token.is("+")) {
            context.next();
            Expression positive = script();
            script = token.is("-") ? new Negative(positive) : positive;
        } else {
            script = token.kind() == Token.Kind.NUMBER
                    ? context.atoms.plainNumber(context.next())
                    : context.atoms.atom();
        }
        context.leave();
        return script;
    }

    private Expression lowered(Expression base) {
        if (base instanceof Power power && power.base() instanceof Symbol symbol) {
            return new Power(context.atoms.subscripted(symbol.name()), power.exponent());
        }
        if (base instanceof Symbol symbol) {
            return context.atoms.subscripted(symbol.name());
        }
        if (base instanceof Num number && number.value().isInteger() && number.decimals() == 0) {
            return based(number.value());
        }
        throw NotMathematics.meaningless();
    }

    private Expression based(Rational digits) {
        int base = context.atoms.base();
        String written = digits.toString();
        if (!BaseDigits.fit(written, base)) {
            throw NotMathematics.meaningless();
        }
        return new Expression.Based(written, base);
    }
}
