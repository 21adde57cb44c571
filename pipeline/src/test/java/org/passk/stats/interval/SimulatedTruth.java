package org.passk.stats.interval;

import java.util.Arrays;
import java.util.List;
import org.passk.stats.distribution.Normal;
import org.passk.stats.distribution.RegularisedBeta;
import org.passk.stats.distribution.SplitMix;

/**
 * A population of problems whose truth is known: finitely many kinds of problem, each with a probability, a success rate,
 * and a success rate under another run.
 */
final class SimulatedTruth {
    private static final int KINDS = 1000;

    private final String name;
    private final String group;
    private final double[] cumulative;
    private final double[] weights;
    private final double[] rates;
    private final double[] trainedRates;

    private SimulatedTruth(String name, String group, double[] weights, double[] rates, double... trainedRates) {
        this.name = name;
        this.group = group;
        this.weights = weights;
        this.rates = rates;
        this.trainedRates = trainedRates;
        this.cumulative = weights.clone();
        Arrays.parallelPrefix(cumulative, Double::sum);
    }

    /** Zero for a share of the problems, else Beta(a, b) at the midpoints of equal probabilities. */
    static SimulatedTruth beta(String name, String group, double zeroShare, double a, double b) {
        return pair(name, group, zeroShare, a, b, a, b);
    }

    /**
     * The other run's rate is Beta(c, d) with the same zeros; the ranks of both are tied by a Gaussian copula with
     * correlation 0.85, which is what published pairs of runs show.
     */
    static SimulatedTruth pair(String name, String group, double zeroShare, double a, double b, double c, double d) {
        return tied(name, group, zeroShare, 0, a, b, c, d);
    }

    /** A pair in which the other run never solves this share of the problems, those that rank lowest under it. */
    static SimulatedTruth forgetting(String name, double forgotten, double a, double b, double c, double d) {
        return tied(name, "crossing", 0, forgotten, a, b, c, d);
    }

    private static SimulatedTruth tied(
            String name, String group, double zeroShare, double forgotten, double a, double b, double c, double d) {
        double[] weights = new double[KINDS + 1];
        double[] rates = new double[KINDS + 1];
        double[] trained = new double[KINDS + 1];
        Arrays.fill(weights, (1 - zeroShare) / KINDS);
        weights[KINDS] = zeroShare;
        SplitMix numbers = SplitMix.of(85, KINDS);
        for (int i = 0; i < KINDS; i++) {
            double rank = (i + 0.5) / KINDS;
            rates[i] = RegularisedBeta.quantile(rank, a, b);
            double noise = Normal.quantile((numbers.below(1 << 20) + 0.5) / (1 << 20));
            double tied = Normal.cdf(0.85 * Normal.quantile(rank) + Math.sqrt(1 - 0.85 * 0.85) * noise);
            double left = (tied - forgotten) / (1 - forgotten);
            trained[i] = left <= 0 ? 0 : RegularisedBeta.quantile(left, c, d);
        }
        return new SimulatedTruth(name, group, weights, rates, trained);
    }

    /**
     * Those of the coverage tables. The fits are those of Table 2 of arXiv 2504.13837 that made-up studies use, each base
     * run with its GRPO run.
     */
    static List<SimulatedTruth> all() {
        return List.of(
                pair("10 % unsolvable, Beta(0.35, 1.2)", "zero-inflated", 0.1, 0.35, 1.2, 0.35, 0.8),
                pair("20 % unsolvable, Beta(0.35, 1.2)", "zero-inflated", 0.2, 0.35, 1.2, 0.35, 0.8),
                pair("30 % unsolvable, Beta(0.35, 1.2)", "zero-inflated", 0.3, 0.35, 1.2, 0.35, 0.8),
                pair("Omni-MATH base, Beta(0.220, 2.006)", "fits", 0, 0.2204, 2.0062, 0.1419, 0.4017),
                pair("Omni-MATH GRPO, Beta(0.142, 0.402)", "fits", 0, 0.1419, 0.4017, 0.2204, 2.0062),
                pair("MATH500 base, Beta(0.581, 1.102)", "fits", 0, 0.5806, 1.1024, 0.3890, 0.1338),
                pair("MATH500 GRPO, Beta(0.389, 0.134)", "fits", 0, 0.3890, 0.1338, 0.5806, 1.1024),
                pair("uniform", "extremes", 0, 1, 1, 2, 1),
                pair("almost all solved, Beta(6, 0.5)", "extremes", 0, 6, 0.5, 8, 0.5),
                pair("almost none solved, 60 % unsolvable, Beta(0.3, 8)", "extremes", 0.6, 0.3, 8, 0.3, 5));
    }

    String name() {
        return name;
    }

    String group() {
        return group;
    }

    int kinds() {
        return rates.length;
    }

    double weight(int kind) {
        return weights[kind];
    }

    double rate(int kind) {
        return rates[kind];
    }

    double trainedRate(int kind) {
        return trainedRates[kind];
    }

    /** 1 − (1 − rate)^k. */
    static double passAtK(double rate, int k) {
        return -StrictMath.expm1(k * StrictMath.log1p(-rate));
    }

    /** A kind with its probability. */
    int draw(SplitMix numbers) {
        return search(cumulative, 0, cumulative.length, numbers.unit());
    }

    /** The binomial distribution functions of all kinds, n + 1 values each. */
    static double[] binomials(double[] rates, int n) {
        double[] table = new double[rates.length * (n + 1)];
        for (int kind = 0; kind < rates.length; kind++) {
            for (int c = 0; c < n; c++) {
                double rate = rates[kind];
                table[kind * (n + 1) + c] = rate == 0 ? 1 : RegularisedBeta.upper(rate, c + 1.0, n - c);
            }
            table[kind * (n + 1) + n] = 1;
        }
        return table;
    }

    double[] rates() {
        return rates;
    }

    double[] trainedRates() {
        return trainedRates;
    }

    /** The first index from {@code from} on whose value is above u, counted from there. */
    static int search(double[] table, int from, int length, double u) {
        int low = 0;
        int high = length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (table[from + middle] > u) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
