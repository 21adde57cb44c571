package org.passk.verify.math;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passk.verify.math.ball.Sign;
import org.passk.verify.math.decide.Decider;
import org.passk.verify.math.decide.Decision;
import org.passk.verify.math.decide.Fuel;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Applied;
import org.passk.verify.math.expression.Expression.Based;
import org.passk.verify.math.expression.Expression.Grouping;
import org.passk.verify.math.expression.Expression.Matrix;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Expression.Ratio;
import org.passk.verify.math.expression.Expression.Relation;
import org.passk.verify.math.expression.Expression.Several;
import org.passk.verify.math.expression.Expression.Words;
import org.passk.verify.math.expression.ExpressionText;

/** One comparison of an answer with a reference, both in the form that {@link Forms} gives them. */
final class Comparison {
    /** Pairs of elements that are compared before a set is given up. */
    private static final int MAX_PAIRS = 4_096;

    private final MathPolicies policies;
    private final Decider decider;
    private final Fuel fuel;
    private final Scalars scalars;

    Comparison(MathPolicies policies, Decider decider, Fuel fuel) {
        this.policies = policies;
        this.decider = decider;
        this.fuel = fuel;
        this.scalars = new Scalars(policies, decider, fuel);
    }

    /**
     * Whether an answer equals the reference.
     *
     * @param reference the reference's form
     * @param answer the answer's form
     * @param multiple whether the reference lists several answers in any order
     */
    Decision compare(Expression reference, Expression answer, boolean multiple) {
        Optional<Forms.Named> wanted = Forms.named(reference);
        Optional<Forms.Named> given = Forms.named(answer);
        if (wanted.isPresent() && given.isPresent()) {
            return named(wanted.get(), given.get(), reference, answer, multiple);
        }
        if (wanted.isPresent() && !(answer instanceof Relation)) {
            return compare(wanted.get().value(), answer, multiple);
        }
        if (given.isPresent() && !(reference instanceof Relation)) {
            return compare(reference, given.get().value(), multiple);
        }
        if (reference instanceof Relation || answer instanceof Relation) {
            return new Statement(this, policies, decider, fuel).compare(reference, answer);
        }
        if (reference instanceof Matrix || answer instanceof Matrix) {
            return matrices(reference, answer);
        }
        if (isSet(reference) || isSet(answer)) {
            return namedSets(reference, answer);
        }
        if (reference instanceof Several || answer instanceof Several) {
            return several(reference, answer, multiple);
        }
        return single(reference, answer);
    }

    /** At least one is a set with a name of its own, such as the real numbers. */
    private Decision namedSets(Expression reference, Expression answer) {
        if (reference.equals(answer)) {
            return Decision.equal("identical");
        }
        return new Statement(this, policies, decider, fuel)
                .sets(reference, answer)
                .orElse(Decision.different("set"));
    }

    private static boolean isSet(Expression form) {
        return form instanceof Expression.Constant constant
                && switch (constant) {
                    case EMPTY_SET, NATURALS, INTEGERS, RATIONALS, REALS, COMPLEXES -> true;
                    case PI, E, I, INFINITY -> false;
                };
    }

    private Decision named(
            Forms.Named wanted, Forms.Named given, Expression reference, Expression answer, boolean multiple) {
        // A function and the variable that stands for its value name the same thing.
        boolean same = wanted.name().equals(given.name()) || wanted.function() != given.function();
        if (same || !policies.sameVariableNames()) {
            Decision values = compare(wanted.value(), given.value(), multiple);
            // Only equations between numbers may be rearranged.
            boolean several = wanted.value() instanceof Several || given.value() instanceof Several;
            if (values.isEqual() || several) {
                return values;
            }
        }
        Decision whole = wanted.membership() || given.membership()
                ? Decision.different("name")
                : new Statement(this, policies, decider, fuel).equations(reference, answer);
        return same || whole.isEqual() ? whole : Decision.different("name");
    }

    private Decision single(Expression reference, Expression answer) {
        if (reference instanceof Words || answer instanceof Words) {
            return Decision.different("text");
        }
        if (reference instanceof Based || answer instanceof Based) {
            return based(reference, answer);
        }
        if (reference instanceof Ratio wanted && answer instanceof Ratio given) {
            return ratios(wanted, given, "", "");
        }
        Quantity wanted = Quantity.of(reference);
        Quantity given = Quantity.of(answer);
        if (wanted.value() instanceof Ratio one && given.value() instanceof Ratio other) {
            return ratios(one, other, wanted.unit(), given.unit());
        }
        if (wanted.value() instanceof Applied mod && mod.name().equals("mod")) {
            return residues(mod, given);
        }
        if (given.value() instanceof Applied mod && mod.name().equals("mod")) {
            return residues(mod, wanted);
        }
        return scalars.compare(reference, answer);
    }

