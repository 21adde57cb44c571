package org.passk.verify.math.decide;

import java.util.ArrayList;
import java.util.List;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Applied;
import org.passk.verify.math.expression.Expression.Calculus;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Expression.Symbol;
import org.passk.verify.math.expression.Tree;

/**
 * Compares expressions with integrals, limits and derivatives, which are never computed: those that are the same, part
 * by part, are one unknown; the others are unknowns of which nothing is known. So equality can be found, and a difference
 * only between forms that have no values.
 */
final class CalculusDecision {
    private final Decider decider;
    private final Fuel fuel;
    private final List<Calculus> known = new ArrayList<>();

    CalculusDecision(Decider decider, Fuel fuel) {
        this.decider = decider;
        this.fuel = fuel;
    }

    Decision decide(Expression left, Expression right) {
        Decision decision = decider.decide(replaced(left), replaced(right), fuel);
        return decision.isEqual() ? Decision.equal("identity") : Decision.undecided();
    }

    private Expression replaced(Expression expression) {
        fuel.burn(1);
        if (!(expression instanceof Calculus calculus)) {
            return Tree.with(expression, this::replaced);
        }
        for (int i = 0; i < known.size(); i++) {
            if (same(known.get(i), calculus)) {
                return unknown(i);
            }
        }
        known.add(calculus);
        return unknown(known.size() - 1);
    }

    /** A function of nothing, whose value is as good as any. */
    private static Expression unknown(int index) {
        return new Applied("\u0000calculus", List.of(Num.of(index)));
    }

    private boolean same(Calculus one, Calculus other) {
        if (one.kind() != other.kind()
                || !one.form().equals(other.form())
                || one.bounds().size() != other.bounds().size()) {
            return false;
        }
        for (int i = 0; i < one.bounds().size(); i++) {
            if (!decider.decide(one.bounds().get(i), other.bounds().get(i), fuel)
                    .isEqual()) {
                return false;
            }
        }
        // The bound variable has no name of its own, unless the result depends on it.
        boolean free = one.bounds().isEmpty() && !one.variable().equals(other.variable());
        Expression body = renamed(other.body(), other.variable(), one.variable());
        return !free && decider.decide(one.body(), body, fuel).isEqual();
    }

    private Expression renamed(Expression expression, String from, String to) {
        fuel.burn(1);
        if (expression instanceof Symbol symbol) {
            return symbol.name().equals(from) ? new Symbol(to) : symbol;
        }
        return Tree.with(expression, part -> renamed(part, from, to));
    }
}
