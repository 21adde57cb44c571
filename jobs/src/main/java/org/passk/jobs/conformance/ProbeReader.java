package org.passk.jobs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passk.verify.choice.ChoiceOptions;
import org.passk.verify.math.MathOptions;

/**
 * Tells the shape of a case by its fields: {@code gold}, {@code prediction}, {@code expected}; {@code gold}, {@code text},
 * {@code expected}; {@code latex}, {@code sympy_str}; {@code latex}, {@code expected = parse_error}; {@code text},
 * {@code expected_extracted}.
 */
final class ProbeReader {
    private static final Pattern LETTER = Pattern.compile("'([A-Z])'");
    private static final Pattern LETTERS = Pattern.compile("strings=\\(([^)]*)\\)");

    private ProbeReader() {}

    /** A case of a known shape that cannot be read. */
    static final class BadProbeException extends Exception {
        private static final long serialVersionUID = 1L;

        BadProbeException(String message) {
            super(message);
        }
    }

    /**
     * Reads a case.
     *
     * @param record a line of a file
     * @param line its number, for cases without an id
     * @return empty when the shape is not known
     * @throws BadProbeException when the shape is known and a field is not
     */
    static Optional<Probe> read(JsonNode record, int line) throws BadProbeException {
        String id = text(record, "id") ? record.path("id").asText() : "line " + line;
        if (text(record, "gold") && text(record, "prediction") && record.has("expected")) {
            return Optional.of(answer(record, id));
        }
        if (text(record, "gold") && text(record, "text") && record.has("expected")) {
            return Optional.of(new Probe.Answer(
                    id,
                    record.path("gold").asText(),
                    TextKind.LATEX,
                    record.path("text").asText(),
                    TextKind.TEXT,
                    MathOptions.defaults(),
                    expectation(record)));
        }
        if (text(record, "latex") && record.has("sympy_str")) {
            // None is Python's null.
            String sympy = text(record, "sympy_str") ? record.path("sympy_str").asText() : "None";
            return Optional.of(
                    new Probe.Notation(id, record.path("latex").asText(), sympy.equals("None") ? "" : sympy));
        }
        if (text(record, "latex") && record.path("expected").asText().equals("parse_error")) {
            return Optional.of(new Probe.Broken(id, record.path("latex").asText()));
        }
        if (text(record, "text") && record.path("expected_extracted").isArray()) {
            return Optional.of(letter(record, id));
        }
        return Optional.empty();
    }

    private static boolean text(JsonNode record, String field) {
        return record.path(field).isTextual();
    }

    private static Expectation expectation(JsonNode record) throws BadProbeException {
        JsonNode expected = record.path("expected");
        if (expected.isNull()) {
            return Expectation.ANY;
        }
        if (!expected.isBoolean()) {
            throw new BadProbeException("\"expected\" is " + expected.getNodeType() + "; expected true, false or null");
        }
        return expected.asBoolean() ? Expectation.CORRECT : Expectation.WRONG;
    }

    private static Probe answer(JsonNode record, String id) throws BadProbeException {
        String gold = record.path("gold").asText();
        String prediction = record.path("prediction").asText();
        for (JsonNode extraction : record.path("extract")) {
            if (extraction.asText().equals("NativeLetters")) {
                return new Probe.Choice(id, gold, prediction, expectation(record));
            }
        }
        return new Probe.Answer(
                id,
                gold,
                kind(record, "gold_kind", TextKind.LATEX),
                prediction,
                kind(record, "prediction_kind", TextKind.TEXT),
                options(record),
                expectation(record));
    }

    private static TextKind kind(JsonNode record, String field, TextKind absent) throws BadProbeException {
        if (!record.has(field)) {
            return absent;
        }
        return switch (record.path(field).asText()) {
            case "text" -> TextKind.TEXT;
            case "boxed" -> TextKind.BOXED;
            case "latex" -> TextKind.LATEX;
            case "expr" -> TextKind.EXPR;
            default ->
                throw new BadProbeException(
                        "\"" + field + "\" is " + record.path(field) + "; expected text, boxed, latex or expr");
        };
    }

    /** A case with options comes from a grader that takes the last number of a text that states nothing. */
    private static MathOptions options(JsonNode record) throws BadProbeException {
        JsonNode given = record.path("options");
        if (!given.isObject()) {
            return MathOptions.defaults();
        }
        MathOptions options = MathOptions.defaults().withLastNumber(true);
        for (Map.Entry<String, JsonNode> option : given.properties()) {
            options = with(options, option.getKey(), option.getValue());
        }
        return options;
    }

    private static MathOptions with(MathOptions options, String key, JsonNode value) throws BadProbeException {
        boolean usable = switch (key) {
            case "float_rounding" -> value.isInt() && value.asInt() >= 0 && value.asInt() <= 1_000;
            case "allow_set_relation_comp", "strict" -> value.isBoolean();
            case "language" -> true;
            default -> false;
        };
        if (!usable) {
            throw new BadProbeException("the option \"" + key + "\" = " + value
                    + " is unknown; expected float_rounding (0 to 1000), allow_set_relation_comp or strict (true or"
                    + " false) or language");
        }
        return switch (key) {
            case "float_rounding" -> options.withMinRoundedDecimals(value.asInt());
            case "allow_set_relation_comp" -> options.withInequalityEqualsInterval(value.asBoolean());
            case "strict" -> options.withSameVariableNames(value.asBoolean());
            default -> options; // Every language is read.
        };
    }

    private static Probe letter(JsonNode record, String id) {
        String notes = record.path("notes").asText();
        Matcher strings = LETTERS.matcher(notes);
        ChoiceOptions defaults = ChoiceOptions.defaults();
        String letters = strings.find() ? letters(strings.group(1)) : "";
        ChoiceOptions options = new ChoiceOptions(
                letters.isEmpty() ? defaults.letters() : letters,
                notes.contains("lowercase=True"),
                notes.contains("try_extract_without_anchor=True"),
                defaults.maxAnswerChars());
        return new Probe.Letter(
                id,
                record.path("text").asText(),
                record.path("expected_extracted").path(0).asText(),
                options);
    }

    private static String letters(String list) {
        SortedSet<String> sorted = new TreeSet<>();
        Matcher letter = LETTER.matcher(list);
        while (letter.find()) {
            sorted.add(letter.group(1));
        }
        return String.join("", sorted);
    }
}
