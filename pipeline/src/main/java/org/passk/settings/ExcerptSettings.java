package org.passk.settings;

import java.io.Serializable;

/**
 * Which samples are kept for people to read.
 *
 * @param perOutcome excerpts of correct and of wrong samples per problem and run, each, in [0, 1000]
 * @param maxBytes length to which an excerpt is cut, in bytes, at least 0
 * @param seed seed of the choice
 */
public record ExcerptSettings(int perOutcome, int maxBytes, long seed) implements Serializable {
    static final LongRange PER_OUTCOME = new LongRange(0, 1000);

    /** Checks the ranges. */
    public ExcerptSettings {
        PER_OUTCOME.check("perOutcome", perOutcome);
        LongRange.COUNT.check("maxBytes", maxBytes);
    }
}
