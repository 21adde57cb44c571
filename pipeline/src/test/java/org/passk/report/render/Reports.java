package org.passk.report.render;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.passk.report.MetricRow;
import org.passk.report.Report;
import org.passk.report.RunSummary;
import org.passk.report.SourceSummary;
import org.passk.report.SourceSummary.RejectSummary;

/** A small report that has one of everything: a base, a comparison, a subset, a gap in a curve, rejects. */
final class Reports {
    private Reports() {}

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
                List.of(
                        metric("pass@k", "b0", "", 1, 1 / 3.0, OptionalDouble.of(0.125), ""),
                        metric("pass@k", "b0", "", 4, 0.9996, OptionalDouble.empty(), "subset"),
                        metric("pass@k", "r1", "", 1, 0.5, OptionalDouble.of(1e-7), ""),
                        metric("delta_se", "r1", "b0", 2, -0.25, OptionalDouble.of(0.0625), "headline")),
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
        return new MetricRow(
                name,
                run,
                base,
                "sums",
                "",
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
                3,
                11,
                3,
                4,
                flags);
    }
}
