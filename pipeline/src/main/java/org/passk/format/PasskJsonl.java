package org.passk.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.passk.fault.RejectException;

/**
 * passk's own long form: one generation a record, with {@code problem_id}, {@code sample_index} and {@code text}, and
 * optionally {@code model, benchmark, finish_reason, num_tokens, sum_logprob, mean_entropy, score, stored_verdict, seed,
 * step, prompt_kind, temperature, top_p, max_tokens, question, answer}. Other fields are skipped.
 */
public final class PasskJsonl implements RecordFormat {
    private static final Set<String> FIELDS = new PasskJsonl().fields().keySet();

    @Override
    public String name() {
        return "passk-jsonl";
    }

    @Override
    public boolean recognises(Set<String> keys) {
        return keys.contains("text") && keys.contains("problem_id");
    }

    @Override
    public Map<String, String> fields() {
        return FieldTable.of(
                new String[][] {
                    {"problem_id", "the problem, by the id in its problem file"},
                    {"sample_index", "index of the sample within its source"},
                    {"text", "the generation"},
                    {"stored_verdict", "the input's own verdict: kept as evidence, never as truth"},
                    {"finish_reason", "why the generation ended; length means that it was cut off"},
                    {"num_tokens", "length of the generation in tokens"},
                    {"sum_logprob", "sum of the tokens' log-probabilities"},
                    {"mean_entropy", "mean entropy of the next-token distributions, in nats"},
                    {"score", "a real-valued reward"},
                    {"question", "the question: checked against the problem's"},
                    {"answer", "the reference, where the benchmark has no problem file"}
                },
                FieldTable.SAMPLING);
    }

    @Override
    public Map<String, String> words() {
        return FieldTable.of(new String[][] {
            {"problem", "problem_id"},
            {"generation", "text"},
            {"sample index", "sample_index"},
            {"source", "seed, else the file"},
            {"stored verdict", "stored_verdict"},
            {"truncated", "finish_reason is length or max_tokens"}
        });
    }

    @Override
    public <T> void read(JsonParser json, long position, ReadLimits limits, RecordSink<T> sink)
            throws IOException, RejectException {
        LongRecord<T> record = new LongRecord<>(limits);
        OnceOnly once = new OnceOnly(FIELDS);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            once.require(field);
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
