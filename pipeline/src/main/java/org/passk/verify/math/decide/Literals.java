package org.passk.verify.math.decide;

import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Negative;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Expression.Power;
import org.passk.verify.math.expression.Tree;

/** How many bits the numbers in an expression are written with: how small a difference between two of them may be. */
final class Literals {
    private static final double MOST = 1e6;

    private Literals() {}

    static int bits(Expression expression) {
        return (int) Math.min(MOST, size(expression));
    }

    private static double size(Expression expression) {
        if (expression instanceof Num number) {
            return ExactArithmetic.bits(number.value());
        }
        if (expression instanceof Power power && exponent(power.exponent()) instanceof Num number) {
            // 10^-60 is as small as sixty digits. The base is walked once: twice would double with each power inside.
            double times =
                    1 + Math.min(MOST, Math.abs(number.value().numerator().doubleValue()));
            return size(power.base()) * times + size(power.exponent());
        }
        double all = 0;
        for (Expression part : Tree.parts(expression)) {
            all += size(part);
        }
        return all;
    }

    private static Expression exponent(Expression expression) {
        return expression instanceof Negative negative ? negative.operand() : expression;
    }
}
