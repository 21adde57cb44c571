package org.passk.jobs.conformance;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passk.verify.math.decide.Decider;
import org.passk.verify.math.decide.Decision;
import org.passk.verify.math.decide.Decision.Equality;
import org.passk.verify.math.decide.Fuel;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Call;
import org.passk.verify.math.expression.Expression.Grouping;
import org.passk.verify.math.expression.Expression.Matrix;
import org.passk.verify.math.expression.Expression.PlusMinus;
import org.passk.verify.math.expression.Expression.Relation;
import org.passk.verify.math.expression.Expression.Relator;
import org.passk.verify.math.expression.Expression.Several;
import org.passk.verify.math.expression.Expression.Words;
import org.passk.verify.math.expression.MathFunction;
import org.passk.verify.math.expression.Rational;
import org.passk.verify.math.expression.Tree;

/**
 * Whether an answer of ours means what SymPy printed. A bare list of ours is a set of theirs, and so is a sum with a
 * plus-minus sign; a pair in parentheses is their open interval or their tuple; membership is their equality with a set.
 * A set inside a set is their True or False. Scalars are for the decider; one with floating-point numbers equals ours when
 * they agree to twelve digits, or as far as a float holds the number that a remainder is taken of.
 */
final class SympyComparison {
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-12");
    private static final int DIGITS = 16;

    /** The relative error of a float of 53 bits, twice: that of a number, and that of a quotient of it. */
    private static final BigDecimal FLOAT_ERROR =
            new BigDecimal(BigInteger.ONE).divide(new BigDecimal(BigInteger.TWO.pow(52)));

    private final Decider decider;
    private final Fuel fuel;
    private final boolean approximate;

    SympyComparison(Decider decider, Fuel fuel, boolean approximate) {
        this.decider = decider;
        this.fuel = fuel;
        this.approximate = approximate;
    }

    Decision compare(Expression ours, Expression theirs) {
        return same(new SympyForm(decider, fuel).of(ours), theirs);
    }

    private Decision same(Expression ours, Expression theirs) {
        if (ours.equals(theirs)) {
            return Decision.equal("identical");
        }
        if (theirs instanceof Several several) {
            return several(ours, several);
        }
        if (theirs instanceof Matrix matrix) {
            return ours instanceof Matrix own && own.columns() == matrix.columns()
                    ? inOrder(own.cells(), matrix.cells(), "matrix")
                    : Decision.different("matrix");
        }
        if (theirs instanceof Relation relation) {
            return relation(ours, relation);
        }
        if (theirs instanceof Words truth && ours instanceof Relation inclusion) {
            return inclusion(inclusion, truth);
        }
        Decision decision = decider.decide(ours, theirs, fuel);
        if (decision.equality() == Equality.DIFFERENT && decision.rule().equals("kind")) {
            return byParts(ours, theirs);
        }
        return !decision.isEqual() && approximate && isConstant(ours) && isConstant(theirs)
                ? rounded(ours, theirs, decision)
                : decision;
    }

    private Decision several(Expression ours, Several theirs) {
        return switch (theirs.grouping()) {
            case LIST, SET -> asSets(elements(ours), elements(theirs), "set");
            case TUPLE -> tuple(ours, theirs);
            case UNION, INTERSECTION ->
                ours instanceof Several own && own.grouping() == theirs.grouping()
                        ? asSets(operands(own), operands(theirs), "union")
                        : Decision.different("union");
            case DIFFERENCE ->
                ours instanceof Several own && own.grouping() == Grouping.DIFFERENCE
                        ? inOrder(own.elements(), theirs.elements(), "difference")
                        : Decision.different("difference");
        };
    }

    private Decision tuple(Expression ours, Several theirs) {
        if (!(ours instanceof Several own)) {
            return Decision.different("tuple");
        }
        boolean list = own.grouping() == Grouping.LIST;
        boolean tuple = own.grouping() == Grouping.TUPLE && own.brackets().equals(theirs.brackets());
        return list || tuple ? inOrder(own.elements(), theirs.elements(), "tuple") : Decision.different("tuple");
    }

