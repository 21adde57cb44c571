package org.passk.fault;

/** Why a record of an input was quarantined: a stable code, stored in the QUARANTINE table by its name. */
public enum RejectReason {
    /** The record is no well-formed JSON, or ends in its middle. */
    MALFORMED_JSON,
    /** The record is JSON, but not an object. */
    NOT_AN_OBJECT,
    /** A required field is absent or null. */
    MISSING_FIELD,
    /** A field has another type than the format says, or a value out of its range. */
    WRONG_TYPE,
    /** The record's arrays do not have one entry for each answer. */
    LENGTH_MISMATCH,
    /** The record holds no answer at all. */
    NO_GENERATION,
    /** The record names a model that the study does not declare. */
    UNKNOWN_MODEL,
    /** The record names a benchmark that the study does not declare. */
    UNKNOWN_BENCHMARK,
    /** The record names a problem that the benchmark's problem file does not hold. */
    UNKNOWN_PROBLEM,
    /** The record's question is not the question of the problem that it names. */
    QUESTION_MISMATCH,
    /** The benchmark has no problem file, and the record brings no reference either. */
    NO_REFERENCE,
    /** A text, a nesting or a number exceeds the limits of the settings. */
    TOO_LARGE,
    /** The compressed stream ends early or is damaged: what follows cannot be read. */
    BROKEN_STREAM,
    /** A sample of the same identity was read before, at a smaller (path, position). */
    DUPLICATE_ID
}
