package org.passk.settings;

import java.io.Serializable;
import java.util.Objects;

/**
 * A model of the study.
 *
 * @param name its name, unique in the study
 * @param role how it was made
 * @param base the name of the model it started from, with which it is compared; empty for no comparison
 * @param algorithm the training algorithm, for people; empty when not stated
 * @param step the training step, or -1 when not stated
 */
public record ModelSpec(String name, Role role, String base, String algorithm, long step) implements Serializable {
    /** Checks the names and that the model is not its own base. */
    public ModelSpec {
        NameRule.check("name", name);
        Objects.requireNonNull(role, "role");
        NameRule.checkIfStated("base", base);
        if (base.equals(name)) {
            throw new IllegalArgumentException("model " + name + " is its own base");
        }
        if (!algorithm.isEmpty() && !NameRule.isPlain(algorithm)) {
            throw new IllegalArgumentException("algorithm has control characters");
        }
        LongRange.NOT_NEGATIVE.checkIfStated("step", step);
    }
}
