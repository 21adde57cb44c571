package org.passk.verify.math;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a value as the text that is equal for equivalent answers to one reference. */
final class Canonical {
    private final MathOptions options;
    private final Value reference;

    Canonical(MathOptions options, Value reference) {
        this.options = options;
        this.reference = reference;
    }

    String of(Value value) {
        return write(value, bare(reference));
    }

    private String write(Value value, Value wanted) {
        if (value instanceof Value.Numeric number) {
            return number(number, wanted);
        }
        if (value instanceof Value.Named named) {
            return keepsName(named) ? named.name() + "=" + write(named.value(), wanted) : write(named.value(), wanted);
        }
        if (value instanceof Value.Several several) {
            return several(several);
        }
        Value.Text text = (Value.Text) value;
        return text(text.text(), wanted)
                + otherUnit(text.unit(), wanted instanceof Value.Text other ? other.unit() : "");
    }

    /** A name matters only where the reference has another one, or several. */
    private boolean keepsName(Value.Named named) {
        return reference instanceof Value.Named wanted
                ? !wanted.name().equals(named.name())
                : reference instanceof Value.Several several
                        && several.elements().stream().anyMatch(Value.Named.class::isInstance);
    }

    private String number(Value.Numeric number, Value wanted) {
        boolean scaled = number.percent() && !options.percentEqualsNumber();
        String value = (scaled ? number.value().percent() : number.value()).toString();
        return value + otherUnit(number.unit(), wanted instanceof Value.Numeric other ? other.unit() : "");
    }

    /** A unit matters only where it contradicts the reference's. */
    private static String otherUnit(String given, String wanted) {
        return wanted.isEmpty() || given.isEmpty() || wanted.equals(given) ? "" : " " + given;
    }

    private String several(Value.Several several) {
        List<String> parts = new ArrayList<>(several.elements().size());
        for (Value element : several.elements()) {
            parts.add(write(element, element));
        }
        return switch (several.kind()) {
            case LIST, SET -> parts.stream().distinct().sorted().collect(Collectors.joining(","));
            case UNION -> parts.stream().distinct().sorted().collect(Collectors.joining("\u222A"));
            case TUPLE ->
                several.brackets().charAt(0)
                        + String.join(",", parts)
                        + several.brackets().charAt(1);
            case MATRIX -> "matrix " + several.brackets() + ": " + String.join(",", parts);
        };
    }

    private String text(String text, Value wanted) {
        if (!(wanted instanceof Value.Text other)) {
            return text;
        }
        if (Choice.isLetter(other.text())) {
            return Choice.letter(text);
        }
        if (options.baseSuffixOptional()) {
            String suffix = BaseNumber.suffix(other.text());
            if (!suffix.isEmpty()) {
                return BaseNumber.without(text, suffix);
            }
        }
        return other.words() ? Comparison.fold(text) : text;
    }

    private static Value bare(Value value) {
        return value instanceof Value.Named named ? named.value() : value;
    }
}
