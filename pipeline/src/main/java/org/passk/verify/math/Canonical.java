package org.passk.verify.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passk.verify.math.decide.Decider;
import org.passk.verify.math.decide.Fuel;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.expression.Expression.Based;
import org.passk.verify.math.expression.Expression.Grouping;
import org.passk.verify.math.expression.Expression.Matrix;
import org.passk.verify.math.expression.Expression.Ratio;
import org.passk.verify.math.expression.Expression.Relation;
import org.passk.verify.math.expression.Expression.Several;
import org.passk.verify.math.expression.Expression.Words;
import org.passk.verify.math.expression.ExpressionText;
import org.passk.verify.math.expression.Rational;
import org.passk.verify.math.notation.Reading;

/**
 * Writes an answer as the text that is equal for equivalent answers to one reference: rational numbers as they are, other
 * numbers to 20 digits, functions by their values at fixed points, collections in a fixed order.
 */
final class Canonical {
    /** Longer texts are cut, with a digest of the whole behind. */
    private static final int MAX_CHARS = 256;

    private static final int DIGITS = 20;

    private final MathPolicies policies;
    private final Decider decider;
    private final Fuel fuel;
    private final Expression reference;

    Canonical(MathOptions options, Decider decider, Expression reference) {
        this.policies = options.policies();
        this.decider = decider;
        this.fuel = new Fuel(options.limits().maxSteps());
        this.reference = reference;
    }

