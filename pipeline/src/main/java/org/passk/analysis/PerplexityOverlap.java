package org.passk.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.passk.stats.distribution.SplitMix;

/**
 * How far the perplexities of two sets of texts under one model overlap.
 *
 * <p>The probability that a text of the first set has the lower perplexity than one of the second, ties half, is the
 * Mann–Whitney statistic U / (n₁ n₂) (Mann and Whitney 1947, doi:10.1214/aoms/1177730491). With length held fixed, it is
 * the sum of U over strata of similar length, divided by the number of pairs within strata. Its p-value comes from
 * exchanging the authors of texts within strata at random (two-sided; (1 + as far from 1/2) / (1 + draws)): under the
 * hypothesis that, given the length, the author does not matter. Strata are cut at quantiles of the length of all texts, at
 * most {@value #MAX_STRATA} and with {@value #STRATUM_TEXTS} texts each on the average; equal lengths are never separated.
 *
 * <p>The overlap coefficient is Σ min(share of the first, share of the second) over the bins between quantiles of all
 * texts, as many as the square root of the smaller set, from 2 to {@value #MAX_BINS}. Costs O(n log n + draws · n).
 */
final class PerplexityOverlap {
    static final int MAX_STRATA = 10;
    static final int STRATUM_TEXTS = 20;
    static final int MAX_BINS = 20;

    private final double[] values;
    private final boolean[] first;
    private final int[][] strata;
    private final int firstSize;

    /**
     * Two sets of texts.
     *
     * @param one the first set
     * @param other the second set
     */
    PerplexityOverlap(PerplexityTexts one, PerplexityTexts other) {
        int size = one.size() + other.size();
        firstSize = one.size();
        values = new double[size];
        first = new boolean[size];
        long[] tokens = new long[size];
        for (int i = 0; i < size; i++) {
            boolean mine = i < firstSize;
            PerplexityTexts from = mine ? one : other;
            int at = mine ? i : i - firstSize;
            values[i] = from.logPerplexity()[at];
            tokens[i] = from.tokens()[at];
            first[i] = mine;
        }
        strata = strata(tokens);
    }

    private static int[] order(int size, Comparator<Integer> order) {
        return IntStream.range(0, size).boxed().sorted(order).mapToInt(i -> i).toArray();
    }

    private static int[][] strata(long... tokens) {
        int size = tokens.length;
        int count = Math.max(1, Math.min(MAX_STRATA, size / STRATUM_TEXTS));
        int[] byLength = order(size, Comparator.comparingLong(i -> tokens[i]));
        int[][] strata = new int[count][];
        int from = 0;
        for (int s = 0; s < count; s++) {
            int to = Math.max(from, (int) ((long) size * (s + 1) / count));
            while (to > from && to < size && tokens[byLength[to]] == tokens[byLength[to - 1]]) {
                to++;
            }
            strata[s] = Arrays.copyOfRange(byLength, from, to);
            from = to;
        }
        return strata;
    }

    /** The probability that a text of the first set has the lower perplexity. */
    double lower() {
        int[] all = IntStream.range(0, values.length).toArray();
        return wins(ranks(all), all, first) / ((double) firstSize * (values.length - firstSize));
    }

    /** The same among texts of similar length; empty where no stratum has texts of both. */
    OptionalDouble lowerAtSameLength() {
        double pairs = pairs();
        if (pairs == 0) {
            return OptionalDouble.empty();
        }
        double wins = 0;
        for (int[] stratum : strata) {
            wins += wins(ranks(stratum), stratum, first);
        }
        return OptionalDouble.of(wins / pairs);
    }

    /** The number of pairs of both sets within strata. */
    private double pairs() {
        double pairs = 0;
        for (int[] stratum : strata) {
            long mine = IntStream.of(stratum).filter(i -> first[i]).count();
            pairs += (double) mine * (stratum.length - mine);
        }
        return pairs;
    }

    /**
     * The two-sided p-value of {@link #lowerAtSameLength} against 1/2.
     *
     * @param draws number of exchanges
     * @param random their source
     */
    OptionalDouble pValue(int draws, SplitMix random) {
        OptionalDouble observed = lowerAtSameLength();
        if (observed.isEmpty()) {
            return OptionalDouble.empty();
        }
        double pairs = pairs();
        double[][] ranks = Arrays.stream(strata).map(this::ranks).toArray(double[][]::new);
        double distance = Math.abs(observed.getAsDouble() - 0.5);
        boolean[] labels = first.clone();
        int asFar = 0;
        for (int draw = 0; draw < draws; draw++) {
            double wins = 0;
            for (int s = 0; s < strata.length; s++) {
                shuffle(strata[s], labels, random);
                wins += wins(ranks[s], strata[s], labels);
            }
            // Equal statistics may differ in their last bits.
            asFar += Math.abs(wins / pairs - 0.5) >= distance - 1e-12 ? 1 : 0;
        }
        return OptionalDouble.of((1.0 + asFar) / (1.0 + draws));
    }

    private static void shuffle(int[] stratum, boolean[] labels, SplitMix random) {
        for (int i = stratum.length - 1; i > 0; i--) {
            int other = random.below(i + 1);
            boolean label = labels[stratum[other]];
            labels[stratum[other]] = labels[stratum[i]];
            labels[stratum[i]] = label;
        }
    }

    /** The rank of each text of a stratum by perplexity, from 1; that of equal ones is their mean. */
    private double[] ranks(int... stratum) {
        int[] order = order(stratum.length, Comparator.comparingDouble(i -> values[stratum[i]]));
        double[] ranks = new double[stratum.length];
        int from = 0;
        while (from < order.length) {
            int to = from + 1;
            while (to < order.length && Double.compare(values[stratum[order[to]]], values[stratum[order[from]]]) == 0) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    /** The number of pairs whose first member has the lower perplexity: from the sum of ranks of the second set. */
    private static double wins(double[] ranks, int[] stratum, boolean[] labels) {
        double sum = 0;
        long others = 0;
        for (int i = 0; i < stratum.length; i++) {
            if (!labels[stratum[i]]) {
                sum += ranks[i];
                others++;
            }
        }
        return sum - others * (others + 1) / 2.0;
    }

    /** The overlap coefficient, in [0, 1]. */
    double coefficient() {
        int smaller = Math.min(firstSize, values.length - firstSize);
        int bins = (int) Math.max(2, Math.min(MAX_BINS, Math.sqrt(smaller)));
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] cuts = new double[bins - 1];
        Arrays.setAll(cuts, i -> PerplexityQuantile.of(sorted, (i + 1.0) / bins));
        long[] mine = new long[bins];
        long[] others = new long[bins];
        for (int i = 0; i < values.length; i++) {
            int bin = 0;
            while (bin < cuts.length && values[i] > cuts[bin]) {
                bin++;
            }
            (first[i] ? mine : others)[bin]++;
        }
        double overlap = 0;
        for (int bin = 0; bin < bins; bin++) {
            overlap += Math.min(mine[bin] / (double) firstSize, others[bin] / (double) (values.length - firstSize));
        }
        return Math.min(1, overlap);
    }
}
