package org.passk.benchmark.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** HumanEval+ and MBPP+ with inputs. */
final class EvalPlusSuite {
    private EvalPlusSuite() {}

    static ObjectNode of(SuiteRecord record) {
        String task = record.text("task_id");
        String prompt = record.text("prompt");
        JsonNode atol = record.value("atol");
        if (!atol.isNumber()) {
            throw record.error("\"atol\" is not a number");
        }
        ObjectNode suite = SuiteRecord.suite("evalplus")
                .put("task", task)
                .put("entry", record.text("entry_point"))
                .put("canonical", prompt + record.text("canonical_solution"))
                .put("prompt", prompt);
        suite.set("base", inputs(record, "base_input"));
        suite.set("plus", inputs(record, "plus_input"));
        suite.set("atol", atol);
        return suite.put("dataset", dataset(record, task));
    }

    private static String dataset(SuiteRecord record, String task) {
        if (task.startsWith("HumanEval/")) {
            return "humaneval";
        }
        if (task.startsWith("Mbpp/")) {
            return "mbpp";
        }
        throw record.error("\"task_id\" begins neither with HumanEval/ nor with Mbpp/");
    }

    private static ArrayNode inputs(SuiteRecord record, String key) {
        JsonNode value = record.value(key);
        if (value.isObject() && value.isEmpty()) {
            // MBPP+ writes {} where a task has no inputs of its own.
            return JsonNodeFactory.instance.arrayNode();
        }
        ArrayNode list = record.list(key);
        for (int i = 0; i < list.size(); i++) {
            if (!list.get(i).isArray()) {
                throw record.error('"' + key + "\"[" + i + "] is not a list of arguments");
            }
        }
        return list;
    }
}
