package org.passk.verify.math;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One comparison of an answer with a reference: counts its steps and remembers the rule that decided. */
final class Comparison {
    private final MathOptions options;
    private int steps;
    private String rule = "text";

    Comparison(MathOptions options) {
        this.options = options;
    }

    int steps() {
        return steps;
    }

    /** The rule of the outermost comparison. */
    String rule() {
        return rule;
    }

    /**
     * Whether an answer is equal to the reference.
     *
     * @param reference the reference's value
     * @param answer the answer's value
     * @param multiple whether the reference lists several answers in any order
     */
    boolean equal(Value reference, Value answer, boolean multiple) {
        steps++;
        if (reference instanceof Value.Named named) {
            return answer instanceof Value.Named other
                    ? decidedBy("name", named.name().equals(other.name()))
                            && equal(named.value(), other.value(), multiple)
                    : equal(named.value(), answer, multiple);
        }
        if (answer instanceof Value.Named named) {
            return equal(reference, named.value(), multiple);
        }
        if (reference instanceof Value.Several || answer instanceof Value.Several) {
            return several(reference, answer, multiple);
        }
        if (reference instanceof Value.Numeric number && answer instanceof Value.Numeric other) {
            return numbers(number, other);
        }
        return reference instanceof Value.Text text && texts(text, answer);
    }

    private boolean decidedBy(String name, boolean equal) {
        rule = name;
        return equal;
    }

    private boolean numbers(Value.Numeric reference, Value.Numeric answer) {
        rule = "exact-rational";
        if (contradict(reference.unit(), answer.unit())) {
            return decidedBy("unit", false);
        }
        if (reference.percent() == answer.percent()) {
            return reference.value().equals(answer.value()) || rounded(reference, answer);
        }
        if (options.percentEqualsNumber() && reference.value().equals(answer.value())) {
            return decidedBy("percent", true);
        }
        boolean fraction = options.percentEqualsFraction()
                && answer.percent()
                && reference.value().atMostOne()
                && reference.value().equals(answer.value().percent());
        return decidedBy("percent", fraction);
    }

    private static boolean contradict(String wanted, String given) {
        return !wanted.isEmpty() && !given.isEmpty() && !wanted.equals(given);
    }

    /** Whether the answer is the correct rounding, to enough decimals, of a reference that no decimal can equal. */
    private boolean rounded(Value.Numeric reference, Value.Numeric answer) {
        int enough = options.minRoundedDecimals();
        boolean precise = enough > 0 && answer.decimals() >= enough && answer.significant() >= enough;
        return precise
                && !reference.value().terminates()
                && decidedBy(
                        "rounded-decimal",
                        reference.value().rounded(answer.decimals()).equals(answer.value()));
    }

    private boolean texts(Value.Text reference, Value answer) {
        rule = "text";
        if (reference.text().isEmpty()) {
            return decidedBy("empty-reference", false);
        }
        String suffix = options.baseSuffixOptional() ? BaseNumber.suffix(reference.text()) : "";
        if (answer instanceof Value.Numeric number) {
            boolean plain = number.value().isInteger()
                    && !number.percent()
                    && number.unit().isEmpty()
                    && number.decimals() == 0;
            return !suffix.isEmpty()
                    && decidedBy(
                            "base-suffix",
                            plain
                                    && BaseNumber.without(reference.text(), suffix)
                                            .equals(number.value().toString()));
        }
        if (!(answer instanceof Value.Text text)) {
            return false;
        }
        if (contradict(reference.unit(), text.unit())) {
            return decidedBy("unit", false);
        }
        if (Choice.isLetter(reference.text())) {
            return decidedBy("choice", Choice.letter(text.text()).equals(reference.text()));
        }
        if (reference.text().equals(text.text())) {
            return true;
        }
        if (reference.words()) {
            return fold(reference.text()).equals(fold(text.text()));
        }
        return !suffix.isEmpty()
                && decidedBy(
                        "base-suffix",
                        BaseNumber.without(reference.text(), suffix).equals(text.text()));
    }

    private boolean several(Value reference, Value answer, boolean multiple) {
        Value.Several wanted = asSeveral(reference);
        boolean equal = several(wanted, asSeveral(answer), multiple);
        return decidedBy(wanted.kind().rule(), equal);
    }

    /** A single value is the bare list of itself. */
    private static Value.Several asSeveral(Value value) {
        return value instanceof Value.Several several
                ? several
                : new Value.Several(Value.Kind.LIST, "", List.of(value));
    }

    private boolean several(Value.Several wanted, Value.Several given, boolean multiple) {
        if (wanted.kind() == given.kind() && wanted.kind().ordered()) {
            return wanted.brackets().equals(given.brackets()) && inOrder(wanted, given);
        }
        if (wanted.kind() == Value.Kind.UNION || given.kind() == Value.Kind.UNION) {
            return wanted.kind() == given.kind() && inAnyOrder(wanted, given);
        }
        if (wanted.kind().ordered() || given.kind().ordered()) {
            // "1, 2" for "(1, 2)" is a tuple without its parentheses, hence in its order.
            return bareTuple(wanted, given) && (multiple ? inAnyOrder(wanted, given) : inOrder(wanted, given));
        }
        boolean byOrder = namesSeveral(wanted) && !namesSeveral(given);
        return byOrder ? inOrder(wanted, given) : inAnyOrder(wanted, given);
    }

    private static boolean bareTuple(Value.Several wanted, Value.Several given) {
        Value.Several ordered = wanted.kind().ordered() ? wanted : given;
        Value.Several other = wanted.kind().ordered() ? given : wanted;
        return "()".equals(ordered.brackets()) && other.kind() == Value.Kind.LIST;
    }

    /** Whether the elements are assigned to different names, so that their order says which is which. */
    private static boolean namesSeveral(Value.Several several) {
        Set<String> names = new HashSet<>();
        for (Value element : several.elements()) {
            if (element instanceof Value.Named named) {
                names.add(named.name());
            }
        }
        return names.size() > 1;
    }

    private boolean inOrder(Value.Several wanted, Value.Several given) {
        if (wanted.elements().size() != given.elements().size()) {
            return false;
        }
        for (int i = 0; i < wanted.elements().size(); i++) {
            if (!equal(wanted.elements().get(i), given.elements().get(i), false)) {
                return false;
            }
        }
        return true;
    }

    /** Equality of sets: each element has its equal on the other side. */
    private boolean inAnyOrder(Value.Several wanted, Value.Several given) {
        boolean[] met = new boolean[given.elements().size()];
        for (Value element : wanted.elements()) {
            boolean found = false;
            for (int i = 0; i < met.length; i++) {
                if (equal(element, given.elements().get(i), false)) {
                    met[i] = true;
                    found = true;
                }
            }
            if (!found) {
                return false;
            }
        }
        for (boolean one : met) {
            if (!one) {
                return false;
            }
        }
        return true;
    }

    static String fold(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        return folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded;
    }
}
