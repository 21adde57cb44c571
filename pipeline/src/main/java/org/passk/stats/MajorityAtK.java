package org.passk.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The unbiased estimate of maj@k of one problem: the probability that the answer with the most votes among k samples,
 * drawn without replacement from the n samples there are, is correct. All k-subsets count, not only the first k samples.
 *
 * <p>Samples without an answer are drawn but do not vote. Answers with equally many votes share: the score of a draw is
 * the share of correct ones among the answers with the most votes, and 0 when nobody votes. Hence maj@1 = c / n.
 *
 * <p>The value is exact where that costs at most {@value #EXACT_STEPS} multiplications (some 0.1 ms; see {@link
 * ExactMajority}), and for k = 1 and k = n; otherwise it is the mean over seeded random subsets, with its standard error,
 * which is at most 1 / (2 √draws). The subsets of all k come from the same random orders of the samples (see {@link
 * MajorityWalk}): the errors of a curve go together.
 *
 * @param estimate the estimate, in [0, 1]
 * @param standardError of the random subsets, the given votes being fixed; 0 for an exact value, and when all subsets
 *     scored the same
 * @param exact whether the estimate is free of chance
 */
public record MajorityAtK(double estimate, double standardError, boolean exact) {
    /** The largest cost of an exact value, in multiplications. */
    public static final long EXACT_STEPS = 1L << 17;

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
        return curve(votes, List.of(Math.toIntExact(k)), draws, seed).get(0);
    }

    /**
     * The estimates of several k, each exact where that is affordable.
     *
     * @param votes the votes of the problem
     * @param ks numbers of draws, ascending, each at least 1
     * @param draws number of random subsets of each k that is not exact, at least 2; all of them together cost O(draws ·
     *     the largest such k)
     * @param seed of the random subsets
     * @return for each k the estimate; empty for k &gt; n
     * @throws IllegalArgumentException if a k or draws is below its minimum, or the ks do not ascend
     */
    public static List<Optional<MajorityAtK>> curve(AnswerVotes votes, List<Integer> ks, int draws, long seed) {
        if (draws < 2) {
            throw new IllegalArgumentException("draws " + draws + " is below 2");
        }
        MajorityAtK[] curve = new MajorityAtK[ks.size()];
        int[] drawn = new int[ks.size()];
        int[] places = new int[ks.size()];
        int open = 0;
        int last = 0;
        for (int i = 0; i < curve.length; i++) {
            int k = ks.get(i);
            if (k <= last) {
                throw new IllegalArgumentException("k " + k + " is below 1, or not above the one before it, " + last);
            }
            last = k;
            if (k > votes.n()) {
                break;
            }
            if (k == 1 || k == votes.n()) {
                curve[i] = new MajorityAtK(k == 1 ? accuracy(votes) : plurality(votes), 0, true);
            } else {
                ExactMajority exact = new ExactMajority(votes, k);
                if (exact.steps() <= EXACT_STEPS) {
                    curve[i] = new MajorityAtK(exact.value(), 0, true);
                } else {
                    places[open] = i;
                    drawn[open++] = k;
                }
            }
        }
        if (open > 0) {
            List<MajorityAtK> sampled = new MajorityWalk(votes, Arrays.copyOf(drawn, open)).mean(draws, seed);
            for (int i = 0; i < open; i++) {
                curve[places[i]] = sampled.get(i);
            }
        }
        return Arrays.stream(curve).map(Optional::ofNullable).toList();
    }

    private static double accuracy(AnswerVotes votes) {
        long[] classes = votes.classes();
        long correct = 0;
        for (int i = 0; i < votes.correctClasses(); i++) {
            correct += classes[i];
        }
        return (double) correct / votes.n();
    }

    /** The score of all samples. */
    private static double plurality(AnswerVotes votes) {
        long[] classes = votes.classes();
        long most = 0;
        long first = 0;
        long firstAndCorrect = 0;
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] > most) {
                most = classes[i];
                first = 0;
                firstAndCorrect = 0;
            }
            if (classes[i] == most) {
                first++;
                firstAndCorrect += i < votes.correctClasses() ? 1 : 0;
            }
        }
        return first == 0 ? 0 : (double) firstAndCorrect / first;
    }
}
