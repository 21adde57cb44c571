package org.passk.analysis.review;

import java.util.List;
import java.util.Map;

/**
 * What a review says of a run on a benchmark.
 *
 * @param runId the run
 * @param run how it is called
 * @param benchmark the benchmark
 * @param problems problems of the benchmark with samples
 * @param eligible those that were eligible
 * @param chosen those that were drawn
 * @param labelled those with at least one labelled response
 * @param withValid ids of those with at least one valid response
 * @param decisions how many of the responses that were drawn have each decision
 * @param minN the fewest samples of an eligible problem that was drawn
 * @param maxN the most samples of one
 * @param values the quantities
 */
public record RunReview(
        String runId,
        String run,
        String benchmark,
        long problems,
        long eligible,
        long chosen,
        long labelled,
        List<String> withValid,
        Map<Decision, Long> decisions,
        long minN,
        long maxN,
        List<ReviewValue> values) {
    /** Copies the lists. */
    public RunReview {
        withValid = List.copyOf(withValid);
        decisions = Map.copyOf(decisions);
        values = List.copyOf(values);
    }

    /** How many of the responses that were drawn were decided so. */
    public long count(Decision decision) {
        return decisions.getOrDefault(decision, 0L);
    }

    /** How many responses were drawn. */
    public long responses() {
        return decisions.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many of them are labelled. */
    public long labels() {
        return count(Decision.VALID) + count(Decision.INVALID);
    }
}
