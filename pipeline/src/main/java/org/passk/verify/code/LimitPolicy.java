package org.passk.verify.code;

import java.util.Locale;

/** How much CPU time a program gets. */
public enum LimitPolicy {
    /** The time limit of the benchmark's own harness, taken as CPU time: the default. */
    OFFICIAL,
    /**
     * Ten times the CPU time of the canonical solution on the same worker, half a second at least and the official limit at
     * most; the official limit where there is no canonical solution.
     */
    TIGHT;

    /** The name in settings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
