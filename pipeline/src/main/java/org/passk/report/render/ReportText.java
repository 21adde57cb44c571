package org.passk.report.render;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.passk.analysis.Metric;
import org.passk.analysis.PassAtKCurve;
import org.passk.analysis.SamplingEfficiencyGap;
import org.passk.report.MetricRow;
import org.passk.report.Report;
import org.passk.report.RunSummary;
import org.passk.report.SourceSummary;

/** The report for people: tables in a terminal, and the same with more detail in Markdown. */
public final class ReportText {
    private final Report report;
    private final Set<String> shared;

    /**
     * A rendering.
     *
     * @param report what to tell
     */
    public ReportText(Report report) {
        this.report = report;
        this.shared = sharedParameters(report);
    }

    /** The parameters that all runs have in common, in the order of a label; none where there is but one run. */
    private static Set<String> sharedParameters(Report report) {
        Set<String> shared = new LinkedHashSet<>();
        for (RunSummary run : report.runs()) {
            List<String> parameters = parameters(run.label());
            if (shared.isEmpty()) {
                shared.addAll(parameters);
            }
            shared.retainAll(parameters);
            if (shared.isEmpty()) {
                break;
            }
        }
        return shared;
    }

    private static List<String> parameters(String label) {
        String[] words = label.split(" ");
        return List.of(words).subList(1, words.length);
    }

    /** The run's label without what the headline says of all of them. */
    private String name(String label) {
        StringBuilder name = new StringBuilder(label.split(" ")[0]);
        parameters(label).stream()
                .filter(p -> !shared.contains(p))
                .forEach(p -> name.append(' ').append(p));
        return name.toString();
    }

    /** For the terminal: pass@k by run and ΔSE, benchmark by benchmark. */
    public String terminal() {
        StringBuilder text = new StringBuilder();
        text.append(headline()).append('\n');
        report.notes().forEach(note -> text.append("Note: ").append(note).append('\n'));
        for (String benchmark : report.benchmarks()) {
            text.append('\n').append("pass@k on ").append(benchmark).append('\n');
            text.append(curves(benchmark).terminal());
            gaps(benchmark).forEach(line -> text.append("  ").append(line).append('\n'));
        }
        return text.toString();
    }

