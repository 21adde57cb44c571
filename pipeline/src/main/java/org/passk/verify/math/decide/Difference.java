package org.passk.verify.math.decide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Negative;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Expression.Product;
import org.passk.verify.math.expression.Expression.Sum;

/** The difference of two expressions without the terms that both have: sums in another order cancel before any work. */
final class Difference {
    private final Map<Expression, Integer> counts = new LinkedHashMap<>();

    private Difference() {}

    static Expression of(Expression left, Expression right) {
        Difference difference = new Difference();
        difference.add(left, 1);
        difference.add(right, -1);
        List<Expression> terms = new ArrayList<>();
        difference.counts.forEach((term, count) -> {
            if (count != 0) {
                terms.add(times(term, count));
            }
        });
        return terms.isEmpty() ? Num.of(0) : terms.size() == 1 ? terms.get(0) : new Sum(terms);
    }

    private static Expression times(Expression term, int count) {
        if (count == 1) {
            return term;
        }
        return count == -1 ? new Negative(term) : new Product(List.of(Num.of(count), term));
    }

    private void add(Expression expression, int sign) {
        if (expression instanceof Sum sum) {
            sum.terms().forEach(term -> add(term, sign));
        } else if (expression instanceof Negative negative) {
            add(negative.operand(), -sign);
        } else {
            counts.merge(expression, sign, Integer::sum);
        }
    }
}