    /** {@code 9 (mod 11)} is 9. */
    private Decision residues(Applied mod, Quantity other) {
        if (other.value() instanceof Applied second && second.name().equals("mod")) {
            Decision moduli = single(mod.arguments().get(1), second.arguments().get(1));
            return moduli.isEqual()
                    ? single(mod.arguments().get(0), second.arguments().get(0))
                    : moduli;
        }
        return single(mod.arguments().get(0), other.value());
    }

    private static Decision based(Expression reference, Expression answer) {
        // Digits without their base are compared as they are written, before anything else is.
        return Decision.of(reference.equals(answer), "base");
    }

    private Decision ratios(Ratio wanted, Ratio given, String unit, String otherUnit) {
        if (wanted.parts().size() != given.parts().size()
                || (!unit.isEmpty() && !otherUnit.isEmpty() && !unit.equals(otherUnit))) {
            return Decision.different("ratio");
        }
        // Times of day are equal when they are; a zero has no proportion.
        boolean exact = wanted.clock() || given.clock() || hasZero(wanted) || hasZero(given);
        Expression first = wanted.parts().get(0);
        Expression otherFirst = given.parts().get(0);
        for (int i = 0; i < wanted.parts().size(); i++) {
            Expression part = wanted.parts().get(i);
            Expression other = given.parts().get(i);
            Decision decision = exact
                    ? decider.decide(part, other, fuel)
                    : decider.decide(
                            new Expression.Product(List.of(part, otherFirst)),
                            new Expression.Product(List.of(other, first)),
                            fuel);
            if (!decision.isEqual()) {
                return decision.isUndecided() ? decision : Decision.different("ratio");
            }
        }
        return Decision.equal("ratio");
    }

    private boolean hasZero(Ratio ratio) {
        return ratio.parts().stream()
                .anyMatch(part -> decider.decide(part, Num.of(0), fuel).isEqual());
    }

    private Decision matrices(Expression reference, Expression answer) {
        if (reference instanceof Matrix wanted && answer instanceof Matrix given) {
            boolean shape = wanted.columns() == given.columns() && wanted.rows() == given.rows();
            return shape ? inOrder(wanted.cells(), given.cells(), "matrix") : Decision.different("matrix");
        }
        if (MatrixAlgebra.nested(reference) instanceof Matrix rows && answer instanceof Matrix) {
            return matrices(rows, answer);
        }
        if (MatrixAlgebra.nested(answer) instanceof Matrix rows && reference instanceof Matrix) {
            return matrices(reference, rows);
        }
        Matrix matrix = reference instanceof Matrix wanted ? wanted : (Matrix) answer;
        Expression other = reference instanceof Matrix ? answer : reference;
        boolean vector = other instanceof Several several
                && several.grouping() == Grouping.TUPLE
                && several.brackets().equals("()")
                && (matrix.columns() == 1 || matrix.rows() == 1)
                && several.elements().size() == matrix.cells().size();
        if (!vector) {
            return MatrixAlgebra.isBeyondLimits(other, matrix) ? Decision.undecided() : Decision.different("matrix");
        }
        List<Expression> elements = ((Several) other).elements();
        return reference instanceof Matrix
                ? inOrder(matrix.cells(), elements, "matrix")
                : inOrder(elements, matrix.cells(), "matrix");
    }

    private Decision several(Expression reference, Expression answer, boolean multiple) {
        Several wanted = asSeveral(reference);
        Several given = asSeveral(answer);
        Decision byElements = elements(wanted, given, multiple);
        if (byElements.isEqual()) {
            return byElements;
        }
        boolean sets = RealSet.isNotation(reference) || RealSet.isNotation(answer);
        if (sets) {
            Optional<Decision> decision = new Statement(this, policies, decider, fuel).sets(reference, answer);
            if (decision.isPresent()) {
                return decision.get();
            }
        }
        return byElements;
    }

    private static Several asSeveral(Expression form) {
        return form instanceof Several several ? several : Several.of(Grouping.LIST, List.of(form));
    }

    private static boolean isOrdered(Several several) {
        return switch (several.grouping()) {
            case TUPLE, DIFFERENCE -> true;
            case LIST, SET, UNION, INTERSECTION -> false;
        };
    }

    private Decision elements(Several wanted, Several given, boolean multiple) {
        Grouping grouping = wanted.grouping() == Grouping.LIST ? given.grouping() : wanted.grouping();
        String rule = grouping.name().toLowerCase(Locale.ROOT);
        if (wanted.grouping() == given.grouping() && isOrdered(wanted)) {
            return wanted.brackets().equals(given.brackets())
                    ? inOrder(wanted.elements(), given.elements(), rule)
                    : Decision.different(rule);
        }
        if (isOrdered(wanted) || isOrdered(given)) {
            // "1, 2" for "(1, 2)" is a tuple without its parentheses, hence in its order.
            if (!bareTuple(wanted, given)) {
                return Decision.different(rule);
            }
            return multiple
                    ? inAnyOrder(wanted.elements(), given.elements(), rule)
                    : inOrder(byName(wanted), byName(given), rule);
        }
        boolean lists = wanted.grouping() == Grouping.LIST || wanted.grouping() == Grouping.SET;
        boolean otherLists = given.grouping() == Grouping.LIST || given.grouping() == Grouping.SET;
        if (lists != otherLists || (!lists && wanted.grouping() != given.grouping())) {
            return Decision.different(rule);
        }
        boolean byOrder = (namesSeveral(wanted) && !namesSeveral(given))
                || (policies.orderedLists() && wanted.grouping() == Grouping.LIST && !multiple);
        return byOrder
                ? inOrder(wanted.elements(), given.elements(), rule)
                : inAnyOrder(wanted.elements(), given.elements(), rule);
    }

