package org.passk.stats;

import java.util.Arrays;

/**
 * How often each answer to one problem was given. Answers are told apart by meaning: equivalent ones are one class. The
 * order of the classes does not matter. Immutable.
 */
public final class AnswerVotes {
    private final long[] correct;
    private final long[] wrong;
    private final long silent;
    private final long n;

    private AnswerVotes(long[] correct, long[] wrong, long silent) {
        this.correct = correct;
        this.wrong = wrong;
        this.silent = silent;
        this.n = Arrays.stream(correct).sum() + Arrays.stream(wrong).sum() + silent;
    }

    /**
     * The votes of a problem.
     *
     * @param correct the number of samples of each class of correct answers, each at least 1; usually one class
     * @param wrong the number of samples of each class of wrong answers, each at least 1
     * @param silent samples without an answer, at least 0: they are samples, but do not vote
     * @throws IllegalArgumentException if a number is below its minimum
     */
    public static AnswerVotes of(long[] correct, long[] wrong, long silent) {
        if (silent < 0) {
            throw new IllegalArgumentException("samples without an answer " + silent + " is negative");
        }
        return new AnswerVotes(sorted(correct), sorted(wrong), silent);
    }

    private static long[] sorted(long... counts) {
        long[] sorted = counts.clone();
        Arrays.sort(sorted);
        if (sorted.length > 0 && sorted[0] < 1) {
            throw new IllegalArgumentException("an answer with " + sorted[0] + " samples");
        }
        return sorted;
    }

    /** The number of samples. */
    public long n() {
        return n;
    }

    /** The number of classes of correct answers. */
    int correctClasses() {
        return correct.length;
    }

    /** The samples of each class, those of correct answers first, ascending in both parts. */
    long[] classes() {
        long[] all = Arrays.copyOf(correct, correct.length + wrong.length);
        System.arraycopy(wrong, 0, all, correct.length, wrong.length);
        return all;
    }

    /** Samples without an answer. */
    long silent() {
        return silent;
    }
}
