package org.passk.stats.interval;

import java.util.Locale;

/** What an interval is about; two intervals about different things are never compared. */
public enum Target {
    /** The mean over all problems of the kind that the benchmark was drawn from: would it hold on other problems? */
    POPULATION,
    /** The mean over exactly these problems: only the generations would be drawn again. */
    BENCHMARK;

    /** The name in files and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
