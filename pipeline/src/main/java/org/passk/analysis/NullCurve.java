package org.passk.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.passk.stats.PassAtK;
import org.passk.stats.interval.Interval;
import org.passk.stats.interval.MeanInterval;
import org.passk.stats.interval.Target;

/**
 * What pass@k chance gives: the same answers, scored against the references of other problems. For each of several random
 * exchanges of references, c′ samples of a problem agree with a reference that is not its own; pass@k of these counts is
 * averaged over exchanges. Answers that everybody gives (0, 1, 2) agree with many references; where pass@k at large k is
 * little above this curve, it says little about reasoning.
 *
 * <p>Chance-adjusted coverage is (pass@k − null) / (1 − null), as Cohen's κ adjusts agreement (Cohen 1960,
 * doi:10.1177/001316446002000104). Its standard error is that of the linear approximation, with the covariance of both
 * curves over problems.
 */
public final class NullCurve {
    /** The slice of pass@k. */
    public static final String SLICE = "null";
    /** The name of the adjusted metric. */
    public static final String ADJUSTED = "chance_adjusted_coverage@k";
    /** The name of the standard deviation of the null curve over exchanges. */
    public static final String SPREAD = "null_spread@k";

    private NullCurve() {}

    /**
     * The rows.
     *
     * @param problems the run's problems that have references, with n and correct
     * @param agreeing of each problem and exchange, the samples that agree with the other reference; the same number of
     *     exchanges for each problem, at least 1
     * @param all problems of the run, with references or without
     * @param options what all analyses are told
     */
    public static List<Metric> of(RunProblems problems, List<long[]> agreeing, int all, MetricOptions options) {
        List<Metric> rows = new ArrayList<>();
        for (int k : options.ks()) {
            int[] kept = IntStream.range(0, problems.size())
                    .filter(i -> problems.n()[i] >= k)
                    .toArray();
            if (kept.length > 0) {
                List<long[]> counts = IntStream.of(kept).mapToObj(agreeing::get).toList();
                at(k, problems.select(kept), counts, kept.length < all, options, rows);
            }
        }
        return rows;
    }

    private static void at(
            int k,
            RunProblems problems,
            List<long[]> counts,
            boolean subset,
            MetricOptions options,
            List<Metric> rows) {
        int rounds = counts.get(0).length;
        double[] chance = new double[problems.size()];
        double[] ofRound = new double[rounds];
        for (int i = 0; i < chance.length; i++) {
            for (int round = 0; round < rounds; round++) {
                double value = PassAtK.estimate(problems.n()[i], counts.get(i)[round], k)
                        .getAsDouble();
                chance[i] += value / rounds;
                ofRound[round] += value / chance.length;
            }
            chance[i] = Math.min(1, chance[i]);
        }
        double[] real = PassAtKCurve.values(problems.n(), problems.c(), k);
        rows.add(row(PassAtKCurve.NAME, PassAtKCurve.mean(chance), problems, k, subset)
                .slice(SLICE)
                .standardError(PassAtKCurve.standardError(chance))
                .interval(MeanInterval.of(chance, options.level()))
                .build());
        if (rounds > 1) {
            // s, from the standard error s / √rounds.
            double spread = PassAtKCurve.standardError(ofRound) * Math.sqrt(rounds);
            rows.add(row(SPREAD, spread, problems, k, subset)
                    .target(Target.BENCHMARK)
                    .build());
        }
        adjusted(real, chance, problems, k, subset, options, rows);
    }

    private static void adjusted(
            double[] real,
            double[] chance,
            RunProblems problems,
            int k,
            boolean subset,
            MetricOptions options,
            List<Metric> rows) {
        double p = PassAtKCurve.mean(real);
        double q = PassAtKCurve.mean(chance);
        if (q >= 1) {
            return;
        }
        double[] linear = new double[real.length];
        Arrays.setAll(linear, i -> (real[i] - p) / (1 - q) - (1 - p) * (chance[i] - q) / ((1 - q) * (1 - q)));
        double value = (p - q) / (1 - q);
        double error = PassAtKCurve.standardError(linear);
        Interval interval = StudentInterval.of(value, error, real.length, options.level());
        rows.add(row(ADJUSTED, value, problems, k, subset)
                .standardError(error)
                .interval(interval)
                .build());
    }

    private static Metric.Builder row(String name, double estimate, RunProblems problems, int k, boolean subset) {
        return Metric.of(name, estimate, problems).k(k).flagIf(subset, Metric.SUBSET);
    }
}
