package org.passk.benchmark;

import java.util.List;
import org.passk.model.Reference.MathAnswer;

/**
 * Omni-MATH-Rule: {@code domain} (a list), {@code difficulty}, {@code problem}, {@code solution}, {@code answer},
 * {@code source}. It has no ids, and some of its problems share their text.
 */
final class OmniMathFormat implements ProblemFormat {
    @Override
    public String name() {
        return "omni_math_rule";
    }

    @Override
    public String reference() {
        return "answer, without $ signs around it";
    }

    @Override
    public boolean recognises(ProblemRecord first) {
        return first.has("problem", "answer", "difficulty") && first.isList("domain");
    }

    @Override
    public Entry read(ProblemRecord record) {
        String written = record.required("answer");
        // "\frac" in a JSON string that lost its backslash: \f is JSON's form feed, which no answer contains.
        String restored = written.replace("\f", "\\f");
        List<String> domains = record.list("domain");
        Entry entry = new Entry(
                "",
                record.required("problem"),
                MathAnswer.of(Dollars.unwrap(restored)),
                record.optional("difficulty"),
                domains.isEmpty() ? "" : domains.get(0),
                "");
        return restored.equals(written)
                ? entry
                : entry.withNote("a form feed in \"answer\" is read as \\f, the start of a LaTeX command");
    }
}
