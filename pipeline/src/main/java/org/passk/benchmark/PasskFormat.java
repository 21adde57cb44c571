package org.passk.benchmark;

import java.util.Set;
import org.passk.model.Reference.MathAnswer;

/**
 * The project's own form: {@code answer}, and as far as known {@code id}, {@code question} (or {@code problem}),
 * {@code level}, {@code subject}, {@code unit}.
 */
final class PasskFormat implements ProblemFormat {
    private static final Set<String> KEYS = Set.of("id", "question", "problem", "answer", "level", "subject", "unit");

    @Override
    public String name() {
        return "passk";
    }

    @Override
    public String reference() {
        return "answer, without $ signs around it";
    }

    @Override
    public boolean recognises(ProblemRecord first) {
        if (!first.has("answer") || !KEYS.containsAll(first.keys())) {
            return false;
        }
        // A worked solution that ends in "#### 18" is GSM8K's, whatever the benchmark is called here.
        return !first.isText("answer") || !first.optional("answer").contains(Gsm8kFormat.MARK);
    }

    @Override
    public Entry read(ProblemRecord record) {
        return new Entry(
                record.optional("id"),
                record.has("question") ? record.required("question") : record.optional("problem"),
                new MathAnswer(Dollars.unwrap(record.required("answer")), false, record.optional("unit")),
                record.optional("level"),
                record.optional("subject"),
                "");
    }
}
