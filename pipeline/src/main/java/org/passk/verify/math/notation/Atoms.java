package org.passk.verify.math.notation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Applied;
import org.passk.verify.math.expression.Expression.Call;
import org.passk.verify.math.expression.Expression.Constant;
import org.passk.verify.math.expression.Expression.Grouping;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Expression.Several;
import org.passk.verify.math.expression.Expression.Symbol;
import org.passk.verify.math.expression.MathFunction;
import org.passk.verify.math.expression.Rational;

/** Numbers, names and what brackets hold. */
final class Atoms {
    /** Commands that join or close, and so begin nothing. */
    private static final Set<String> NO_ATOMS = Set.of(
            "and",
            "or",
            "mod",
            "bmod",
            "pmod",
            "choose",
            "over",
            "atop",
            "ldots",
            "dots",
            "cdots",
            "vdots",
            "ddots",
            "rfloor",
            "lrcorner",
            "urcorner",
            "rceil",
            "rVert",
            "because",
            "implies",
            "iff",
            "par");

    /** Letters that denote functions where arguments follow. */
    private static final String FUNCTION_LETTERS = "fghFGH";

    private static final int MAX_NAME = 64;

    private final Context context;

    Atoms(Context context) {
        this.context = context;
    }

    static boolean startsWith(Token command) {
        return !NO_ATOMS.contains(command.text()) && !command.text().startsWith("end:");
    }

    Expression atom() {
        Token token = context.next();
        return switch (token.kind()) {
            case NUMBER -> number(token);
            case LETTER -> letter(token);
            case COMMAND -> command(token);
            case SYMBOL -> bracketed(token);
            case WORD, END -> throw NotMathematics.meaningless();
        };
    }

    private Expression bracketed(Token open) {
        switch (open.text()) {
            case "{" -> {
                return context.peek().is("}") ? prescripted() : braces(true);
            }
            case "_" -> {
                return context.combinations.prescript().orElseThrow(NotMathematics::meaningless);
            }
            case "\\{" -> {
                return set();
            }
            case "(", "[", "<(" -> {
                return brackets(open.text());
            }
            case "]" -> {
                return outward();
            }
            case "|", "|(" -> {
                return absolute(open.text());
            }
            case "\\$", "\u20AC", "\u00A3", "\u00A5" -> {
                boolean negative = context.accept("-");
                Expression amount = context.terms.factor();
                String unit = Units.known(open.text().equals("\\$") ? "$" : open.text());
                if (amount instanceof Expression.Constant || amount instanceof Symbol) {
                    return amount;
                }
                return new Expression.Measured(negative ? new Expression.Negative(amount) : amount, unit);
            }
            default -> throw NotMathematics.meaningless();
        }
    }

    /** {@code {}_{10}C_3}: a group of nothing carries what stands before its letter. */
    private Expression prescripted() {
        context.expect("}");
        if (!context.accept("_") && !context.accept("^")) {
            throw NotMathematics.meaningless();
        }
        return context.combinations.prescript().orElseThrow(NotMathematics::meaningless);
    }

    /** What an invisible group holds. */
    Expression braces() {
        context.expect("{");
        return braces(true);
    }

    private Expression braces(boolean open) {
        if (!open || context.peek().is("}")) {
            throw NotMathematics.meaningless();
        }
        int bars = context.bars;
        context.bars = 0;
        Expression inside = context.statements.list(false);
        inside = context.constructs.chosen(inside);
        context.bars = bars;
        context.expect("}");
        return inside;
    }

    private Expression set() {
        if (context.accept("\\}")) {
            return Constant.EMPTY_SET;
        }
        int bars = context.bars;
        boolean outer = context.inSetBraces;
        context.bars = 0;
        context.inSetBraces = true;
        Expression inside = context.statements.list(false);
        if (context.accept(":") || context.accept("|")) {
            // The condition tells the set where the element before it is a name.
            Expression condition = context.statements.list(false);
            context.inSetBraces = outer;
            context.bars = bars;
            context.expect("\\}");
            return inside instanceof Expression.Relation || inside instanceof Symbol
                    ? condition
                    : new Applied("set", List.of(inside, condition));
        }
        context.inSetBraces = outer;
        context.bars = bars;
        context.expect("\\}");
        List<Expression> elements = inside instanceof Several several && several.grouping() == Grouping.LIST
                ? several.elements()
                : List.of(inside);
        return Several.of(Grouping.SET, elements);
    }

    private Expression brackets(String open) {
        int bars = context.bars;
        boolean set = context.inSetBraces;
        context.bars = 0;
        context.inSetBraces = false;
        Expression inside = context.statements.list(false);
        context.bars = bars;
        context.inSetBraces = set;
        String close = context.next().text();
        boolean angle = open.equals("<(");
        if (!(angle ? close.equals(")>") : close.equals(")") || close.equals("]") || close.equals("["))) {
            throw NotMathematics.meaningless();
        }
        if (inside instanceof Several several && several.grouping() == Grouping.LIST) {
            String brackets = angle ? "()" : open + (close.equals("[") ? ")" : close);
            return new Several(Grouping.TUPLE, brackets, several.elements());
        }
        boolean pair = angle || (open + close).equals("()") || (open + close).equals("[]");
        if (!pair) {
            throw NotMathematics.meaningless();
        }
        return inside;
    }

