package org.passk.verify.math;

import java.util.ArrayList;
import java.util.List;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Matrix;
import org.passk.verify.math.expression.Expression.Negative;
import org.passk.verify.math.expression.Expression.Product;
import org.passk.verify.math.expression.Expression.Quotient;
import org.passk.verify.math.expression.Expression.Several;
import org.passk.verify.math.expression.Expression.Sum;

/** Writes sums and products of matrices out; what does not fit together stays as it is. */
final class MatrixAlgebra {
    private static final int MAX_CELLS = 256;

    private MatrixAlgebra() {}

    static Expression of(Expression expression) {
        if (expression instanceof Sum sum) {
            return folded(sum.terms(), true, expression);
        }
        if (expression instanceof Product product) {
            return folded(product.factors(), false, expression);
        }
        if (expression instanceof Negative negative && of(negative.operand()) instanceof Matrix matrix) {
            return mapped(matrix, false, Expression.Num.of(-1));
        }
        if (expression instanceof Quotient quotient
                && of(quotient.numerator()) instanceof Matrix matrix
                && isScalar(quotient.denominator())) {
            return mapped(matrix, true, quotient.denominator());
        }
        return expression;
    }

    private static boolean isScalar(Expression expression) {
        return !(expression instanceof Matrix) && !(expression instanceof Expression.Several);
    }

    private static Expression folded(List<Expression> parts, boolean add, Expression original) {
        boolean matrices = false;
        Expression all = null;
        for (Expression part : parts) {
            Expression form = of(part);
            matrices |= form instanceof Matrix;
            if (all == null) {
                all = form;
            } else {
                all = add ? sum(all, form) : product(all, form);
            }
            if (all == null) {
                return original;
            }
        }
        return matrices ? all : original;
    }

    /** Null where the two do not fit. */
    private static Expression sum(Expression left, Expression right) {
        boolean fit = left instanceof Matrix a
                && right instanceof Matrix b
                && a.columns() == b.columns()
                && a.rows() == b.rows();
        if (!fit) {
            return left instanceof Matrix || right instanceof Matrix ? null : new Sum(List.of(left, right));
        }
        List<Expression> cells = new ArrayList<>();
        for (int i = 0; i < ((Matrix) left).cells().size(); i++) {
            cells.add(new Sum(List.of(
                    ((Matrix) left).cells().get(i), ((Matrix) right).cells().get(i))));
        }
        return new Matrix(((Matrix) left).columns(), cells);
    }

    private static Expression product(Expression left, Expression right) {
        if (left instanceof Matrix a && right instanceof Matrix b) {
            return a.columns() == b.rows() && a.rows() * b.columns() <= MAX_CELLS ? multiplied(a, b) : null;
        }
        if (left instanceof Matrix matrix) {
            return isScalar(right) ? mapped(matrix, false, right) : null;
        }
        if (right instanceof Matrix matrix) {
            return isScalar(left) ? mapped(matrix, false, left) : null;
        }
        return new Product(List.of(left, right));
    }

    private static Matrix multiplied(Matrix a, Matrix b) {
        List<Expression> cells = new ArrayList<>();
        for (int row = 0; row < a.rows(); row++) {
            for (int column = 0; column < b.columns(); column++) {
                List<Expression> terms = new ArrayList<>();
                for (int k = 0; k < a.columns(); k++) {
                    terms.add(new Product(List.of(
                            a.cells().get(row * a.columns() + k), b.cells().get(k * b.columns() + column))));
                }
                cells.add(terms.size() == 1 ? terms.get(0) : new Sum(terms));
            }
        }
        return new Matrix(b.columns(), cells);
    }

    private static Matrix mapped(Matrix matrix, boolean divide, Expression scalar) {
        List<Expression> cells = new ArrayList<>();
        for (Expression cell : matrix.cells()) {
            cells.add(divide ? new Quotient(cell, scalar) : new Product(List.of(scalar, cell)));
        }
        return new Matrix(matrix.columns(), cells);
    }

    /** {@code [[1, 2], [3, 4]]} as a matrix; anything else as it is. */
    static Expression nested(Expression expression) {
        if (!isBracketed(expression)) {
            return expression;
        }
        List<Expression> cells = new ArrayList<>();
        int columns = 0;
        for (Expression row : ((Several) expression).elements()) {
            if (!isBracketed(row) || (columns > 0 && ((Several) row).elements().size() != columns)) {
                return expression;
            }
            columns = ((Several) row).elements().size();
            cells.addAll(((Several) row).elements());
        }
        return new Matrix(columns, cells);
    }

    private static boolean isBracketed(Expression expression) {
        return expression instanceof Several several
                && several.brackets().equals("[]")
                && !several.elements().isEmpty();
    }
}
