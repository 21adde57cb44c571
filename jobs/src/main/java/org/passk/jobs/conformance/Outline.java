package org.passk.jobs.conformance;

import java.util.Locale;
import java.util.stream.Collectors;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Tree;

/** The structure of an expression in one line: each node with its kind and its parts in parentheses. */
final class Outline {
    private Outline() {}

    static String of(Expression node) {
        if (node instanceof Expression.Num number) {
            return number.value().toString();
        }
        if (node instanceof Expression.Symbol symbol) {
            return symbol.name();
        }
        if (node instanceof Expression.Constant constant) {
            return constant.name();
        }
        if (node instanceof Expression.Words words) {
            return "\"" + words.text() + "\"";
        }
        if (node instanceof Expression.Based based) {
            return based.digits() + "_" + based.base();
        }
        return kind(node) + Tree.parts(node).stream().map(Outline::of).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String kind(Expression node) {
        if (node instanceof Expression.Call call) {
            return call.function().name().toLowerCase(Locale.ROOT);
        }
        if (node instanceof Expression.Applied applied) {
            return applied.name();
        }
        if (node instanceof Expression.Several several) {
            return several.grouping().name().toLowerCase(Locale.ROOT) + several.brackets();
        }
        if (node instanceof Expression.Calculus calculus) {
            return calculus.kind().name().toLowerCase(Locale.ROOT) + " d" + calculus.variable();
        }
        if (node instanceof Expression.Relation relation) {
            return relation.relators().toString().toLowerCase(Locale.ROOT);
        }
        if (node instanceof Expression.Measured measured) {
            return measured.unit();
        }
        return node.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
