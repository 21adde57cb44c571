package org.passk.report.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.passk.analysis.Metric;
import org.passk.analysis.PassAtKCurve;
import org.passk.report.MetricRow;
import org.passk.report.Report;
import org.passk.report.RunSummary;

/**
 * The runs that texts for people show. Where a benchmark has more than {@value #MOST_RUNS}, these are of each training its
 * first and last step and the best ones at k = 1 and at the largest k up to 256; the files for machines have all.
 */
final class ShownRuns {
    /** A benchmark of so many runs is shown whole. */
    static final int MOST_RUNS = 50;
    /** However many trainings there are. */
    static final int MOST_ROWS = 200;

    private static final long LARGEST_K = 256;

    private final Map<String, List<RunSummary>> shown = new LinkedHashMap<>();
    private final Map<String, Integer> all = new HashMap<>();
    private final Set<String> keys = new HashSet<>();

    ShownRuns(Report report) {
        Map<String, List<RunSummary>> byBenchmark = new LinkedHashMap<>();
        report.runs()
                .forEach(run -> byBenchmark
                        .computeIfAbsent(run.benchmark(), b -> new ArrayList<>())
                        .add(run));
        boolean fits = byBenchmark.values().stream().allMatch(runs -> runs.size() <= MOST_RUNS);
        Curves curves = new Curves();
        if (!fits) {
            report.metrics().forEach(curves::add);
        }
        byBenchmark.forEach((benchmark, runs) -> {
            List<RunSummary> chosen = runs.size() <= MOST_RUNS ? runs : choose(runs, curves);
            shown.put(benchmark, chosen);
            all.put(benchmark, runs.size());
            chosen.forEach(run -> keys.add(key(run.runId(), benchmark)));
        });
    }

    private static String key(String runId, String benchmark) {
        return runId + " " + benchmark;
    }

    /** The values of pass@k by run and benchmark. */
    private static final class Curves {
        private final Map<String, TreeMap<Long, Double>> byRun = new HashMap<>();

        void add(MetricRow row) {
            if (row.metric().equals(PassAtKCurve.NAME)
                    && row.slice().isEmpty()
                    && row.k() <= LARGEST_K
                    && row.target().equals(MetricRow.POPULATION)
                    && !row.has(Metric.SUBSET)) {
                byRun.computeIfAbsent(key(row.runId(), row.benchmark()), key -> new TreeMap<>())
                        .put(row.k(), row.estimate());
            }
        }

        Optional<RunSummary> best(List<RunSummary> runs, boolean isLargestK) {
            RunSummary best = null;
            double most = -1;
            for (RunSummary run : runs) {
                TreeMap<Long, Double> curve = byRun.get(key(run.runId(), run.benchmark()));
                if (curve != null) {
                    double value = (isLargestK ? curve.lastEntry() : curve.firstEntry()).getValue();
                    if (value > most) {
                        most = value;
                        best = run;
                    }
                }
            }
            return Optional.ofNullable(best);
        }
    }

    private static List<RunSummary> choose(List<RunSummary> runs, Curves curves) {
        Map<String, List<RunSummary>> series = new LinkedHashMap<>();
        runs.forEach(run ->
                series.computeIfAbsent(series(run), name -> new ArrayList<>()).add(run));
        Set<String> chosen = new HashSet<>();
        for (List<RunSummary> steps : series.values()) {
            chosen.add(steps.get(0).runId());
            chosen.add(steps.get(steps.size() - 1).runId());
            curves.best(steps, false).ifPresent(run -> chosen.add(run.runId()));
            curves.best(steps, true).ifPresent(run -> chosen.add(run.runId()));
        }
        return runs.stream()
                .filter(run -> chosen.contains(run.runId()))
                .limit(MOST_ROWS)
                .toList();
    }

    /** What the steps of one training have in common. */
    private static String series(RunSummary run) {
        return run.base() + "\n" + line(run) + "\n" + sampling(run);
    }

    /** The algorithm, or the model where none is stated. */
    static String line(RunSummary run) {
        return run.algorithm().isEmpty() || run.base().isEmpty() ? run.model() : run.algorithm();
    }

    /** How the run was sampled: its label without model and step. */
    static String sampling(RunSummary run) {
        List<String> words = new ArrayList<>(List.of(run.label().split(" ")));
        words.remove(0);
        words.removeIf(word -> word.startsWith(RunNames.STEP));
        return String.join(" ", words);
    }

    /** The runs of a benchmark that are shown, in the order of the report. */
    List<RunSummary> of(String benchmark) {
        return shown.getOrDefault(benchmark, List.of());
    }

    /** All that are shown, by benchmark. */
    Collection<List<RunSummary>> byBenchmark() {
        return shown.values();
    }

    /** Whether a run is shown on a benchmark. */
    boolean has(String runId, String benchmark) {
        return keys.contains(key(runId, benchmark));
    }

    /** What a benchmark's tables leave out, in a sentence; empty for nothing. */
    Optional<String> leftOut(String benchmark) {
        int hidden = all.getOrDefault(benchmark, 0) - of(benchmark).size();
        return hidden == 0
                ? Optional.empty()
                : Optional.of(Numbers.grouped(hidden) + " of " + Numbers.grouped(all.get(benchmark))
                        + " runs are not shown: of each training the first and the last step are, and the best at k = 1"
                        + " and at the largest k up to " + LARGEST_K
                        + " (which chance flatters: they were chosen for it); metrics.csv has all");
    }
}
