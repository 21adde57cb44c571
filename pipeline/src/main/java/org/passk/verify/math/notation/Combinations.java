package org.passk.verify.math.notation;

import java.util.List;
import java.util.Optional;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Call;
import org.passk.verify.math.expression.Expression.Num;
import org.passk.verify.math.expression.Expression.Symbol;
import org.passk.verify.math.expression.MathFunction;

/** Binomial coefficients around a letter C: {@code {}_{10}C_3} and {@code C(10,3)}. Looks at a few tokens ahead. */
final class Combinations {
    /** Digits that fit an int. */
    private static final int MAX_DIGITS = 9;

    private final Context context;

    Combinations(Context context) {
        this.context = context;
    }

    /**
     * {@code _{10}C_3}, behind whose first sign the parser stands; n and k are numbers or names.
     *
     * @return empty, with nothing taken, when it is something else
     */
    Optional<Expression> prescript() {
        int letter = behindArgument(0);
        boolean shape = letter > 0
                && isC(context.peek(letter))
                && context.peek(letter + 1).is("_");
        int end = shape ? behindArgument(letter + 2) : 0;
        if (end == 0) {
            return Optional.empty();
        }
        Expression n = argument(letter - 1);
        Expression k = argument(end - 1);
        context.skip(end);
        return Optional.of(new Call(MathFunction.BINOMIAL, List.of(n, k)));
    }

    /**
     * {@code C(10,3)} of numbers, behind whose letter the parser stands. Only with 0 &lt; k &lt; n: nobody writes the
     * others, but C(3,0) is the corner of a triangle.
     *
     * @return empty, with nothing taken, when it is something else
     */
    Optional<Expression> function() {
        boolean shape = isC(context.previous())
                && context.peek().is("(")
                && isNumber(context.peek(1))
                && context.peek(2).is(",")
                && isNumber(context.peek(3))
                && context.peek(4).is(")");
        if (!shape) {
            return Optional.empty();
        }
        int n = Integer.parseInt(context.peek(1).text());
        int k = Integer.parseInt(context.peek(3).text());
        if (k <= 0 || k >= n) {
            return Optional.empty();
        }
        context.skip(5);
        return Optional.of(new Call(MathFunction.BINOMIAL, List.of(Num.of(n), Num.of(k))));
    }

    private static boolean isC(Token token) {
        return token.kind() == Token.Kind.LETTER && token.text().equals("C");
    }

    private static boolean isNumber(Token token) {
        return token.kind() == Token.Kind.NUMBER
                && token.text().length() <= MAX_DIGITS
                && token.text().chars().allMatch(c -> Lexer.isDigit((char) c));
    }

    /** Where the number or name ends that starts so many tokens ahead, in or without braces; 0 when there is none. */
    private int behindArgument(int ahead) {
        boolean braced = context.peek(ahead).is("{");
        Token token = context.peek(braced ? ahead + 1 : ahead);
        if (!isNumber(token) && token.kind() != Token.Kind.LETTER) {
            return 0;
        }
        if (!braced) {
            return ahead + 1;
        }
        return context.peek(ahead + 2).is("}") ? ahead + 3 : 0;
    }

    /** The number or name that ends at the token so many ahead. */
    private Expression argument(int last) {
        Token token = context.peek(context.peek(last).is("}") ? last - 1 : last);
        return isNumber(token) ? Num.of(Integer.parseInt(token.text())) : new Symbol(token.text());
    }
}
