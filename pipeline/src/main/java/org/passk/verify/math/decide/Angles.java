package org.passk.verify.math.decide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Constant;
import org.passk.verify.math.expression.Expression.Measured;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Expression.Symbol;
import org.passk.verify.math.expression.Rational;
import org.passk.verify.math.expression.Tree;

/** Angles that are rational multiples of pi. */
final class Angles {
    /** A name that no answer can write. */
    private static final String PI = "\u0000pi";

    private Angles() {}

    /**
     * The factor of pi in an angle.
     *
     * @throws Stop when the angle is no rational multiple of pi
     */
    static Rational multipleOfPi(Expression angle, Fuel fuel) {
        Expression inPi = withSymbol(angle);
        Rational one = at(inPi, 1, fuel);
        // A rational function r with r(k) = k r(1) for several large k is linear, but for a chance of no weight.
        for (long k : new long[] {2, 1_000_003, 0x5DEECE66DL}) {
            if (!at(inPi, k, fuel).equals(one.times(Rational.integer(k)))) {
                throw Stop.notExact();
            }
        }
        return one;
    }

    private static Rational at(Expression angle, long value, Fuel fuel) {
        Map<String, Rational> point = new HashMap<>();
        point.put(PI, Rational.integer(value));
        return new ExactEvaluator(point, fuel, 1 << 14).value(angle);
    }

    private static Expression withSymbol(Expression expression) {
        if (expression == Constant.PI) {
            return new Symbol(PI);
        }
        if (expression instanceof Measured measured && measured.unit().equals("degree")) {
            Expression quantity = withSymbol(measured.quantity());
            return new Expression.Quotient(new Expression.Product(List.of(quantity, new Symbol(PI))), Num.of(180));
        }
        return Tree.with(expression, Angles::withSymbol);
    }
}
