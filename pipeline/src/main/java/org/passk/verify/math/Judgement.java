package org.passk.verify.math;

import java.util.Objects;
import org.passk.model.Verdict;

/**
 * A verdict with what it rests on.
 *
 * @param verdict the verdict
 * @param referenceReading how the reference was read
 * @param answerReading how the answer was read; empty when there is none
 */
public record Judgement(Verdict verdict, String referenceReading, String answerReading) {
    /** Checks that all are present. */
    public Judgement {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(referenceReading, "referenceReading");
        Objects.requireNonNull(answerReading, "answerReading");
    }
}