    private static List<Expression> elements(Expression expression) {
        if (expression instanceof PlusMinus both) {
            return List.of(
                    new Expression.Sum(List.of(both.left(), both.right())),
                    new Expression.Sum(List.of(both.left(), new Expression.Negative(both.right()))));
        }
        boolean several = expression instanceof Several collection
                && (collection.grouping() == Grouping.LIST || collection.grouping() == Grouping.SET);
        if (!several) {
            return List.of(expression);
        }
        List<Expression> all = new ArrayList<>();
        for (Expression element : ((Several) expression).elements()) {
            if (element instanceof PlusMinus) {
                all.addAll(elements(element));
            } else {
                all.add(element);
            }
        }
        return all;
    }

    /** The operands of a union of unions. */
    private static List<Expression> operands(Several several) {
        List<Expression> all = new ArrayList<>();
        for (Expression element : several.elements()) {
            if (element instanceof Several inner && inner.grouping() == several.grouping()) {
                all.addAll(operands(inner));
            } else {
                all.add(element);
            }
        }
        return all;
    }

    private Decision relation(Expression ours, Relation theirs) {
        boolean assigns = theirs.relators().equals(List.of(Relator.EQUAL))
                && theirs.sides().get(1) instanceof Several values
                && values.grouping() == Grouping.SET;
        if (assigns && ours instanceof Several list && list.grouping() == Grouping.LIST) {
            return assignments(list, theirs);
        }
        if (!(ours instanceof Relation own)
                || own.relators().size() != theirs.relators().size()) {
            return Decision.different("relation");
        }
        List<Relator> relators =
                own.relators().stream().map(SympyComparison::asTheirs).toList();
        return relators.equals(theirs.relators())
                ? inOrder(own.sides(), theirs.sides(), "relation")
                : Decision.different("relation");
    }

    /** {@code k = 1, k = 2} for their {@code Eq(k, {1, 2})}. */
    private Decision assignments(Several ours, Relation theirs) {
        List<Expression> values = new ArrayList<>();
        for (Expression element : ours.elements()) {
            boolean fits = element instanceof Relation relation
                    && relation.relators().equals(List.of(Relator.EQUAL))
                    && relation.sides().get(0).equals(theirs.sides().get(0));
            if (!fits) {
                return Decision.different("relation");
            }
            values.add(((Relation) element).sides().get(1));
        }
        return asSets(values, elements(theirs.sides().get(1)), "relation");
    }

    /** Whether {@code {1} \subseteq {1,2}}, which SymPy computes where both sets are finite, is as true as theirs. */
    private Decision inclusion(Relation ours, Words theirs) {
        Relator relator = ours.relators().get(0);
        boolean subset = relator == Relator.SUBSET;
        boolean finite = ours.relators().size() == 1
                && (subset || relator == Relator.SUPERSET)
                && ours.sides().stream().allMatch(SympyComparison::isFinite);
        if (!finite || !(theirs.text().equals("True") || theirs.text().equals("False"))) {
            return Decision.different("truth");
        }
        List<Expression> whole = elements(ours.sides().get(subset ? 1 : 0));
        Decision all = Decision.of(theirs.text().equals("True"), "truth");
        for (Expression element : elements(ours.sides().get(subset ? 0 : 1))) {
            List<Decision> each =
                    whole.stream().map(other -> same(element, other)).toList();
            if (each.stream().noneMatch(Decision::isEqual)) {
                if (each.stream().noneMatch(Decision::isUndecided)) {
                    return Decision.of(theirs.text().equals("False"), "truth");
                }
                all = Decision.undecided();
            }
        }
        return all;
    }

    private static boolean isFinite(Expression set) {
        return elements(set).stream()
                .noneMatch(element -> element instanceof Several || element instanceof Expression.Constant);
    }

