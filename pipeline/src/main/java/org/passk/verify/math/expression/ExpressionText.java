package org.passk.verify.math.expression;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.passk.verify.math.expression.Expression.Grouping;

/** Writes an expression so that a person sees how it was read: every structure has its brackets. */
public final class ExpressionText {
    private ExpressionText() {}

    /** The expression in plain notation. */
    public static String of(Expression e) {
        if (e instanceof Expression.Num number) {
            return number.value().toString();
        }
        if (e instanceof Expression.Constant constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
        if (e instanceof Expression.Symbol symbol) {
            return symbol.name();
        }
        if (e instanceof Expression.Sum sum) {
            return sum.terms().stream()
                    .map(ExpressionText::of)
                    .collect(Collectors.joining(" + "))
                    .replace("+ -", "- ");
        }
        if (e instanceof Expression.Product product) {
            return joined(product.factors(), "*");
        }
        if (e instanceof Expression.Negative negative) {
            return "-" + tight(negative.operand());
        }
        if (e instanceof Expression.Quotient quotient) {
            return tight(quotient.numerator()) + "/" + tight(quotient.denominator());
        }
        if (e instanceof Expression.Power power) {
            return tight(power.base()) + "^" + tight(power.exponent());
        }
        if (e instanceof Expression.Call call) {
            return call.function().name().toLowerCase(Locale.ROOT) + listed(call.arguments());
        }
        if (e instanceof Expression.Applied applied) {
            return applied.name() + listed(applied.arguments());
        }
        return collected(e);
    }

    private static String collected(Expression e) {
        if (e instanceof Expression.Series series) {
            return (series.product() ? "product(" : "sum(") + of(series.body()) + ", " + series.variable() + " = "
                    + of(series.lower()) + " to " + of(series.upper()) + ")";
        }
        if (e instanceof Expression.Calculus calculus) {
            return calculus.kind().name().toLowerCase(Locale.ROOT) + "(" + of(calculus.body()) + ", "
                    + calculus.variable()
                    + calculus.bounds().stream().map(b -> ", " + of(b)).collect(Collectors.joining())
                    + calculus.form() + ")";
        }
        if (e instanceof Expression.PlusMinus both) {
            return tight(both.left()) + " +- " + tight(both.right());
        }
        if (e instanceof Expression.Percent percent) {
            return tight(percent.operand()) + "%";
        }
        if (e instanceof Expression.Measured measured) {
            return tight(measured.quantity()) + " " + measured.unit();
        }
        if (e instanceof Expression.Based based) {
            return based.digits() + "_" + based.base();
        }
        if (e instanceof Expression.Ratio ratio) {
            return ratio.parts().stream().map(ExpressionText::tight).collect(Collectors.joining(":"));
        }
        if (e instanceof Expression.Several several) {
            return several(several);
        }
        if (e instanceof Expression.Matrix matrix) {
            return "matrix " + matrix.rows() + "x" + matrix.columns() + listed(matrix.cells());
        }
        if (e instanceof Expression.Relation relation) {
            return relation(relation);
        }
        return e instanceof Expression.Words words ? "text \"" + words.text() + "\"" : e.toString();
    }

    private static String several(Expression.Several several) {
        List<Expression> elements = several.elements();
        return switch (several.grouping()) {
            case LIST -> "list" + listed(elements);
            case SET -> "{" + joined(elements) + "}";
            case TUPLE ->
                several.brackets().charAt(0)
                        + joined(elements)
                        + several.brackets().charAt(1);
            case UNION, INTERSECTION, DIFFERENCE ->
                several.grouping().name().toLowerCase(Locale.ROOT) + listed(elements);
        };
    }

    private static String relation(Expression.Relation relation) {
        StringBuilder text = new StringBuilder(of(relation.sides().get(0)));
        for (int i = 0; i < relation.relators().size(); i++) {
            String sign = switch (relation.relators().get(i)) {
                case EQUAL -> "=";
                case NOT_EQUAL -> "!=";
                case LESS -> "<";
                case LESS_OR_EQUAL -> "<=";
                case GREATER -> ">";
                case GREATER_OR_EQUAL -> ">=";
                case APPROXIMATELY -> "~";
                case CONGRUENT -> "==";
                case IN -> "in";
                case NOT_IN -> "not in";
                case SUBSET -> "subset of";
                case SUPERSET -> "superset of";
            };
            text.append(' ').append(sign).append(' ').append(of(relation.sides().get(i + 1)));
        }
        return text.toString();
    }

    private static String joined(List<Expression> parts, String operator) {
        return parts.stream().map(ExpressionText::tight).collect(Collectors.joining(operator));
    }

    private static String joined(List<Expression> parts) {
        return parts.stream().map(ExpressionText::of).collect(Collectors.joining(", "));
    }

    private static String listed(List<Expression> parts) {
        return "(" + joined(parts) + ")";
    }

    /** In parentheses unless it is one thing. */
    private static String tight(Expression e) {
        boolean one = e instanceof Expression.Symbol
                || e instanceof Expression.Constant
                || e instanceof Expression.Call
                || e instanceof Expression.Applied
                || e instanceof Expression.Matrix
                || (e instanceof Expression.Num number && number.value().isInteger())
                || (e instanceof Expression.Several several && several.grouping() != Grouping.LIST);
        return one ? of(e) : "(" + of(e) + ")";
    }
}
