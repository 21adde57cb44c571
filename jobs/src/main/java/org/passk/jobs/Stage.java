package org.passk.jobs;

/** The stages of a run, in order. A later one needs the results of those before it. */
public enum Stage {
    /** Generations in, verdict segments out. */
    VERIFY,
    /** Segments in, TALLIES and ANSWERS out. */
    TALLY,
    /** TALLIES in, METRICS out. */
    METRICS,
    /** METRICS in, reports out. */
    REPORT
}
