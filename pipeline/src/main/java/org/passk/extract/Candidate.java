package org.passk.extract;

/**
 * What one channel found.
 *
 * @param present whether the channel has something to say
 * @param answer the answer; empty when the channel has nothing to say, or says too much to be an answer
 * @param end where the answer ends in the text; -1 when there is no answer
 */
record Candidate(boolean present, String answer, int end) {
    /** The channel found nothing. */
    static final Candidate ABSENT = new Candidate(false, "", -1);

    /** The channel found an answer that is longer than the limit. */
    static final Candidate TOO_LONG = new Candidate(true, "", -1);

    /** An answer within the limit, or {@link #TOO_LONG}; {@link #ABSENT} when it is empty. */
    static Candidate of(String answer, int end, int limit) {
        if (answer.isEmpty()) {
            return ABSENT;
        }
        return answer.length() > limit ? TOO_LONG : new Candidate(true, answer, end);
    }

    /** Whether there is an answer within the limit. */
    boolean usable() {
        return !answer.isEmpty();
    }
}
