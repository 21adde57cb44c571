package org.passk.format;

import org.passk.fault.RejectException;
import org.passk.fault.RejectReason;
import org.passk.model.UnicodeText;

/**
 * What a record says of itself beside its answers. Absent values are empty strings, -1 and NaN: the reader's caller fills
 * them from the study and the path. Mutable while a record is read, then only read.
 */
public final class RecordFields {
    String model = "";
    String benchmark = "";
    String problemId = "";
    int problemOrdinal = -1;
    String question = "";
    String answer = "";
    String gt = "";
    String promptKind = "";
    long seed = -1;
    long step = -1;
    double temperature = Double.NaN;
    double topP = Double.NaN;
    long maxTokens = -1;

    /**
     * Refuses names and ids that are no names any more: they are kept with every sample of the record, and the prompt
     * kind stands in the names of runs.
     */
    void requireNames(int maxChars) throws RejectException {
        requireShort("problem_id", problemId, maxChars);
        requireShort("model", model, maxChars);
        requireShort("benchmark", benchmark, maxChars);
        requireShort("prompt_kind", promptKind, maxChars);
        if (!UnicodeText.isPlain(promptKind)) {
            throw new RejectException(
                    RejectReason.WRONG_TYPE, "\"prompt_kind\" has control characters, expected a name");
        }
    }

    private static void requireShort(String field, String name, int maxChars) throws RejectException {
        if (name.length() > maxChars) {
            throw new RejectException(
                    RejectReason.TOO_LARGE,
                    "\"" + field + "\" is longer than " + maxChars + " (limits.max_name_chars)");
        }
    }

    /** The model's name, or empty. */
    public String model() {
        return model;
    }

    /** The benchmark's name, or empty. */
    public String benchmark() {
        return benchmark;
    }

    /** The problem's id, or empty when the record names its problem by position. */
    public String problemId() {
        return problemId;
    }

    /** The problem's 0-based position in its problem file, or -1. */
    public int problemOrdinal() {
        return problemOrdinal;
    }

    /** The question, or empty. */
    public String question() {
        return question;
    }

    /** The record's own reference: its {@code answer}, else its {@code gt}, else empty. */
    public String reference() {
        return answer.isEmpty() ? gt : answer;
    }

    /** The prompt kind, or empty. */
    public String promptKind() {
        return promptKind;
    }

    /** The sampling seed, or -1. */
    public long seed() {
        return seed;
    }

    /** The training step, or -1. */
    public long step() {
        return step;
    }

    /** The sampling temperature, or NaN. */
    public double temperature() {
        return temperature;
    }

    /** The nucleus mass, or NaN. */
    public double topP() {
        return topP;
    }

    /** The limit of new tokens, or -1. */
    public long maxTokens() {
        return maxTokens;
    }
}
