package org.passk.benchmark.code;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Code-R1's ground truth, in the order in which its reward function asks for the forms. */
final class CodeR1Suite {
    private CodeR1Suite() {}

    static ObjectNode of(SuiteRecord record) {
        SuiteRecord truth = record.inner("reward_model").embeddedObject("ground_truth");
        if (truth.has("functional")) {
            return SuiteRecord.suite("program").put("tests", truth.text("functional"));
        }
        if (truth.has("pytest")) {
            try {
                return SuiteRecord.suite("program").put("tests", PytestText.asScript(truth.text("pytest")));
            } catch (PytestText.Unsupported e) {
                throw truth.error("\"pytest\" needs pytest itself: " + e.getMessage());
            }
        }
        if (truth.has("inputs") && truth.has("outputs")) {
            return standardInput(truth);
        }
        throw truth.error("no tests: neither \"functional\" nor \"pytest\" nor \"inputs\" with \"outputs\"");
    }

    private static ObjectNode standardInput(SuiteRecord truth) {
        ArrayNode inputs = truth.texts("inputs");
        ArrayNode outputs = truth.texts("outputs");
        if (inputs.size() != outputs.size()) {
            throw truth.error(inputs.size() + " inputs, but " + outputs.size() + " outputs");
        }
        if (inputs.isEmpty()) {
            throw truth.error("no tests: \"inputs\" is empty");
        }
        ArrayNode tests = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < inputs.size(); i++) {
            tests.addArray().add(inputs.get(i)).add(outputs.get(i));
        }
        ObjectNode suite = SuiteRecord.suite("stdin").put("compare", "whole");
        suite.set("tests", tests);
        return suite;
    }
}
