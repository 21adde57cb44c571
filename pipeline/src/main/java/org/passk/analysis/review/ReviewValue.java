package org.passk.analysis.review;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A quantity that a review says something of. It is about what a review of <i>every</i> correct response of the eligible
 * problems would have given, for these very generations: neither about other problems nor about other samples.
 *
 * @param metric its name, such as {@code cot_pass@k}
 * @param k the number of draws; 0 where it has none
 * @param scope which problems it is about
 * @param estimate an unbiased estimate; empty where none exists
 * @param bounds unbiased estimates of a lower and an upper bound, equal to the estimate where there is one; empty where no
 *     problem of some stratum has a label
 * @param interval for the quantity, or for what lies between its bounds; empty where there is none
 * @param certain what the labels leave possible, whatever was not reviewed
 * @param byAnswer the same quantity if every correct response had a valid chain
 * @param note why there is no estimate or no interval; empty where nothing is to be said
 */
public record ReviewValue(
        String metric,
        long k,
        Scope scope,
        OptionalDouble estimate,
        Optional<Range> bounds,
        Optional<Range> interval,
        Range certain,
        double byAnswer,
        String note) {
    /** Which problems a quantity is about. */
    public enum Scope {
        /** The eligible ones: those below the threshold that were solved at all. */
        ELIGIBLE,
        /** All of the benchmark; those above the threshold were not reviewed, and count by their answers in upper bounds. */
        BENCHMARK
    }

    /**
     * A lower and an upper value.
     *
     * @param low the lower one
     * @param high the upper one, at least as large
     */
    public record Range(double low, double high) {
        /** Checks the order. */
        public Range {
            if (!(low <= high)) {
                throw new IllegalArgumentException("low " + low + " is not at most high " + high);
            }
        }
    }

    /** Checks what is wrong in every file. */
    public ReviewValue {
        Objects.requireNonNull(metric, "metric");
        if (estimate.isPresent() && bounds.isEmpty()) {
            throw new IllegalArgumentException(metric + " has an estimate without bounds");
        }
    }
}
