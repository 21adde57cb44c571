package org.passk.stats.interval;

import java.util.Locale;

/** What a reader of an interval must know beside its limits. */
public enum Flag {
    /** Problems that belong together were counted together. */
    CLUSTERED,
    /** Fewer than ten clusters: the interval is wide because little is known about how they differ. */
    FEW_CLUSTERS,
    /** Rests on an assumed distribution of the success rates. */
    MODEL,
    /** Holds for all values of a family at once. */
    SIMULTANEOUS;

    /** The name in files and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
