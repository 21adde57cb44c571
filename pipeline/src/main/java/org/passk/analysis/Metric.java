package org.passk.analysis;

import java.util.OptionalDouble;

/**
 * One row of METRICS, without the runs that it is about.
 *
 * @param name the metric, for example {@code pass@k}
 * @param k the number of draws, at least 1
 * @param estimate the estimate, an unrounded fraction
 * @param upperUndecided the estimate if every undecided sample counted for its largest value
 * @param standardError over the population of problems; empty for a single problem
 * @param problems problems that the mean is taken over
 * @param samples samples behind it
 * @param flags words separated by a space: {@code subset} when problems with too few samples are left out,
 *     {@code headline} for the k that a comparison is quoted at
 */
public record Metric(
        String name,
        long k,
        double estimate,
        double upperUndecided,
        OptionalDouble standardError,
        long problems,
        long samples,
        String flags) {
    /** The uncertainty that {@code standardError} is about: the draw of the problems. */
    public static final String TARGET = "problems";

    /** Flag of a value that leaves out problems with fewer than k samples. */
    public static final String SUBSET = "subset";
    /** Flag of the value at the headline k. */
    public static final String HEADLINE = "headline";
}
