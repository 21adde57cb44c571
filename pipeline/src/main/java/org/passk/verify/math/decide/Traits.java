package org.passk.verify.math.decide;

import java.util.SortedSet;
import java.util.TreeSet;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Call;
import org.passk.verify.math.expression.Expression.Constant;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Expression.Symbol;

/** What an expression is made of, as far as the way of deciding depends on it. */
final class Traits {
    private final SortedSet<String> symbols = new TreeSet<>();
    private boolean rational = true;
    private boolean discrete;
    private boolean imaginary;
    private boolean scalar = true;
    private boolean calculus;
    private boolean jumps;

    private Traits() {}

    static Traits of(Expression... expressions) {
        Traits traits = new Traits();
        for (Expression expression : expressions) {
            traits.visit(expression);
        }
        return traits;
    }

    /** The free variables, sorted. */
    SortedSet<String> symbols() {
        return symbols;
    }

    /** Whether it is a quotient of polynomials with rational coefficients in its variables. */
    boolean rational() {
        return rational;
    }

    /** Whether variables stand where only integers make sense. */
    boolean discrete() {
        return discrete;
    }

    /** Whether the imaginary unit occurs. */
    boolean imaginary() {
        return imaginary;
    }

    /** Whether it is one number or function: no collection, relation or text. */
    boolean scalar() {
        return scalar;
    }

    /** Whether an integral, a limit or a derivative occurs. */
    boolean calculus() {
        return calculus;
    }

    /** Whether it is defined piece by piece, so that points of all sizes have to be tried. */
    boolean jumps() {
        return jumps;
    }

    private void visit(Expression expression) {
        if (expression instanceof Num) {
            return;
        }
        if (expression instanceof Symbol symbol) {
            symbols.add(symbol.name());
        } else if (expression instanceof Constant constant) {
            constant(constant);
        } else if (expression instanceof Expression.Sum sum) {
            sum.terms().forEach(this::visit);
        } else if (expression instanceof Expression.Product product) {
            product.factors().forEach(this::visit);
        } else if (expression instanceof Expression.Negative negative) {
            visit(negative.operand());
        } else if (expression instanceof Expression.Quotient quotient) {
            visit(quotient.numerator());
            visit(quotient.denominator());
        } else if (expression instanceof Expression.Power power) {
            power(power);
        } else if (expression instanceof Call call) {
            call(call);
        } else if (expression instanceof Expression.Percent percent) {
            visit(percent.operand());
        } else if (expression instanceof Expression.Measured measured) {
            clearRational(measured.unit().equals("degree"));
            visit(measured.quantity());
        } else if (expression instanceof Expression.Applied applied) {
            applied.arguments().forEach(this::visit);
        } else if (expression instanceof Expression.Series series) {
            series(series);
        } else if (expression instanceof Expression.Calculus) {
            calculus = true;
            rational = false;
        } else if (!(expression instanceof Expression.Based)) {
            scalar = false;
        }
    }

    private void constant(Constant constant) {
        rational = false;
        switch (constant) {
            case I -> imaginary = true;
            case PI, E, INFINITY -> {}
            case EMPTY_SET, NATURALS, INTEGERS, RATIONALS, REALS, COMPLEXES -> scalar = false;
        }
    }

    private void power(Expression.Power power) {
        Traits base = Traits.of(power.base());
        Traits exponent = Traits.of(power.exponent());
        add(base);
        add(exponent);
        if (exponent.symbols.isEmpty()) {
            // A root of a number is exact or found not to be; a root of a variable is no rational function.
            clearRational(!base.symbols.isEmpty() && !isInteger(power.exponent()));
        } else {
            clearRational(true);
            setDiscrete(isNegative(power.base()));
        }
    }

    private void add(Traits part) {
        symbols.addAll(part.symbols);
        clearRational(!part.rational);
        setDiscrete(part.discrete);
        imaginary = imaginary || part.imaginary;
        scalar = scalar && part.scalar;
        calculus = calculus || part.calculus;
        jumps = jumps || part.jumps;
    }

    private void clearRational(boolean when) {
        rational = rational && !when;
    }

    private void setDiscrete(boolean when) {
        discrete = discrete || when;
    }

    static boolean isInteger(Expression expression) {
        if (expression instanceof Expression.Negative negative) {
            return isInteger(negative.operand());
        }
        return expression instanceof Num number && number.value().isInteger();
    }

    private static boolean isNegative(Expression base) {
        return base instanceof Expression.Negative negative && negative.operand() instanceof Num;
    }

    private void call(Call call) {
        if (call.arguments().get(0) instanceof Expression.Matrix matrix) {
            // The determinant is a polynomial of the cells.
            matrix.cells().forEach(this::visit);
            return;
        }
        Traits inner = Traits.of(call.arguments().toArray(new Expression[0]));
        add(inner);
        clearRational(!inner.symbols.isEmpty());
        setDiscrete(!inner.symbols.isEmpty() && call.function().isDiscrete());
        switch (call.function()) {
            case ABS, FLOOR, CEIL, FRACTIONAL, SIGN, MIN, MAX -> jumps = true;
            default -> {}
        }
    }

    private void series(Expression.Series series) {
        Traits bounds = Traits.of(series.lower(), series.upper());
        Traits body = Traits.of(series.body());
        body.symbols.remove(series.variable());
        add(bounds);
        add(body);
        setDiscrete(!bounds.symbols.isEmpty());
        clearRational(!bounds.symbols.isEmpty());
    }
}
