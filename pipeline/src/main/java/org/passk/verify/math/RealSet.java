package org.passk.verify.math;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passk.verify.math.ball.Sign;
import org.passk.verify.math.decide.Decider;
import org.passk.verify.math.decide.Fuel;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Call;
import org.passk.verify.math.expression.Expression.Constant;
import org.passk.verify.math.expression.Expression.Negative;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Expression.Relation;
import org.passk.verify.math.expression.Expression.Relator;
import org.passk.verify.math.expression.Expression.Several;
import org.passk.verify.math.expression.Expression.Symbol;
import org.passk.verify.math.expression.MathFunction;
import org.passk.verify.math.expression.Tree;

/**
 * A set of real numbers as intervals from left to right that do not touch, with exact ends: the one form of intervals,
 * unions, complements, points and inequalities of one variable.
 *
 * @param pieces from left to right
 */
record RealSet(List<Piece> pieces) {
    private static final int MAX_POINTS = 32;
    private static final Expression MINUS_INFINITY = new Negative(Constant.INFINITY);
    private static final Piece ALL = new Piece(MINUS_INFINITY, false, Constant.INFINITY, false);

    /** One interval; a point has equal ends that both belong to it. */
    record Piece(Expression lower, boolean closedBelow, Expression upper, boolean closedAbove) {
        /** The negatives of its numbers. */
        Piece mirrored() {
            boolean below = closedAbove;
            boolean above = closedBelow;
            return new Piece(negative(upper), below, negative(lower), above);
        }

        private static Expression negative(Expression end) {
            return end instanceof Negative minus ? minus.operand() : new Negative(end);
        }
    }

    /** Copies the pieces. */
    RealSet {
        pieces = List.copyOf(pieces);
    }

