package org.passk.stats.interval;

import java.util.Locale;

/** How the limits of an interval were found. */
public enum Method {
    /** {@link MeanInterval}. */
    EFFECTIVE_BINOMIAL,
    /** {@link DifferenceInterval}. */
    PAIRED_T,
    /** The t interval of a mean or of a function of means. */
    STUDENT_T,
    /** {@link BenchmarkInterval}. */
    WITHIN_PROBLEM_T,
    /** {@link BetaPosteriorInterval}: rests on a prior, hence on a model. */
    BETA_POSTERIOR,
    /** {@link BootstrapMeans}, each k for itself. */
    BOOTSTRAP_PERCENTILE,
    /** {@link BootstrapMeans}, all k at once. */
    BOOTSTRAP_BAND;

    /** The name in files and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
