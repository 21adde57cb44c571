package org.passk.benchmark;

import org.passk.model.Reference.MathAnswer;

/** Minerva's OCW courses: {@code problem}, {@code solution}, {@code type}, {@code idx}; the gold is the last box. */
final class MinervaFormat implements ProblemFormat {
    @Override
    public String name() {
        return "minerva_math";
    }

    @Override
    public String reference() {
        return "the last \\boxed{...} in solution";
    }

    @Override
    public boolean recognises(ProblemRecord first) {
        return first.has("problem", "solution", "type") && !first.has("answer") && !first.has("final_answer");
    }

    @Override
    public Entry read(ProblemRecord record) {
        String gold = LastBox.of(record.required("solution"))
                .orElseThrow(() -> record.error("\"solution\" holds no \\boxed{...}"));
        return new Entry(
                record.optional("idx"),
                record.required("problem"),
                MathAnswer.of(gold),
                record.optional("level"),
                record.optional("type"),
                "");
    }
}
