package org.passk.extract;

/**
 * What one channel found.
 *
 * @param present whether the channel has something to say
 * @param answer the answer; empty when the channel has nothing to say, or says too much to be an answer
 */
record Candidate(boolean present, String answer) {
    /** The channel found nothing. */
    static final Candidate ABSENT = new Candidate(false, "");

    /** The channel found an answer that is longer than the limit. */
    static final Candidate TOO_LONG = new Candidate(true, "");

    /** An answer within the limit, or {@link #TOO_LONG}. */
    static Candidate of(String answer, int limit) {
        return answer.length() > limit ? TOO_LONG : new Candidate(true, answer);
    }
}
