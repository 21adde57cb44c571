package org.passk.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.passk.fault.RejectException;

/**
 * Log-probabilities of texts as JSON lines: one text under one model a record, with {@code model, scorer, benchmark,
 * problem_id, sample_index, num_tokens} and {@code sum_logprob} or {@code token_logprobs}, and optionally {@code
 * mean_entropy}. Other fields are skipped. It has no generations: its records go to whoever made it.
 */
public final class ScoreJsonl implements RecordFormat {
    private final Records records;
    private final Set<String> names = fields().keySet();

    /** Takes records, in the order of position. */
    public interface Records {
        /**
         * Takes one record. A reject at the same position may follow and take it back: text behind the record.
         *
         * @param position byte offset of the record
         * @param found the record
         * @throws RejectException if it cannot be used
         */
        void take(long position, ScoreRecord found) throws RejectException;
    }

    /**
     * A format whose records go somewhere.
     *
     * @param records takes them
     */
    public ScoreJsonl(Records records) {
        this.records = records;
    }

    @Override
    public String name() {
        return "scores-jsonl";
    }

    @Override
    public boolean recognises(Set<String> keys) {
        return keys.contains("scorer") && (keys.contains("sum_logprob") || keys.contains("token_logprobs"));
    }

    @Override
    public Map<String, String> fields() {
        return FieldTable.of(new String[][] {
            {"model", "the author of the text"},
            {"scorer", "the model whose probabilities they are"},
            {"benchmark", "the benchmark"},
            {"problem_id", "the problem, by the id in its problem file"},
            {"sample_index", "index of the text among those of its author and problem"},
            {"num_tokens", "length of the text in tokens of the scorer"},
            {"sum_logprob", "sum of the tokens' log-probabilities"},
            {"token_logprobs", "the log-probability of each token, in place of their sum"},
            {"mean_entropy", "mean entropy of the next-token distributions, in nats"}
        });
    }

    @Override
    public Map<String, String> words() {
        return FieldTable.of(new String[][] {{"problem", "problem_id"}, {"sample index", "sample_index"}});
    }

    @Override
    public <T> void read(JsonParser json, long position, ReadLimits limits, RecordSink<T> sink)
            throws IOException, RejectException {
        ScoreRecord.Builder record = new ScoreRecord.Builder();
        OnceOnly once = new OnceOnly(names);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            once.require(field);
            if (json.nextToken() == JsonToken.VALUE_NULL) {
                continue;
            }
            switch (field) {
                case "model", "scorer", "benchmark" -> record.text(field, JsonValues.string(json, field));
                case "problem_id" -> record.text(field, JsonValues.scalar(json, field));
                case "sample_index", "num_tokens" -> record.natural(field, JsonValues.natural(json, field));
                case "sum_logprob", "mean_entropy" -> record.number(field, JsonValues.number(json, field));
                case "token_logprobs" -> tokens(json, record);
                default -> json.skipChildren();
            }
        }
        records.take(position, record.build(limits.maxNameChars()));
    }

    private static void tokens(JsonParser json, ScoreRecord.Builder record) throws IOException, RejectException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw JsonValues.wrongType(json, "token_logprobs", "an array of numbers");
        }
        double sum = 0;
        long count = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            sum += JsonValues.number(json, "token_logprobs");
            count++;
        }
        record.tokenLogprobs(sum, count);
    }
}
