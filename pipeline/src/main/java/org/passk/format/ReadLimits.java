package org.passk.format;

import java.io.Serializable;

/**
 * What a single record may cost; beyond it the record is rejected as TOO_LARGE.
 *
 * @param maxTextChars longest text, in UTF-16 characters, at least 1
 * @param maxRecordBytes longest record, in bytes, at least 1
 * @param maxDepth deepest nesting of JSON, at least 1
 * @param maxNumberChars longest number of JSON, at least 1
 * @param maxNameChars longest name or id, in UTF-16 characters, at least 1
 * @param maxFieldNames most distinct names of fields in a record, at least 1
 * @param maxAnswers most answers in a record, at least 1
 */
public record ReadLimits(
        int maxTextChars,
        long maxRecordBytes,
        int maxDepth,
        int maxNumberChars,
        int maxNameChars,
        int maxFieldNames,
        int maxAnswers)
        implements Serializable {
    /** Checks the ranges. */
    public ReadLimits {
        if (maxTextChars < 1
                || maxRecordBytes < 1
                || maxDepth < 1
                || maxNumberChars < 1
                || maxNameChars < 1
                || maxFieldNames < 1
                || maxAnswers < 1) {
            throw new IllegalArgumentException(
                    "limits have to be at least 1: " + maxTextChars + ", " + maxRecordBytes + ", " + maxDepth + ", "
                            + maxNumberChars + ", " + maxNameChars + ", " + maxFieldNames + ", " + maxAnswers);
        }
    }

    /** Limits with the bounds on names and answers that the settings have by default. */
    public ReadLimits(int maxTextChars, long maxRecordBytes, int maxDepth, int maxNumberChars) {
        this(maxTextChars, maxRecordBytes, maxDepth, maxNumberChars, 1000, 100_000, 1_000_000);
    }
}
