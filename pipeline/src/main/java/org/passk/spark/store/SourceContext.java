package org.passk.spark.store;

import java.io.Serializable;
import org.passk.format.RecordFields;
import org.passk.model.Run;

/**
 * What the study and the path say of the records of one file. What a record says of itself goes before it: a record is
 * the closer witness, and samples whose parameters differ must never be added together.
 *
 * @param entry position of the study's generations entry
 * @param model the model's name, or empty
 * @param benchmark the benchmark's name, or empty
 * @param promptKind the prompt kind, or empty
 * @param temperature the temperature, or NaN
 * @param topP the nucleus mass, or NaN
 * @param maxTokens the limit of new tokens, or -1
 * @param seed the sampling seed, or -1
 * @param step the training step, or -1
 */
public record SourceContext(
        int entry,
        String model,
        String benchmark,
        String promptKind,
        double temperature,
        double topP,
        long maxTokens,
        long seed,
        long step)
        implements Serializable {

    /** The same for a file of another entry. */
    SourceContext withEntry(int other) {
        return new SourceContext(other, model, benchmark, promptKind, temperature, topP, maxTokens, seed, step);
    }

    /** The model of a record; empty when nobody names one. */
    public String modelOf(RecordFields fields) {
        return fields.model().isEmpty() ? model : fields.model();
    }

    /** The benchmark of a record; empty when nobody names one. */
    public String benchmarkOf(RecordFields fields) {
        return fields.benchmark().isEmpty() ? benchmark : fields.benchmark();
    }

    /**
     * The run of a record.
     *
     * @param fields what the record says
     * @param modelName the record's model
     * @param modelStep the step that the study gives to this model, or -1
     */
    public Run runOf(RecordFields fields, String modelName, long modelStep) {
        long stated = fields.step() >= 0 ? fields.step() : step;
        return new Run(
                modelName,
                stated >= 0 ? stated : modelStep,
                fields.promptKind().isEmpty() ? promptKind : fields.promptKind(),
                Double.isNaN(fields.temperature()) ? temperature : fields.temperature(),
                Double.isNaN(fields.topP()) ? topP : fields.topP(),
                fields.maxTokens() >= 0 ? fields.maxTokens() : maxTokens);
    }

    /** What separates equal sample indexes: {@code seed=N} where the seed is known, else empty (the file itself does). */
    public String sourceOf(RecordFields fields) {
        long known = fields.seed() >= 0 ? fields.seed() : seed;
        return known >= 0 ? "seed=" + known : "";
    }
}
