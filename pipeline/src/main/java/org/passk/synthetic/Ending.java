package org.passk.synthetic;

/** How a generation ends, which decides what a verifier can find in it. */
enum Ending {
    /** With its answer in a box. */
    BOXED(true, false),
    /** With a sentence that states its answer. */
    STATED(true, false),
    /** With its answer after {@code ####}. */
    HASHES(true, false),
    /** With the right number, of which nothing says that it is the answer. */
    UNSTATED(false, false),
    /** With an empty box. */
    EMPTY_BOX(false, false),
    /** Before it began. */
    EMPTY_TEXT(false, false),
    /** Inside a thought that was opened and never closed, with boxes in it. */
    UNCLOSED_THOUGHT(false, false),
    /** At the token limit, in the middle of the reasoning. */
    CUT_REASONING(false, true),
    /** At the token limit, in remarks after a boxed answer. */
    CUT_AFTER_ANSWER(true, true),
    /** At the token limit, inside the answer. */
    CUT_IN_ANSWER(false, true);

    private final boolean answered;
    private final boolean truncated;

    Ending(boolean answered, boolean truncated) {
        this.answered = answered;
        this.truncated = truncated;
    }

    /** Whether it states an answer that counts. */
    boolean answered() {
        return answered;
    }

    /** Whether it was cut off at the token limit. */
    boolean truncated() {
        return truncated;
    }
}
