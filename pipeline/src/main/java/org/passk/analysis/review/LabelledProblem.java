package org.passk.analysis.review;

import org.passk.stats.PassAtK;

/**
 * A problem that was drawn, with the labels of its responses.
 *
 * @param problemId its id
 * @param n samples
 * @param c correct ones
 * @param valid responses that were found valid
 * @param invalid responses that were found invalid
 */
record LabelledProblem(String problemId, long n, long c, int valid, int invalid) {
    /** How many responses have a label. */
    int labelled() {
        return valid + invalid;
    }

    /** pass@k with that many correct ones. */
    double pass(long correct, long k) {
        return PassAtK.estimate(n, correct, k).orElseThrow();
    }
}
