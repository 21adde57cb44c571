package org.passk.report;

import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of one run on one benchmark.
 *
 * @param runId the run's id
 * @param label the run in words
 * @param model the model's name
 * @param role how the model was made
 * @param base the model that it started from, or empty
 * @param algorithm how it was trained, or empty
 * @param benchmark the benchmark
 * @param problems problems with at least one generation
 * @param problemsInBenchmark problems in the problem file, or -1 where there is none
 * @param minN smallest number of samples of a problem
 * @param maxN largest number of samples of a problem
 * @param missing samples that the study expects and that are not there; -1 where it does not say
 * @param counts sums over the problems, by the names of the columns of TALLIES
 */
public record RunSummary(
        String runId,
        String label,
        String model,
        String role,
        String base,
        String algorithm,
        String benchmark,
        long problems,
        long problemsInBenchmark,
        long minN,
        long maxN,
        long missing,
        Map<String, Long> counts) {
    /** Fixes the order of the counts. */
    public RunSummary {
        counts = new TreeMap<>(counts);
    }

    /** A count, 0 where there is none of that name. */
    public long count(String name) {
        return counts.getOrDefault(name, 0L);
    }
}
