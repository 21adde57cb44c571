package org.passk.benchmark;

import org.passk.model.SuiteKind;

/**
 * Code-R1: {@code reward_model.ground_truth}, a JSON text with {@code functional}, {@code pytest} or {@code inputs} and
 * {@code outputs}; {@code extra_info} with {@code split}, {@code index} and {@code prompt}.
 */
final class CodeR1Format implements ProblemFormat {
    @Override
    public String name() {
        return "code_r1";
    }

    @Override
    public String reference() {
        return "reward_model.ground_truth";
    }

    @Override
    public boolean recognises(ProblemRecord first) {
        if (!first.has("data_source") || !first.isObject("reward_model")) {
            return false;
        }
        return first.inner("reward_model").isText("ground_truth")
                && first.inner("reward_model")
                        .optional("ground_truth")
                        .stripLeading()
                        .startsWith("{");
    }

    @Override
    public Entry read(ProblemRecord record) {
        ProblemRecord model = record.inner("reward_model");
        model.required("ground_truth");
        ProblemRecord truth = model.embedded("ground_truth");
        SuiteKind kind;
        // The order in which its reward function asks.
        if (truth.has("functional") || truth.has("pytest")) {
            kind = SuiteKind.PROGRAM;
        } else if (truth.isList("inputs") && truth.isList("outputs")) {
            kind = SuiteKind.STDIN;
        } else {
            throw truth.error("neither \"functional\" nor \"pytest\" nor \"inputs\" with \"outputs\" is there");
        }
        ProblemRecord extra = record.inner("extra_info");
        return new Entry(
                // Positions count the file's lines; indexes begin anew with each of the sources that were put together.
                "", extra.optional("prompt"), record.testSuite(kind, "", ""), "", record.optional("data_source"), "");
    }
}
