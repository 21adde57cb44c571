package org.passk.stats;

import java.util.Optional;
import org.passk.stats.distribution.SplitMix;

/**
 * The unbiased estimate of maj@k of one problem: the probability that the answer with the most votes among k samples,
 * drawn without replacement from the n samples there are, is correct. All k-subsets count, not only the first k samples.
 *
 * <p>Samples without an answer are drawn but do not vote. Answers with equally many votes share: the score of a draw is
 * the share of correct ones among the answers with the most votes, and 0 when nobody votes. Hence maj@1 = c / n.
 *
 * <p>The value is exact where that costs at most {@value #EXACT_STEPS} multiplications (less than 0.1 s; see {@link
 * ExactMajority}), which held for every mix of answers tried with n = 1,024; otherwise it is the mean over seeded random
 * subsets, with its standard error.
 *
 * @param estimate the estimate, in [0, 1]
 * @param standardError of the random subsets, the given votes being fixed; 0 for an exact value, and when all subsets
 *     scored the same
 * @param exact whether the estimate is free of chance
 */
public record MajorityAtK(double estimate, double standardError, boolean exact) {
    /** The largest cost of an exact value, in multiplications. */
    public static final long EXACT_STEPS = 1L << 26;

    /** Checks the ranges. */
    public MajorityAtK {
        if (!(estimate >= 0 && estimate <= 1) || !(standardError >= 0) || (exact && standardError > 0)) {
            throw new IllegalArgumentException(
                    "estimate " + estimate + ", standard error " + standardError + ", exact " + exact);
        }
    }

    /**
     * The estimate, exact where that is affordable.
     *
     * @param votes the votes of the problem
     * @param k number of draws, at least 1
     * @param draws number of random subsets where it is not, at least 2; they cost O(draws · k)
     * @param seed of the random subsets
     * @return the estimate; empty for k &gt; n
     * @throws IllegalArgumentException if k or draws is below its minimum
     */
    public static Optional<MajorityAtK> of(AnswerVotes votes, long k, int draws, long seed) {
        if (k < 1 || draws < 2) {
            throw new IllegalArgumentException("k " + k + " is below 1, or draws " + draws + " is below 2");
        }
        if (k > votes.n()) {
            return Optional.empty();
        }
        ExactMajority exact = new ExactMajority(votes, k);
        if (exact.steps() <= EXACT_STEPS) {
            return Optional.of(new MajorityAtK(exact.value(), 0, true));
        }
        return Optional.of(sampled(votes, Math.toIntExact(k), draws, seed));
    }

    /** The mean over random subsets. */
    static MajorityAtK sampled(AnswerVotes votes, int k, int draws, long seed) {
        long[] classes = votes.classes();
        // Each sample is the number of its class; those without an answer stand in a last class that does not vote.
        int[] samples = new int[Math.toIntExact(votes.n())];
        int next = 0;
        for (int answer = 0; answer < classes.length; answer++) {
            for (long i = 0; i < classes[answer]; i++) {
                samples[next++] = answer;
            }
        }
        while (next < samples.length) {
            samples[next++] = classes.length;
        }
        SplitMix random = new SplitMix(seed);
        int[] counts = new int[classes.length];
        CompensatedSum sum = new CompensatedSum();
        CompensatedSum squares = new CompensatedSum();
        for (int draw = 0; draw < draws; draw++) {
            shuffleFirst(samples, k, random);
            double score = score(samples, k, counts, votes.correctClasses());
            sum.add(score);
            squares.add(score * score);
        }
        double mean = sum.value() / draws;
        double variance = Math.max(0, squares.value() - draws * mean * mean) / (draws - 1);
        return new MajorityAtK(mean, Math.sqrt(variance / draws), false);
    }

    /** Puts a random k-subset in front. */
    private static void shuffleFirst(int[] samples, int k, SplitMix random) {
        for (int i = 0; i < k; i++) {
            int other = i + random.below(samples.length - i);
            int drawn = samples[other];
            samples[other] = samples[i];
            samples[i] = drawn;
        }
    }

    /** The score of the first k samples. The counts are zero before and after. */
    private static double score(int[] samples, int k, int[] counts, int correctClasses) {
        int most = 0;
        int first = 0;
        int firstAndCorrect = 0;
        for (int i = 0; i < k; i++) {
            int answer = samples[i];
            if (answer < counts.length) {
                int count = ++counts[answer];
                if (count > most) {
                    most = count;
                    first = 0;
                    firstAndCorrect = 0;
                }
                if (count == most) {
                    first++;
                    firstAndCorrect += answer < correctClasses ? 1 : 0;
                }
            }
        }
        for (int i = 0; i < k; i++) {
            if (samples[i] < counts.length) {
                counts[samples[i]] = 0;
            }
        }
        return first == 0 ? 0 : (double) firstAndCorrect / first;
    }
}
