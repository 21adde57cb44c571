package org.passk.report.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.passk.analysis.AccuracyHistogram;
import org.passk.analysis.Metric;
import org.passk.analysis.PassAtKCurve;
import org.passk.report.MetricRow;
import org.passk.report.RunSummary;

/** Tables with a row for each run of a benchmark: pass@k, its intervals, the histogram of accuracies. */
final class CurveTables {
    private final RunNames names;
    private final ShownRuns shown;
    private final Map<String, TreeSet<Long>> ks = new HashMap<>();
    private final Map<Point, MetricRow> points = new HashMap<>();

    private record Point(String metric, String runId, String benchmark, String slice, long k) {}

    CurveTables(ShownRuns shown, RunNames names) {
        this.shown = shown;
        this.names = names;
    }

    /** Takes what it shows. */
    void add(MetricRow row) {
        boolean population = row.baseRunId().isEmpty() && row.target().equals(MetricRow.POPULATION);
        boolean curve = row.metric().equals(PassAtKCurve.NAME) && row.slice().isEmpty();
        if (population
                && (curve || row.metric().equals(AccuracyHistogram.NAME))
                && shown.has(row.runId(), row.benchmark())) {
            points.put(new Point(row.metric(), row.runId(), row.benchmark(), row.slice(), row.k()), row);
            if (curve) {
                ks.computeIfAbsent(row.benchmark(), b -> new TreeSet<>()).add(row.k());
            }
        }
    }

    /** pass@k by run and k. */
    TextTable curves(String benchmark) {
        return table(benchmark, row -> Numbers.rounded(row.estimate()) + (row.has(Metric.SUBSET) ? "*" : ""));
    }

    /** The intervals of pass@k over the population of problems. */
    TextTable intervals(String benchmark) {
        return table(
                benchmark,
                row -> row.interval()
                        .map(limits -> Numbers.rounded(limits.low()) + "–" + Numbers.rounded(limits.high()))
                        .orElse("-"));
    }

    private TextTable table(String benchmark, Function<MetricRow, String> cell) {
        TreeSet<Long> columns = ks.getOrDefault(benchmark, new TreeSet<>());
        TextTable table = new TextTable();
        List<String> head = new ArrayList<>(List.of("run", "problems", "n"));
        columns.forEach(k -> head.add("k=" + k));
        table.row(head);
        for (RunSummary run : shown.of(benchmark)) {
            String n = run.minN() == run.maxN()
                    ? Numbers.grouped(run.minN())
                    : Numbers.grouped(run.minN()) + "-" + Numbers.grouped(run.maxN());
            List<String> cells = new ArrayList<>(List.of(names.of(run.runId()), Numbers.grouped(run.problems()), n));
            for (long k : columns) {
                cells.add(Optional.ofNullable(points.get(new Point(PassAtKCurve.NAME, run.runId(), benchmark, "", k)))
                        .map(cell)
                        .orElse("-"));
            }
            table.row(cells);
        }
        return table;
    }

    /** How many problems have which accuracy; empty where nothing is known. */
    Optional<TextTable> histogram(String benchmark) {
        List<String> bins = AccuracyHistogram.bins();
        TextTable table = new TextTable();
        List<String> head = new ArrayList<>(List.of("run"));
        head.addAll(bins);
        table.row(head);
        boolean known = false;
        for (RunSummary run : shown.of(benchmark)) {
            List<String> cells = new ArrayList<>(List.of(names.of(run.runId())));
            for (String bin : bins) {
                MetricRow row = points.get(new Point(AccuracyHistogram.NAME, run.runId(), benchmark, bin, 0));
                known |= row != null;
                cells.add(row == null ? "-" : Numbers.grouped(row.problems()));
            }
            table.row(cells);
        }
        return known ? Optional.of(table) : Optional.empty();
    }
}
