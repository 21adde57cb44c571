package org.passk.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.passk.stats.PassAtK;
import org.passk.stats.distribution.RegularisedBeta;
import org.passk.stats.distribution.SplitMix;
import org.passk.stats.interval.BootstrapMeans;
import org.passk.stats.interval.CrossoverInterval;
import org.passk.stats.interval.Interval;
import org.passk.stats.interval.PairedCounts;
import org.passk.stats.interval.ProblemBootstrap;

/**
 * What the uncertainty over 500 problems costs with n = 1,024 and 2,000 draws: 20 runs at a time with the 11 powers of two
 * as k, from counts to percentile intervals and bands; and one pair of runs from counts to the interval of its crossover.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class BootstrapBenchmark {
    private static final int PROBLEMS = 500;
    private static final int SAMPLES = 1024;
    private static final int CURVE = 11;
    private static final int RUNS = 20;

    private ProblemBootstrap bootstrap;
    private final double[][] pass = new double[SAMPLES + 1][CURVE];
    private final int[][] counts = new int[RUNS][PROBLEMS];
    private final List<PairedCounts> pair = new ArrayList<>();

    /** Draws the counts: rates of Table 2 of arXiv 2504.13837, Omni-MATH, base and GRPO. */
    @Setup
    public void prepare() {
        bootstrap = ProblemBootstrap.of(PROBLEMS, ProblemBootstrap.DEFAULT_DRAWS, 1);
        for (int c = 0; c <= SAMPLES; c++) {
            for (int j = 0; j < CURVE; j++) {
                pass[c][j] = PassAtK.estimate(SAMPLES, c, 1L << j).orElseThrow();
            }
        }
        SplitMix numbers = SplitMix.of(2);
        for (int problem = 0; problem < PROBLEMS; problem++) {
            double rank = (problem + 0.5) / PROBLEMS;
            double base = RegularisedBeta.quantile(rank, 0.22, 2.0);
            double trained = RegularisedBeta.quantile(rank, 0.142, 0.402);
            for (int run = 0; run < RUNS; run++) {
                counts[run][problem] = count(run % 2 == 0 ? base : trained, numbers);
            }
            pair.add(new PairedCounts(SAMPLES, counts[0][problem], SAMPLES, counts[1][problem]));
        }
    }

    private static int count(double rate, SplitMix numbers) {
        int correct = 0;
        for (int i = 0; i < SAMPLES; i++) {
            correct += numbers.unit() < rate ? 1 : 0;
        }
        return correct;
    }

    /** Twenty runs. */
    @Benchmark
    public List<Interval> curvesOfTwentyRuns() {
        double[] values = new double[PROBLEMS * RUNS * CURVE];
        int at = 0;
        for (int problem = 0; problem < PROBLEMS; problem++) {
            for (int run = 0; run < RUNS; run++) {
                System.arraycopy(pass[counts[run][problem]], 0, values, at, CURVE);
                at += CURVE;
            }
        }
        BootstrapMeans means = bootstrap.resample(values, RUNS * CURVE);
        List<Interval> intervals = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            for (int j = 0; j < CURVE; j++) {
                intervals.add(means.percentile(run * CURVE + j, 0.95));
            }
            intervals.addAll(means.band(run * CURVE, (run + 1) * CURVE, 0.95));
        }
        return intervals;
    }

    /** One pair of runs. */
    @Benchmark
    public CrossoverInterval crossoverOfOnePair() {
        return CrossoverInterval.of(pair, bootstrap, 0.95);
    }
}
