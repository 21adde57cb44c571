package org.passk.report.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passk.analysis.CrossoverPoint;
import org.passk.analysis.Metric;
import org.passk.analysis.SamplingEfficiencyGap;
import org.passk.analysis.SolvableSet;
import org.passk.analysis.SolvableSets;
import org.passk.report.MetricRow;
import org.passk.stats.interval.CrossoverInterval.Verdict;

/** Each run against its base run, in sentences: ΔSE, crossover, solvable sets. */
final class ComparisonText {
    private static final double SMALLEST_P = 0.001;
    private static final double PERCENT = 100;

    private final ShownRuns shown;
    private final RunNames names;
    private final Map<String, Map<String, Pair>> pairs = new LinkedHashMap<>();

    /** The rows of one run and base run on one benchmark. */
    private record Pair(String runId, String baseRunId, List<MetricRow> rows) {
        Optional<MetricRow> find(String metric, String slice) {
            return rows.stream()
                    .filter(row -> row.metric().equals(metric) && row.slice().equals(slice))
                    .findFirst();
        }

        Optional<MetricRow> headline(String metric) {
            return rows.stream()
                    .filter(row -> row.metric().equals(metric) && row.slice().isEmpty() && row.has(Metric.HEADLINE))
                    .findFirst();
        }

        Stream<MetricRow> all(String metric) {
            return rows.stream().filter(row -> row.metric().equals(metric));
        }
    }

    ComparisonText(ShownRuns shown, RunNames names) {
        this.shown = shown;
        this.names = names;
    }

    /** Takes what it shows. */
    void add(MetricRow row) {
        if (!row.baseRunId().isEmpty()
                && row.target().equals(MetricRow.POPULATION)
                && shown.has(row.runId(), row.benchmark())) {
            pairs.computeIfAbsent(row.benchmark(), b -> new LinkedHashMap<>())
                    .computeIfAbsent(
                            row.runId() + " " + row.baseRunId(),
                            key -> new Pair(row.runId(), row.baseRunId(), new ArrayList<>()))
                    .rows()
                    .add(row);
        }
    }

    /** A line for ΔSE, one for the crossover, one for the sets, of each comparison. */
    List<String> lines(String benchmark) {
        List<String> lines = new ArrayList<>();
        for (Pair pair : pairs.getOrDefault(benchmark, Map.of()).values()) {
            gap(pair).ifPresent(lines::add);
            crossover(pair).ifPresent(lines::add);
            sets(pair).ifPresent(lines::add);
        }
        return lines;
    }

    /** A line for each kind of problem that only one of two runs solves, of each comparison that has some. */
    List<String> problems(String benchmark) {
        List<String> lines = new ArrayList<>();
        for (Pair pair : pairs.getOrDefault(benchmark, Map.of()).values()) {
            String run = names.of(pair.runId());
            String base = names.of(pair.baseRunId());
            list(pair, SolvableSets.LOST, SolvableSet.BASE_ONLY, base + " but not " + run)
                    .ifPresent(lines::add);
            list(pair, SolvableSets.GAINED, SolvableSet.RUN_ONLY, run + " but not " + base)
                    .ifPresent(lines::add);
        }
        return lines;
    }

    private static Optional<String> list(Pair pair, String metric, SolvableSet set, String who) {
        List<String> listed = pair.all(metric)
                .map(row -> row.slice().substring(SolvableSets.PROBLEM.length()) + " (q " + probability(row.estimate())
                        + ")")
                .toList();
        long all = pair.find(set.metric(), "").map(MetricRow::problems).orElse((long) listed.size());
        String more = all > listed.size() ? ", and " + (all - listed.size()) + " more" : "";
        return listed.isEmpty()
                ? Optional.empty()
                : Optional.of("solved by " + who + ": " + listed.stream().collect(Collectors.joining(", ")) + more);
    }

    private Optional<String> gap(Pair pair) {
        return pair.headline(SamplingEfficiencyGap.NAME).map(row -> {
            Optional<MetricRow> loss = pair.headline(SamplingEfficiencyGap.COVERAGE_LOSS);
            Optional<MetricRow> rest = pair.headline(SamplingEfficiencyGap.REMAINING);
            String parts = loss.isPresent() && rest.isPresent()
                    ? " = " + Numbers.rounded(loss.get().estimate()) + " coverage lost + "
                            + Numbers.rounded(rest.get().estimate()) + " inefficiency left"
                    : "";
            return "ΔSE(" + row.k() + ") = " + Numbers.rounded(row.estimate()) + interval(row) + parts + ": pass@"
                    + row.k() + " of " + names.of(pair.baseRunId()) + " less pass@1 of " + names.of(pair.runId())
                    + ", over " + Numbers.grouped(row.problems()) + " common problem"
                    + (row.problems() == 1 ? "" : "s")
                    + (row.has("sampling_differs") ? " (the sampling parameters differ)" : "");
        });
    }

    private static String interval(MetricRow row) {
        return row.interval()
                .map(limits -> " [" + Numbers.rounded(limits.low()) + ", " + Numbers.rounded(limits.high()) + "]")
                .orElse("");
    }

    private Optional<String> crossover(Pair pair) {
        return pair.find(CrossoverPoint.NONE, "").map(none -> {
            String start = pair.find(CrossoverPoint.START, "")
                    .map(row -> "k* = " + Math.round(row.estimate()) + limits(pair, row))
                    .orElse("no k* up to " + none.k());
            return "crossover of " + names.of(pair.baseRunId()) + " over " + names.of(pair.runId()) + ": " + start
                    + ", none up to k = " + none.k() + " in "
                    + String.format(Locale.ROOT, "%.1f", PERCENT * none.estimate()) + " % of draws: "
                    + (none.has(CrossoverPoint.NEVER_BEHIND)
                            ? "the base is nowhere behind"
                            : verdict(none).replace('_', ' '));
        });
    }

    private static String limits(Pair pair, MetricRow row) {
        Optional<MetricRow> low = pair.find(CrossoverPoint.START, CrossoverPoint.LOW);
        return row.interval()
                .map(limits -> " [" + Math.round(limits.low()) + ", " + Math.round(limits.high()) + "]")
                .or(() -> low.map(one -> " [" + Math.round(one.estimate()) + ", above " + row.k() + "]"))
                .orElse("");
    }

    private static String verdict(MetricRow row) {
        return Stream.of(Verdict.values())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .filter(row::has)
                .findFirst()
                .orElse("undecided");
    }

    private Optional<String> sets(Pair pair) {
        return pair.find(SolvableSets.MCNEMAR, "").map(test -> {
            String run = names.of(pair.runId());
            String base = names.of(pair.baseRunId());
            return "solved by both " + size(pair, SolvableSet.BOTH) + ", by " + base + " alone "
                    + size(pair, SolvableSet.BASE_ONLY) + ", by " + run + " alone " + size(pair, SolvableSet.RUN_ONLY)
                    + ", by neither " + size(pair, SolvableSet.NEITHER) + " (McNemar p "
                    + probability(test.estimate()) + ")";
        });
    }

    private static String size(Pair pair, SolvableSet set) {
        return pair.find(set.metric(), "")
                .map(row -> Numbers.grouped(row.problems()))
                .orElse("-");
    }

    static String probability(double p) {
        return p < SMALLEST_P ? "< 0.001" : "= " + Numbers.rounded(p);
    }
}
