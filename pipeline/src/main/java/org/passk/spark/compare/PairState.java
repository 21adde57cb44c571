package org.passk.spark.compare;

/** What became of a sample when the other study was asked for it. */
enum PairState {
    /** Both have it, with the same text. */
    COMMON,
    /** The first study alone has it. */
    A_ONLY,
    /** The second study alone has it. */
    B_ONLY,
    /** Both have a sample of this identity, with different texts: these are two samples. */
    OTHER_TEXT,
    /** A further sample of an identity in the first study, left out there too. */
    REPEATED_A,
    /** A further sample of an identity in the second study, left out there too. */
    REPEATED_B
}
