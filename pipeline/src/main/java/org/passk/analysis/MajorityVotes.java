package org.passk.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.passk.model.Outcome;
import org.passk.stats.AnswerVotes;
import org.passk.stats.MajorityAtK;

/**
 * The answers to one problem as votes. Correct, wrong and undecided answers vote, each distinct canonical answer as one
 * class; samples without an answer, and those that ran into a limit, are samples that do not vote. Not thread-safe.
 */
public final class MajorityVotes {
    private final List<Long> correct = new ArrayList<>();
    private final List<Long> undecided = new ArrayList<>();
    private final List<Long> wrong = new ArrayList<>();
    private long silent;
    private long correctSamples;

    /**
     * Adds the samples of one answer.
     *
     * @param answer the canonical answer; empty for none
     * @param outcome what verification said of it
     * @param count how many samples gave it, at least 1
     */
    public void add(String answer, Outcome outcome, long count) {
        correctSamples += outcome == Outcome.CORRECT ? count : 0;
        if (!isVote(answer, outcome)) {
            silent += outcome == Outcome.FAULT ? 0 : count;
        } else if (outcome == Outcome.CORRECT) {
            correct.add(count);
        } else {
            (outcome == Outcome.UNDECIDED ? undecided : wrong).add(count);
        }
    }

    /**
     * Whether an answer votes.
     *
     * @param answer the canonical answer; empty for none
     * @param outcome what verification said of it
     */
    public static boolean isVote(String answer, Outcome outcome) {
        return switch (outcome) {
            case CORRECT, INCORRECT, UNDECIDED -> !answer.isEmpty();
            case NO_ANSWER, TIMEOUT, RESOURCE_LIMIT, FAULT -> false;
        };
    }

    /** The number of samples. */
    public long n() {
        return votes(false).n();
    }

    /** The number of correct samples. */
    public long correct() {
        return correctSamples;
    }

    /**
     * maj@k at every k of the options.
     *
     * @param options what all analyses are told; its draws are those of a Monte Carlo estimate
     * @param seed of the draws
     * @return for each k the estimate, the estimate if every undecided answer were correct, and the standard error of the
     *     draws, 0 for an exact value; all three NaN for k &gt; n
     */
    public double[][] curve(MetricOptions options, long seed) {
        List<Optional<MajorityAtK>> values = MajorityAtK.curve(votes(false), options.ks(), options.draws(), seed);
        List<Optional<MajorityAtK>> upper =
                undecided.isEmpty() ? values : MajorityAtK.curve(votes(true), options.ks(), options.draws(), seed);
        double[][] curve = new double[values.size()][];
        for (int i = 0; i < curve.length; i++) {
            if (values.get(i).isEmpty()) {
                curve[i] = new double[] {Double.NaN, Double.NaN, Double.NaN};
                continue;
            }
            MajorityAtK value = values.get(i).orElseThrow();
            // Other draws may rank them otherwise; more correct answers cannot lower the truth.
            double most = Math.max(value.estimate(), upper.get(i).orElseThrow().estimate());
            curve[i] = new double[] {value.estimate(), most, value.standardError()};
        }
        return curve;
    }

    /**
     * A curve where votes are not wanted: no value at any k.
     *
     * @param options what all analyses are told
     */
    public static double[][] none(MetricOptions options) {
        double[][] curve = new double[options.ks().size()][];
        Arrays.setAll(curve, i -> new double[] {Double.NaN, Double.NaN, Double.NaN});
        return curve;
    }

    private AnswerVotes votes(boolean undecidedAreCorrect) {
        List<Long> right = new ArrayList<>(correct);
        List<Long> other = new ArrayList<>(wrong);
        (undecidedAreCorrect ? right : other).addAll(undecided);
        return AnswerVotes.of(toArray(right), toArray(other), silent);
    }

    private static long[] toArray(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).toArray();
    }
}
