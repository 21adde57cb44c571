package org.passk.format;

import org.passk.fault.RejectException;
import org.passk.fault.RejectReason;
import org.passk.model.StoredVerdict;

/**
 * One record of passk's own long form while its fields arrive, from JSON or from a Parquet row: one generation a record.
 *
 * @param <T> what the sink keeps of a text
 */
public final class LongRecord<T> {
    final RecordFields fields = new RecordFields();
    private final ReadLimits limits;
    private boolean hasText;
    private T held;
    private long sampleIndex = -1;
    private String finishReason = "";
    private StoredVerdict stored = StoredVerdict.ABSENT;
    private long numTokens = -1;
    private double sumLogprob = Double.NaN;
    private double meanEntropy = Double.NaN;
    private double score = Double.NaN;

    /**
     * A record.
     *
     * @param limits what it may cost
     */
    public LongRecord(ReadLimits limits) {
        this.limits = limits;
    }

    /** Sets a field that holds text. */
    public void string(String field, String value, RecordSink<T> sink) throws RejectException {
        switch (field) {
            case "text" -> {
                held = sink.text(value);
                hasText = true;
            }
            case "problem_id" -> fields.problemId = value;
            case "answer" -> fields.answer = value;
            case "question" -> fields.question = value;
            case "finish_reason" -> finishReason = value;
            case "model" -> fields.model = value;
            case "benchmark" -> fields.benchmark = value;
            case "prompt_kind" -> fields.promptKind = value;
            default -> throw new IllegalArgumentException(field);
        }
    }

    /** Sets a field that holds an integer of at least 0. */
    public void natural(String field, long value) throws RejectException {
        if (value < 0) {
            throw new RejectException(
                    RejectReason.WRONG_TYPE,
                    "\"" + field + "\" is " + value + ", expected an integer that is not negative");
        }
        switch (field) {
            case "sample_index" -> sampleIndex = value;
            case "num_tokens" -> numTokens = value;
            case "seed" -> fields.seed = value;
            case "step" -> fields.step = value;
            case "max_tokens" -> fields.maxTokens = value;
            case "problem_id" -> fields.problemId = Long.toString(value);
            default -> throw new IllegalArgumentException(field);
        }
    }

    /** Sets a field that holds a finite number. */
    public void number(String field, double value) throws RejectException {
        if (!Double.isFinite(value)) {
            throw new RejectException(
                    RejectReason.WRONG_TYPE, "\"" + field + "\" is " + value + ", expected a finite number");
        }
        switch (field) {
            case "sum_logprob" -> sumLogprob = value;
            case "mean_entropy" -> meanEntropy = value;
            case "score" -> score = value;
            case "temperature" -> fields.temperature = SamplingField.atMost(Double.MAX_VALUE, value, field);
            case "top_p" -> fields.topP = SamplingField.atMost(1, value, field);
            default -> throw new IllegalArgumentException(field);
        }
    }

    /** Sets the input's own verdict. */
    public void stored(boolean right) {
        stored = StoredVerdict.of(right);
    }

    /**
     * Ends the record.
     *
     * @param position byte offset or row number
     * @param sink receives the sample
     * @throws RejectException if a required field is missing or a name too long
     */
    public void end(long position, RecordSink<T> sink) throws RejectException {
        if (!hasText) {
            throw missing("text");
        }
        if (fields.problemId.isEmpty()) {
            throw missing("problem_id");
        }
        if (sampleIndex < 0) {
            throw missing("sample_index");
        }
        fields.requireNames(limits.maxNameChars());
        SampleStats stats = new SampleStats(numTokens, sumLogprob, meanEntropy, score);
        sink.sample(new Sample<>(position, 0, fields, sampleIndex, finishReason, stored, stats, held));
    }

    private static RejectException missing(String field) {
        return new RejectException(
                RejectReason.MISSING_FIELD,
                "\"" + field + "\" is missing; required are problem_id, sample_index and text");
    }
}
