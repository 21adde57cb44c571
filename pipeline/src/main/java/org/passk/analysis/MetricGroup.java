package org.passk.analysis;

import java.util.Locale;

/**
 * Metrics that are computed or left out together, beside pass@k with its pointwise intervals, which is always computed. What
 * each costs stands in {@code docs/metrics.md}.
 */
public enum MetricGroup {
    /** The band of pass@k that holds for all k at once, and that of the difference from the base. */
    BANDS,
    /** pass^k, G-Pass@k, mG-Pass@k, Cover. */
    RELIABILITY,
    /** Problems by accuracy: the histogram of a run, and how its problems moved from the base's. */
    HISTOGRAMS,
    /** Models of what was not sampled. */
    MODELS,
    /** pass@k by channel, by tokens and by the input's verdicts. */
    SLICES,
    /** ΔSE, its parts, and the difference of pass@k from the base. */
    COMPARISONS,
    /** The crossover of the curves of a run and its base. */
    CROSSOVERS,
    /** Which problems a run and its base solve, with the table PAIR_PROBLEMS. */
    PROBLEMS,
    /** maj@k. */
    VOTES,
    /** Rows about several runs or benchmarks. */
    ACROSS;

    /** Whether the group needs the problems of a run beside those of its base. */
    public boolean isOfPairs() {
        return switch (this) {
            case HISTOGRAMS, COMPARISONS, CROSSOVERS, PROBLEMS -> true;
            case BANDS, RELIABILITY, MODELS, SLICES, VOTES, ACROSS -> false;
        };
    }

    /** The group's name in a study. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
