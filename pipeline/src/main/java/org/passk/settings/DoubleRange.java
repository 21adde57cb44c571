package org.passk.settings;

/** The legal finite numbers of a key, both ends included: the one law that the loader and the records share. */
record DoubleRange(double min, double max) {
    static final DoubleRange SHARE = new DoubleRange(0, 1);
    static final DoubleRange NOT_NEGATIVE = new DoubleRange(0, Double.MAX_VALUE);

    boolean contains(double value) {
        return value >= min && value <= max;
    }

    void check(String name, double value) {
        if (!contains(value)) {
            throw new IllegalArgumentException(name + " " + value + " is not " + expected());
        }
    }

    /** As {@link #check}, where NaN says that the value is not stated. */
    void checkIfStated(String name, double value) {
        if (!Double.isNaN(value)) {
            check(name, value);
        }
    }

    String expected() {
        return max == Double.MAX_VALUE ? "a number of at least " + min : "a number in [" + min + ", " + max + "]";
    }
}
