package org.passk.verify.math.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.passk.verify.math.expression.Expression.Applied;
import org.passk.verify.math.expression.Expression.Based;
import org.passk.verify.math.expression.Expression.Calculus;
import org.passk.verify.math.expression.Expression.Call;
import org.passk.verify.math.expression.Expression.Constant;
import org.passk.verify.math.expression.Expression.Matrix;
import org.passk.verify.math.expression.Expression.Measured;
import org.passk.verify.math.expression.Expression.Negative;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Expression.Percent;
import org.passk.verify.math.expression.Expression.PlusMinus;
import org.passk.verify.math.expression.Expression.Power;
import org.passk.verify.math.expression.Expression.Product;
import org.passk.verify.math.expression.Expression.Quotient;
import org.passk.verify.math.expression.Expression.Ratio;
import org.passk.verify.math.expression.Expression.Relation;
import org.passk.verify.math.expression.Expression.Series;
import org.passk.verify.math.expression.Expression.Several;
import org.passk.verify.math.expression.Expression.Sum;
import org.passk.verify.math.expression.Expression.Symbol;
import org.passk.verify.math.expression.Expression.Words;

/** Walks over trees without knowing the kinds of their nodes. */
public final class Tree {
    private Tree() {}

    /** The parts of an expression, in the order written; empty for leaves. */
    public static List<Expression> parts(Expression node) {
        if (node instanceof Sum sum) {
            return sum.terms();
        }
        if (node instanceof Product product) {
            return product.factors();
        }
        if (node instanceof Negative negative) {
            return List.of(negative.operand());
        }
        if (node instanceof Quotient quotient) {
            return List.of(quotient.numerator(), quotient.denominator());
        }
        if (node instanceof Power power) {
            return List.of(power.base(), power.exponent());
        }
        if (node instanceof Call call) {
            return call.arguments();
        }
        if (node instanceof Applied applied) {
            return applied.arguments();
        }
        if (node instanceof Series series) {
            return List.of(series.lower(), series.upper(), series.body());
        }
        if (node instanceof Calculus calculus) {
            List<Expression> parts = new ArrayList<>(calculus.bounds());
            parts.add(calculus.body());
            return parts;
        }
        return collected(node);
    }

    private static List<Expression> collected(Expression node) {
        if (node instanceof PlusMinus both) {
            return List.of(both.left(), both.right());
        }
        if (node instanceof Percent percent) {
            return List.of(percent.operand());
        }
        if (node instanceof Measured measured) {
            return List.of(measured.quantity());
        }
        if (node instanceof Ratio ratio) {
            return ratio.parts();
        }
        if (node instanceof Several several) {
            return several.elements();
        }
        if (node instanceof Matrix matrix) {
            return matrix.cells();
        }
        return node instanceof Relation relation ? relation.sides() : List.of();
    }

    /**
     * The same node with other parts.
     *
     * @param change what becomes of each part
     */
    public static Expression with(Expression node, UnaryOperator<Expression> change) {
        List<Expression> old = parts(node);
        List<Expression> parts = new ArrayList<>(old.size());
        boolean same = true;
        for (Expression part : old) {
            Expression changed = change.apply(part);
            same &= changed == part;
            parts.add(changed);
        }
        return same ? node : rebuilt(node, parts);
    }

    private static Expression rebuilt(Expression node, List<Expression> parts) {
        if (node instanceof Sum) {
            return new Sum(parts);
        }
        if (node instanceof Product) {
            return new Product(parts);
        }
        if (node instanceof Negative) {
            return new Negative(parts.get(0));
        }
        if (node instanceof Quotient) {
            return new Quotient(parts.get(0), parts.get(1));
        }
        if (node instanceof Power) {
            return new Power(parts.get(0), parts.get(1));
        }
        if (node instanceof Call call) {
            return new Call(call.function(), parts);
        }
        if (node instanceof Applied applied) {
            return new Applied(applied.name(), parts);
        }
        if (node instanceof Series series) {
            return new Series(series.product(), series.variable(), parts.get(0), parts.get(1), parts.get(2));
        }
        if (node instanceof Calculus calculus) {
            int last = parts.size() - 1;
            return new Calculus(
                    calculus.kind(), calculus.variable(), parts.subList(0, last), calculus.form(), parts.get(last));
        }
        return recollected(node, parts);
    }

    private static Expression recollected(Expression node, List<Expression> parts) {
        if (node instanceof PlusMinus both) {
            return new PlusMinus(parts.get(0), parts.get(1), both.minusFirst());
        }
        if (node instanceof Percent) {
            return new Percent(parts.get(0));
        }
        if (node instanceof Measured measured) {
            return new Measured(parts.get(0), measured.unit());
        }
        if (node instanceof Ratio ratio) {
            return new Ratio(parts, ratio.clock());
        }
        if (node instanceof Several several) {
            return new Several(several.grouping(), several.brackets(), parts);
        }
        if (node instanceof Matrix matrix) {
            return new Matrix(matrix.columns(), parts);
        }
        if (node instanceof Relation relation) {
            return new Relation(parts, relation.relators());
        }
        if (node instanceof Num
                || node instanceof Symbol
                || node instanceof Constant
                || node instanceof Based
                || node instanceof Words) {
            return node;
        }
        throw new IllegalArgumentException("a kind of node without a rule: " + node.getClass());
    }
}
