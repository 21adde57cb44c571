package org.passk.report;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A row of METRICS.
 *
 * @param metric the metric's name
 * @param runId the run
 * @param baseRunId the run that it is compared with, or empty
 * @param benchmark the benchmark
 * @param slice what part of the data or of the metric the row is about; empty for the whole
 * @param k the number of draws; 0 where the metric has none
 * @param x another abscissa, if the metric has one
 * @param estimate the estimate, an unrounded fraction
 * @param upperUndecided the estimate if every undecided sample counted for its largest value
 * @param standardError standard error, if there is one
 * @param interval the interval, if there is one
 * @param method how the interval was found; empty where there is none
 * @param target what the uncertainty is about: {@code population} or {@code benchmark}
 * @param problems problems that the row is about
 * @param samples samples behind it
 * @param minN the fewest samples of one of these problems
 * @param maxN the most samples of one of these problems
 * @param flags words separated by a space
 */
public record MetricRow(
        String metric,
        String runId,
        String baseRunId,
        String benchmark,
        String slice,
        long k,
        OptionalDouble x,
        double estimate,
        double upperUndecided,
        OptionalDouble standardError,
        Optional<Limits> interval,
        String method,
        String target,
        long problems,
        long samples,
        long minN,
        long maxN,
        String flags) {
    /** The target of most rows, and of those that people are shown first. */
    public static final String POPULATION = "population";

    /**
     * An interval.
     *
     * @param low lower limit
     * @param high upper limit
     * @param level nominal coverage
     */
    public record Limits(double low, double high, double level) {}

    /** Whether a word stands among the flags. */
    public boolean has(String flag) {
        return (" " + flags + " ").contains(" " + flag + " ");
    }
}
