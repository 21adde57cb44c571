package org.passk.verify.math;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Applied;
import org.passk.verify.math.expression.Expression.Call;
import org.passk.verify.math.expression.Expression.Grouping;
import org.passk.verify.math.expression.Expression.Negative;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Expression.PlusMinus;
import org.passk.verify.math.expression.Expression.Relation;
import org.passk.verify.math.expression.Expression.Relator;
import org.passk.verify.math.expression.Expression.Several;
import org.passk.verify.math.expression.Expression.Sum;
import org.passk.verify.math.expression.Expression.Symbol;
import org.passk.verify.math.expression.MathFunction;
import org.passk.verify.math.expression.Tree;

/** Brings what was read into the forms that are compared: plus-minus written out, chains cut to what they state. */
final class Forms {
    private Forms() {}

    /**
     * A name with what it stands for.
     *
     * @param name a variable, or a function with its arguments
     * @param membership whether the value is the set that the name is in
     */
    record Named(Expression name, Expression value, boolean membership) {
        /** Whether the name is a function of arguments. */
        boolean function() {
            return name instanceof Applied;
        }
    }

    /** The form that is compared. */
    static Expression of(Expression read) {
        return reduced(MatrixAlgebra.of(written(read)));
    }

    /** Each element in its form; both signs of a plus-minus. */
    private static Expression written(Expression read) {
        if (read instanceof Several several && several.grouping() != Grouping.TUPLE) {
            List<Expression> elements = new ArrayList<>();
            for (Expression element : several.elements()) {
                Expression form = written(element);
                boolean both = element instanceof PlusMinus || hasPlusMinus(element);
                if (both && form instanceof Several pair && pair.grouping() == Grouping.LIST) {
                    elements.addAll(pair.elements());
                } else {
                    elements.add(reduced(form));
                }
            }
            return new Several(several.grouping(), several.brackets(), elements);
        }
        if (!hasPlusMinus(read)) {
            return read;
        }
        return Several.of(Grouping.LIST, List.of(signed(read, false), signed(read, true)));
    }

    private static boolean hasPlusMinus(Expression expression) {
        if (expression instanceof PlusMinus) {
            return true;
        }
        for (Expression part : Tree.parts(expression)) {
            if (hasPlusMinus(part)) {
                return true;
            }
        }
        return false;
    }

    private static Expression signed(Expression expression, boolean lower) {
        Expression parts = Tree.with(expression, part -> signed(part, lower));
        if (!(parts instanceof PlusMinus both)) {
            return parts;
        }
        Expression right = both.minusFirst() == lower ? both.right() : new Negative(both.right());
        return both.left().equals(Num.of(0)) ? right : new Sum(List.of(both.left(), right));
    }

    /** A chain of equations states its last value; what is said to be about something is not the value. */
    private static Expression reduced(Expression form) {
        if (!(form instanceof Relation relation)) {
            return form;
        }
        int approximately = relation.relators().indexOf(Relator.APPROXIMATELY);
        if (approximately > 0
                || (approximately == 0 && isConstant(relation.sides().get(0)))) {
            return reduced(relation(
                    relation.sides().subList(0, approximately + 1),
                    relation.relators().subList(0, approximately)));
        }
        List<Expression> sides = relation.sides();
        boolean equations =
                relation.relators().stream().allMatch(r -> r == Relator.EQUAL || r == Relator.APPROXIMATELY);
        if (!equations) {
            return form;
        }
        Expression first = sides.get(0);
        Expression last = sides.get(sides.size() - 1);
        if (isName(first)) {
            return relation(List.of(first, last), List.of(Relator.EQUAL));
        }
        if (sides.size() > 2 && isConstant(last)) {
            return last;
        }
        if (sides.size() == 2 && isConstant(first) && last instanceof Symbol) {
            return relation(List.of(last, first), List.of(Relator.EQUAL));
        }
        return relation(sides, relation.relators());
    }

    private static Expression relation(List<Expression> sides, List<Relator> relators) {
        return relators.isEmpty() ? sides.get(0) : new Relation(sides, relators);
    }

    /** Whether a side names what the other side is: x, f(x), f(2), (x, y), AB, |AB|, the angle ABC, P(X = 1). */
    private static boolean isName(Expression side) {
        if (side instanceof Symbol) {
            return true;
        }
        if (side instanceof Applied applied) {
            return !applied.arguments().isEmpty();
        }
        if (side instanceof Call call) {
            return call.function() == MathFunction.ABS
                    && isGeometric(call.arguments().get(0));
        }
        boolean point = side instanceof Several several
                && several.grouping() == Grouping.TUPLE
                && several.elements().stream().allMatch(Symbol.class::isInstance);
        return point || isGeometric(side);
    }

    /** A product that is none: capital letters side by side are points, and P(X = 1) is a probability. */
    private static boolean isGeometric(Expression side) {
        if (!(side instanceof Expression.Product product)) {
            return false;
        }
        boolean event = product.factors().get(1) instanceof Relation
                && product.factors().size() == 2;
        for (Expression factor : product.factors()) {
            boolean capital = factor instanceof Symbol symbol
                    && (symbol.name().startsWith("\\")
                            || Character.isUpperCase(symbol.name().charAt(0)));
            if (!capital && !(event && factor instanceof Relation)) {
                return false;
            }
        }
        return true;
    }

    /** An answer in one variable, in the variable of a reference that has one only. */
    static Expression renamed(Expression answer, Expression reference) {
        Set<String> wanted = new HashSet<>();
        Set<String> given = new HashSet<>();
        symbols(reference, wanted);
        symbols(answer, given);
        return wanted.size() == 1 && given.size() == 1
                ? renamed(answer, new Symbol(wanted.iterator().next()))
                : answer;
    }

    private static Expression renamed(Expression expression, Symbol name) {
        return expression instanceof Symbol ? name : Tree.with(expression, part -> renamed(part, name));
    }

    private static void symbols(Expression expression, Set<String> names) {
        if (expression instanceof Symbol symbol) {
            names.add(symbol.name());
        }
        Tree.parts(expression).forEach(part -> symbols(part, names));
    }

    /** Whether no variable occurs. */
    static boolean isConstant(Expression expression) {
        if (expression instanceof Symbol || expression instanceof Applied) {
            return false;
        }
        for (Expression part : Tree.parts(expression)) {
            if (!isConstant(part)) {
                return false;
            }
        }
        return true;
    }

    /** What a statement assigns to a name; empty when it does not. */
    static Optional<Named> named(Expression form) {
        boolean assigns = form instanceof Relation relation
                && relation.relators().size() == 1
                && (relation.relators().get(0) == Relator.EQUAL
                        || relation.relators().get(0) == Relator.IN)
                && isName(relation.sides().get(0));
        if (!assigns) {
            return Optional.empty();
        }
        Relation relation = (Relation) form;
        boolean membership = relation.relators().get(0) == Relator.IN;
        return Optional.of(new Named(relation.sides().get(0), relation.sides().get(1), membership));
    }
}
