package org.passk.format;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.passk.fault.RejectException;
import org.passk.fault.RejectReason;

/** The fields that say how a generation was sampled; every format may carry them under the same names. */
final class SamplingField {
    private SamplingField() {}

    /** Reads the field under the cursor when it is one of these. */
    static boolean read(JsonParser json, String field, RecordFields fields) throws IOException, RejectException {
        switch (field) {
            case "model" -> fields.model = JsonValues.string(json, field);
            case "benchmark" -> fields.benchmark = JsonValues.string(json, field);
            case "prompt_kind" -> fields.promptKind = JsonValues.string(json, field);
            case "seed" -> fields.seed = JsonValues.natural(json, field);
            case "step" -> fields.step = JsonValues.natural(json, field);
            case "max_tokens" -> fields.maxTokens = JsonValues.natural(json, field);
            case "temperature" -> fields.temperature = atMost(Double.MAX_VALUE, JsonValues.number(json, field), field);
            case "top_p" -> fields.topP = atMost(1, JsonValues.number(json, field), field);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A number in [0, largest], or NaN. */
    static double atMost(double largest, double value, String field) throws RejectException {
        if (value < 0 || value > largest) {
            String range = largest == 1 ? "a number in [0, 1]" : "a number that is not negative";
            throw new RejectException(RejectReason.WRONG_TYPE, "\"" + field + "\" is " + value + ", expected " + range);
        }
        return value;
    }
}
