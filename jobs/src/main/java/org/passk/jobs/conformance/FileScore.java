package org.passk.jobs.conformance;

import java.util.List;
import java.util.Objects;

/**
 * How the cases of one file came out.
 *
 * @param file its path below the folder, with {@code /} between names
 * @param total the number of cases
 * @param right cases that came out as expected
 * @param falsePositives cases that were accepted and should not have been
 * @param falseNegatives cases that were not accepted and should have been
 * @param undecided cases without a decision
 * @param slowestMillis CPU time of the slowest case in milliseconds; the only number that two runs do not share
 * @param misses the cases that are not right, in the order of the file
 */
public record FileScore(
        String file,
        int total,
        int right,
        int falsePositives,
        int falseNegatives,
        int undecided,
        double slowestMillis,
        List<Miss> misses) {
    /** Checks that every case is counted once. */
    public FileScore {
        Objects.requireNonNull(file, "file");
        misses = List.copyOf(misses);
        if (right + falsePositives + falseNegatives + undecided != total || misses.size() != total - right) {
            throw new IllegalArgumentException(file + ": " + right + " + " + falsePositives + " + " + falseNegatives
                    + " + " + undecided + " cases, " + misses.size() + " misses, of " + total);
        }
    }
}