    /** {@code ]0, 1[} is the open interval. */
    private Expression outward() {
        Expression inside = context.statements.list(false);
        String close = context.next().text();
        boolean interval = inside instanceof Several several
                && several.grouping() == Grouping.LIST
                && several.elements().size() == 2
                && (close.equals("[") || close.equals("]"));
        if (!interval) {
            throw NotMathematics.meaningless();
        }
        return new Several(Grouping.TUPLE, close.equals("[") ? "()" : "(]", ((Several) inside).elements());
    }

    private Expression absolute(String open) {
        int outer = context.bars;
        context.bars = open.equals("|") ? 1 : 0;
        Expression inside = context.terms.sum();
        context.bars = outer;
        context.expect(open.equals("|") ? "|" : ")|");
        return inside instanceof Expression.Matrix
                ? Call.of(MathFunction.DET, inside)
                : Call.of(MathFunction.ABS, inside);
    }

    private Expression number(Token token) {
        Expression number = plainNumber(token);
        return number instanceof Num whole
                        && whole.decimals() == 0
                        && whole.value().isInteger()
                ? mixed(whole)
                : number;
    }

    /** A number that no fraction belongs to: {@code x^2\frac{1}{3}} has the exponent 2. */
    Expression plainNumber(Token token) {
        int at = token.text().indexOf('E');
        return at >= 0
                ? scientific(
                        value(token.text().substring(0, at), false),
                        token.text().substring(at + 1))
                : value(token.text(), token.marked());
    }

    /** An exponent beyond the limit is not written out. */
    private Expression scientific(Num mantissa, String digits) {
        // Nine digits fit an int.
        int exponent = digits.length() > 10 ? Integer.MAX_VALUE : Integer.parseInt(digits);
        if (Math.abs((long) exponent) <= context.limits.maxDigits()) {
            return Num.of(mantissa.value().times(Rational.of(BigDecimal.ONE.scaleByPowerOfTen(exponent))));
        }
        Num power = Num.of(new Rational(new BigInteger(digits.replace("+", "")), BigInteger.ONE));
        return new Expression.Product(List.of(mantissa, new Expression.Power(Num.of(10), power)));
    }

    private Num value(String text, boolean grouped) {
        if (text.length() > context.limits.maxDigits() + 32) {
            throw NotMathematics.tooDeep();
        }
        int bar = text.indexOf('(');
        if (bar >= 0) {
            return Num.of(repeating(text, bar));
        }
        BigDecimal mantissa = new BigDecimal(text);
        int decimals = Math.max(0, mantissa.scale());
        int significant = mantissa.signum() == 0 ? 0 : Math.min(decimals, mantissa.precision());
        return new Num(Rational.of(mantissa), decimals, significant, grouped);
    }

    /** {@code 0.1(6)}: the digits in parentheses go on for ever. */
    private static Rational repeating(String text, int bar) {
        String period = text.substring(bar + 1, text.length() - 1);
        String digits = text.substring(0, bar);
        BigDecimal start = new BigDecimal(digits.endsWith(".") ? digits + "0" : digits);
        int decimals = bar - text.indexOf('.') - 1;
        BigInteger nines = BigInteger.TEN.pow(period.length()).subtract(BigInteger.ONE);
        Rational rest = new Rational(new BigInteger(period), nines.multiply(BigInteger.TEN.pow(decimals)));
        return Rational.of(start).plus(rest);
    }

    /** {@code 1\frac{1}{2}} and {@code 1 1/2}: an integer with a proper fraction is their sum. */
    private Expression mixed(Num whole) {
        int start = context.position();
        Optional<Num> part = Optional.empty();
        Token next = context.peek();
        if (next.command("frac") && fractionOfNumbers()) {
            context.next();
            part = proper(context.constructs.fraction());
        } else if (next.kind() == Token.Kind.NUMBER
                && context.peek(1).is("/")
                && context.peek(2).kind() == Token.Kind.NUMBER) {
            Num numerator = value(context.next().text(), false);
            context.next();
            Num denominator = value(context.next().text(), false);
            part = proper(new Expression.Quotient(numerator, denominator));
            if (part.isEmpty()) {
                throw NotMathematics.meaningless();
            }
        }
        if (part.isPresent()) {
            return Num.of(whole.value().plus(part.get().value()));
        }
        context.back(start);
        return whole;
    }

    /** Whether the fraction ahead is made of numbers alone. Looks first: what is read twice costs twice at each level. */
    private boolean fractionOfNumbers() {
        Token first = context.peek(1);
        boolean bothDigits = first.kind() == Token.Kind.NUMBER && first.text().length() > 1;
        int behind = behindNumber(1);
        return bothDigits || (behind > 0 && behindNumber(behind) > 0);
    }

