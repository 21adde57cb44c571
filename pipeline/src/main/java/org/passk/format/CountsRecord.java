package org.passk.format;

import org.passk.fault.RejectException;
import org.passk.fault.RejectReason;

/** Collects the cells of one row of a file of counts. Cells that are not set are absent. Not thread-safe. */
public final class CountsRecord {
    private final RecordFields fields = new RecordFields();
    private String source = "";
    private long n = -1;
    private long correct = -1;
    private long undecided;

    /** Sets a cell that holds text. */
    public void string(String column, String value) {
        switch (column) {
            case "model" -> fields.model = value;
            case "benchmark" -> fields.benchmark = value;
            case "problem_id" -> fields.problemId = value;
            case "prompt_kind" -> fields.promptKind = value;
            case "source" -> source = value;
            default -> throw new IllegalArgumentException(column);
        }
    }

    /** Sets a cell that holds an integer of at least 0. */
    public void natural(String column, long value) throws RejectException {
        if (value < 0) {
            throw wrong(column, Long.toString(value), "an integer that is not negative");
        }
        switch (column) {
            case "n" -> n = value;
            case "c" -> correct = value;
            case "undecided" -> undecided = value;
            case "seed" -> fields.seed = value;
            case "step" -> fields.step = value;
            case "max_tokens" -> fields.maxTokens = value;
            case "problem_id" -> fields.problemId = Long.toString(value);
            default -> throw new IllegalArgumentException(column);
        }
    }

    /** Sets a cell that holds a number. */
    public void number(String column, double value) throws RejectException {
        if (!Double.isFinite(value)) {
            throw wrong(column, Double.toString(value), "a finite number");
        }
        switch (column) {
            case "temperature" -> fields.temperature = SamplingField.atMost(Double.MAX_VALUE, value, column);
            case "top_p" -> fields.topP = SamplingField.atMost(1, value, column);
            default -> throw new IllegalArgumentException(column);
        }
    }

    static RejectException wrong(String column, String value, String expected) {
        return new RejectException(
                RejectReason.WRONG_TYPE, "\"" + column + "\" is " + value + ", expected " + expected);
    }

    /**
     * Ends the row.
     *
     * @param position byte offset or row number
     * @param limits how long names may be
     * @throws RejectException if a count is missing or impossible, or a name too long
     */
    public CountsRow row(long position, ReadLimits limits) throws RejectException {
        require(!fields.problemId.isEmpty(), "problem_id");
        require(n >= 0, "n");
        require(correct >= 0, "c");
        fields.requireNames(limits.maxNameChars());
        if (n == 0) {
            throw wrong("n", "0", "at least one sample");
        }
        if (n > CountsRow.LARGEST_N) {
            throw new RejectException(
                    RejectReason.TOO_LARGE, "\"n\" is " + n + ", expected at most " + CountsRow.LARGEST_N);
        }
        // Neither sum nor difference overflows: both are not negative.
        if (correct > n || undecided > n - correct) {
            throw wrong("c", correct + (undecided > 0 ? " with " + undecided + " undecided" : ""), "at most n, " + n);
        }
        return new CountsRow(position, fields, named(limits), n, correct, undecided);
    }

    private String named(ReadLimits limits) throws RejectException {
        if (source.isEmpty()) {
            return "";
        }
        if (fields.seed >= 0) {
            throw wrong("source", "given beside \"seed\"", "one of the two");
        }
        if (source.length() > limits.maxNameChars()) {
            throw new RejectException(
                    RejectReason.TOO_LARGE,
                    "\"source\" is longer than " + limits.maxNameChars() + " (limits.max_name_chars)");
        }
        return "source=" + source;
    }

    private static void require(boolean present, String column) throws RejectException {
        if (!present) {
            throw new RejectException(
                    RejectReason.MISSING_FIELD, "\"" + column + "\" is missing; required are problem_id, n and c");
        }
    }
}
