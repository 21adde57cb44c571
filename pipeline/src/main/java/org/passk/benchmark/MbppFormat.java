package org.passk.benchmark;

import org.passk.model.SuiteKind;

/**
 * MBPP, the full and the sanitized file: {@code task_id}, {@code text} or {@code prompt}, {@code code}, {@code test_list},
 * and {@code test_setup_code} or {@code test_imports}.
 */
final class MbppFormat implements ProblemFormat {
    @Override
    public String name() {
        return "mbpp";
    }

    @Override
    public String reference() {
        return "the assertions in test_list";
    }

    @Override
    public boolean recognises(ProblemRecord first) {
        return first.has("task_id", "code")
                && (first.has("text") || first.has("prompt"))
                && first.isList("test_list")
                && !first.has("test");
    }

    @Override
    public Entry read(ProblemRecord record) {
        if (record.list("test_list").isEmpty()) {
            throw record.error("\"test_list\" is missing or empty");
        }
        return new Entry(
                record.required("task_id"),
                record.requiredOneOf("text", "prompt"),
                record.testSuite(SuiteKind.ASSERTS, "", ""),
                "",
                "",
                "");
    }
}
