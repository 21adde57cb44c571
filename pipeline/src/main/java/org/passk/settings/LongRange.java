package org.passk.settings;

/** The legal whole numbers of a key, both ends included: the one law that the loader and the records share. */
record LongRange(long min, long max) {
    static final LongRange COUNT = new LongRange(0, Integer.MAX_VALUE);
    static final LongRange POSITIVE_COUNT = new LongRange(1, Integer.MAX_VALUE);
    static final LongRange ANY = new LongRange(Long.MIN_VALUE, Long.MAX_VALUE);
    static final LongRange NOT_NEGATIVE = new LongRange(0, Long.MAX_VALUE);
    static final LongRange POSITIVE = new LongRange(1, Long.MAX_VALUE);

    boolean contains(long value) {
        return value >= min && value <= max;
    }

    void check(String name, long value) {
        if (!contains(value)) {
            throw new IllegalArgumentException(name + " " + value + " is not in " + bounds());
        }
    }

    /** As {@link #check}, where -1 says that the value is not stated. */
    void checkIfStated(String name, long value) {
        if (value != -1) {
            check(name, value);
        }
    }

    String bounds() {
        return "[" + min + ", " + max + "]";
    }

    /** What a message expects: without the bounds that are only those of the type. */
    String expected() {
        if (min == Long.MIN_VALUE && max == Long.MAX_VALUE) {
            return "a whole number";
        }
        return max == Long.MAX_VALUE ? "a whole number of at least " + min : "a whole number in " + bounds();
    }
}
