package org.passk.benchmark.code;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.passk.fault.PasskException;

/** The fields of one problem's record, with errors that name file and problem. */
final class SuiteRecord {
    /** Python's own bound of an integer's digits is 4300. */
    private static final int MAX_NUMBER_CHARS = 10_000;

    private static final JsonMapper JSON = mapper();

    private final String place;
    private final JsonNode fields;

    private SuiteRecord(String place, JsonNode fields) {
        this.place = place;
        this.fields = fields;
    }

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNumberLength(MAX_NUMBER_CHARS)
                        .build());
        return mapper;
    }

    /** A new suite of that kind. */
    static ObjectNode suite(String kind) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind);
    }

    static String write(ObjectNode suite) {
        try {
            return JSON.writeValueAsString(suite);
        } catch (JsonProcessingException e) {
            // A tree of plain values has a JSON form.
            throw new IllegalStateException(e);
        }
    }

    static SuiteRecord parse(String place, String text) {
        JsonNode fields = json(place, text);
        if (!fields.isObject()) {
            throw PasskException.input(place + ": a JSON object is expected");
        }
        return new SuiteRecord(place, fields);
    }

    private static JsonNode json(String place, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw PasskException.input(place + ": no well-formed JSON: " + e.getOriginalMessage());
        }
    }

    /** Whether the field is there and not null. */
    boolean has(String key) {
        return fields.hasNonNull(key);
    }

    /** The value of a field; an error when it is absent or null. */
    JsonNode value(String key) {
        if (!has(key)) {
            throw error('"' + key + "\" is missing");
        }
        return fields.get(key);
    }

    /** A string; an error when the field holds anything else. */
    String text(String key) {
        return string(value(key), '"' + key + '"');
    }

    /** A string; empty when the field is absent or null. */
    String optionalText(String key) {
        return has(key) ? text(key) : "";
    }

    /** A list; an error when the field holds anything else. */
    ArrayNode list(String key) {
        if (value(key) instanceof ArrayNode list) {
            return list;
        }
        throw error('"' + key + "\" is not a list");
    }

    /** The strings of a list; none when the field is absent or null. */
    ArrayNode texts(String key) {
        if (!has(key)) {
            return JsonNodeFactory.instance.arrayNode();
        }
        ArrayNode list = list(key);
        for (int i = 0; i < list.size(); i++) {
            string(list.get(i), '"' + key + "\"[" + i + ']');
        }
        return list;
    }

    String string(JsonNode value, String what) {
        if (!value.isTextual()) {
            throw error(what + " is not a string");
        }
        return value.textValue();
    }

    /** The object in a field. */
    SuiteRecord inner(String key) {
        if (!value(key).isObject()) {
            throw error('"' + key + "\" is not an object");
        }
        return new SuiteRecord(place + " \"" + key + '"', value(key));
    }

    /** The JSON value whose text a field holds. */
    JsonNode embedded(String key) {
        return json(place + " \"" + key + '"', text(key));
    }

    /** The JSON value of a text that was made from a field. */
    JsonNode embedded(String key, String text) {
        return json(place + " \"" + key + '"', text);
    }

    /** The JSON object whose text a field holds. */
    SuiteRecord embeddedObject(String key) {
        return parse(place + " \"" + key + '"', text(key));
    }

    PasskException error(String what) {
        return PasskException.input(place + ": " + what);
    }
}