    /** For {@code report.md}. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("# ")
                .append(report.study())
                .append("\n\n")
                .append(headline())
                .append("\n");
        if (!report.notes().isEmpty()) {
            text.append('\n');
            report.notes().forEach(note -> text.append("- ").append(note).append('\n'));
        }
        for (String benchmark : report.benchmarks()) {
            text.append("\n## pass@k on ").append(benchmark).append("\n\n");
            text.append(curves(benchmark).markdown());
            List<String> gaps = gaps(benchmark);
            if (!gaps.isEmpty()) {
                text.append("\n## ΔSE on ").append(benchmark).append("\n\n");
                gaps.forEach(line -> text.append("- ").append(line).append('\n'));
            }
        }
        text.append("\n## Samples\n\n").append(samples().markdown());
        text.append("\n## Sources\n\n").append(sources().markdown());
        rejects(text);
        text.append(
                        "\nEstimates are unbiased (1 − C(n−c, k)/C(n, k)), means over problems; ± is the standard error over")
                .append("\nthe problems. `*`: problems with fewer than k samples are left out.\n");
        return text.toString();
    }

    private String headline() {
        long runs = report.runs().stream().map(RunSummary::runId).distinct().count();
        String quarantined =
                report.quarantined() == 0 ? "" : ", " + Numbers.grouped(report.quarantined()) + " of them quarantined";
        return report.study() + ": " + count(runs, "run") + " on "
                + count(report.benchmarks().size(), "benchmark") + ", " + Numbers.grouped(report.read())
                + " records read" + quarantined
                + (shared.isEmpty() ? "" : "\nall sampled with " + String.join(" ", shared));
    }

    private static String count(long number, String noun) {
        return Numbers.grouped(number) + " " + noun + (number == 1 ? "" : "s");
    }

    private List<RunSummary> runs(String benchmark) {
        return report.runs().stream()
                .filter(r -> r.benchmark().equals(benchmark))
                .toList();
    }

    private TextTable curves(String benchmark) {
        TreeSet<Long> ks = new TreeSet<>();
        for (MetricRow row : report.metrics()) {
            if (row.metric().equals(PassAtKCurve.NAME) && row.benchmark().equals(benchmark)) {
                ks.add(row.k());
            }
        }
        TextTable table = new TextTable();
        List<String> head = new ArrayList<>(List.of("run", "problems", "n"));
        ks.forEach(k -> head.add("k=" + k));
        table.row(head);
        for (RunSummary run : runs(benchmark)) {
            String n = run.minN() == run.maxN()
                    ? Numbers.grouped(run.minN())
                    : Numbers.grouped(run.minN()) + "-" + Numbers.grouped(run.maxN());
            List<String> cells = new ArrayList<>(List.of(name(run.label()), Numbers.grouped(run.problems()), n));
            for (long k : ks) {
                cells.add(report.metric(PassAtKCurve.NAME, run.runId(), benchmark, k)
                        .map(m -> Numbers.rounded(m.estimate()) + (m.has(Metric.SUBSET) ? "*" : ""))
                        .orElse("-"));
            }
            table.row(cells);
        }
        return table;
    }

    private List<String> gaps(String benchmark) {
        List<String> lines = new ArrayList<>();
        for (MetricRow row : report.metrics()) {
            if (row.metric().equals(SamplingEfficiencyGap.NAME)
                    && row.benchmark().equals(benchmark)
                    && row.has(Metric.HEADLINE)) {
                String error = row.standardError().isPresent()
                        ? " ± " + Numbers.rounded(row.standardError().getAsDouble())
                        : "";
                lines.add("ΔSE(" + row.k() + ") = " + Numbers.rounded(row.estimate()) + error + ": pass@" + row.k()
                        + " of " + name(report.label(row.baseRunId())) + " less pass@1 of "
                        + name(report.label(row.runId()))
                        + ", over " + count(row.problems(), "common problem")
                        + (row.has("sampling_differs") ? " (the sampling parameters differ)" : ""));
            }
        }
        return lines;
    }

    private TextTable samples() {
        TextTable table = new TextTable()
                .row(List.of(
                        "run",
                        "benchmark",
                        "samples",
                        "correct",
                        "no answer",
                        "timeouts",
                        "over limits",
                        "undecided",
                        "faults",
                        "truncated",
                        "missing",
                        "repeated texts",
                        "input's verdict differs"));
        for (RunSummary run : report.runs()) {
            table.row(List.of(
                    name(run.label()),
                    run.benchmark(),
                    Numbers.grouped(run.count("n")),
                    Numbers.grouped(run.count("correct")),
                    Numbers.grouped(run.count("no_answer")),
                    Numbers.grouped(run.count("timeout")),
                    Numbers.grouped(run.count("resource_limit")),
                    Numbers.grouped(run.count("undecided")),
                    Numbers.grouped(run.count("fault")),
                    Numbers.grouped(run.count("truncated")),
                    run.missing() < 0 ? "-" : Numbers.grouped(run.missing()),
                    Numbers.grouped(run.count("identical_text")),
                    run.count("stored") == 0
                            ? "-"
                            : Numbers.grouped(run.count("stored_disagrees")) + " of "
                                    + Numbers.grouped(run.count("stored"))));
        }
        return table;
    }

    private TextTable sources() {
        TextTable table = new TextTable().row(List.of("file", "format", "read", "verdicts", "quarantined"));
        for (SourceSummary source : report.sources()) {
            table.row(List.of(
                    source.path(),
                    source.format(),
                    Numbers.grouped(source.read()),
                    Numbers.grouped(source.verdicts()),
                    Numbers.grouped(source.quarantined())));
        }
        return table;
    }

    private void rejects(StringBuilder text) {
        if (report.quarantined() == 0) {
            return;
        }
        text.append("\n## Quarantine\n\n");
        for (SourceSummary source : report.sources()) {
            for (SourceSummary.RejectSummary reject : source.rejects()) {
                text.append("- ")
                        .append(source.path())
                        .append(": ")
                        .append(reject.reason())
                        .append(" × ")
                        .append(reject.count())
                        .append(", first at ")
                        .append(reject.position())
                        .append(": ")
                        .append(reject.message())
                        .append('\n');
            }
        }
    }
}
