package org.passk.stats.interval;

/** What an interval is about; two intervals about different things are never compared. */
public enum Target {
    /** The mean over all problems of the kind that the benchmark was drawn from: would it hold on other problems? */
    POPULATION,
    /** The mean over exactly these problems: only the generations would be drawn again. */
    BENCHMARK
}
