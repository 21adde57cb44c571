package org.passk.analysis;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A row of METRICS with its runs: what analyses across runs read and give. An interval has both limits or none.
 *
 * @param metric the metric's name
 * @param runId the run; empty for a row about several
 * @param baseRunId the run that it is compared with, or empty
 * @param benchmark the benchmark, or {@link PooledCurve#POOLED}
 * @param slice what part of the data or of the metric the row is about; empty for the whole
 * @param k the number of draws; 0 where the metric has none
 * @param x another abscissa, if the metric has one
 * @param estimate the estimate
 * @param upperUndecided the estimate if every undecided sample counted for its largest value
 * @param standardError over the population of problems, if there is one
 * @param low lower limit
 * @param high upper limit
 * @param level nominal coverage; NaN without an interval
 * @param method how the interval was found; empty where there is none
 * @param target what the uncertainty is about
 * @param problems problems that the row is about
 * @param samples samples behind it
 * @param minN the fewest samples of one of these problems
 * @param maxN the most samples of one of these problems
 * @param flags words separated by a space
 */
public record StudyRow(
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
        OptionalDouble low,
        OptionalDouble high,
        double level,
        String method,
        String target,
        long problems,
        long samples,
        long minN,
        long maxN,
        String flags) {
    private static final String POPULATION = "population";

    /** Checks what is wrong in every file. */
    public StudyRow {
        Objects.requireNonNull(metric, "metric");
        if (!Double.isFinite(estimate) || low.isPresent() != high.isPresent()) {
            throw new IllegalArgumentException(metric + ": estimate " + estimate + ", limits " + low + ", " + high);
        }
    }

    /** Whether the row is about the whole of the data, with every problem, and about the population. */
    boolean isWhole() {
        return slice.isEmpty() && target.equals(POPULATION) && !has(Metric.SUBSET);
    }

    /** Whether a word stands among the flags. */
    boolean has(String flag) {
        return (" " + flags + " ").contains(" " + flag + " ");
    }

    /** The same value under another name, as a part of a table. */
    StudyRow in(String name, String part) {
        return new StudyRow(
                name,
                runId,
                baseRunId,
                benchmark,
                part,
                k,
                x,
                estimate,
                upperUndecided,
                standardError,
                low,
                high,
                level,
                method,
                target,
                problems,
                samples,
                minN,
                maxN,
                "");
    }

    /**
     * A value about several rows, without uncertainty.
     *
     * @param name the metric
     * @param like gives the run, its base, the benchmark, k and the counts
     * @param part what the row is about
     * @param value the estimate
     */
    static StudyRow of(String name, StudyRow like, String part, double value) {
        return new StudyRow(
                name,
                like.runId,
                like.baseRunId,
                like.benchmark,
                part,
                like.k,
                OptionalDouble.empty(),
                value,
                value,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Double.NaN,
                "",
                POPULATION,
                like.problems,
                like.samples,
                like.minN,
                like.maxN,
                "");
    }

    /** The row with an interval, within the bounds of the metric, and a standard error. */
    StudyRow with(double error, double lower, double upper, double coverage, String how) {
        return new StudyRow(
                metric,
                runId,
                baseRunId,
                benchmark,
                slice,
                k,
                x,
                estimate,
                upperUndecided,
                OptionalDouble.of(error),
                OptionalDouble.of(lower),
                OptionalDouble.of(upper),
                coverage,
                how,
                target,
                problems,
                samples,
                minN,
                maxN,
                flags);
    }

    /** The row with another set of problems behind it. */
    StudyRow about(String where, double upper, long allProblems, long allSamples, long fewest, long most) {
        return new StudyRow(
                metric,
                runId,
                baseRunId,
                where,
                slice,
                k,
                x,
                estimate,
                upper,
                standardError,
                low,
                high,
                level,
                method,
                target,
                allProblems,
                allSamples,
                fewest,
                most,
                flags);
    }
}
