package org.passk.jobs.conformance;

import org.passk.verify.math.decide.Decider;
import org.passk.verify.math.decide.Fuel;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Calculus;
import org.passk.verify.math.expression.Expression.Call;
import org.passk.verify.math.expression.Expression.Measured;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Expression.Symbol;
import org.passk.verify.math.expression.MathFunction;
import org.passk.verify.math.expression.Rational;
import org.passk.verify.math.expression.Tree;

/**
 * The form that SymPy gives to an answer of ours before it prints it: no units, no side of a limit that it takes for
 * granted, no quotes around a name of digits, and divisors and multiples computed. For one case.
 */
final class SympyForm {
    /** What fits a long. */
    private static final int MAX_NAME_DIGITS = 18;

    private final Decider decider;
    private final Fuel fuel;

    SympyForm(Decider decider, Fuel fuel) {
        this.decider = decider;
        this.fuel = fuel;
    }

    Expression of(Expression expression) {
        if (expression instanceof Measured measured && !measured.unit().equals("degree")) {
            return of(measured.quantity());
        }
        if (expression instanceof Calculus limit && limit.form().equals("+")) {
            return of(new Calculus(limit.kind(), limit.variable(), limit.bounds(), "", limit.body()));
        }
        if (expression instanceof Symbol symbol && isNumeral(symbol.name())) {
            // SymPy prints a variable by its name alone: one with the name 1 is printed as 1.
            return Num.of(Rational.integer(Long.parseLong(symbol.name())));
        }
        Expression changed = Tree.with(expression, this::of);
        boolean divides = changed instanceof Call call
                && (call.function() == MathFunction.GCD || call.function() == MathFunction.LCM);
        return divides ? new SympyDivisors(decider, fuel).computed((Call) changed) : changed;
    }

    private static boolean isNumeral(String name) {
        return name.length() <= MAX_NAME_DIGITS && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
