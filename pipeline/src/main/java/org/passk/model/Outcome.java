package org.passk.model;

/**
 * The outcome of verifying one generation. All but {@link #FAULT} count as samples (n); {@link #CORRECT} alone counts
 * as correct (c).
 */
public enum Outcome {
    /** The answer equals the reference. */
    CORRECT,
    /** There is an answer, and it differs from the reference. */
    INCORRECT,
    /** The generation states no answer, or was cut off before it did. */
    NO_ANSWER,
    /** A program exceeded its CPU time. */
    TIMEOUT,
    /** A program or an expression exceeded a limit of memory, size or steps. */
    RESOURCE_LIMIT,
    /** Equality could not be decided within the budget. */
    UNDECIDED,
    /** The verifier itself failed: not a sample, retried by the next run. */
    FAULT
}
