package org.passk.report.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.passk.analysis.PassAtKCurve;
import org.passk.analysis.PooledCurve;
import org.passk.analysis.SamplingEfficiencyGap;
import org.passk.report.MetricRow;
import org.passk.report.RunSummary;

/** The table of pass@k and ΔSE pooled over the benchmarks of a run: at k = 1 and at the largest k up to 256. */
final class PooledText {
    private static final long LARGEST_K = 256;
    private static final List<String> WEIGHTS = List.of("weights=benchmarks", "weights=problems");

    private final ShownRuns shown;
    private final RunNames names;
    private final Map<String, Double> cells = new HashMap<>();
    private final Map<String, TreeSet<Long>> ks = new HashMap<>();

    PooledText(ShownRuns shown, RunNames names) {
        this.shown = shown;
        this.names = names;
    }

    /** Takes what it shows. */
    void add(MetricRow row) {
        boolean isShown = row.metric().equals(PassAtKCurve.NAME) || row.metric().equals(SamplingEfficiencyGap.NAME);
        if (isShown
                && row.benchmark().equals(PooledCurve.POOLED)
                && WEIGHTS.contains(row.slice())
                && row.k() <= LARGEST_K) {
            cells.put(cell(row.metric(), row.runId(), row.slice(), row.k()), row.estimate());
            ks.computeIfAbsent(row.metric(), metric -> new TreeSet<>()).add(row.k());
        }
    }

    private static String cell(String metric, String runId, String weights, long k) {
        return metric + " " + runId + " " + weights + " " + k;
    }

    private record Column(String head, String metric, String weights, long k) {}

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (String weights : WEIGHTS) {
            String by = " by " + weights.substring(weights.indexOf('=') + 1);
            TreeSet<Long> curve = ks.getOrDefault(PassAtKCurve.NAME, new TreeSet<>());
            if (!curve.isEmpty()) {
                new TreeSet<>(List.of(curve.first(), curve.last()))
                        .forEach(k -> columns.add(new Column("pass@" + k + by, PassAtKCurve.NAME, weights, k)));
            }
            TreeSet<Long> gap = ks.getOrDefault(SamplingEfficiencyGap.NAME, new TreeSet<>());
            if (!gap.isEmpty()) {
                columns.add(
                        new Column("ΔSE(" + gap.last() + ")" + by, SamplingEfficiencyGap.NAME, weights, gap.last()));
            }
        }
        return columns;
    }

    /** The table; empty where nothing is pooled. */
    Optional<TextTable> table() {
        List<Column> columns = columns();
        TextTable table = new TextTable();
        List<String> head = new ArrayList<>(List.of("run"));
        columns.forEach(column -> head.add(column.head()));
        table.row(head);
        Set<String> runs = new LinkedHashSet<>();
        shown.byBenchmark().forEach(list -> list.stream().map(RunSummary::runId).forEach(runs::add));
        boolean known = false;
        for (String run : runs) {
            List<String> line = new ArrayList<>(List.of(names.of(run)));
            for (Column column : columns) {
                line.add(Optional.ofNullable(cells.get(cell(column.metric(), run, column.weights(), column.k())))
                        .map(Numbers::rounded)
                        .orElse("-"));
            }
            if (line.stream().skip(1).anyMatch(text -> !text.equals("-"))) {
                table.row(line);
                known = true;
            }
        }
        return known ? Optional.of(table) : Optional.empty();
    }
}
