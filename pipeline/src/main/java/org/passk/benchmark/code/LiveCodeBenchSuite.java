package org.passk.benchmark.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * LiveCodeBench: the public tests, then the private ones, which are JSON or {@linkplain PackedText packed} JSON. A problem
 * whose metadata name a function calls it; any other one reads standard input.
 */
final class LiveCodeBenchSuite {
    private static final String PUBLIC = "public_test_cases";
    private static final String PRIVATE = "private_test_cases";

    private final int maxTestBytes;

    LiveCodeBenchSuite(int maxTestBytes) {
        this.maxTestBytes = maxTestBytes;
    }

    ObjectNode of(SuiteRecord record) {
        if (!record.has(PUBLIC) && !record.has(PRIVATE)) {
            throw record.error("no tests: neither \"" + PUBLIC + "\" nor \"" + PRIVATE + "\" is there");
        }
        ArrayNode tests = JsonNodeFactory.instance.arrayNode();
        add(record, PUBLIC, record.embedded(PUBLIC), tests);
        add(record, PRIVATE, hidden(record), tests);
        if (tests.isEmpty()) {
            throw record.error("no tests: both lists are empty");
        }
        String function = function(record);
        ObjectNode suite = function.isEmpty()
                ? SuiteRecord.suite("stdin").put("compare", "lines")
                : SuiteRecord.suite("functional").put("func", function);
        suite.set("tests", tests);
        return suite;
    }

    private static String function(SuiteRecord record) {
        return record.optionalText("metadata").isBlank()
                ? ""
                : record.embeddedObject("metadata").optionalText("func_name");
    }

    private JsonNode hidden(SuiteRecord record) {
        String text = record.text(PRIVATE);
        if (text.stripLeading().startsWith("[")) {
            return record.embedded(PRIVATE);
        }
        try {
            return record.embedded(PRIVATE, PackedText.unpack(text, maxTestBytes));
        } catch (PackedText.Unreadable e) {
            throw record.error('"' + PRIVATE + "\": " + e.getMessage());
        }
    }

    private static void add(SuiteRecord record, String key, JsonNode cases, ArrayNode tests) {
        if (!cases.isArray()) {
            throw record.error('"' + key + "\" is no JSON list");
        }
        for (int i = 0; i < cases.size(); i++) {
            String what = '"' + key + "\"[" + i + "].";
            ArrayNode pair = tests.addArray();
            pair.add(record.string(cases.get(i).path("input"), what + "input"));
            pair.add(record.string(cases.get(i).path("output"), what + "output"));
        }
    }
}
