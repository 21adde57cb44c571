package org.passk.stats;

/**
 * The mean of a per-problem value and its standard error over the population of problems.
 *
 * @param problems number of problems that the mean is taken over, at least 1
 * @param mean the arithmetic mean
 * @param standardError s / √problems with the sample standard deviation s, the uncertainty that another draw of problems
 *     of the same kind would bring (it contains the sampling noise of the generations); NaN for a single problem
 */
public record MeanOverProblems(long problems, double mean, double standardError) {
    /** Checks that there is at least one problem. */
    public MeanOverProblems {
        if (problems < 1) {
            throw new IllegalArgumentException("problems " + problems + " is below 1");
        }
    }
}
