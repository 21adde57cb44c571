package org.passk.verify.math;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.passk.verify.math.ball.Sign;
import org.passk.verify.math.decide.Decider;
import org.passk.verify.math.decide.Decision;
import org.passk.verify.math.decide.Fuel;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Negative;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Expression.Relation;
import org.passk.verify.math.expression.Expression.Relator;
import org.passk.verify.math.expression.Expression.Several;
import org.passk.verify.math.expression.Expression.Sum;
import org.passk.verify.math.expression.Tree;

/** Compares equations, inequalities and sets of real numbers. */
final class Statement {
    private final Comparison comparison;
    private final MathPolicies policies;
    private final Decider decider;
    private final Fuel fuel;

    Statement(Comparison comparison, MathPolicies policies, Decider decider, Fuel fuel) {
        this.comparison = comparison;
        this.policies = policies;
        this.decider = decider;
        this.fuel = fuel;
    }

    /** At least one of the two is a relation. */
    Decision compare(Expression reference, Expression answer) {
        if (reference instanceof Relation wanted && answer instanceof Relation given) {
            if (isEquation(wanted) && isEquation(given)) {
                return equations(reference, answer);
            }
            Decision sides = sides(wanted, given);
            if (sides.isEqual()) {
                return sides;
            }
            Optional<Decision> sets = sets(reference, answer);
            boolean form = isMembership(wanted) && !isMembership(given) && !policies.inequalityEqualsInterval();
            if (sets.isPresent()) {
                return form ? Decision.different("inequality-for-interval") : solved(reference, answer, sets.get());
            }
            return inequalities(wanted, given);
        }
        if (isEquation(reference) || isEquation(answer)) {
            return statedValue(reference, answer);
        }
        Optional<Decision> sets = sets(reference, answer);
        if (sets.isPresent()) {
            boolean inequality = answer instanceof Relation && !policies.inequalityEqualsInterval();
            return inequality ? Decision.different("inequality-for-interval") : solved(reference, answer, sets.get());
        }
        return Decision.different("relation");
    }

    /** The question {@code x^2-5x+6<0} is no answer where {@code (2,3)} is wanted, though it is the same set. */
    private static Decision solved(Expression reference, Expression answer, Decision sets) {
        boolean unsolved = answer instanceof Relation && isUnsolved(answer) && !isUnsolved(reference);
        return unsolved && sets.isEqual() ? Decision.different("unsolved") : sets;
    }

    /** Whether a variable stands anywhere but in sums and multiples, or alone between bars. */
    private static boolean isUnsolved(Expression form) {
        if (Forms.isConstant(form)) {
            return false;
        }
        if (form instanceof Expression.Power) {
            return true;
        }
        List<Expression> parts = Tree.parts(form);
        if (form instanceof Expression.Call) {
            return !(parts.get(0) instanceof Expression.Symbol);
        }
        long variable = parts.stream().filter(part -> !Forms.isConstant(part)).count();
        return (form instanceof Expression.Product && variable > 1)
                || parts.stream().anyMatch(Statement::isUnsolved);
    }

    private static boolean isEquation(Expression form) {
        return form instanceof Relation relation && relation.relators().equals(List.of(Relator.EQUAL));
    }

    private static boolean isMembership(Relation relation) {
        return relation.relators().get(0) == Relator.IN;
    }

    /** {@code 2 + 3 = 5} states 5, if it is true. */
    private Decision statedValue(Expression reference, Expression answer) {
        Relation relation = (Relation) (isEquation(reference) ? reference : answer);
        boolean stated = Forms.isConstant(relation)
                && decider.decide(relation.sides().get(0), relation.sides().get(1), fuel)
                        .isEqual();
        if (!stated) {
            return Decision.different("relation");
        }
        Expression value = relation.sides().get(1);
        return relation == reference
                ? comparison.compare(value, answer, false)
                : comparison.compare(reference, value, false);
    }

