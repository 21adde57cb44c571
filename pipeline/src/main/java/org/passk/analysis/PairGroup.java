package org.passk.analysis;

import java.util.Objects;

/**
 * Problems that a run and its base run have in common and that share their counts.
 *
 * @param base counts under the base run
 * @param run counts under the run; of as many problems
 */
public record PairGroup(ProblemGroup base, ProblemGroup run) {
    /** Checks that both sides are about as many problems. */
    public PairGroup {
        Objects.requireNonNull(base, "base");
        if (base.problems() != run.problems()) {
            throw new IllegalArgumentException(base.problems() + " problems against " + run.problems());
        }
    }

    long problems() {
        return run.problems();
    }
}