    private static boolean bareTuple(Several wanted, Several given) {
        Several ordered = isOrdered(wanted) ? wanted : given;
        Several other = isOrdered(wanted) ? given : wanted;
        return ordered.brackets().equals("()")
                && other.grouping() == Grouping.LIST
                && other.elements().size() > 1;
    }

    /** {@code y = 3, x = 2} is the point (2, 3): the coordinates of a list of names are in their order. */
    private static List<Expression> byName(Several several) {
        boolean names = several.grouping() == Grouping.LIST
                && several.elements().stream()
                        .allMatch(element -> Forms.named(element).isPresent())
                && namesSeveral(several);
        return names
                ? several.elements().stream()
                        .sorted(Comparator.comparing(element -> ExpressionText.of(
                                Forms.named(element).orElseThrow().name())))
                        .toList()
                : several.elements();
    }

    /** Whether the elements are assigned to different names, so that their order says which is which. */
    private static boolean namesSeveral(Several several) {
        Set<Expression> names = new HashSet<>();
        for (Expression element : several.elements()) {
            Forms.named(element).ifPresent(named -> names.add(named.name()));
        }
        return names.size() > 1;
    }

    Decision inOrder(List<Expression> wanted, List<Expression> given, String rule) {
        if (wanted.size() != given.size()) {
            return Decision.different(rule);
        }
        boolean undecided = false;
        for (int i = 0; i < wanted.size(); i++) {
            Decision decision = compare(Forms.of(wanted.get(i)), Forms.of(given.get(i)), false);
            if (decision.equality() == Decision.Equality.DIFFERENT) {
                return Decision.different(rule);
            }
            undecided |= decision.isUndecided();
        }
        return undecided ? Decision.undecided() : Decision.equal(rule);
    }

    /** Equality of sets: each element has its equal on the other side. */
    private Decision inAnyOrder(List<Expression> wanted, List<Expression> given, String rule) {
        List<Expression> left = wanted.stream().map(Forms::of).toList();
        List<Expression> right = given.stream().map(Forms::of).toList();
        boolean[] found = new boolean[left.size()];
        boolean[] met = new boolean[right.size()];
        matchAlike(left, right, found, met);
        int pairs = 0;
        boolean undecided = false;
        for (int j = 0; j < found.length; j++) {
            boolean open = false;
            for (int i = 0; i < met.length && !found[j]; i++) {
                pairs++;
                if (pairs > MAX_PAIRS) {
                    return Decision.undecided();
                }
                Decision decision = compare(left.get(j), right.get(i), false);
                met[i] = met[i] || decision.isEqual();
                found[j] = decision.isEqual();
                open = open || decision.isUndecided();
            }
            if (!found[j] && !open) {
                return Decision.different(rule);
            }
            undecided = undecided || !found[j];
        }
        for (int i = 0; i < met.length; i++) {
            boolean open = false;
            for (int j = 0; j < found.length && !met[i]; j++) {
                pairs++;
                if (pairs > MAX_PAIRS) {
                    return Decision.undecided();
                }
                Decision decision = compare(left.get(j), right.get(i), false);
                met[i] = decision.isEqual();
                open = open || decision.isUndecided();
            }
            if (!met[i] && !open) {
                return Decision.different(rule);
            }
            undecided = undecided || !met[i];
        }
        return undecided ? Decision.undecided() : Decision.equal(rule);
    }

    /** Elements that are the same number or are spelled alike, which nearly all are, in one pass. */
    private static void matchAlike(List<Expression> left, List<Expression> right, boolean[] found, boolean[] met) {
        Map<Object, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < met.length; i++) {
            places.computeIfAbsent(key(right.get(i)), key -> new ArrayList<>()).add(i);
        }
        for (int j = 0; j < found.length; j++) {
            for (int i : places.getOrDefault(key(left.get(j)), List.of())) {
                found[j] = true;
                met[i] = true;
            }
        }
    }

    private static Object key(Expression form) {
        return form instanceof Num number ? number.value() : form;
    }

    /** The sign of the constant factor between two functions. */
    Sign factor(Expression left, Expression right) {
        return decider.factor(left, right, fuel);
    }

    static String fold(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        return folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded;
    }
}
