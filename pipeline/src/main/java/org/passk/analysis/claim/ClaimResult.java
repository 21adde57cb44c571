package org.passk.analysis.claim;

/**
 * What became of a claim on one benchmark.
 *
 * @param claim the claim
 * @param benchmark the benchmark
 * @param verdict what became of it
 * @param explanation the value, its interval, or why there is none
 */
public record ClaimResult(Claim claim, String benchmark, Verdict verdict, String explanation) {
    /** What can become of a claim. */
    public enum Verdict {
        /** The estimate, or the whole interval, lies on the right side. */
        HOLDS,
        /** The estimate, or the whole interval, lies on the other side. */
        FAILS,
        /** The interval holds the threshold, or the value is not known. Counts as a failure. */
        UNDECIDED
    }
}