    /** Equations are equal when their differences are, but for a constant factor. */
    Decision equations(Expression reference, Expression answer) {
        Expression wanted = difference((Relation) reference, 0);
        Expression given = difference((Relation) answer, 0);
        return switch (comparison.factor(wanted, given)) {
            case POSITIVE, NEGATIVE -> Decision.equal("equation");
            case ZERO -> Decision.different("equation");
            case UNKNOWN -> {
                Decision sides = sides((Relation) reference, (Relation) answer);
                yield sides.isEqual() ? sides : Decision.undecided();
            }
        };
    }

    private static Expression difference(Relation relation, int link) {
        return new Sum(List.of(
                relation.sides().get(link), new Negative(relation.sides().get(link + 1))));
    }

    /** Side by side, forwards or backwards. */
    private Decision sides(Relation wanted, Relation given) {
        int links = wanted.relators().size();
        if (links != given.relators().size()) {
            return Decision.different("relation");
        }
        if (wanted.relators().equals(given.relators())
                && comparison.inOrder(wanted.sides(), given.sides(), "relation").isEqual()) {
            return Decision.equal("relation");
        }
        Relation backwards = backwards(given);
        boolean same = wanted.relators().equals(backwards.relators())
                && comparison
                        .inOrder(wanted.sides(), backwards.sides(), "relation")
                        .isEqual();
        return Decision.of(same, "relation");
    }

    private static Relation backwards(Relation relation) {
        List<Expression> sides = new ArrayList<>(relation.sides());
        List<Relator> relators = new ArrayList<>();
        Collections.reverse(sides);
        for (int i = relation.relators().size() - 1; i >= 0; i--) {
            relators.add(relation.relators().get(i).reversed());
        }
        return new Relation(sides, relators);
    }

    /** Two inequalities of one link: equal when one is a positive multiple of the other. */
    private Decision inequalities(Relation wanted, Relation given) {
        if (wanted.relators().size() != 1 || given.relators().size() != 1) {
            return Decision.different("relation");
        }
        Relator relator = wanted.relators().get(0);
        Relator other = given.relators().get(0);
        boolean unordered = relator == Relator.NOT_EQUAL && other == Relator.NOT_EQUAL;
        if (!unordered && (!relator.orders() || !other.orders())) {
            return Decision.different("relation");
        }
        Sign factor = comparison.factor(difference(wanted, 0), difference(given, 0));
        return switch (factor) {
            case POSITIVE -> Decision.of(relator == other, "inequality");
            case NEGATIVE -> Decision.of(relator == other.reversed(), "inequality");
            case ZERO -> Decision.different("inequality");
            case UNKNOWN -> Decision.undecided();
        };
    }

    /** Both as sets of real numbers; empty when one of them is none. */
    Optional<Decision> sets(Expression reference, Expression answer) {
        Optional<String> name = RealSet.variable(reference);
        Optional<String> otherName = RealSet.variable(answer);
        if (name.isPresent() && otherName.isPresent() && !name.equals(otherName)) {
            return Optional.of(Decision.different("name"));
        }
        Optional<RealSet> wanted = RealSet.of(asSet(reference), decider, fuel);
        Optional<RealSet> given = wanted.isEmpty() ? wanted : RealSet.of(asSet(answer), decider, fuel);
        return given.map(set -> equal(wanted.orElseThrow(), set));
    }

    /** A number alone is the set that holds it. */
    private static Expression asSet(Expression form) {
        return form instanceof Num number ? Several.of(Expression.Grouping.SET, List.of(number)) : form;
    }

    private Decision equal(RealSet wanted, RealSet given) {
        if (wanted.pieces().size() != given.pieces().size()) {
            return Decision.different("real-set");
        }
        for (int i = 0; i < wanted.pieces().size(); i++) {
            RealSet.Piece one = wanted.pieces().get(i);
            RealSet.Piece other = given.pieces().get(i);
            boolean same = one.closedBelow() == other.closedBelow()
                    && one.closedAbove() == other.closedAbove()
                    && decider.decide(one.lower(), other.lower(), fuel).isEqual()
                    && decider.decide(one.upper(), other.upper(), fuel).isEqual();
            if (!same) {
                return Decision.different("real-set");
            }
        }
        return Decision.equal("real-set");
    }
}