    /** Thrown where the order of two ends is not decided; caught by the reader alone. */
    private static final class Unordered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unordered() {
            super("order of ends unknown", null, false, false);
        }
    }

    /**
     * Reads an expression as a set of real numbers.
     *
     * @return empty when it is none, or the order of its ends is not decided
     */
    static Optional<RealSet> of(Expression form, Decider decider, Fuel fuel) {
        Set<String> variables = new HashSet<>();
        variables(form, variables);
        if (variables.size() > 1) {
            return Optional.empty();
        }
        try {
            return new Reader(decider, fuel).read(form).map(RealSet::new);
        } catch (Unordered e) {
            return Optional.empty();
        }
    }

    /** Whether an expression is a set of numbers by its notation, and nothing else. */
    static boolean isNotation(Expression form) {
        if (form == Constant.REALS || form == Constant.EMPTY_SET) {
            return true;
        }
        return form instanceof Several several
                && switch (several.grouping()) {
                    case UNION, INTERSECTION, DIFFERENCE -> true;
                    case TUPLE ->
                        !several.brackets().equals("()") && several.elements().size() == 2;
                    case LIST, SET -> false;
                };
    }

    /** The variable that a statement is about; empty when it is no statement, or about several. */
    static Optional<String> variable(Expression form) {
        Set<String> names = new HashSet<>();
        variables(form, names);
        return names.size() == 1 ? Optional.of(names.iterator().next()) : Optional.empty();
    }

    private static void variables(Expression form, Set<String> names) {
        if (form instanceof Symbol symbol) {
            names.add(symbol.name());
        }
        Tree.parts(form).forEach(part -> variables(part, names));
    }

    private static final class Reader {
        private final Decider decider;
        private final Fuel fuel;

        Reader(Decider decider, Fuel fuel) {
            this.decider = decider;
            this.fuel = fuel;
        }

        Optional<List<Piece>> read(Expression form) {
            if (form == Constant.REALS) {
                return Optional.of(List.of(ALL));
            }
            if (form == Constant.EMPTY_SET) {
                return Optional.of(List.of());
            }
            if (form instanceof Relation relation) {
                return relation(relation);
            }
            if (!(form instanceof Several several)) {
                return Optional.empty();
            }
            return switch (several.grouping()) {
                case TUPLE -> interval(several);
                case SET -> points(several.elements());
                case UNION -> combined(several, true);
                case INTERSECTION -> combined(several, false);
                case LIST -> Optional.empty();
                case DIFFERENCE -> difference(several);
            };
        }

        private Optional<List<Piece>> interval(Several tuple) {
            if (tuple.elements().size() != 2) {
                return Optional.empty();
            }
            boolean below = tuple.brackets().charAt(0) == '[';
            boolean above = tuple.brackets().charAt(1) == ']';
            return piece(tuple.elements().get(0), below, tuple.elements().get(1), above);
        }

        private Optional<List<Piece>> piece(Expression lower, boolean below, Expression upper, boolean above) {
            if (!Forms.isConstant(lower) || !Forms.isConstant(upper)) {
                return Optional.empty();
            }
            int order = compare(lower, upper);
            boolean point = order == 0 && below && above;
            return order < 0 || point ? Optional.of(List.of(new Piece(lower, below, upper, above))) : Optional.empty();
        }

        private Optional<List<Piece>> points(List<Expression> elements) {
            List<Piece> all = new ArrayList<>();
            if (elements.size() > MAX_POINTS) {
                return Optional.empty();
            }
            for (Expression element : elements) {
                boolean number = Forms.isConstant(element)
                        && !(element instanceof Several)
                        && !(element instanceof Relation)
                        && !(element instanceof Expression.Words);
                if (!number) {
                    return Optional.empty();
                }
                all = union(all, List.of(new Piece(element, true, element, true)));
            }
            return Optional.of(all);
        }

        private Optional<List<Piece>> combined(Several several, boolean union) {
            Optional<List<Piece>> all = Optional.empty();
            if (several.elements().size() > MAX_POINTS) {
                return all;
            }
            for (Expression element : several.elements()) {
                Optional<List<Piece>> one = read(element);
                if (one.isEmpty()) {
                    return Optional.empty();
                }
                all = all.isEmpty()
                        ? one
                        : Optional.of(union ? union(all.get(), one.get()) : intersection(all.get(), one.get()));
            }
            return all;
        }

        private Optional<List<Piece>> difference(Several several) {
            Optional<List<Piece>> all = read(several.elements().get(0));
            for (Expression element :
                    several.elements().subList(1, several.elements().size())) {
                Optional<List<Piece>> taken = read(element);
                if (all.isEmpty() || taken.isEmpty()) {
                    return Optional.empty();
                }
                all = Optional.of(intersection(all.get(), complement(taken.get())));
            }
            return all;
        }

        /** A chain with one variable, each link of which bounds it. */
        private Optional<List<Piece>> relation(Relation relation) {
            List<Piece> all = List.of(ALL);
            for (int i = 0; i < relation.relators().size(); i++) {
                Expression left = relation.sides().get(i);
                Expression right = relation.sides().get(i + 1);
                Relator relator = relation.relators().get(i);
                Optional<List<Piece>> link = isVariable(left)
                        ? bound(left, relator, right)
                        : isVariable(right) ? bound(right, relator.reversed(), left) : polynomial(left, relator, right);
                if (link.isEmpty()) {
                    return Optional.empty();
                }
                all = intersection(all, link.get());
            }
            return Optional.of(all);
        }

        /** Where one polynomial of a degree up to 2, or the absolute value of a linear one, is below another. */
        private Optional<List<Piece>> polynomial(Expression left, Relator relator, Expression right) {
            if (!relator.orders()) {
                return Optional.empty();
            }
            if (isAbsolute(right) && !isAbsolute(left)) {
                return polynomial(right, relator.reversed(), left);
            }
            Optional<Quadratic> bound = Quadratic.of(right, decider, fuel);
            if (isAbsolute(left)) {
                // |u| < c where u^2 < c^2, unless c is negative: then nowhere.
                Expression inside = ((Call) left).arguments().get(0);
                Optional<Quadratic> linear = Quadratic.of(inside, decider, fuel).filter(Quadratic::isLinear);
                Optional<Quadratic> number = bound.filter(Quadratic::isConstant);
                if (linear.isEmpty() || number.isEmpty()) {
                    return Optional.empty();
                }
                if (number.get().c().numerator().signum() < 0) {
                    return Optional.of(isBelow(relator) ? List.of() : List.of(ALL));
                }
                Quadratic square = number.get().squared().orElseThrow().negated();
                return Optional.of(where(linear.get().squared().orElseThrow().plus(square), relator));
            }
            return bound.flatMap(other -> Quadratic.of(left, decider, fuel).map(own -> own.plus(other.negated())))
                    .filter(difference -> !difference.isConstant())
                    .map(difference -> where(difference, relator));
        }

        private static boolean isAbsolute(Expression side) {
            return side instanceof Call call && call.function() == MathFunction.ABS;
        }

        private static boolean isBelow(Relator relator) {
            return relator == Relator.LESS || relator == Relator.LESS_OR_EQUAL;
        }

        /** Where a polynomial stands in this relation to 0. */
        private List<Piece> where(Quadratic polynomial, Relator relator) {
            if (polynomial.sign() < 0) {
                return where(polynomial.negated(), relator.reversed());
            }
            boolean closed = relator == Relator.LESS_OR_EQUAL || relator == Relator.GREATER_OR_EQUAL;
            if (!isBelow(relator)) {
                return complement(where(polynomial, closed ? Relator.LESS : Relator.LESS_OR_EQUAL));
            }
            List<Expression> roots = polynomial.roots();
            List<Piece> below = new ArrayList<>();
            if (polynomial.isLinear()) {
                addIfNotEmpty(below, MINUS_INFINITY, false, roots.get(0), closed);
            } else if (!roots.isEmpty()) {
                addIfNotEmpty(below, roots.get(0), closed, roots.get(1), closed);
            }
            return below;
        }

        private static boolean isVariable(Expression side) {
            return side instanceof Symbol
                    || (side instanceof Call call
                            && call.function() == MathFunction.ABS
                            && call.arguments().get(0) instanceof Symbol);
        }

        private Optional<List<Piece>> bound(Expression variable, Relator relator, Expression end) {
            Optional<List<Piece>> right = bound(relator, end);
            if (variable instanceof Symbol || right.isEmpty()) {
                return right;
            }
            // |x| is bounded where x and -x are.
            List<Piece> mirrored = new ArrayList<>();
            for (Piece piece : right.get()) {
                mirrored.add(0, piece.mirrored());
            }
            List<Piece> positive = List.of(new Piece(Num.of(0), true, Constant.INFINITY, false));
            List<Piece> negative = List.of(new Piece(MINUS_INFINITY, false, Num.of(0), true));
            return Optional.of(union(intersection(right.get(), positive), intersection(mirrored, negative)));
        }

        private Optional<List<Piece>> bound(Relator relator, Expression end) {
            if (relator == Relator.IN) {
                return read(end);
            }
            if (relator == Relator.NOT_IN) {
                return read(end).map(this::complement);
            }
            if (!Forms.isConstant(end) || end instanceof Several) {
                return Optional.empty();
            }
            return switch (relator) {
                case LESS -> piece(MINUS_INFINITY, false, end, false);
                case LESS_OR_EQUAL -> piece(MINUS_INFINITY, false, end, true);
                case GREATER -> piece(end, false, Constant.INFINITY, false);
                case GREATER_OR_EQUAL -> piece(end, true, Constant.INFINITY, false);
                case NOT_EQUAL -> points(List.of(end)).map(this::complement);
                case EQUAL -> points(List.of(end));
                case APPROXIMATELY, CONGRUENT, IN, NOT_IN, SUBSET, SUPERSET -> Optional.empty();
            };
        }

        private int compare(Expression left, Expression right) {
            Sign sign = decider.compare(left, right, fuel);
            return switch (sign) {
                case NEGATIVE -> -1;
                case ZERO -> 0;
                case POSITIVE -> 1;
                case UNKNOWN -> throw new Unordered();
            };
        }

        private List<Piece> union(List<Piece> one, List<Piece> other) {
            return complement(intersection(complement(one), complement(other)));
        }

        private List<Piece> complement(List<Piece> pieces) {
            List<Piece> rest = new ArrayList<>();
            Expression start = MINUS_INFINITY;
            boolean closed = false;
            for (Piece piece : pieces) {
                addIfNotEmpty(rest, start, closed, piece.lower, !piece.closedBelow);
                start = piece.upper;
                closed = !piece.closedAbove;
            }
            addIfNotEmpty(rest, start, closed, Constant.INFINITY, false);
            return rest;
        }

        private void addIfNotEmpty(List<Piece> all, Expression lower, boolean below, Expression upper, boolean above) {
            int order = compare(lower, upper);
            boolean infinite = lower == Constant.INFINITY || upper.equals(MINUS_INFINITY);
            if (order < 0 || (order == 0 && below && above && !infinite)) {
                all.add(new Piece(lower, below, upper, above));
            }
        }

        private List<Piece> intersection(List<Piece> one, List<Piece> other) {
            List<Piece> all = new ArrayList<>();
            for (Piece a : one) {
                for (Piece b : other) {
                    int low = compare(a.lower, b.lower);
                    int high = compare(a.upper, b.upper);
                    boolean below = low > 0 ? a.closedBelow : low < 0 ? b.closedBelow : a.closedBelow && b.closedBelow;
                    boolean above =
                            high < 0 ? a.closedAbove : high > 0 ? b.closedAbove : a.closedAbove && b.closedAbove;
                    addIfNotEmpty(all, low > 0 ? a.lower : b.lower, below, high < 0 ? a.upper : b.upper, above);
                }
            }
            return all;
        }
    }
}
