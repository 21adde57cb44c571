package org.passk.spark.stage;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A correct sample that was drawn for a review, without its text.
 *
 * @param id stable: the same for the same text at the same place of the study
 * @param rank where it stands in the seeded order of its problem's samples
 * @param runId its run
 * @param benchmark its benchmark
 * @param problemId its problem
 * @param path the input file
 * @param position where its record begins
 * @param answerIndex its index within the record
 * @param textHash hash of its text
 * @param answer its canonical answer
 */
public record ReviewSample(
        String id,
        String rank,
        String runId,
        String benchmark,
        String problemId,
        String path,
        long position,
        int answerIndex,
        long textHash,
        String answer)
        implements Serializable {
    /** The seeded order; total, because no two samples have the same place. */
    static final Comparator<ReviewSample> ORDER = Comparator.comparing(ReviewSample::rank)
            .thenComparing(ReviewSample::path)
            .thenComparing(ReviewSample::position)
            .thenComparing(ReviewSample::answerIndex);
}
