package org.passk.analysis;

import java.util.Arrays;
import java.util.Objects;

/**
 * The problems that a run and its base run have in common, both with samples, in the order of problem ids.
 *
 * @param base the base run's counts
 * @param run the run's counts, of the same problems
 */
public record PairProblems(RunProblems base, RunProblems run) {
    private static final long LARGEST_HEADLINE = 256;

    /** Checks that both sides are about the same problems. */
    public PairProblems {
        Objects.requireNonNull(base, "base");
        if (!base.ids().equals(run.ids())) {
            throw new IllegalArgumentException("the problems of the two runs differ");
        }
    }

    /**
     * The problems that two runs have in common.
     *
     * @param base a run
     * @param run another run of the same benchmark
     */
    public static PairProblems common(RunProblems base, RunProblems run) {
        int[] inBase = new int[Math.min(base.size(), run.size())];
        int[] inRun = new int[inBase.length];
        int found = 0;
        int i = 0;
        int j = 0;
        while (i < base.size() && j < run.size()) {
            int order = base.ids().get(i).compareTo(run.ids().get(j));
            if (order == 0) {
                inBase[found] = i;
                inRun[found++] = j;
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return new PairProblems(base.select(Arrays.copyOf(inBase, found)), run.select(Arrays.copyOf(inRun, found)));
    }

    /** How many problems there are. */
    public int size() {
        return run.size();
    }

    /** The largest k that every common problem allows in both runs; 0 without problems. */
    public long smallestN() {
        return Math.min(base.smallestN(), run.smallestN());
    }

    /** The headline k: the largest power of two that is at most 256 and at most the smallest n; 0 without problems. */
    public long headlineK() {
        return Long.highestOneBit(Math.min(LARGEST_HEADLINE, smallestN()));
    }
}