    private static Relator asTheirs(Relator relator) {
        return switch (relator) {
            case IN -> Relator.EQUAL;
            case NOT_IN -> Relator.NOT_EQUAL;
            case EQUAL,
                    NOT_EQUAL,
                    LESS,
                    LESS_OR_EQUAL,
                    GREATER,
                    GREATER_OR_EQUAL,
                    APPROXIMATELY,
                    CONGRUENT,
                    SUBSET,
                    SUPERSET -> relator;
        };
    }

    private Decision inOrder(List<Expression> ours, List<Expression> theirs, String rule) {
        if (ours.size() != theirs.size()) {
            return Decision.different(rule);
        }
        boolean undecided = false;
        for (int i = 0; i < ours.size(); i++) {
            Decision decision = same(ours.get(i), theirs.get(i));
            if (decision.equality() == Equality.DIFFERENT) {
                return Decision.different(rule);
            }
            undecided |= decision.isUndecided();
        }
        return undecided ? Decision.undecided() : Decision.equal(rule);
    }

    private Decision asSets(List<Expression> ours, List<Expression> theirs, String rule) {
        boolean undecided = false;
        boolean[] found = new boolean[theirs.size()];
        for (Expression own : ours) {
            boolean equal = false;
            for (int i = 0; i < theirs.size(); i++) {
                Decision decision = same(own, theirs.get(i));
                equal |= decision.isEqual();
                found[i] |= decision.isEqual();
                undecided |= decision.isUndecided();
            }
            if (!equal) {
                return undecided ? Decision.undecided() : Decision.different(rule);
            }
        }
        for (boolean one : found) {
            if (!one) {
                return undecided ? Decision.undecided() : Decision.different(rule);
            }
        }
        return Decision.equal(rule);
    }

    /** Products and sums with matrices in them: part by part, as they stand. */
    private Decision byParts(Expression ours, Expression theirs) {
        List<Expression> own = factors(ours);
        List<Expression> other = factors(theirs);
        return ours.getClass() == theirs.getClass() && own.size() > 1
                ? inOrder(own, other, "parts")
                : Decision.different("kind");
    }

    private static List<Expression> factors(Expression expression) {
        List<Expression> all = new ArrayList<>();
        for (Expression part : Tree.parts(expression)) {
            if (part instanceof Expression.Product && expression instanceof Expression.Product) {
                all.addAll(factors(part));
            } else {
                all.add(part);
            }
        }
        return all;
    }

    private static boolean isConstant(Expression expression) {
        return !(expression instanceof Expression.Symbol)
                && Tree.parts(expression).stream().allMatch(SympyComparison::isConstant);
    }

    private Decision rounded(Expression ours, Expression theirs, Decision exact) {
        Optional<BigDecimal> own = value(ours);
        Optional<BigDecimal> other = value(theirs);
        if (own.isEmpty() || other.isEmpty()) {
            return exact;
        }
        BigDecimal error = own.get().subtract(other.get()).abs();
        BigDecimal allowed = other.get().abs().multiply(TOLERANCE).add(lost(ours));
        return Decision.of(error.compareTo(allowed) <= 0, "rounded");
    }

    /** The error of a remainder of floats: as large as that of the dividend, however small the remainder is. */
    private BigDecimal lost(Expression expression) {
        BigDecimal lost = BigDecimal.ZERO;
        if (expression instanceof Call call && call.function() == MathFunction.MOD) {
            lost = value(call.arguments().get(0))
                    .map(dividend -> dividend.abs().multiply(FLOAT_ERROR))
                    .orElse(lost);
        }
        for (Expression part : Tree.parts(expression)) {
            lost = lost.max(lost(part));
        }
        return lost;
    }

    private Optional<BigDecimal> value(Expression expression) {
        Optional<Rational> exact = decider.rational(expression, fuel);
        if (exact.isPresent()) {
            return Optional.of(new BigDecimal(exact.get().numerator())
                    .divide(new BigDecimal(exact.get().denominator()), MathContext.DECIMAL128));
        }
        return decider.decimal(expression, DIGITS, fuel)
                .filter(value -> value.im().equals("0"))
                .map(value -> new BigDecimal(value.re()));
    }
}
