package org.passk.analysis;

import java.util.Locale;

/** Who solves a problem, by at least one correct sample: an exact count, never a rounded pass@k. */
public enum SolvableSet {
    /** Base and run. */
    BOTH,
    /** The base alone. */
    BASE_ONLY,
    /** The run alone. */
    RUN_ONLY,
    /** None of them. */
    NEITHER;

    /**
     * The set of a problem.
     *
     * @param baseC correct samples of the base
     * @param c correct samples of the run
     */
    public static SolvableSet of(long baseC, long c) {
        if (baseC > 0) {
            return c > 0 ? BOTH : BASE_ONLY;
        }
        return c > 0 ? RUN_ONLY : NEITHER;
    }

    /** The name in files and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the metric with the share of such problems. */
    public String metric() {
        return "solvable_" + label();
    }
}
