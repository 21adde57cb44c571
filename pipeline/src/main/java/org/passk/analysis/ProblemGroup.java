package org.passk.analysis;

/**
 * Problems of one run and benchmark that share their counts. What is known of a run is the list of these groups, sorted
 * by n, c and undecided: every metric is a function of it.
 *
 * @param n samples of each of these problems, at least 1
 * @param c correct ones among them
 * @param undecided undecided ones among them; c + undecided is at most n
 * @param problems how many problems there are, at least 1
 */
public record ProblemGroup(long n, long c, long undecided, long problems) {
    /** Checks the ranges. */
    public ProblemGroup {
        if (n < 1 || c < 0 || undecided < 0 || c + undecided > n || problems < 1) {
            throw new IllegalArgumentException(
                    "n " + n + ", c " + c + ", undecided " + undecided + ", problems " + problems);
        }
    }

    /** The correct ones if every undecided one were correct. */
    long upperC() {
        return c + undecided;
    }
}