    /** Where the number in or without braces ends that starts so many tokens ahead; 0 when there is none. */
    private int behindNumber(int ahead) {
        if (context.peek(ahead).kind() == Token.Kind.NUMBER) {
            return ahead + 1;
        }
        boolean braced = context.peek(ahead).is("{")
                && context.peek(ahead + 1).kind() == Token.Kind.NUMBER
                && context.peek(ahead + 2).is("}");
        return braced ? ahead + 3 : 0;
    }

    private static Optional<Num> proper(Expression fraction) {
        boolean proper = fraction instanceof Expression.Quotient quotient
                && quotient.numerator() instanceof Num numerator
                && quotient.denominator() instanceof Num denominator
                && numerator.decimals() == 0
                && denominator.decimals() == 0
                && numerator.value().numerator().signum() > 0
                && numerator.value().isInteger()
                && denominator.value().isInteger()
                && numerator.value().numerator().compareTo(denominator.value().numerator()) < 0;
        if (!proper) {
            return Optional.empty();
        }
        Expression.Quotient quotient = (Expression.Quotient) fraction;
        Rational value = ((Num) quotient.numerator()).value().dividedBy(((Num) quotient.denominator()).value());
        return Optional.of(Num.of(value));
    }

    private Expression letter(Token token) {
        String name = token.text();
        if (context.integrals > 0 && name.equals("d") && differential()) {
            return Num.of(1);
        }
        boolean subscripted = context.peek().is("_");
        if (!context.isBound(name) && !subscripted) {
            if (name.equals("e")) {
                return Constant.E;
            }
            // Programs write it with a capital.
            if (name.equals("i") || name.equals("I")) {
                return Constant.I;
            }
        }
        Optional<Expression> binomial = context.combinations.function();
        if (binomial.isPresent()) {
            return binomial.get();
        }
        Token next = context.peek();
        if (FUNCTION_LETTERS.contains(name) && next.is("(") && !next.spaced()) {
            context.next();
            Expression inside = context.statements.list(false);
            context.expect(")");
            return new Applied(name, elements(inside));
        }
        return new Symbol(name);
    }

    private boolean differential() {
        Token next = context.peek();
        boolean variable = next.kind() == Token.Kind.LETTER
                || (next.kind() == Token.Kind.COMMAND && startsWith(next) && !Vocabulary.isFunction(next.text()));
        if (variable && !next.command("frac")) {
            context.differential = Constructs.nameOf(context.next());
            context.integrated = true;
            return true;
        }
        return false;
    }

    static List<Expression> elements(Expression inside) {
        return inside instanceof Several several && several.grouping() == Grouping.LIST
                ? several.elements()
                : List.of(inside);
    }

    private Expression command(Token token) {
        String name = token.text();
        Optional<Constant> constant = Vocabulary.constant(name);
        if (constant.isPresent()) {
            return constant.get();
        }
        if (!startsWith(token)) {
            throw NotMathematics.meaningless();
        }
        Optional<Expression> built = context.constructs.command(name);
        if (built.isPresent()) {
            return built.get();
        }
        if (token.marked()) {
            throw NotMathematics.meaningless();
        }
        return switch (name) {
            case "overline", "bar" -> new Symbol("bar{" + name() + "}");
            case "hat",
                    "widehat",
                    "vec",
                    "tilde",
                    "widetilde",
                    "dot",
                    "ddot",
                    "mathcal",
                    "mathfrak",
                    "mathscr",
                    "overrightarrow",
                    "overleftrightarrow",
                    "mathbb" -> new Symbol("\\" + name + "{" + name() + "}");
            default -> new Symbol("\\" + name);
        };
    }

    /** The tokens of a script or argument as a part of a name. */
    String name() {
        StringBuilder name = new StringBuilder();
        int level = 0;
        do {
            Token token = context.next();
            if (token.is("{")) {
                level++;
            } else if (token.is("}")) {
                level--;
            } else {
                name.append(token.kind() == Token.Kind.COMMAND ? "\\" : "").append(token.text());
            }
            if (name.length() > MAX_NAME || level < 0) {
                throw NotMathematics.meaningless();
            }
        } while (level > 0);
        if (name.isEmpty()) {
            throw NotMathematics.meaningless();
        }
        return name.toString();
    }

    /** A name with the subscript that follows; a function of it where the subscript is bound by a sum. */
    Expression subscripted(String name) {
        int start = context.position();
        boolean index = false;
        int level = 0;
        do {
            Token token = context.next();
            level += token.is("{") ? 1 : token.is("}") ? -1 : 0;
            index |= token.kind() == Token.Kind.LETTER && context.isBound(token.text());
        } while (level > 0);
        context.back(start);
        if (index) {
            return new Applied(name, elements(context.terms.script()));
        }
        return new Symbol(name + "_" + name());
    }

    /** The base that a subscript of digits names. */
    int base() {
        return BaseDigits.base(name());
    }
}
