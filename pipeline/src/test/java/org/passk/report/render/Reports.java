package org.passk.report.render;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.passk.report.MetricRow;
import org.passk.report.MetricTable;
import org.passk.report.Report;
import org.passk.report.RunSummary;
import org.passk.report.SourceSummary;
import org.passk.report.SourceSummary.RejectSummary;

/** A small report that has one of everything: a base, a comparison, a subset, a gap in a curve, rejects. */
final class Reports {
    private Reports() {}

    /** What a renderer writes. */
    interface Written {
        void to(Writer out) throws IOException;
    }

    static String text(Written written) {
        StringWriter out = new StringWriter();
        try {
            written.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    static Report small() {
        RunSummary base = run("b0", "base \"seven\", cold", "base", "", 3, 4, 2, Map.of("n", 11L, "correct", 5L));
        RunSummary rl = run(
                "r1",
                "rl step=150",
                "rl",
                "base",
                1200,
                1200,
                -1,
                Map.of(
                        "n",
                        3600L,
                        "correct",
                        1801L,
                        "no_answer",
                        7L,
                        "stored",
                        3600L,
                        "stored_disagrees",
                        12L,
                        "identical_text",
                        1L,
                        "truncated",
                        2L));
        return new Report(
                "small",
                List.of(base, rl),
                MetricTable.of(List.of(
                        metric("pass@k", "b0", "", 1, 1 / 3.0, OptionalDouble.of(0.125), ""),
                        metric("pass@k", "b0", "", 4, 0.9996, OptionalDouble.empty(), "subset"),
                        metric("pass@k", "r1", "", 1, 0.5, OptionalDouble.of(1e-7), ""),
                        metric("delta_se", "r1", "b0", 2, -0.25, OptionalDouble.of(0.0625), "headline"))),
                List.of(
                        new SourceSummary(
                                "a.jsonl",
                                "qwen-math",
                                12,
                                11,
                                1,
                                List.of(new RejectSummary("MALFORMED_JSON", 1, 8123, "Unexpected \"end\""))),
                        new SourceSummary("b.jsonl.gz", "passk-jsonl", 3600, 3600, 0, List.of())),
                List.of("a note"));
    }

    /**
     * The small report with a comparison.
     *
     * @param verdict flags of the crossover
     * @param interval empty for one with an interval, {@code unbounded} without its end, {@code none} without k*
     */
    static Report comparison(String verdict, String interval) {
        List<MetricRow> rows = new ArrayList<>();
        rows.add(pair("delta_se", "", 2, 0.25, 3, "headline"));
        rows.add(pair("delta_se", "", 4, 0.5, 3, ""));
        rows.add(pair("coverage_loss", "", 2, -0.125, 3, "headline"));
        rows.add(pair("remaining_inefficiency", "", 2, 0.375, 3, "headline"));
        rows.add(pair("crossover_none", "", 4, 0.025, 3, verdict));
        rows.add(pair("crossover_k", "low", 4, 1, 3, ""));
        if (!interval.equals("none")) {
            rows.add(pair("crossover_k", "", 4, 2, 3, interval));
        }
        rows.add(pair("solvable_both", "", 0, 0.25, 1, ""));
        rows.add(pair("solvable_base_only", "", 0, 0.25, 22, ""));
        rows.add(pair("solvable_run_only", "", 0, 0.25, 1, ""));
        rows.add(pair("solvable_neither", "", 0, 0.25, 0, ""));
        rows.add(pair("mcnemar_p", "", 0, 1e-5, 3, ""));
        rows.add(pair("problem_lost", "problem=p7", 0, 0.01, 1, ""));
        rows.add(pair("problem_lost", "problem=p2", 0, 1, 1, ""));
        rows.add(pair("problem_gained", "problem=p9", 0, 1e-9, 1, ""));
        rows.add(row("accuracy_histogram", "r1", "", "0", 0, 0.5, OptionalDouble.empty(), 2, ""));
        Report small = small();
        return new Report(small.study(), small.runs(), MetricTable.of(rows), small.sources(), small.notes());
    }

    private static MetricRow pair(String name, String slice, long k, double value, long problems, String flags) {
        boolean limits = !flags.equals("unbounded") && slice.isEmpty();
        double half = name.equals("crossover_k") ? 1 : 0.25;
        MetricRow row = row(name, "r1", "b0", slice, k, value, OptionalDouble.empty(), problems, flags);
        return limits
                ? new MetricRow(
                        name,
                        "r1",
                        "b0",
                        "sums",
                        slice,
                        k,
                        row.x(),
                        value,
                        value,
                        row.standardError(),
                        Optional.of(new MetricRow.Limits(value - half, value + half, 0.95)),
                        "paired_t",
                        MetricRow.POPULATION,
                        problems,
                        11,
                        3,
                        4,
                        flags)
                : row;
    }

    private static RunSummary run(
            String id,
            String label,
            String model,
            String base,
            long minN,
            long maxN,
            long missing,
            Map<String, Long> counts) {
        return new RunSummary(
                id, label, model, "rl", base, "GRPO", "sums", 3, missing < 0 ? -1 : 4, minN, maxN, missing, counts);
    }

    private static MetricRow metric(
            String name, String run, String base, long k, double value, OptionalDouble error, String flags) {
        return row(name, run, base, "", k, value, error, 3, flags);
    }

    private static MetricRow row(
            String name,
            String run,
            String base,
            String slice,
            long k,
            double value,
            OptionalDouble error,
            long problems,
            String flags) {
        return new MetricRow(
                name,
                run,
                base,
                "sums",
                slice,
                k,
                OptionalDouble.empty(),
                value,
                value,
                error,
                error.isPresent()
                        ? Optional.of(new MetricRow.Limits(value - 0.25, value + 0.25, 0.95))
                        : Optional.empty(),
                error.isPresent() ? "paired_t" : "",
                MetricRow.POPULATION,
                problems,
                11,
                3,
                4,
                flags);
    }
}
