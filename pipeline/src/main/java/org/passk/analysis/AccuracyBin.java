package org.passk.analysis;

/**
 * The bins of accuracy that the paper draws (arXiv 2504.13837, figures 5 and 13): no correct sample, ten tenths, every
 * sample correct. Integers decide: 3 of 30 lie in (0, 0.1].
 */
enum AccuracyBin {
    NONE("0"),
    TENTH_1("(0, 0.1]"),
    TENTH_2("(0.1, 0.2]"),
    TENTH_3("(0.2, 0.3]"),
    TENTH_4("(0.3, 0.4]"),
    TENTH_5("(0.4, 0.5]"),
    TENTH_6("(0.5, 0.6]"),
    TENTH_7("(0.6, 0.7]"),
    TENTH_8("(0.7, 0.8]"),
    TENTH_9("(0.8, 0.9]"),
    TENTH_10("(0.9, 1)"),
    ALL("1");

    private static final AccuracyBin[] VALUES = values();
    private static final int TENTHS = 10;

    private final String label;

    AccuracyBin(String label) {
        this.label = label;
    }

    /** The bin as readers see it. */
    String label() {
        return label;
    }

    /** The bin of c of n correct samples, n at least 1. */
    static AccuracyBin of(long n, long c) {
        return c == n ? ALL : VALUES[(int) ((TENTHS * c + n - 1) / n)];
    }
}
