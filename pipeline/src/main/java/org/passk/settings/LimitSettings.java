package org.passk.settings;

import java.io.Serializable;

/**
 * The bounds on one record of the input; what exceeds them is quarantined.
 *
 * @param maxTextBytes the longest single text, in bytes, in [1, 2147483639]
 * @param maxRecordBytes the longest record, in bytes, at least 1
 * @param maxJsonDepth the deepest nesting, in [1, 10000]
 * @param maxNumberChars the longest number, in characters, at least 1
 * @param maxNameChars the longest name or id, in characters, in [1, 50000]
 * @param maxFieldNames the most distinct names of fields in a record, at least 1
 * @param maxAnswers the most answers in a record, at least 1
 */
public record LimitSettings(
        long maxTextBytes,
        long maxRecordBytes,
        int maxJsonDepth,
        int maxNumberChars,
        int maxNameChars,
        int maxFieldNames,
        int maxAnswers)
        implements Serializable {
    /** A text has to fit in an array, whose length virtual machines bound 8 below the largest int. */
    static final LongRange TEXT_BYTES = new LongRange(1, Integer.MAX_VALUE - 8);

    static final LongRange DEPTH = new LongRange(1, 10_000);

    /** Names are held for every record. */
    static final LongRange NAME = new LongRange(1, 50_000);

    /** Checks the ranges. */
    public LimitSettings {
        TEXT_BYTES.check("maxTextBytes", maxTextBytes);
        LongRange.POSITIVE.check("maxRecordBytes", maxRecordBytes);
        DEPTH.check("maxJsonDepth", maxJsonDepth);
        LongRange.POSITIVE_COUNT.check("maxNumberChars", maxNumberChars);
        NAME.check("maxNameChars", maxNameChars);
        LongRange.POSITIVE_COUNT.check("maxFieldNames", maxFieldNames);
        LongRange.POSITIVE_COUNT.check("maxAnswers", maxAnswers);
    }
}
