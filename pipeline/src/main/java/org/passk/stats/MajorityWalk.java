package org.passk.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.passk.stats.distribution.SplitMix;

/**
 * maj@k at several k from the same random orders of the samples: the first k samples of a random order are a random
 * k-subset, so one walk along an order scores every k. At each k the leaders are looked for among the answers, those with
 * the most samples first, until an answer has fewer samples than the leaders have votes. A walk costs O(largest k) and what
 * that takes, which is little where answers agree at all, and at most O(answers) for each k.
 */
final class MajorityWalk {
    private static final long LOW_BITS = 0xFFFF_FFFFL;

    private final int[] ks;
    private final int[] samples;
    private final int[] sizes;
    private final boolean[] isCorrect;

    /**
     * A walk.
     *
     * @param votes the votes of the problem
     * @param ks where to score, ascending, each from 1 to n
     */
    MajorityWalk(AnswerVotes votes, int... ks) {
        this.ks = ks.clone();
        long[] classes = votes.classes();
        int correct = votes.correctClasses();
        this.sizes = new int[classes.length];
        this.isCorrect = new boolean[classes.length];
        int fromCorrect = correct - 1;
        int fromWrong = classes.length - 1;
        for (int i = 0; i < sizes.length; i++) {
            boolean takeCorrect =
                    fromWrong < correct || (fromCorrect >= 0 && classes[fromCorrect] >= classes[fromWrong]);
            isCorrect[i] = takeCorrect;
            sizes[i] = Math.toIntExact(classes[takeCorrect ? fromCorrect-- : fromWrong--]);
        }
        // Each sample is the number of its answer; those without one stand in a last class that does not vote.
        this.samples = new int[Math.toIntExact(votes.n())];
        int next = 0;
        for (int answer = 0; answer < sizes.length; answer++) {
            Arrays.fill(samples, next, next + sizes[answer], answer);
            next += sizes[answer];
        }
        Arrays.fill(samples, next, samples.length, sizes.length);
    }

    /**
     * The means over random orders, with their standard errors.
     *
     * @param draws how many orders, at least 2
     * @param seed of the orders
     */
    List<MajorityAtK> mean(int draws, long seed) {
        int[] order = samples.clone();
        SplitMix random = new SplitMix(seed);
        int[] counts = new int[sizes.length + 1];
        CompensatedSum[] sums = new CompensatedSum[ks.length];
        CompensatedSum[] squares = new CompensatedSum[ks.length];
        Arrays.setAll(sums, i -> new CompensatedSum());
        Arrays.setAll(squares, i -> new CompensatedSum());
        for (int draw = 0; draw < draws; draw++) {
            Arrays.fill(counts, 0);
            int walked = 0;
            for (int i = 0; i < ks.length; i++) {
                walk(order, walked, ks[i], counts, random);
                walked = ks[i];
                double score = score(counts);
                sums[i].add(score);
                squares[i].add(score * score);
            }
        }
        List<MajorityAtK> means = new ArrayList<>();
        for (int i = 0; i < ks.length; i++) {
            double mean = sums[i].value() / draws;
            double variance = Math.max(0, squares[i].value() - draws * mean * mean) / (draws - 1);
            means.add(new MajorityAtK(mean, Math.sqrt(variance / draws), false));
        }
        return means;
    }

    /** Puts random samples at these places, and counts them. */
    private static void walk(int[] order, int from, int to, int[] counts, SplitMix random) {
        for (int at = from; at < to; at += 2) {
            // Two places out of one number: each is uniform but for a bias below n / 2^32.
            long bits = random.next();
            counts[drawn(order, at, bits >>> 32)]++;
            if (at + 1 < to) {
                counts[drawn(order, at + 1, bits & LOW_BITS)]++;
            }
        }
    }

    /** Exchanges a sample with a random one at or behind it; the one that has come there. */
    private static int drawn(int[] order, int at, long bits) {
        int other = at + (int) ((bits * (order.length - at)) >>> 32);
        int drawn = order[other];
        order[other] = order[at];
        order[at] = drawn;
        return drawn;
    }

    /** The share of correct answers among those with the most votes. */
    private double score(int... counts) {
        int votes = 1;
        int first = 0;
        int firstAndCorrect = 0;
        for (int answer = 0; answer < sizes.length && sizes[answer] >= votes; answer++) {
            int count = counts[answer];
            if (count >= votes) {
                if (count > votes) {
                    votes = count;
                    first = 0;
                    firstAndCorrect = 0;
                }
                first++;
                firstAndCorrect += isCorrect[answer] ? 1 : 0;
            }
        }
        return first == 0 ? 0 : (double) firstAndCorrect / first;
    }
}
