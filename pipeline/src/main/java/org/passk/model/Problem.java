package org.passk.model;

import java.io.Serializable;
import java.util.Objects;

/**
 * One question of a benchmark with its reference.
 *
 * @param benchmark the name of the benchmark in the study
 * @param ordinal 0-based position in the problem file
 * @param id the benchmark's own id of the problem, or the ordinal in decimal where it has none
 * @param questionDigest digest of the normalised question (see {@link Digests#ofQuestion}); empty when the question is not
 *     known
 * @param reference what answers are compared with
 * @param level difficulty as the benchmark names it; empty when it does not
 * @param subject subject as the benchmark names it; empty when it does not
 * @param date when the problem was published, as the benchmark writes it; empty when it does not say
 */
public record Problem(
        String benchmark,
        int ordinal,
        String id,
        String questionDigest,
        Reference reference,
        String level,
        String subject,
        String date)
        implements Serializable {
    /** Checks that nothing is null, the ordinal is not negative and the id not empty. */
    public Problem {
        Objects.requireNonNull(benchmark, "benchmark");
        Objects.requireNonNull(questionDigest, "questionDigest");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(date, "date");
        if (ordinal < 0) {
            throw new IllegalArgumentException("ordinal " + ordinal + " is negative");
        }
        if (id.isEmpty()) {
            throw new IllegalArgumentException("id is empty");
        }
    }

    /** A problem without a date. */
    public Problem(
            String benchmark,
            int ordinal,
            String id,
            String questionDigest,
            Reference reference,
            String level,
            String subject) {
        this(benchmark, ordinal, id, questionDigest, reference, level, subject, "");
    }
}
