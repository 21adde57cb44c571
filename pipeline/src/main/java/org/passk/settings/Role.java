package org.passk.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a model was made. A comparison is defined by the {@code base} of a model and not by its role. */
public enum Role {
    /** Pretrained, not trained further for reasoning. */
    BASE,
    /** Trained by reinforcement learning. */
    RL,
    /** Tuned on instructions. */
    INSTRUCT,
    /** Trained on the output of a stronger model. */
    DISTILLED,
    /** A model to look at beside the others. */
    REFERENCE;

    /** The word in the study file. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role of a word.
     *
     * @param key the word in the study file
     */
    public static Optional<Role> of(String key) {
        return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
    }

    /** All words, in the order of declaration. */
    static List<String> keys() {
        return Arrays.stream(values()).map(Role::key).toList();
    }
}
