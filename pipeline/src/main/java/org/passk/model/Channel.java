package org.passk.model;

/** How the answer was found in a generation. */
public enum Channel {
    /** Inside {@code \boxed{...}} or {@code \fbox{...}}. */
    BOXED,
    /** By a sentence or tag that states the answer ("the answer is ..."). */
    STATED,
    /** After {@code ####}, the mark of GSM8K. */
    HASHES,
    /** The last number of the text, for want of anything better. */
    LAST_NUMBER,
    /** By the benchmark's rule for programs. */
    PROGRAM_RULE,
    /** No answer was found. */
    NONE
}
