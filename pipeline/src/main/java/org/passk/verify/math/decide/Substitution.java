package org.passk.verify.math.decide;

import java.util.Map;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Expression.Symbol;
import org.passk.verify.math.expression.Rational;
import org.passk.verify.math.expression.Tree;

/** Puts numbers in the place of variables. */
final class Substitution {
    private Substitution() {}

    static Expression of(Expression expression, Map<String, Rational> values) {
        if (expression instanceof Symbol symbol) {
            Rational value = values.get(symbol.name());
            return value == null ? symbol : Num.of(value);
        }
        return Tree.with(expression, part -> of(part, values));
    }
}
