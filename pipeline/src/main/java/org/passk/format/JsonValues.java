package org.passk.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.passk.fault.RejectException;
import org.passk.fault.RejectReason;
import org.passk.model.UnicodeText;

/** The value under the cursor as a Java value, or a reject that names the field. A field that is null never comes here. */
final class JsonValues {
    private JsonValues() {}

    /** A string; empty for a null among the entries of an array. */
    static String string(JsonParser json, String field) throws IOException, RejectException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> unicode(json.getText(), field);
            case VALUE_NULL -> "";
            default -> throw wrongType(json, field, "a string");
        };
    }

    /** A string, or a number or truth value as it is written. */
    static String scalar(JsonParser json, String field) throws IOException, RejectException {
        return switch (json.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                unicode(json.getText(), field);
            default -> throw wrongType(json, field, "a string or a number");
        };
    }

    /** An integer in [0, 2^63). */
    static long natural(JsonParser json, String field) throws IOException, RejectException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
                || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                || json.getLongValue() < 0) {
            throw wrongType(json, field, "an integer that is not negative");
        }
        return json.getLongValue();
    }

    /** A finite number. */
    static double number(JsonParser json, String field) throws IOException, RejectException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT && json.currentToken() != JsonToken.VALUE_NUMBER_FLOAT) {
            throw wrongType(json, field, "a number");
        }
        double value = json.getDoubleValue();
        if (!Double.isFinite(value)) {
            throw wrongType(json, field, "a finite number");
        }
        return value;
    }

    private static String unicode(String text, String field) throws RejectException {
        if (!UnicodeText.isWellFormed(text)) {
            throw halfPair(field);
        }
        return text;
    }

    static RejectException halfPair(String field) {
        return new RejectException(
                RejectReason.WRONG_TYPE, "\"" + field + "\" holds half a surrogate pair, expected Unicode text");
    }

    static RejectException wrongType(JsonParser json, String field, String expected) throws IOException {
        String found = switch (json.currentToken()) {
            case START_ARRAY -> "an array";
            case START_OBJECT -> "an object";
            case VALUE_STRING -> "a string";
            case VALUE_NULL -> "null";
            case VALUE_TRUE, VALUE_FALSE -> "a truth value";
            default -> "the number " + bounded(json.getText());
        };
        return new RejectException(RejectReason.WRONG_TYPE, "\"" + field + "\" is " + found + ", expected " + expected);
    }

    private static String bounded(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
