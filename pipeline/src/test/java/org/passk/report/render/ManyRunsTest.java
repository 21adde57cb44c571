package org.passk.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passk.report.MetricRow;
import org.passk.report.MetricTable;
import org.passk.report.Report;
import org.passk.report.RunSummary;
import org.passk.report.SourceSummary;

/** What texts say of many runs, and of several runs at once. */
class ManyRunsTest {
    private static final String BENCHMARK = "sums";

    private static RunSummary run(String id, String label, String base, String algorithm) {
        return new RunSummary(
                id, label, label.split(" ")[0], "rl", base, algorithm, BENCHMARK, 3, -1, 4, 4, -1, Map.of("n", 12L));
    }

    private static MetricRow row(String metric, String run, String base, String slice, long k, double value) {
        return row(metric, run, base, BENCHMARK, slice, k, value);
    }

    private static MetricRow row(
            String metric, String run, String base, String benchmark, String slice, long k, double value) {
        return new MetricRow(
                metric,
                run,
                base,
                benchmark,
                slice,
                k,
                OptionalDouble.empty(),
                value,
                value,
                OptionalDouble.empty(),
                metric.equals("trend_pass@k")
                        ? Optional.of(new MetricRow.Limits(value - 0.01, value + 0.01, 0.95))
                        : Optional.empty(),
                "",
                MetricRow.POPULATION,
                3,
                12,
                4,
                4,
                "");
    }

    private static Report report(List<RunSummary> runs, List<MetricRow> rows) {
        return new Report("many", runs, MetricTable.of(rows), List.of(), List.of());
    }

    /** A base and steps of one training: pass@1 is best at step 21, pass@4 at step 42. */
    private static Report steps(int count) {
        List<RunSummary> runs = new ArrayList<>(List.of(run("b", "base", "", "")));
        List<MetricRow> rows = new ArrayList<>(List.of(row("pass@k", "b", "", "", 1, 0.9)));
        for (int step = 1; step <= count; step++) {
            String id = "s" + step;
            runs.add(run(id, "rl step=" + step, "base", "GRPO"));
            rows.add(row("pass@k", id, "", "", 1, step == 21 ? 0.5 : 0.25));
            rows.add(row("pass@k", id, "", "", 4, step == 42 ? 0.75 : 0.625));
            // Larger than any k that choices look at.
            rows.add(row("pass@k", id, "", "", 512, step == 33 ? 1 : 0.875));
            rows.add(row("delta_se", id, "b", "", 4, 0.125));
        }
        return report(runs, rows);
    }

    private static Set<Integer> shownSteps(String text) {
        Set<Integer> shown = new TreeSet<>();
        IntStream.rangeClosed(1, 1000)
                .filter(step -> text.contains("| rl step=" + step + " "))
                .forEach(shown::add);
        return shown;
    }

    @Test
    void fiftyRunsAreShownWhole() {
        String text = new ReportText(steps(49)).markdown();
        assertThat(shownSteps(text)).hasSize(49);
        assertThat(text).doesNotContain("not shown");
    }

    @Test
    void ofMoreRunsTheFirstTheLastAndTheBestAreShown() {
        Report report = steps(50);
        String text = new ReportText(report).markdown();
        assertThat(shownSteps(text)).containsExactly(1, 21, 42, 50);
        assertThat(text)
                .contains("| base ")
                .contains("46 of 51 runs are not shown")
                .contains("metrics.csv has all");
        assertThat(new ReportText(report).terminal())
                .contains("rl step=42")
                .doesNotContain("rl step=33 ")
                .contains("46 of 51 runs are not shown");
        assertThat(Reports.text(new ReportData(report)::csv).lines()).hasSize(1 + 1 + 4 * 50);
    }

    @Test
    void aTableGoesByAlgorithmAndStepAndMarksTheBestOfTheTrained() {
        List<RunSummary> runs = List.of(
                run("b", "base", "", ""),
                run("p2", "ppo step=20", "base", "PPO"),
                run("g1", "grpo step=10", "base", "GRPO"),
                run("g2", "grpo step=20", "base", "GRPO"));
        List<MetricRow> rows = List.of(
                row("table_pass@k", "b", "", "family=base base", 1, 0.875),
                row("table_pass@k", "b", "", "family=base base", 4, 0.9375),
                row("table_pass@k", "p2", "", "family=base algorithm=PPO step=20", 1, 0.25),
                row("table_pass@k", "p2", "", "family=base algorithm=PPO step=20", 4, 0.75),
                row("table_delta_se", "p2", "b", "family=base algorithm=PPO step=20", 4, 0.6875),
                row("table_pass@k", "g1", "", "family=base algorithm=GRPO step=10", 1, 0.5),
                row("table_pass@k", "g1", "", "family=base algorithm=GRPO step=10", 4, 0.625),
                row("table_delta_se", "g1", "b", "family=base algorithm=GRPO step=10", 4, 0.4375),
                row("table_pass@k", "g2", "", "family=base algorithm=GRPO step=20", 1, 0.375));
        assertThat(new ReportText(report(runs, rows)).markdown()).contains("""
                ## base and what was trained from it, on sums

                | algorithm   | step |    pass@1 |    pass@4 |    ΔSE(4) |
                | ----------- | ---: | --------: | --------: | --------: |
                | base (base) |    - |     0.875 |     0.938 |         - |
                | GRPO        |   10 | **0.500** |     0.625 | **0.438** |
                | GRPO        |   20 |     0.375 |         - |         - |
                | PPO         |   20 |     0.250 | **0.750** |     0.688 |
                """);
    }

