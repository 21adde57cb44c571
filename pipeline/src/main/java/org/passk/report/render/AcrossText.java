package org.passk.report.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.passk.analysis.CoverageTrend;
import org.passk.analysis.PairwiseDifferences;
import org.passk.analysis.StudyTable;
import org.passk.report.MetricRow;
import org.passk.report.Report;
import org.passk.report.RunSummary;

/**
 * What is said of several runs of a benchmark at once: tables by algorithm and step (as Tables 2 and 3 of arXiv
 * 2504.13837), trends over the steps, and differences within a table that hold after adjustment.
 */
final class AcrossText {
    /** So many differences are listed; the files for machines have all. */
    private static final int MOST_DIFFERENCES = 20;

    private static final double SIGNIFICANT = 0.05;

    private final ShownRuns shown;
    private final RunNames names;
    private final Map<String, RunSummary> runs = new LinkedHashMap<>();
    private final Map<String, Benchmark> benchmarks = new LinkedHashMap<>();

    /** The rows of a benchmark: cells by run; trends by run and k; differences. */
    private static final class Benchmark {
        private final Map<String, List<MetricRow>> cells = new LinkedHashMap<>();
        private final Map<String, NavigableMap<Long, List<MetricRow>>> trends = new TreeMap<>();
        private final List<MetricRow> differences = new ArrayList<>();
        private final Map<String, MetricRow> pValues = new TreeMap<>();
    }

    AcrossText(Report report, ShownRuns shown, RunNames names) {
        this.shown = shown;
        this.names = names;
        report.runs().forEach(run -> runs.put(key(run.runId(), run.benchmark()), run));
    }

    private static String key(String runId, String benchmark) {
        return runId + " " + benchmark;
    }

    /** Takes what it shows. */
    void add(MetricRow row) {
        switch (row.metric()) {
            case StudyTable.PASS, StudyTable.GAP -> {
                if (shown.has(row.runId(), row.benchmark())) {
                    of(row).cells
                            .computeIfAbsent(row.runId(), run -> new ArrayList<>())
                            .add(row);
                }
            }
            case CoverageTrend.SLOPE, CoverageTrend.TAU, CoverageTrend.P_VALUE ->
                of(row).trends
                        .computeIfAbsent(row.slice() + " " + row.runId(), series -> new TreeMap<>())
                        .computeIfAbsent(row.k(), k -> new ArrayList<>())
                        .add(row);
            case PairwiseDifferences.DIFFERENCE -> of(row).differences.add(row);
            case PairwiseDifferences.P_VALUE -> of(row).pValues.put(pair(row), row);
            default -> {
                // Told elsewhere.
            }
        }
    }

    private Benchmark of(MetricRow row) {
        return benchmarks.computeIfAbsent(row.benchmark(), name -> new Benchmark());
    }

    private static String pair(MetricRow row) {
        return row.runId() + " " + row.baseRunId() + " " + row.k() + " " + row.slice();
    }

    /** The tables of a benchmark by their headings; the base first in each, the best trained run of a column in bold. */
    Map<String, TextTable> tables(String benchmark) {
        Map<String, List<RunSummary>> families = new LinkedHashMap<>();
        Benchmark rows = benchmarks.get(benchmark);
        if (rows != null) {
            for (RunSummary run : shown.of(benchmark)) {
                if (rows.cells.containsKey(run.runId())) {
                    families.computeIfAbsent(family(run), name -> new ArrayList<>())
                            .add(run);
                }
            }
        }
        Map<String, TextTable> tables = new LinkedHashMap<>();
        families.forEach((family, members) ->
                tables.put(family + " and what was trained from it, on " + benchmark, table(members, rows.cells)));
        return tables;
    }

    /** The model that a run's table begins with, and how it was sampled where not all runs were sampled alike. */
    private String family(RunSummary run) {
        String sampling = Stream.of(ShownRuns.sampling(run).split(" "))
                .filter(word -> !names.isShared(word))
                .reduce("", (text, word) -> text + " " + word)
                .stripTrailing();
        return (run.base().isEmpty() ? run.model() : run.base()) + sampling;
    }

    private TextTable table(List<RunSummary> members, Map<String, List<MetricRow>> cells) {
        List<RunSummary> ordered = members.stream()
                .sorted(Comparator.comparing((RunSummary run) -> !run.base().isEmpty())
                        .thenComparing(ShownRuns::line))
                .toList();
        boolean areSteps =
                ordered.stream().anyMatch(run -> names.step(run.runId()).isPresent());
        List<String> columns = new ArrayList<>();
        Stream.of(StudyTable.PASS, StudyTable.GAP)
                .forEach(metric -> ordered.stream()
                        .flatMap(run -> cells.get(run.runId()).stream())
                        .filter(row -> row.metric().equals(metric))
                        .map(MetricRow::k)
                        .distinct()
                        .sorted()
                        .forEach(k -> columns.add(column(metric, k))));
        Map<String, Double> best = best(ordered, cells);
        TextTable table = new TextTable();
        List<String> head = new ArrayList<>(List.of("algorithm"));
        if (areSteps) {
            head.add("step");
        }
        head.addAll(columns);
        table.row(head);
        for (RunSummary run : ordered) {
            List<String> line = new ArrayList<>();
            line.add(run.base().isEmpty() ? run.model() + " (base)" : ShownRuns.line(run));
            if (areSteps) {
                line.add(names.step(run.runId()).orElse("-"));
            }
            for (String column : columns) {
                line.add(cells.get(run.runId()).stream()
                        .filter(row -> column(row.metric(), row.k()).equals(column))
                        .findFirst()
                        .map(row -> cell(row.estimate(), !run.base().isEmpty(), best.get(column)))
                        .orElse("-"));
            }
            table.row(line);
        }
        return table;
    }

