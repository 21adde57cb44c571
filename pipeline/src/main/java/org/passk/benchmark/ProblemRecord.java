package org.passk.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passk.fault.PasskException;
import org.passk.model.UnicodeText;

/**
 * One line of a problem file: its top-level fields, as written. Numbers keep their digits ({@code 70.0} stays {@code
 * 70.0}), which a tree of numbers would not promise. Every error names the place and the keys that were found.
 */
final class ProblemRecord {
    private enum Kind {
        TEXT,
        NUMBER,
        FLAG,
        NULL,
        LIST,
        OBJECT
    }

    /** A value: the one text of a scalar, or the texts of a list's scalars. */
    private record Value(Kind kind, List<String> texts) {}

    private final String place;
    private final Map<String, Value> fields;

    private ProblemRecord(String place, Map<String, Value> fields) {
        this.place = place;
        this.fields = fields;
    }

    /**
     * Parses one line.
     *
     * @param json makes the parser; should detect duplicate keys
     * @param place file and line, for messages
     * @param line the whole record
     */
    static ProblemRecord parse(JsonFactory json, String place, String line) {
        Map<String, Value> fields = new LinkedHashMap<>();
        try (JsonParser parser = json.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw PasskException.input(place + ": a JSON object is expected (one problem per line)");
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                parser.nextToken();
                Value value = value(parser);
                if (!value.texts().stream().allMatch(UnicodeText::isWellFormed)) {
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
        return new ProblemRecord(place, fields);
    }

    private static Value value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_ARRAY) {
            List<String> texts = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken().isScalarValue()) {
                    texts.add(parser.getText());
                } else {
                    parser.skipChildren();
                }
            }
            return new Value(Kind.LIST, texts);
        }
        if (token == JsonToken.START_OBJECT) {
            parser.skipChildren();
            return new Value(Kind.OBJECT, List.of());
        }
        if (token == JsonToken.VALUE_NULL) {
            return new Value(Kind.NULL, List.of());
        }
        List<String> text = List.of(parser.getText());
        if (token.isNumeric()) {
            return new Value(Kind.NUMBER, text);
        }
        return new Value(token.isBoolean() ? Kind.FLAG : Kind.TEXT, text);
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

    /** An error of kind INPUT at this record, with the keys that were found. */
    PasskException error(String what) {
        return PasskException.input(place + ": " + what + " (found keys: " + String.join(", ", keys()) + ')');
    }
}
