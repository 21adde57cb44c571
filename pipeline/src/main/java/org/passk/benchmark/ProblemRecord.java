package org.passk.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passk.fault.PasskException;
import org.passk.model.Digests;
import org.passk.model.Reference.TestSuite;
import org.passk.model.SuiteKind;
import org.passk.model.UnicodeText;

/**
 * One line of a problem file: its top-level fields, as written. Numbers keep their digits ({@code 70.0} stays {@code
 * 70.0}), which a tree of numbers would not promise. Every error names the place and the keys that were found.
 */
final class ProblemRecord {
    private static final int DIGEST_DIGITS = 32;

    /** Python's own bound of an integer's digits is 4300. */
    private static final int MAX_NUMBER_CHARS = 10_000;

    private enum Kind {
        TEXT,
        NUMBER,
        FLAG,
        NULL,
        LIST,
        OBJECT
    }

    /**
     * A value: the one text of a scalar, or the texts of a list's scalars.
     *
     * @param members of an object those that are scalars; else empty
     */
    private record Value(Kind kind, List<String> texts, Map<String, Value> members) {
        Value(Kind kind, List<String> texts) {
            this(kind, texts, Map.of());
        }
    }

    /**
     * Where a record stands.
     *
     * @param file as its reader was told
     * @param offset first byte in the decompressed file
     * @param length bytes of the record
     */
    record Origin(String file, long offset, int length) {}

    private final String place;
    private final Origin origin;
    private final String line;
    private final Map<String, Value> fields;

    private ProblemRecord(String place, Origin origin, String line, Map<String, Value> fields) {
        this.place = place;
        this.origin = origin;
        this.line = line;
        this.fields = fields;
    }

    /** Makes parsers of problem files. */
    static JsonFactory factory() {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxStringLength(RecordLines.MAX_CHARS)
                .maxNumberLength(MAX_NUMBER_CHARS)
                .build();
        // Python writes NaN and Infinity as bare words, and inputs of MBPP+ hold one.
        return JsonFactory.builder()
                .streamReadConstraints(constraints)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
    }

    /**
     * Parses one line.
     *
     * @param json from {@link #factory}
     * @param place file and line, for messages
     * @param origin where the record stands
     * @param line the whole record
     */
    static ProblemRecord parse(JsonFactory json, String place, Origin origin, String line) {
        Map<String, Value> fields = new LinkedHashMap<>();
        try (JsonParser parser = json.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw PasskException.input(place + ": a JSON object is expected (one problem per line)");
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                parser.nextToken();
                Value value = value(parser);
                if (!isWellFormed(value)) {
                    throw PasskException.input(
                            place + ": \"" + key + "\" holds half a surrogate pair, which is no Unicode text");
                }
                fields.put(key, value);
            }
            if (parser.nextToken() != null) {
                throw PasskException.input(place + ": something stands behind the JSON object");
            }
        } catch (JsonProcessingException e) {
            throw PasskException.input(place + ": no well-formed JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            // The parser reads a string in memory: it has no other source of trouble.
            throw new IllegalStateException(e);
        }
        return new ProblemRecord(place, origin, line, fields);
    }

    private static boolean isWellFormed(Value value) {
        return value.texts().stream().allMatch(UnicodeText::isWellFormed)
                && value.members().values().stream().allMatch(ProblemRecord::isWellFormed);
    }

