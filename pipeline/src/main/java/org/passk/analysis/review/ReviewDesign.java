package org.passk.analysis.review;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What was drawn for a review, and out of what: everything that the estimates need beside the labels.
 *
 * @param format the version of this form
 * @param study the study's name
 * @param studyDigest digest of the runs and counts that the review was drawn from
 * @param options how it was drawn
 * @param strata run, benchmark and band of accuracy, each with at least one eligible problem
 */
public record ReviewDesign(
        String format, String study, String studyDigest, ReviewOptions options, List<Stratum> strata) {
    /** The version that this code writes and reads. */
    public static final String FORMAT = "passk review 1";

    /**
     * The eligible problems of a run on a benchmark whose accuracies are of one band.
     *
     * @param runId the run
     * @param run how it is called
     * @param benchmark the benchmark
     * @param band number of the band, from 0
     * @param low where the band begins, as an accuracy
     * @param high where it ends
     * @param eligible how many problems it has
     * @param problems those that were drawn, at least one, in the order of ids
     */
    public record Stratum(
            String runId,
            String run,
            String benchmark,
            int band,
            double low,
            double high,
            long eligible,
            List<Problem> problems) {
        /** Checks that no more was drawn than there is. */
        public Stratum {
            problems = List.copyOf(problems);
            if (problems.isEmpty() || problems.size() > eligible) {
                throw new IllegalArgumentException(problems.size() + " of " + eligible + " problems");
            }
        }
    }

    /**
     * A problem that was drawn.
     *
     * @param problemId its id
     * @param n samples
     * @param c correct ones
     * @param items ids of the responses that were drawn of these, at least one
     */
    public record Problem(String problemId, long n, long c, List<String> items) {
        /** Checks that no more was drawn than there is. */
        public Problem {
            items = List.copyOf(items);
            if (c < 1 || c > n || items.isEmpty() || items.size() > c) {
                throw new IllegalArgumentException(
                        "problem " + problemId + ": n " + n + ", c " + c + ", " + items.size() + " drawn");
            }
        }
    }

    /** Checks the version and that no response was drawn twice. */
    public ReviewDesign {
        if (!FORMAT.equals(format)) {
            throw new IllegalArgumentException("format \"" + format + "\", expected \"" + FORMAT + "\"");
        }
        strata = List.copyOf(strata);
        Set<String> seen = new HashSet<>();
        for (Stratum stratum : strata) {
            for (Problem problem : stratum.problems()) {
                for (String item : problem.items()) {
                    if (!seen.add(item)) {
                        throw new IllegalArgumentException("the response " + item + " was drawn twice");
                    }
                }
            }
        }
    }

    /** The ids of all responses. */
    public Set<String> items() {
        Set<String> items = new HashSet<>();
        strata.forEach(stratum -> stratum.problems().forEach(problem -> items.addAll(problem.items())));
        return items;
    }
}
