package org.passk.model;

import java.io.Serializable;
import java.util.Objects;

/** What the answer to a problem is compared with. */
public sealed interface Reference extends Serializable {

    /**
     * A mathematical answer as the benchmark writes it.
     *
     * @param text the reference answer, LaTeX or plain, as in the benchmark's file, without {@code $} signs around it
     * @param multiple whether the text lists several answers, all of which are wanted, in any order
     * @param unit the unit that the benchmark gives beside the answer; empty when there is none
     */
    record MathAnswer(String text, boolean multiple, String unit) implements Reference {
        /** Checks that the texts are present. */
        public MathAnswer {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(unit, "unit");
        }

        /** A single answer without a unit. */
        public static MathAnswer of(String text) {
            return new MathAnswer(text, false, "");
        }
    }

    /**
     * The right one of several choices.
     *
     * @param letter the letter that names it, A to Z
     */
    record Choice(char letter) implements Reference {
        /** Checks that the letter is a capital. */
        public Choice {
            if (letter < 'A' || letter > 'Z') {
                throw new IllegalArgumentException("letter '" + letter + "' is not in A to Z");
            }
        }
    }
}