    private static Value value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_ARRAY) {
            List<String> texts = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken().isScalarValue()) {
                    requireNumber(parser);
                    texts.add(parser.getText());
                } else {
                    parser.skipChildren();
                }
            }
            return new Value(Kind.LIST, texts);
        }
        if (token == JsonToken.START_OBJECT) {
            return new Value(Kind.OBJECT, List.of(), members(parser));
        }
        return scalar(parser);
    }

    private static Map<String, Value> members(JsonParser parser) throws IOException {
        Map<String, Value> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            if (parser.nextToken().isScalarValue()) {
                members.put(key, scalar(parser));
            } else {
                parser.skipChildren();
            }
        }
        return members;
    }

    private static Value scalar(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return new Value(Kind.NULL, List.of());
        }
        requireNumber(parser);
        List<String> text = List.of(parser.getText());
        if (token.isNumeric()) {
            return new Value(Kind.NUMBER, text);
        }
        return new Value(token.isBoolean() ? Kind.FLAG : Kind.TEXT, text);
    }

    /** The bare words for numbers pass in inputs of tests, which are deeper; no field that is read may be one. */
    private static void requireNumber(JsonParser parser) throws IOException {
        if (parser.currentToken().isNumeric() && parser.isNaN()) {
            throw new JsonParseException(parser, parser.getText() + " is no number of JSON");
        }
    }

    /** The keys in the file's order, those of null values included. */
    Set<String> keys() {
        return fields.keySet();
    }

    /** Whether all keys are present with a value other than null. */
    boolean has(String... keys) {
        for (String key : keys) {
            if (kind(key) == Kind.NULL) {
                return false;
            }
        }
        return true;
    }

    boolean isText(String key) {
        return kind(key) == Kind.TEXT;
    }

    boolean isNumber(String key) {
        return kind(key) == Kind.NUMBER;
    }

    boolean isList(String key) {
        return kind(key) == Kind.LIST;
    }

    boolean isObject(String key) {
        return kind(key) == Kind.OBJECT;
    }

    private Kind kind(String key) {
        Value value = fields.get(key);
        return value == null ? Kind.NULL : value.kind();
    }

    /** The text of a string or number as written; empty when the key is absent or null. */
    String optional(String key) {
        return switch (kind(key)) {
            case TEXT, NUMBER -> fields.get(key).texts().get(0);
            case NULL -> "";
            case FLAG, LIST, OBJECT -> throw wrongType(key, "a string or a number");
        };
    }

    /** The text of a string or number as written; an error when it is absent, null or blank. */
    String required(String key) {
        String text = optional(key);
        if (text.isBlank()) {
            throw error('"' + key + "\" is " + (has(key) ? "empty" : "missing"));
        }
        return text;
    }

    /** The first of two keys that is present; an error when neither is. */
    String requiredOneOf(String key, String other) {
        if (!has(key) && !has(other)) {
            throw error('"' + key + "\" or \"" + other + "\" is missing");
        }
        return required(has(key) ? key : other);
    }

    /** The scalars of a list as written; empty when the key is absent or null. */
    List<String> list(String key) {
        return switch (kind(key)) {
            case LIST -> fields.get(key).texts();
            case NULL -> List.of();
            case TEXT, NUMBER, FLAG, OBJECT -> throw wrongType(key, "a list");
        };
    }

    /** A boolean; false when the key is absent or null. */
    boolean flag(String key) {
        return switch (kind(key)) {
            case FLAG -> fields.get(key).texts().get(0).equals("true");
            case NULL -> false;
            case TEXT, NUMBER, LIST, OBJECT -> throw wrongType(key, "true or false");
        };
    }

    private PasskException wrongType(String key, String expected) {
        return error('"' + key + "\" is not " + expected);
    }

    /** The scalars inside an object; no fields when the key is absent or null. */
    ProblemRecord inner(String key) {
        if (has(key) && !isObject(key)) {
            throw wrongType(key, "an object");
        }
        Map<String, Value> members = has(key) ? fields.get(key).members() : Map.of();
        return new ProblemRecord(place + " \"" + key + '"', origin, line, members);
    }

    /** The object whose JSON form is the text of a field; no fields when the key is absent, null or empty. */
    ProblemRecord embedded(String key) {
        String text = optional(key);
        String inside = place + " \"" + key + '"';
        return text.isBlank()
                ? new ProblemRecord(inside, origin, line, Map.of())
                : parse(factory(), inside, origin, text);
    }

    /** The reference to the tests that this record holds. */
    TestSuite testSuite(SuiteKind kind, String entryPoint, String prompt) {
        String digest = Digests.sha256(line).substring(0, DIGEST_DIGITS);
        return new TestSuite(kind, origin.file(), origin.offset(), origin.length(), digest, entryPoint, prompt);
    }

    /** An error of kind INPUT at this record, with the keys that were found. */
    PasskException error(String what) {
        return PasskException.input(place + ": " + what + " (found keys: " + String.join(", ", keys()) + ')');
    }
}
