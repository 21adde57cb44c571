package org.passk.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.passk.fault.RejectException;
import org.passk.fault.RejectReason;
import org.passk.model.UnicodeText;

/**
 * The wide form of the Qwen2.5-Math, SimpleRL and limit-of-RLVR evaluation scripts: one line holds all answers to one
 * problem in {@code code[]}, beside {@code idx}, {@code question}, {@code answer}, {@code gt}, {@code score[]} (the
 * script's own verdicts) and {@code finish_reason[]}. The other columns, among them those that repeat the texts, are
 * skipped without being decoded.
 */
public final class QwenMathJsonl implements RecordFormat {
    private static final Set<String> FIELDS = new QwenMathJsonl().fields().keySet();

    @Override
    public String name() {
        return "qwen-math";
    }

    @Override
    public boolean recognises(Set<String> keys) {
        return keys.contains("code") && keys.contains("idx");
    }

    @Override
    public Map<String, String> fields() {
        return FieldTable.of(
                new String[][] {
                    {"idx", "the problem: a number is its 0-based position in the problem file, a string its id"},
                    {"code", "the generations, one entry each"},
                    {"score", "the input's own verdicts, one for each generation: kept as evidence, never as truth"},
                    {"finish_reason", "why each generation ended; length means that it was cut off"},
                    {"question", "the question: checked against the problem's"},
                    {"answer", "the reference, where the benchmark has no problem file"},
                    {"gt", "the reference, where there is neither a problem file nor an answer"}
                },
                FieldTable.SAMPLING);
    }

    @Override
    public Map<String, String> words() {
        return FieldTable.of(new String[][] {
            {"problem", "idx"},
            {"generation", "code[i]"},
            {"sample index", "i, the position in code"},
            {"source", "seed, else the file"},
            {"stored verdict", "score[i]"},
            {"truncated", "finish_reason[i] is length or max_tokens"}
        });
    }

    @Override
    public <T> void read(JsonParser json, long position, ReadLimits limits, RecordSink<T> sink)
            throws IOException, RejectException {
        WideRecord<T> record = new WideRecord<>(position, limits, sink);
        OnceOnly once = new OnceOnly(FIELDS);
        try {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                once.require(json.currentName());
                field(json, record, sink);
            }
        } catch (IOException e) {
            record.endBroken();
            throw e;
        } catch (RejectException e) {
            record.rejectAll(e);
            throw e;
        }
        record.end();
    }

    private static <T> void field(JsonParser json, WideRecord<T> record, RecordSink<T> sink)
            throws IOException, RejectException {
        String field = json.currentName();
        JsonToken value = json.nextToken();
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        switch (field) {
            case "idx" -> record.index(json);
            case "question" -> record.fields.question = JsonValues.string(json, field);
            case "answer" -> record.fields.answer = JsonValues.scalar(json, field);
            case "gt" -> record.fields.gt = JsonValues.scalar(json, field);
            case "code" -> texts(json, record, sink);
            case "score" -> scores(json, record);
            case "finish_reason" -> finishReasons(json, record);
            default -> {
                if (!SamplingField.read(json, field, record.fields) && value.isStructStart()) {
                    json.skipChildren();
                }
            }
        }
    }

    private static <T> void texts(JsonParser json, WideRecord<T> record, RecordSink<T> sink)
            throws IOException, RejectException {
        requireArray(json, "code");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String entry = "code[" + record.size() + "]";
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                RejectException reject = JsonValues.wrongType(json, entry, "a string");
                json.skipChildren();
                record.badAnswer(reject);
                continue;
            }
            String text = json.getText();
            if (UnicodeText.isWellFormed(text)) {
                record.answer(sink.text(text));
            } else {
                record.badAnswer(JsonValues.halfPair(entry));
            }
        }
    }

    private static <T> void scores(JsonParser json, WideRecord<T> record) throws IOException, RejectException {
        requireArray(json, "score");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken().isBoolean()) {
                record.score(json.currentToken() == JsonToken.VALUE_TRUE);
            } else if (json.currentToken().isNumeric() && (json.getDoubleValue() == 0 || json.getDoubleValue() == 1)) {
                record.score(json.getDoubleValue() == 1);
            } else {
                throw JsonValues.wrongType(json, "score[]", "true or false");
            }
        }
    }

    private static <T> void finishReasons(JsonParser json, WideRecord<T> record) throws IOException, RejectException {
        requireArray(json, "finish_reason");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            record.finishReason(JsonValues.string(json, "finish_reason[]"));
        }
    }

    private static void requireArray(JsonParser json, String field) throws IOException, RejectException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw JsonValues.wrongType(json, field, "an array");
        }
    }

    static RejectException missing(String field) {
        return new RejectException(
                RejectReason.MISSING_FIELD, "\"" + field + "\" is missing; required are idx and code");
    }
}
