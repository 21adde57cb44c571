package org.passk.spark.compare;

import java.util.Objects;

/**
 * One sample whose outcome differs between two studies.
 *
 * @param problemId its problem
 * @param source what separates equal sample indexes of its run: {@code seed=N}, or empty where the file itself does
 * @param sampleIndex its index within its source
 * @param path the input file, as the first study read it
 * @param position byte offset in the decompressed stream, or row number
 * @param answerIndex index of the answer within its record
 * @param verdicts what both say
 * @param answerA the canonical answer in the first study; empty when there is none
 * @param answerB the canonical answer in the second study
 */
public record FlippedSample(
        String problemId,
        String source,
        long sampleIndex,
        String path,
        long position,
        int answerIndex,
        VerdictPair verdicts,
        String answerA,
        String answerB) {
    /** Checks that it is a flip. */
    public FlippedSample {
        Objects.requireNonNull(problemId, "problemId");
        if (!verdicts.isFlip()) {
            throw new IllegalArgumentException(
                    "both say " + verdicts.outcomeA() + " of sample " + sampleIndex + " of " + problemId);
        }
    }
}
