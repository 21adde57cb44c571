package org.passk.verify.math;

import java.util.List;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Measured;
import org.passk.verify.math.expression.Expression.Negative;
import org.passk.verify.math.expression.Expression.Percent;
import org.passk.verify.math.expression.Expression.Quotient;
import org.passk.verify.math.expression.Expression.Ratio;

/**
 * A scalar with what is written around it.
 *
 * @param value without percent sign and unit
 * @param percent whether it carries a percent sign
 * @param unit the canonical name of its unit; empty when there is none
 */
record Quantity(Expression value, boolean percent, String unit) {

    static Quantity of(Expression expression) {
        if (expression instanceof Percent percent) {
            Quantity inner = of(percent.operand());
            return new Quantity(inner.value, true, inner.unit);
        }
        if (expression instanceof Measured measured) {
            Quantity inner = of(measured.quantity());
            return new Quantity(inner.value, inner.percent, measured.unit());
        }
        if (expression instanceof Negative negative) {
            Quantity inner = of(negative.operand());
            boolean plain = inner.value == negative.operand();
            return plain ? new Quantity(expression, false, "") : inner.with(new Negative(inner.value));
        }
        if (expression instanceof Ratio ratio && !ratio.clock() && ratio.parts().size() == 2) {
            return new Quantity(new Quotient(ratio.parts().get(0), ratio.parts().get(1)), false, "");
        }
        if (expression instanceof Expression.Product product
                && product.factors().size() == 2) {
            // Five million dollars: the unit stands behind the scale.
            Quantity first = of(product.factors().get(0));
            if (!first.unit.isEmpty() || first.percent) {
                return first.with(new Expression.Product(
                        List.of(first.value, product.factors().get(1))));
            }
        }
        return new Quantity(expression, false, "");
    }

    private Quantity with(Expression other) {
        return new Quantity(other, percent, unit);
    }
}
