package org.passk.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.passk.analysis.Analyses;
import org.passk.analysis.Bootstraps;
import org.passk.analysis.Metric;
import org.passk.analysis.MetricGroup;
import org.passk.analysis.MetricOptions;
import org.passk.analysis.PairAnalysis;
import org.passk.analysis.PairProblems;
import org.passk.analysis.RunAnalysis;
import org.passk.analysis.RunProblems;
import org.passk.tally.Count;

/** What the rows of METRICS of a run cost, and of a comparison: a task shares its bootstrap's draws among them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class AnalysesBenchmark {
    private static final int PROBLEMS = 500;
    private static final int N = 1024;
    private static final MetricOptions OPTIONS =
            new MetricOptions(List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024), 0.95, 2_000, 1);

    /** The class name of an analysis of runs or of pairs, or all. */
    @Param({"all", "PassAtKCurve", "PassAtKBand", "Reliability", "CrossoverPoint"})
    public String analysis;

    private final Bootstraps bootstraps = new Bootstraps();
    private final List<RunProblems> runs = IntStream.range(0, 16)
            .mapToObj(i -> run(new SplittableRandom(i), 1 + i / 8.0))
            .toList();
    private int next;

    /** A third of the problems is never solved; the accuracies of the others are spread by a power. */
    private static RunProblems run(SplittableRandom random, double power) {
        long[] n = new long[PROBLEMS];
        Arrays.fill(n, N);
        long[] c = new long[PROBLEMS];
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < PROBLEMS; i++) {
            ids.add(String.format(Locale.ROOT, "%04d", i));
            c[i] = random.nextInt(3) == 0 ? 0 : Math.round(N * Math.pow(random.nextDouble(), power));
        }
        return new RunProblems(ids, n, Map.of(Count.CORRECT, c));
    }

    private RunProblems following() {
        next = (next + 1) % runs.size();
        return runs.get(next);
    }

    private boolean isChosen(Object candidate) {
        return analysis.equals("all") || candidate.getClass().getSimpleName().equals(analysis);
    }

    /** The rows of one run. */
    @Benchmark
    public List<Metric> run() {
        RunProblems problems = following();
        List<Metric> rows = new ArrayList<>();
        for (RunAnalysis one : Analyses.ofRuns(bootstraps, EnumSet.allOf(MetricGroup.class))) {
            if (isChosen(one)) {
                rows.addAll(one.of(problems, OPTIONS));
            }
        }
        return rows;
    }

    /** The rows of one comparison. */
    @Benchmark
    public List<Metric> pair() {
        PairProblems problems = new PairProblems(runs.get(0), following());
        List<Metric> rows = new ArrayList<>();
        for (PairAnalysis one : Analyses.ofPairs(bootstraps, EnumSet.allOf(MetricGroup.class))) {
            if (isChosen(one)) {
                rows.addAll(one.of(problems, OPTIONS));
            }
        }
        return rows;
    }
}
