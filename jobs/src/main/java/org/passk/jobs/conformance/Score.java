package org.passk.jobs.conformance;

/** What a case shows of a verifier. */
public enum Score {
    /** As the case expects, or, where it expects nothing, an end within the limits. */
    RIGHT,
    /** Accepted, and should not have been. */
    FALSE_POSITIVE,
    /** Not accepted, and should have been. */
    FALSE_NEGATIVE,
    /** No decision within the limits, or a fault of the verifier. */
    UNDECIDED
}
