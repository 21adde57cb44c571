package org.passk.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A table as the paper prints it (Tables 2 and 3 of arXiv 2504.13837): a base model and what was trained from it on one
 * benchmark, by algorithm and step, at one k for all: the largest of at most 256 that every run of the table has with all of
 * its problems. Runs of a table are sampled alike.
 */
public final class StudyTable {
    /** The table's pass@k, at k = 1 and at the table's k. */
    public static final String PASS = "table_pass@k";
    /** The table's ΔSE. */
    public static final String GAP = "table_delta_se";

    private static final long LARGEST_K = 256;

    private final String family;
    private final String benchmark;
    private final List<StudyRun> runs;
    private final long k;

    private StudyTable(String family, String benchmark, List<StudyRun> runs, long k) {
        this.family = family;
        this.benchmark = benchmark;
        this.runs = List.copyOf(runs);
        this.k = k;
    }

    /**
     * The tables of a study: for each benchmark, base model and way of sampling with two or more runs.
     *
     * @param runs the runs
     * @param rows METRICS
     */
    public static List<StudyTable> of(List<StudyRun> runs, List<StudyRow> rows) {
        Map<String, List<StudyRow>> curves = new TreeMap<>();
        for (StudyRow row : rows) {
            if (row.metric().equals(PassAtKCurve.NAME) && row.isWhole()) {
                curves.computeIfAbsent(row.benchmark() + "\n" + row.runId(), key -> new ArrayList<>())
                        .add(row);
            }
        }
        TreeSet<String> benchmarks = new TreeSet<>();
        rows.forEach(row -> benchmarks.add(row.benchmark()));
        Map<String, List<StudyRun>> families = new TreeMap<>();
        for (StudyRun run : runs) {
            families.computeIfAbsent(run.family() + "\n" + run.sampling(), key -> new ArrayList<>())
                    .add(run);
        }
        List<StudyTable> tables = new ArrayList<>();
        for (String benchmark : benchmarks) {
            for (List<StudyRun> family : families.values()) {
                List<StudyRun> members = family.stream()
                        .filter(run -> curves.containsKey(benchmark + "\n" + run.runId()))
                        .sorted(order())
                        .toList();
                TreeSet<Long> common = new TreeSet<>();
                for (int i = 0; i < members.size(); i++) {
                    List<Long> ks = curves.get(benchmark + "\n" + members.get(i).runId()).stream()
                            .map(StudyRow::k)
                            .filter(k -> k <= LARGEST_K)
                            .toList();
                    if (i == 0) {
                        common.addAll(ks);
                    } else {
                        common.retainAll(ks);
                    }
                }
                if (members.size() > 1 && !common.isEmpty()) {
                    tables.add(new StudyTable(members.get(0).family(), benchmark, members, common.last()));
                }
            }
        }
        return tables;
    }

    /** Whether a row of METRICS is of use to tables across runs: the whole curves of pass@k and ΔSE. */
    public static boolean reads(StudyRow row) {
        return (row.metric().equals(PassAtKCurve.NAME) || row.metric().equals(SamplingEfficiencyGap.NAME))
                && row.isWhole();
    }

    /** The base first, then by algorithm and step. */
    private static Comparator<StudyRun> order() {
        return Comparator.comparing((StudyRun run) -> !run.base().isEmpty())
                .thenComparing(StudyRun::line)
                .thenComparingLong(StudyRun::step)
                .thenComparing(StudyRun::label);
    }

    /** The base model. */
    public String family() {
        return family;
    }

    /** The benchmark. */
    public String benchmark() {
        return benchmark;
    }

    /** The runs, the base first. */
    public List<StudyRun> runs() {
        return runs;
    }

    /** The k of all columns but pass@1. */
    public long k() {
        return k;
    }

    /** What every row of the table says of its run. */
    String slice(StudyRun run) {
        return "family=" + family + (run.base().isEmpty() ? " base" : " algorithm=" + run.line())
                + (run.step() < 0 ? "" : " step=" + run.step());
    }

    /** The cells: pass@1, pass@k and ΔSE(k) of each run. */
    public List<StudyRow> rows(List<StudyRow> metrics) {
        Map<String, StudyRow> values = new TreeMap<>();
        for (StudyRow row : metrics) {
            if (row.benchmark().equals(benchmark) && row.isWhole()) {
                values.putIfAbsent(key(row.metric(), row.runId(), row.k()), row);
            }
        }
        List<StudyRow> cells = new ArrayList<>();
        for (StudyRun run : runs) {
            for (long draws : new TreeSet<>(List.of(1L, k))) {
                Optional.ofNullable(values.get(key(PassAtKCurve.NAME, run.runId(), draws)))
                        .ifPresent(row -> cells.add(row.in(PASS, slice(run))));
            }
            Optional.ofNullable(values.get(key(SamplingEfficiencyGap.NAME, run.runId(), k)))
                    .ifPresent(row -> cells.add(row.in(GAP, slice(run))));
        }
        return cells;
    }

    private static String key(String metric, String runId, long draws) {
        return metric + "\n" + runId + "\n" + draws;
    }

    /**
     * The runs of the table that are steps of one training, each series with three or more different steps.
     *
     * @return by the name of the series
     */
    Map<String, List<StudyRun>> series() {
        Map<String, List<StudyRun>> lines = new TreeMap<>();
        for (StudyRun run : runs) {
            if (!run.base().isEmpty() && run.step() >= 0) {
                lines.computeIfAbsent(run.line(), line -> new ArrayList<>()).add(run);
            }
        }
        Map<String, List<StudyRun>> series = new TreeMap<>();
        lines.forEach((line, members) -> {
            if (isSeries(members)) {
                series.put(line, members);
                return;
            }
            // Two trainings with one algorithm's name: told apart by their models.
            Map<String, List<StudyRun>> models = new TreeMap<>();
            members.forEach(run ->
                    models.computeIfAbsent(run.model(), m -> new ArrayList<>()).add(run));
            models.forEach((model, own) -> {
                if (isSeries(own)) {
                    series.put(model, own);
                }
            });
        });
        return Collections.unmodifiableMap(series);
    }

    private static boolean isSeries(List<StudyRun> members) {
        return members.size() > 2
                && members.stream().map(StudyRun::step).distinct().count() == members.size();
    }
}
