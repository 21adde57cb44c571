package org.passk.synthetic;

/** What is wrong with a line of the wide form. */
enum LineDefect {
    /** Nothing. */
    NONE,
    /** It ends in the middle of its middle answer: the answers before that one count. */
    CUT,
    /** It does not say which problem it belongs to. */
    NO_INDEX,
    /** It belongs to a problem that the benchmark does not have. */
    UNKNOWN_PROBLEM,
    /** It has one verdict more than answers. */
    EXTRA_SCORE,
    /** Its first answer is null: the others count. */
    NULL_ANSWER,
    /** It is what a crashed process printed. */
    NO_JSON;

    private static final LineDefect[] VALUES = values();

    /** One of the defects. */
    static LineDefect of(Dice dice) {
        return VALUES[dice.between(1, VALUES.length - 1)];
    }
}
