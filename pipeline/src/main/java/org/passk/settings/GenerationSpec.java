package org.passk.settings;

import java.io.Serializable;

/**
 * A set of generation files and what is known of them. Absent texts are empty, absent whole numbers -1, absent numbers
 * NaN. What the path names by a
 * placeholder is absent here.
 *
 * @param path path pattern as written; {@link PathTemplate} reads it
 * @param format format of the files, {@code auto} to detect it
 * @param model name of the model; empty when the path or the records name it
 * @param benchmark name of the benchmark; empty when the path or the records name it
 * @param promptKind kind of prompt, for example {@code cot}
 * @param temperature sampling temperature, at least 0
 * @param topP nucleus mass, in [0, 1]
 * @param maxTokens limit of new tokens, at least 1
 * @param samples generations that are expected per problem, at least 1
 * @param seed sampling seed, at least 0
 * @param step training step, at least 0
 */
public record GenerationSpec(
        String path,
        String format,
        String model,
        String benchmark,
        String promptKind,
        double temperature,
        double topP,
        long maxTokens,
        long samples,
        long seed,
        long step)
        implements Serializable {
    /** Checks the names and ranges. */
    public GenerationSpec {
        if (!NameRule.isPlain(path)) {
            throw new IllegalArgumentException("path is empty or has control characters");
        }
        NameRule.check("format", format);
        NameRule.checkIfStated("model", model);
        NameRule.checkIfStated("benchmark", benchmark);
        NameRule.checkIfStated("promptKind", promptKind);
        DoubleRange.NOT_NEGATIVE.checkIfStated("temperature", temperature);
        DoubleRange.SHARE.checkIfStated("topP", topP);
        LongRange.POSITIVE.checkIfStated("maxTokens", maxTokens);
        LongRange.POSITIVE.checkIfStated("samples", samples);
        LongRange.NOT_NEGATIVE.checkIfStated("seed", seed);
        LongRange.NOT_NEGATIVE.checkIfStated("step", step);
    }
}
