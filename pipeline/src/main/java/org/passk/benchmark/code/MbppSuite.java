package org.passk.benchmark.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * MBPP, full and sanitized, and MBPP+ with assertions. The setup is {@code test_setup_code} or the lines of {@code
 * test_imports}; the tests are {@code test}, where it is there, else {@code test_list}. The challenge tests are no part of
 * the benchmark's verdict.
 */
final class MbppSuite {
    /** A definition at the left margin; possessive, so that a line is read once. */
    private static final Pattern DEFINITION =
            Pattern.compile("^(?:async[ \\t]++)?+(?:def|class)[ \\t]++([A-Za-z_][A-Za-z0-9_]*+)", Pattern.MULTILINE);

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*+");

    private MbppSuite() {}

    static ObjectNode of(SuiteRecord record) {
        List<String> setup = new ArrayList<>();
        record.texts("test_imports").forEach(line -> setup.add(line.textValue()));
        String code = record.optionalText("test_setup_code");
        if (!code.isEmpty()) {
            setup.add(code);
        }
        ArrayNode tests = record.texts("test_list");
        if (record.has("test")) {
            tests = JsonNodeFactory.instance.arrayNode().add(record.text("test"));
        }
        if (tests.isEmpty()) {
            throw record.error("no tests: \"test_list\" is empty");
        }
        ObjectNode suite = SuiteRecord.suite("asserts").put("setup", String.join("\n", setup));
        suite.set("tests", tests);
        suite.set("entries", entries(record.text("code"), tests));
        return suite;
    }

    private static ArrayNode entries(String canonical, ArrayNode tests) {
        Set<String> used = new LinkedHashSet<>();
        for (JsonNode test : tests) {
            used.addAll(NAME.matcher(test.textValue())
                    .results()
                    .map(match -> match.group())
                    .collect(Collectors.toSet()));
        }
        Set<String> defined = new LinkedHashSet<>();
        Matcher definition = DEFINITION.matcher(canonical);
        while (definition.find()) {
            defined.add(definition.group(1));
        }
        defined.retainAll(used);
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        defined.forEach(names::add);
        return names;
    }
}
