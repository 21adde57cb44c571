package org.passk.benchmark;

import java.util.Optional;
import org.passk.model.Reference.MathAnswer;

/**
 * MATH500: {@code problem}, {@code solution}, {@code answer}, {@code subject}, {@code level}, {@code unique_id}. The
 * gold is the last box of {@code solution}, as in the graders that published numbers come from; {@code answer} is the
 * substitute, with a note, where the solution has no box.
 */
final class Math500Format implements ProblemFormat {
    @Override
    public String name() {
        return "math500";
    }

    @Override
    public String reference() {
        return "the last \\boxed{...} in solution, else answer";
    }

    @Override
    public boolean recognises(ProblemRecord first) {
        return first.has("problem", "solution", "answer", "unique_id");
    }

    @Override
    public Entry read(ProblemRecord record) {
        Optional<String> boxed = LastBox.of(record.optional("solution"));
        Entry entry = new Entry(
                record.optional("unique_id"),
                record.required("problem"),
                MathAnswer.of(boxed.orElseGet(() -> record.required("answer").strip())),
                record.optional("level"),
                record.optional("subject"),
                "");
        return boxed.isPresent() ? entry : entry.withNote("no \\boxed{...} in \"solution\": \"answer\" is the gold");
    }
}
