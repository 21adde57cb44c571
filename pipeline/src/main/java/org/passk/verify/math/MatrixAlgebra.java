package org.passk.verify.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Matrix;
import org.passk.verify.math.expression.Expression.Negative;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Expression.Power;
import org.passk.verify.math.expression.Expression.Product;
import org.passk.verify.math.expression.Expression.Quotient;
import org.passk.verify.math.expression.Expression.Several;
import org.passk.verify.math.expression.Expression.Sum;
import org.passk.verify.math.expression.Rational;
import org.passk.verify.math.expression.Tree;

/** Writes sums, products and powers of matrices out; what does not fit together stays as it is. */
final class MatrixAlgebra {
    private static final int MAX_CELLS = 256;

    /** Bits of a number that is computed rather than written out. */
    private static final int MAX_BITS = 1_024;

    /** Parts of a product that is written out: each factor may multiply what is there by the number of its columns. */
    private static final int MAX_PARTS = 20_000;

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
        if (expression instanceof Power power && of(power.base()) instanceof Matrix matrix) {
            return MatrixPower.of(matrix, power.exponent())
                    .map(Expression.class::cast)
                    .orElse(expression);
        }
        return expression;
    }

    /** Whether an expression that was not written out is nevertheless a matrix of this shape. */
    static boolean isBeyondLimits(Expression expression, Matrix shape) {
        return !(expression instanceof Matrix) && MatrixShape.of(expression).equals(MatrixShape.of(shape));
    }

    /** The value of a number, or of a sum, product or quotient of numbers; empty where it is none or a large one. */
    static Optional<Rational> exact(Expression expression) {
        if (expression instanceof Num number) {
            return Optional.of(number.value()).filter(MatrixAlgebra::isSmall);
        }
        if (expression instanceof Negative negative) {
            return exact(negative.operand()).map(Rational::negate);
        }
        if (expression instanceof Sum sum) {
            return exact(sum.terms(), Rational::plus);
        }
        if (expression instanceof Product product) {
            return exact(product.factors(), Rational::times);
        }
        if (expression instanceof Quotient quotient) {
            return exact(quotient.denominator())
                    .filter(divisor -> !divisor.isZero())
                    .flatMap(divisor -> exact(quotient.numerator()).map(value -> value.dividedBy(divisor)))
                    .filter(MatrixAlgebra::isSmall);
        }
        return Optional.empty();
    }

    private static Optional<Rational> exact(List<Expression> parts, BinaryOperator<Rational> combination) {
        Optional<Rational> all = exact(parts.get(0));
        for (Expression part : parts.subList(1, parts.size())) {
            if (all.isEmpty()) {
                return all;
            }
            Optional<Rational> value = all;
            all = exact(part)
                    .map(other -> combination.apply(value.get(), other))
                    .filter(MatrixAlgebra::isSmall);
        }
        return all;
    }

    private static boolean isSmall(Rational value) {
        return value.numerator().bitLength() <= MAX_BITS && value.denominator().bitLength() <= MAX_BITS;
    }

    /** A number where it is one, so that what is computed from it does not grow. */
    static Expression folded(Expression cell) {
        return exact(cell).<Expression>map(Num::of).orElse(cell);
    }

    /** The number of parts, or more than {@link #MAX_PARTS}. */
    private static int parts(List<Expression> expressions) {
        int all = 0;
        for (Expression expression : expressions) {
            all += 1 + parts(Tree.parts(expression));
            if (all > MAX_PARTS) {
                return MAX_PARTS + 1;
            }
        }
        return all;
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
            return a.columns() == b.rows() ? multiplied(a, b).orElse(null) : null;
        }
        if (left instanceof Matrix matrix) {
            return isScalar(right) ? mapped(matrix, false, right) : null;
        }
        if (right instanceof Matrix matrix) {
            return isScalar(left) ? mapped(matrix, false, left) : null;
        }
        return new Product(List.of(left, right));
    }

    /** The product of two matrices that fit together; empty beyond the limits. */
    static Optional<Matrix> multiplied(Matrix a, Matrix b) {
        if (a.rows() * b.columns() > MAX_CELLS
                || (long) parts(a.cells()) * b.columns() + (long) parts(b.cells()) * a.rows() > MAX_PARTS) {
            return Optional.empty();
        }
        List<Expression> cells = new ArrayList<>();
        for (int row = 0; row < a.rows(); row++) {
            for (int column = 0; column < b.columns(); column++) {
                List<Expression> terms = new ArrayList<>();
                for (int k = 0; k < a.columns(); k++) {
                    terms.add(new Product(List.of(
                            a.cells().get(row * a.columns() + k), b.cells().get(k * b.columns() + column))));
                }
                cells.add(folded(terms.size() == 1 ? terms.get(0) : new Sum(terms)));
            }
        }
        return Optional.of(new Matrix(b.columns(), cells));
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
