package org.passk.model;

import java.io.Serializable;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The unit of every curve: the samples of one model under one set of sampling parameters. Seeds and files are sources
 * inside a run. Absent numbers are NaN (temperature, top_p) and -1 (step, max tokens): not stated, which is a value of
 * its own and not a wildcard.
 *
 * @param model the model's name in the study
 * @param step the training step, or -1
 * @param promptKind the kind of prompt, for example {@code cot}; empty when not stated
 * @param temperature the sampling temperature, or NaN
 * @param topP the nucleus mass, or NaN
 * @param maxTokens the limit of new tokens, or -1
 */
public record Run(String model, long step, String promptKind, double temperature, double topP, long maxTokens)
        implements Serializable {
    /** Checks that the names are present and the numbers are in range or absent. */
    public Run {
        if (model.isEmpty()) {
            throw new IllegalArgumentException("model is empty");
        }
        Objects.requireNonNull(promptKind, "promptKind");
        if (step < -1 || maxTokens < -1) {
            throw new IllegalArgumentException("step " + step + " or max tokens " + maxTokens + " is below -1");
        }
        // -0.0 is 0.0, and the same run.
        temperature += 0.0;
        if (temperature < 0 || Double.isInfinite(temperature) || topP < 0 || topP > 1) {
            throw new IllegalArgumentException("temperature " + temperature + " or top_p " + topP + " is out of range");
        }
    }

    /**
     * A stable id: the first 48 bits of SHA-256 over the parameters, as 12 hexadecimal digits. Equal parameters give
     * equal ids on every machine.
     */
    public String id() {
        return Digests.sha256("run\n" + label()).substring(0, 12);
    }

    /** What people read: the model, then each parameter that is stated. Unique per run. */
    public String label() {
        StringBuilder text = new StringBuilder(model);
        stepIfStated().ifPresent(s -> text.append(" step=").append(s));
        if (!promptKind.isEmpty()) {
            text.append(" prompt=").append(promptKind);
        }
        temperatureIfStated().ifPresent(t -> text.append(" T=").append(t));
        if (!Double.isNaN(topP)) {
            text.append(" top_p=").append(topP);
        }
        if (maxTokens >= 0) {
            text.append(" max_tokens=").append(maxTokens);
        }
        return text.toString();
    }

    /** The training step, if stated. */
    public OptionalLong stepIfStated() {
        return step < 0 ? OptionalLong.empty() : OptionalLong.of(step);
    }

    /** The temperature, if stated. */
    public OptionalDouble temperatureIfStated() {
        return Double.isNaN(temperature) ? OptionalDouble.empty() : OptionalDouble.of(temperature);
    }
}
