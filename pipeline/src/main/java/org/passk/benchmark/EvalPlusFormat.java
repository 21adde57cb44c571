package org.passk.benchmark;

import org.passk.model.SuiteKind;

/**
 * HumanEval+ and MBPP+ in both forms that evalplus publishes: with {@code base_input} and {@code plus_input}, whose results
 * are compared with those of {@code prompt + canonical_solution}; and with assertions in the form of the first benchmarks.
 * The ids are those of the samples that evalplus writes: {@code HumanEval/0}, {@code Mbpp/2}.
 */
final class EvalPlusFormat implements ProblemFormat {
    private static final String MBPP = "Mbpp/";

    @Override
    public String name() {
        return "evalplus";
    }

    @Override
    public String reference() {
        return "results of canonical_solution for base_input and plus_input, else the assertions in test";
    }

    @Override
    public boolean recognises(ProblemRecord first) {
        return isInputForm(first) || isMbppPlus(first);
    }

    private static boolean isInputForm(ProblemRecord record) {
        return record.has("task_id", "prompt", "entry_point", "canonical_solution") && record.isList("base_input");
    }

    /** MBPP+ in the form of MBPP. */
    private static boolean isMbppPlus(ProblemRecord record) {
        return record.has("task_id", "prompt", "code") && record.isList("test_list") && record.isText("test");
    }

    @Override
    public Entry read(ProblemRecord record) {
        String id = record.required("task_id");
        String prompt = record.required("prompt");
        if (isMbppPlus(record)) {
            record.required("test");
            String named = record.isNumber("task_id") ? MBPP + id : id;
            return new Entry(named, prompt, record.testSuite(SuiteKind.ASSERTS, "", ""), "", "", "");
        }
        String entryPoint = record.required("entry_point");
        if (!record.has("base_input")) {
            record.required("test");
            return new Entry(id, prompt, record.testSuite(SuiteKind.CHECK, entryPoint, prompt), "", "", "");
        }
        if (!isInputForm(record)) {
            throw record.error("\"canonical_solution\" or \"base_input\" is unusable");
        }
        return new Entry(id, prompt, record.testSuite(SuiteKind.EVALPLUS, entryPoint, prompt), "", "", "");
    }
}
