package org.passk.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;
import org.passk.fault.RejectException;

/**
 * passk's own long form: one generation a record, with {@code problem_id}, {@code sample_index} and {@code text}, and
 * optionally {@code model, benchmark, finish_reason, num_tokens, sum_logprob, mean_entropy, score, stored_verdict, seed,
 * step, prompt_kind, temperature, top_p, max_tokens, question, answer}. Other fields are skipped.
 */
public final class PasskJsonl implements RecordFormat {
    @Override
    public String name() {
        return "passk-jsonl";
    }

    @Override
    public boolean recognises(Set<String> keys) {
        return keys.contains("text") && keys.contains("problem_id");
    }

    @Override
    public <T> void read(JsonParser json, long position, RecordSink<T> sink) throws IOException, RejectException {
        LongRecord<T> record = new LongRecord<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.VALUE_NULL) {
                continue;
            }
            switch (field) {
                case "text", "finish_reason", "question", "model", "benchmark", "prompt_kind" ->
                    record.string(field, JsonValues.string(json, field), sink);
                case "problem_id", "answer" -> record.string(field, JsonValues.scalar(json, field), sink);
                case "sample_index", "num_tokens", "seed", "step", "max_tokens" ->
                    record.natural(field, JsonValues.natural(json, field));
                case "sum_logprob", "mean_entropy", "score", "temperature", "top_p" ->
                    record.number(field, JsonValues.number(json, field));
                case "stored_verdict" -> {
                    if (!value.isBoolean()) {
                        throw JsonValues.wrongType(json, field, "true or false");
                    }
                    record.stored(value == JsonToken.VALUE_TRUE);
                }
                default -> json.skipChildren();
            }
        }
        record.end(position, sink);
    }
}
