package org.passk.model;

/** What the input itself says of a sample: evidence, never truth. */
public enum StoredVerdict {
    /** The input says nothing. */
    ABSENT,
    /** The input says that the sample is wrong. */
    WRONG,
    /** The input says that the sample is right. */
    RIGHT;

    /** The stored verdict for a value that was read. */
    public static StoredVerdict of(boolean right) {
        return right ? RIGHT : WRONG;
    }
}