    String of(Expression form, Reading reading) {
        String written = write(form, bare(reference), reading.display());
        String text = written.isEmpty() ? reading.display() : written;
        return text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS) + "\u2026#" + Fingerprint.of(text);
    }

    private static Expression bare(Expression form) {
        return Forms.named(form).map(Forms.Named::value).orElse(form);
    }

    private String write(Expression form, Expression wanted, String display) {
        Optional<Forms.Named> named = Forms.named(form);
        if (named.isPresent()) {
            String value = write(named.get().value(), wanted, display);
            return keepsName(named.get()) ? name(named.get().name()) + "=" + value : value;
        }
        if (form instanceof Words words) {
            return words.words() || (wanted instanceof Words other && other.words())
                    ? Comparison.fold(words.text())
                    : words.text();
        }
        if (form instanceof Several several) {
            return several(several, display);
        }
        if (form instanceof Matrix matrix) {
            return "matrix " + matrix.rows() + "x" + matrix.columns() + ": "
                    + String.join(",", parts(matrix.cells(), display));
        }
        if (form instanceof Relation relation) {
            return relation(relation, display);
        }
        if (form instanceof Based based) {
            return based(based, wanted);
        }
        return form instanceof Ratio ratio && (ratio.clock() || ratio.parts().size() != 2)
                ? display
                : scalar(form, wanted, display);
    }

    private static String name(Expression name) {
        return ExpressionText.of(name);
    }

    /** A name matters only where the reference has another one, or several. */
    private boolean keepsName(Forms.Named named) {
        Optional<Forms.Named> wanted = Forms.named(reference);
        if (wanted.isPresent()) {
            return !wanted.get().name().equals(named.name());
        }
        return reference instanceof Several several
                && several.elements().stream()
                        .anyMatch(element -> Forms.named(element).isPresent());
    }

    private List<String> parts(List<Expression> elements, String display) {
        List<String> parts = new ArrayList<>(elements.size());
        for (Expression element : elements) {
            Expression form = Forms.of(element);
            parts.add(write(form, form, display));
        }
        return parts;
    }

    private String several(Several several, String display) {
        if (RealSet.isNotation(several)) {
            Optional<RealSet> set = RealSet.of(several, decider, fuel);
            if (set.isPresent()) {
                return set(set.get(), display);
            }
        }
        List<String> parts = parts(several.elements(), display);
        return switch (several.grouping()) {
            case LIST, SET -> parts.stream().distinct().sorted().collect(Collectors.joining(","));
            case UNION -> parts.stream().distinct().sorted().collect(Collectors.joining("\u222A"));
            case INTERSECTION -> parts.stream().distinct().sorted().collect(Collectors.joining("\u2229"));
            case DIFFERENCE -> String.join("\\", parts);
            case TUPLE ->
                several.brackets().charAt(0)
                        + String.join(",", parts)
                        + several.brackets().charAt(1);
        };
    }

    private String set(RealSet set, String display) {
        List<String> pieces = new ArrayList<>();
        for (RealSet.Piece piece : set.pieces()) {
            String lower = scalar(piece.lower(), piece.lower(), display);
            pieces.add(
                    piece.lower().equals(piece.upper())
                            ? "{" + lower + "}"
                            : (piece.closedBelow() ? "[" : "(")
                                    + lower
                                    + ","
                                    + scalar(piece.upper(), piece.upper(), display)
                                    + (piece.closedAbove() ? "]" : ")"));
        }
        return pieces.isEmpty() ? "\u2205" : String.join("\u222A", pieces);
    }

    private String relation(Relation relation, String display) {
        Optional<RealSet> set = RealSet.of(relation, decider, fuel);
        if (set.isPresent()) {
            return set(set.get(), display);
        }
        boolean single = relation.relators().size() == 1;
        return single
                ? decider.ray(relation.sides(), fuel)
                        .map(ray -> relation.relators().get(0) + "#" + ray)
                        .orElse(display)
                : display;
    }

    private String based(Based based, Expression wanted) {
        boolean sameBase = wanted instanceof Based other && other.base() == based.base();
        return sameBase && policies.baseSuffixOptional() ? based.digits() : based.digits() + "_" + based.base();
    }

    private String scalar(Expression form, Expression wanted, String display) {
        if (form == Expression.Constant.INFINITY) {
            return "\u221E";
        }
        if (form.equals(new Expression.Negative(Expression.Constant.INFINITY))) {
            return "-\u221E";
        }
        Quantity given = Quantity.of(form);
        Quantity other = Quantity.of(wanted);
        boolean scaled = given.percent() && !policies.percentEqualsNumber();
        Expression value = scaled ? new Expression.Percent(given.value()) : given.value();
        boolean unit = !other.unit().isEmpty()
                && !given.unit().isEmpty()
                && !given.unit().equals(other.unit());
        return number(value, display) + (unit ? " " + given.unit() : "");
    }

    private String number(Expression value, String display) {
        if (value instanceof Expression.Num number) {
            return number.value().toString();
        }
        Optional<Rational> exact = decider.rational(value, fuel);
        if (exact.isPresent()) {
            return exact.get().toString();
        }
        Optional<Decider.Complex> decimal =
                Forms.isConstant(value) ? decider.decimal(value, DIGITS, fuel) : Optional.empty();
        if (decimal.isPresent()) {
            String im = decimal.get().im();
            String sign = im.startsWith("-") ? "" : "+";
            return "\u2248" + decimal.get().re() + (im.equals("0") ? "" : sign + im + "i");
        }
        return decider.fingerprint(value, fuel).orElse(display);
    }

    /** How a right answer is written: as the reference is, but for numbers. */
    static String ofReference(Expression form, Reading reading, Decider decider, MathOptions options) {
        Canonical canonical = new Canonical(options, decider, form);
        Expression bare = bare(form);
        Quantity quantity = Quantity.of(bare);
        boolean number = !(bare instanceof Several)
                && !(bare instanceof Words)
                && !(bare instanceof Matrix)
                && !(bare instanceof Relation)
                && !(bare instanceof Based)
                && !(bare instanceof Ratio)
                && decider.rational(quantity.value(), canonical.fuel).isPresent();
        if (number || (bare instanceof Several several && several.grouping() != Grouping.DIFFERENCE)) {
            return canonical.of(form, reading);
        }
        String text = reading.display();
        return text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS) + "\u2026#" + Fingerprint.of(text);
    }
}
