package org.passk.verify.math;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Call;
import org.passk.verify.math.expression.Expression.Matrix;
import org.passk.verify.math.expression.Expression.Negative;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Expression.Quotient;
import org.passk.verify.math.expression.Expression.Symbol;
import org.passk.verify.math.expression.MathFunction;

/** Writes powers, inverses and transposes of small matrices out. */
final class MatrixPower {
    /** An inverse of this size has sixteen determinants of three rows. */
    private static final int MOST_ROWS = 4;

    private static final int MOST_EXPONENT = 16;

    private MatrixPower() {}

    /**
     * The matrix that a power stands for.
     *
     * @return empty for what is no power of a matrix, or beyond the limits
     */
    static Optional<Matrix> of(Matrix base, Expression exponent) {
        if (isTranspose(exponent)) {
            return Optional.of(transposed(base));
        }
        int times = integer(exponent);
        if (times == 0 || !isUsable(base)) {
            return Optional.empty();
        }
        Matrix root = times < 0 ? inverse(base) : base;
        Matrix all = root;
        for (int i = 1; i < Math.abs(times); i++) {
            Optional<Matrix> next = MatrixAlgebra.multiplied(all, root);
            if (next.isEmpty()) {
                return next;
            }
            all = next.get();
        }
        return Optional.of(all);
    }

    /** Whether an exponent stands for the transpose. */
    static boolean isTranspose(Expression exponent) {
        return exponent instanceof Symbol symbol
                && (symbol.name().equals("T")
                        || symbol.name().equals("\\top")
                        || symbol.name().equals("\\intercal"));
    }

    private static boolean isUsable(Matrix base) {
        return base.rows() == base.columns() && base.rows() <= MOST_ROWS;
    }

    /** Zero for what is no integer, or none that is small. */
    private static int integer(Expression exponent) {
        boolean negative = exponent instanceof Negative;
        Expression magnitude = exponent instanceof Negative minus ? minus.operand() : exponent;
        if (!(magnitude instanceof Num number) || !number.value().isInteger()) {
            return 0;
        }
        BigInteger value = number.value().numerator();
        if (value.abs().compareTo(BigInteger.valueOf(MOST_EXPONENT)) > 0) {
            return 0;
        }
        return negative ? -value.intValueExact() : value.intValueExact();
    }

    private static Matrix transposed(Matrix matrix) {
        List<Expression> cells = new ArrayList<>();
        for (int column = 0; column < matrix.columns(); column++) {
            for (int row = 0; row < matrix.rows(); row++) {
                cells.add(matrix.cells().get(row * matrix.columns() + column));
            }
        }
        return new Matrix(matrix.rows(), cells);
    }

    /** The cofactors, transposed, over the determinant; undefined in each cell where that is zero. */
    private static Matrix inverse(Matrix matrix) {
        Expression determinant = determinant(matrix);
        int size = matrix.columns();
        List<Expression> cells = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                Expression minor = size == 1 ? Num.of(1) : determinant(without(matrix, column, row));
                Expression cofactor = (row + column) % 2 == 0 ? minor : new Negative(minor);
                cells.add(MatrixAlgebra.folded(new Quotient(cofactor, determinant)));
            }
        }
        return new Matrix(size, cells);
    }

    private static Matrix without(Matrix matrix, int row, int column) {
        List<Expression> cells = new ArrayList<>();
        for (int i = 0; i < matrix.cells().size(); i++) {
            if (i / matrix.columns() != row && i % matrix.columns() != column) {
                cells.add(matrix.cells().get(i));
            }
        }
        return new Matrix(matrix.columns() - 1, cells);
    }

    /** By the first column where all cells are rational numbers. */
    private static Expression determinant(Matrix matrix) {
        boolean exact = matrix.cells().stream()
                .allMatch(cell -> MatrixAlgebra.exact(cell).isPresent());
        if (!exact) {
            return Call.of(MathFunction.DET, matrix);
        }
        if (matrix.columns() == 1) {
            return matrix.cells().get(0);
        }
        List<Expression> terms = new ArrayList<>();
        for (int row = 0; row < matrix.rows(); row++) {
            Expression cell = matrix.cells().get(row * matrix.columns());
            Expression term = new Expression.Product(List.of(cell, determinant(without(matrix, row, 0))));
            terms.add(row % 2 == 0 ? term : new Negative(term));
        }
        return MatrixAlgebra.folded(new Expression.Sum(terms));
    }
}
