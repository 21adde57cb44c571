package org.passk.settings;

import java.io.Serializable;
import java.util.Objects;

/**
 * Which runs tell the problems that can be guessed: those of another prompt kind, which asks for the answer alone.
 *
 * @param promptKind the prompt kind of these runs; empty for none
 * @param maxAccuracy share of correct answers below which a problem with any counts as guessable, in [0, 1]
 */
public record GuessSpec(String promptKind, double maxAccuracy) implements Serializable {
    /** The accuracy of the paper (arXiv 2504.13837, appendix D.2). */
    static final double MAX_ACCURACY = 0.05;

    /** No problem is taken for guessable. */
    public static final GuessSpec NONE = new GuessSpec("", MAX_ACCURACY);

    /** Checks both. */
    public GuessSpec {
        Objects.requireNonNull(promptKind, "promptKind");
        DoubleRange.SHARE.check("maxAccuracy", maxAccuracy);
    }

    /** Whether no run tells. */
    public boolean isNone() {
        return promptKind.isEmpty();
    }
}
