package org.passk.benchmark;

import org.passk.model.SuiteKind;

/**
 * LiveCodeBench's code generation: {@code question_id}, {@code question_content}, {@code platform}, {@code contest_date},
 * {@code difficulty}, {@code starter_code}, {@code public_test_cases}, {@code private_test_cases}, {@code metadata}. Copies
 * without the tests give problems as well; their suites are refused when they are asked for.
 */
final class LiveCodeBenchFormat implements ProblemFormat {
    @Override
    public String name() {
        return "livecodebench";
    }

    @Override
    public String reference() {
        return "public_test_cases and private_test_cases";
    }

    @Override
    public boolean recognises(ProblemRecord first) {
        return first.has("question_id", "question_content", "platform", "contest_date");
    }

    @Override
    public Entry read(ProblemRecord record) {
        String function = record.embedded("metadata").optional("func_name");
        boolean called = record.has("metadata")
                ? !function.isEmpty()
                : !record.optional("starter_code").isBlank();
        boolean tested = record.has("public_test_cases", "private_test_cases");
        return new Entry(
                record.required("question_id"),
                record.required("question_content"),
                record.testSuite(called ? SuiteKind.FUNCTIONAL : SuiteKind.STDIN, function, ""),
                record.optional("difficulty"),
                record.optional("platform"),
                record.optional("contest_date"),
                tested ? "" : "no tests: answers to this problem cannot be verified");
    }
}
