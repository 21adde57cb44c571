package org.passk.benchmark;

import org.passk.model.SuiteKind;

/**
 * HumanEval: {@code task_id}, {@code prompt}, {@code entry_point}, {@code canonical_solution}, {@code test}. HumanEval+ has
 * a file of the same form, with more assertions.
 */
final class HumanEvalFormat implements ProblemFormat {
    @Override
    public String name() {
        return "human_eval";
    }

    @Override
    public String reference() {
        return "the function check in test";
    }

    @Override
    public boolean recognises(ProblemRecord first) {
        return first.has("task_id", "prompt", "entry_point", "test") && !first.has("base_input");
    }

    @Override
    public Entry read(ProblemRecord record) {
        record.required("test");
        String prompt = record.required("prompt");
        return new Entry(
                record.required("task_id"),
                prompt,
                record.testSuite(SuiteKind.CHECK, record.required("entry_point"), prompt),
                "",
                "",
                "");
    }
}
