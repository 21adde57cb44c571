package org.passk.report;

import java.util.OptionalDouble;

/**
 * A row of METRICS.
 *
 * @param metric the metric's name
 * @param runId the run
 * @param baseRunId the run that it is compared with, or empty
 * @param benchmark the benchmark
 * @param k the number of draws
 * @param estimate the estimate, an unrounded fraction
 * @param upperUndecided the estimate if every undecided sample counted for its largest value
 * @param standardError standard error, if there is one
 * @param target what the standard error is about
 * @param problems problems that the mean is taken over
 * @param samples samples behind it
 * @param flags words separated by a space
 */
public record MetricRow(
        String metric,
        String runId,
        String baseRunId,
        String benchmark,
        long k,
        double estimate,
        double upperUndecided,
        OptionalDouble standardError,
        String target,
        long problems,
        long samples,
        String flags) {
    /** Whether a word stands among the flags. */
    public boolean has(String flag) {
        return (" " + flags + " ").contains(" " + flag + " ");
    }
}
