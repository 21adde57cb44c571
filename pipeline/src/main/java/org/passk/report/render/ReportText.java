package org.passk.report.render;

import java.util.List;
import java.util.stream.IntStream;
import org.passk.report.Report;
import org.passk.report.RunSummary;
import org.passk.report.SourceSummary;

/** The report for people: tables in a terminal, and the same with more detail in Markdown. */
public final class ReportText {
    private final Report report;
    private final RunNames names;
    private final ShownRuns shown;
    private final CurveTables tables;
    private final ComparisonText comparisons;
    private final AcrossText across;
    private final PooledText pooled;

    /**
     * A rendering.
     *
     * @param report what to tell
     */
    public ReportText(Report report) {
        this.report = report;
        this.names = new RunNames(report);
        this.shown = new ShownRuns(report);
        this.tables = new CurveTables(shown, names);
        this.comparisons = new ComparisonText(shown, names);
        this.across = new AcrossText(report, shown, names);
        this.pooled = new PooledText(shown, names);
        // Once for all: there may be millions of rows.
        report.metrics().forEach(row -> {
            tables.add(row);
            comparisons.add(row);
            across.add(row);
            pooled.add(row);
        });
    }

    /** For the terminal: pass@k by run and the comparisons, benchmark by benchmark. */
    public String terminal() {
        StringBuilder text = new StringBuilder();
        text.append(headline()).append('\n');
        report.notes().forEach(note -> text.append("Note: ").append(note).append('\n'));
        for (String benchmark : report.benchmarks()) {
            text.append('\n').append("pass@k on ").append(benchmark).append('\n');
            text.append(tables.curves(benchmark).terminal());
            comparisons
                    .lines(benchmark)
                    .forEach(line -> text.append("  ").append(line).append('\n'));
            shown.leftOut(benchmark)
                    .ifPresent(line -> text.append("  ").append(line).append('\n'));
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
            text.append(tables.curves(benchmark).markdown());
            shown.leftOut(benchmark)
                    .ifPresent(line -> text.append('\n').append(line).append(".\n"));
            across.tables(benchmark).forEach((heading, table) -> table(text, heading, table));
            list(text, "Trends on " + benchmark, across.trends(benchmark));
            list(text, "Comparisons on " + benchmark, comparisons.lines(benchmark));
            list(text, "Differences between runs on " + benchmark, across.differences(benchmark));
            list(text, "Problems that only one of two runs solves on " + benchmark, comparisons.problems(benchmark));
            text.append("\n## Intervals of pass@k on ").append(benchmark).append("\n\n");
            text.append(tables.intervals(benchmark).markdown());
            tables.histogram(benchmark)
                    .ifPresent(table -> text.append("\n## Problems by accuracy on ")
                            .append(benchmark)
                            .append("\n\n")
                            .append(table.markdown()));
        }
        pooled.table().ifPresent(table -> table(text, "Pooled over benchmarks", table));
        table(text, "Samples", samples());
        table(text, "Sources", sources());
        int more = report.sources().size() - shownSources().size();
        if (more > 0) {
            text.append('\n').append(Numbers.grouped(more)).append(" more files are in report.json.\n");
        }
        rejects(text);
        text.append("\nEstimates are unbiased (1 − C(n−c, k)/C(n, k)), means over problems. Intervals are about other")
                .append(
                        "\nproblems of the same kind; metrics.csv has those about these very problems. q is the p value of")
                .append(
                        "\nFisher's exact test, adjusted for the number of problems. `*`: problems with fewer than k samples are")
                .append("\nleft out.\n");
        return text.toString();
    }

    private static void table(StringBuilder text, String heading, TextTable table) {
        text.append("\n## ").append(heading).append("\n\n").append(table.markdown());
    }

    private static void list(StringBuilder text, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append("\n## ").append(heading).append("\n\n");
            lines.forEach(line -> text.append("- ").append(line).append('\n'));
        }
    }

    private String headline() {
        long runs = report.runs().stream().map(RunSummary::runId).distinct().count();
        String quarantined =
                report.quarantined() == 0 ? "" : ", " + Numbers.grouped(report.quarantined()) + " of them quarantined";
        return report.study() + ": " + count(runs, "run") + " on "
                + count(report.benchmarks().size(), "benchmark") + ", " + Numbers.grouped(report.read())
                + " records read" + quarantined
                + (names.shared().isEmpty() ? "" : "\nall sampled with " + names.shared());
    }

    private static String count(long number, String noun) {
        return Numbers.grouped(number) + " " + noun + (number == 1 ? "" : "s");
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
        for (RunSummary run : shown.byBenchmark().stream().flatMap(List::stream).toList()) {
            table.row(List.of(
                    names.of(run.runId()),
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

    /** The first ones, and those with rejects. */
    private List<SourceSummary> shownSources() {
        List<SourceSummary> all = report.sources();
        return IntStream.range(0, all.size())
                .filter(i -> i < ShownRuns.MOST_ROWS || all.get(i).quarantined() > 0)
                .limit(2L * ShownRuns.MOST_ROWS)
                .mapToObj(all::get)
                .toList();
    }

    private TextTable sources() {
        TextTable table = new TextTable().row(List.of("file", "format", "read", "verdicts", "quarantined"));
        for (SourceSummary source : shownSources()) {
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