    private static String column(String metric, long k) {
        return (metric.equals(StudyTable.GAP) ? "ΔSE(" + k + ")" : "pass@" + k);
    }

    /** The largest pass@k and the smallest ΔSE among two or more trained runs. */
    private static Map<String, Double> best(List<RunSummary> members, Map<String, List<MetricRow>> cells) {
        List<RunSummary> trained =
                members.stream().filter(run -> !run.base().isEmpty()).toList();
        Map<String, Double> best = new TreeMap<>();
        if (trained.size() > 1) {
            for (RunSummary run : trained) {
                for (MetricRow row : cells.get(run.runId())) {
                    best.merge(
                            column(row.metric(), row.k()),
                            row.estimate(),
                            row.metric().equals(StudyTable.GAP) ? Math::min : Math::max);
                }
            }
        }
        return best;
    }

    private static String cell(double value, boolean isTrained, Double best) {
        String text = Numbers.rounded(value);
        return isTrained && best != null && value == best ? "**" + text + "**" : text;
    }

    /** A line for each trend. */
    List<String> trends(String benchmark) {
        List<String> lines = new ArrayList<>();
        for (NavigableMap<Long, List<MetricRow>> series : series(benchmark)) {
            MetricRow any = series.firstEntry().getValue().get(0);
            RunSummary last = runs.get(key(any.runId(), any.benchmark()));
            List<String> parts = new ArrayList<>();
            series.forEach((k, rows) -> parts.add("pass@" + k + " " + trend(rows)));
            // The slice ends in the number of steps, and the run is the last of them.
            String steps = any.slice().substring(any.slice().lastIndexOf('=') + 1);
            lines.add((last == null ? any.runId() : ShownRuns.line(last) + " up to " + names.of(any.runId())) + ", "
                    + steps + " steps: " + String.join("; ", parts));
        }
        return lines;
    }

    private Collection<NavigableMap<Long, List<MetricRow>>> series(String benchmark) {
        return Optional.ofNullable(benchmarks.get(benchmark))
                .map(rows -> rows.trends.values())
                .orElse(List.of());
    }

    private static String trend(List<MetricRow> rows) {
        StringBuilder text = new StringBuilder();
        find(rows, CoverageTrend.SLOPE)
                .ifPresent(row -> text.append(signed(row.estimate()))
                        .append(" per 100 steps")
                        .append(limits(row))
                        .append(", "));
        find(rows, CoverageTrend.TAU).ifPresent(row -> text.append("τ = ").append(Numbers.rounded(row.estimate())));
        find(rows, CoverageTrend.P_VALUE)
                .ifPresent(row -> text.append(" (p ")
                        .append(ComparisonText.probability(row.estimate()))
                        .append(")"));
        return text.toString();
    }

    private static Optional<MetricRow> find(List<MetricRow> rows, String metric) {
        return rows.stream().filter(row -> row.metric().equals(metric)).findFirst();
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.4f", value);
    }

    private static String limits(MetricRow row) {
        return row.interval()
                .map(found -> " [" + signed(found.low()) + ", " + signed(found.high()) + "]")
                .orElse("");
    }

    /** The differences between runs that hold after adjustment, the surest first; then how many there are. */
    List<String> differences(String benchmark) {
        Benchmark rows = benchmarks.get(benchmark);
        if (rows == null || rows.differences.isEmpty()) {
            return List.of();
        }
        List<MetricRow> sure = rows.differences.stream()
                .filter(row -> p(rows, row) <= SIGNIFICANT)
                .sorted(Comparator.comparingDouble(row -> p(rows, row)))
                .toList();
        List<String> lines = new ArrayList<>();
        for (MetricRow row : sure.subList(0, Math.min(MOST_DIFFERENCES, sure.size()))) {
            boolean isAbove = row.estimate() > 0;
            String above = names.of(isAbove ? row.runId() : row.baseRunId());
            String below = names.of(isAbove ? row.baseRunId() : row.runId());
            lines.add("pass@" + row.k() + " of " + above + " above " + below + " by "
                    + Numbers.rounded(Math.abs(row.estimate())) + " (p "
                    + ComparisonText.probability(p(rows, row)) + ")");
        }
        lines.add(Numbers.grouped(sure.size()) + " of " + Numbers.grouped(rows.differences.size())
                + " differences hold at 5 % after Holm's adjustment within their table"
                + (sure.size() > MOST_DIFFERENCES ? "; metrics.csv has all" : ""));
        return lines;
    }

    private static double p(Benchmark rows, MetricRow difference) {
        MetricRow value = rows.pValues.get(pair(difference));
        return value == null ? 1 : value.estimate();
    }
}
