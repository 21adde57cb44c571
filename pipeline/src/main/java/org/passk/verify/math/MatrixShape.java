package org.passk.verify.math;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Matrix;
import org.passk.verify.math.expression.Expression.Negative;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Expression.Power;
import org.passk.verify.math.expression.Expression.Product;
import org.passk.verify.math.expression.Expression.Quotient;
import org.passk.verify.math.expression.Expression.Several;
import org.passk.verify.math.expression.Expression.Sum;

/**
 * The shape of an expression of matrices, which is known without writing it out.
 *
 * @param rows 0 for a scalar
 * @param columns 0 for a scalar
 */
record MatrixShape(int rows, int columns) {
    private static final MatrixShape SCALAR = new MatrixShape(0, 0);

    /** Empty where the parts do not fit together, and for what is neither a matrix nor a scalar. */
    static Optional<MatrixShape> of(Expression expression) {
        if (expression instanceof Matrix matrix) {
            return Optional.of(new MatrixShape(matrix.rows(), matrix.columns()));
        }
        if (expression instanceof Negative negative) {
            return of(negative.operand());
        }
        if (expression instanceof Sum sum) {
            return all(sum.terms(), MatrixShape::plus);
        }
        if (expression instanceof Product product) {
            return all(product.factors(), MatrixShape::times);
        }
        if (expression instanceof Quotient quotient) {
            return of(quotient.denominator()).filter(MatrixShape::isScalar).flatMap(one -> of(quotient.numerator()));
        }
        if (expression instanceof Power power) {
            return of(power.base()).flatMap(base -> base.power(power.exponent()));
        }
        return expression instanceof Several ? Optional.empty() : Optional.of(SCALAR);
    }

    private static Optional<MatrixShape> all(
            List<Expression> parts, BiFunction<MatrixShape, MatrixShape, Optional<MatrixShape>> combination) {
        Optional<MatrixShape> all = of(parts.get(0));
        for (Expression part : parts.subList(1, parts.size())) {
            Optional<MatrixShape> next = of(part);
            all = all.flatMap(one -> next.flatMap(other -> combination.apply(one, other)));
        }
        return all;
    }

    private boolean isScalar() {
        return rows == 0;
    }

    private Optional<MatrixShape> plus(MatrixShape other) {
        return equals(other) ? Optional.of(this) : Optional.empty();
    }

    private Optional<MatrixShape> times(MatrixShape other) {
        if (isScalar() || other.isScalar()) {
            return Optional.of(isScalar() ? other : this);
        }
        return columns == other.rows ? Optional.of(new MatrixShape(rows, other.columns)) : Optional.empty();
    }

    private Optional<MatrixShape> power(Expression exponent) {
        if (isScalar()) {
            return Optional.of(this);
        }
        if (MatrixPower.isTranspose(exponent)) {
            return Optional.of(new MatrixShape(/* rows= */ columns, /* columns= */ rows));
        }
        Expression magnitude = exponent instanceof Negative negative ? negative.operand() : exponent;
        boolean integer = magnitude instanceof Num number && number.value().isInteger();
        return integer && rows == columns ? Optional.of(this) : Optional.empty();
    }
}