    @Test
    void aTrendIsALine() {
        List<RunSummary> runs = List.of(run("b", "base", "", ""), run("g3", "grpo step=30", "base", "GRPO"));
        String slice = "family=base algorithm=GRPO steps=3";
        List<MetricRow> rows = List.of(
                row("trend_tau", "g3", "", slice, 1, 1),
                row("trend_tau", "g3", "", slice, 4, -0.5),
                row("trend_pass@k", "g3", "", slice, 1, 0.025),
                row("trend_p", "g3", "", slice, 1, 0.25),
                row("trend_p", "g3", "", slice, 4, 1e-4));
        assertThat(new ReportText(report(runs, rows)).markdown()).contains("""
                ## Trends on sums

                - GRPO up to grpo step=30, 3 steps: pass@1 +0.0250 per 100 steps [+0.0150, +0.0350], τ = 1.000 (p = 0.250); pass@4 τ = -0.500 (p < 0.001)
                """);
    }

    @Test
    void onlyDifferencesThatHoldAfterAdjustmentAreListed() {
        List<RunSummary> runs = List.of(
                run("a", "first", "", ""), run("b", "second", "first", "GRPO"), run("c", "third", "first", "PPO"));
        List<MetricRow> rows = List.of(
                row("pairwise_p_holm", "b", "a", "family=first size=3", 1, 0.04),
                row("pairwise_p_holm", "c", "a", "family=first size=3", 1, 0.002),
                row("pairwise_p_holm", "c", "b", "family=first size=3", 1, 0.051),
                row("pairwise_difference", "b", "a", "family=first size=3", 1, 0.125),
                row("pairwise_difference", "c", "a", "family=first size=3", 1, -0.25),
                row("pairwise_difference", "c", "b", "family=first size=3", 1, -0.375));
        assertThat(new ReportText(report(runs, rows)).markdown()).contains("""
                ## Differences between runs on sums

                - pass@1 of first above third by 0.250 (p = 0.002)
                - pass@1 of second above first by 0.125 (p = 0.040)
                - 2 of 3 differences hold at 5 % after Holm's adjustment within their table
                """);
    }

    @Test
    void pooledValuesStandInATableOfTheirOwn() {
        List<RunSummary> runs = List.of(run("b", "base", "", ""), run("g", "grpo", "base", "GRPO"));
        List<MetricRow> rows = List.of(
                row("pass@k", "b", "", "pooled", "weights=benchmarks", 1, 0.25),
                row("pass@k", "b", "", "pooled", "weights=problems", 1, 0.5),
                row("pass@k", "b", "", "pooled", "weights=benchmarks", 2, 0.75),
                row("pass@k", "b", "", "pooled", "weights=benchmarks", 4, 0.875),
                row("delta_se", "g", "b", "pooled", "weights=problems", 4, 0.0625));
        assertThat(new ReportText(report(runs, rows)).markdown()).contains("""
                ## Pooled over benchmarks

                | run  | pass@1 by benchmarks | pass@4 by benchmarks | ΔSE(4) by benchmarks | pass@1 by problems | pass@4 by problems | ΔSE(4) by problems |
                | ---- | -------------------: | -------------------: | -------------------: | -----------------: | -----------------: | -----------------: |
                | base |                0.250 |                0.875 |                    - |              0.500 |                  - |                  - |
                | grpo |                    - |                    - |                    - |                  - |                  - |              0.063 |
                """);
    }

    @Test
    void ofManyFilesTheFirstAndThoseWithRejectsAreListed() {
        List<SourceSummary> sources = IntStream.range(0, 300)
                .mapToObj(i -> new SourceSummary("f" + i + ".jsonl", "qwen-math", 5, 5, i == 250 ? 1 : 0, List.of()))
                .toList();
        String text = new ReportText(new Report("files", List.of(), MetricTable.of(List.of()), sources, List.of()))
                .markdown();
        assertThat(text)
                .contains("| f199.jsonl ", "| f250.jsonl ", "\n99 more files are in report.json.\n")
                .doesNotContain("| f200.jsonl ");
    }
}
