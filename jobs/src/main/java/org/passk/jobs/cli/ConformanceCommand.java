package org.passk.jobs.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;
import org.passk.fault.FaultKind;
import org.passk.jobs.conformance.ConformanceReport;
import org.passk.jobs.conformance.ConformanceRun;
import org.passk.jobs.conformance.FileScore;
import org.passk.jobs.conformance.Miss;
import org.passk.jobs.conformance.Score;
import org.passk.model.UnicodeText;
import org.passk.sandbox.Sandbox;
import org.passk.sandbox.SandboxProbe;
import org.passk.sandbox.SandboxSettings;

/** Runs published cases through the verifiers and prints where they agree. */
final class ConformanceCommand {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Terminal terminal;
    private final LongSupplier cpuNanos;

    ConformanceCommand(Terminal terminal, LongSupplier cpuNanos) {
        this.terminal = terminal;
        this.cpuNanos = cpuNanos;
    }

    /**
     * Runs the cases of a folder.
     *
     * @return 0, or that of bad input when a line is no case
     */
    int run(Path folder, boolean json, SandboxSettings sandbox) {
        ConformanceRun cases = new ConformanceRun(cpuNanos, () -> new Sandbox(sandbox, SandboxProbe.probe(sandbox)));
        ConformanceReport report = cases.run(folder);
        terminal.out().print(json ? json(report) : text(report));
        terminal.out().flush();
        if (json) {
            report.skipped().forEach(file -> complain("skipped " + file));
        }
        report.badLines().forEach(this::complain);
        if (report.badLines().isEmpty()) {
            return 0;
        }
        complain(String.format(
                Locale.ROOT, "%,d lines are no cases", report.badLines().size()));
        return FaultKind.INPUT.exitCode();
    }

    private void complain(String message) {
        terminal.err().println("passk: " + UnicodeText.plain(message));
    }

    private static String json(ConformanceReport report) {
        ObjectNode document = JSON.createObjectNode();
        ArrayNode files = document.putArray("files");
        for (FileScore score : report.files()) {
            files.addObject()
                    .put("file", score.file())
                    .put("total", score.total())
                    .put("right", score.right())
                    .put("falsePositives", score.falsePositives())
                    .put("falseNegatives", score.falseNegatives())
                    .put("undecided", score.undecided())
                    .put("slowestMillis", score.slowestMillis());
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(ConformanceReport report) {
        StringBuilder text = new StringBuilder();
        for (FileScore score : report.files()) {
            if (!score.misses().isEmpty()) {
                text.append(score.file())
                        .append('\n')
                        .append(misses(score.misses()))
                        .append('\n');
            }
        }
        Columns table = new Columns().row("file", "total", "right", "FP", "FN", "undecided", "slowest ms");
        for (FileScore score : report.files()) {
            table.row(
                    score.file(),
                    number(score.total()),
                    number(score.right()),
                    number(score.falsePositives()),
                    number(score.falseNegatives()),
                    number(score.undecided()),
                    String.format(Locale.ROOT, "%.3f", score.slowestMillis()));
        }
        table.row(
                "all",
                sum(report, FileScore::total),
                sum(report, FileScore::right),
                sum(report, FileScore::falsePositives),
                sum(report, FileScore::falseNegatives),
                sum(report, FileScore::undecided),
                String.format(
                        Locale.ROOT,
                        "%.3f",
                        report.files().stream()
                                .mapToDouble(FileScore::slowestMillis)
                                .max()
                                .orElse(0)));
        text.append(table.lines(""));
        report.skipped()
                .forEach(file ->
                        text.append("skipped ").append(UnicodeText.plain(file)).append('\n'));
        return text.toString();
    }

    private static String misses(List<Miss> misses) {
        StringBuilder text = new StringBuilder();
        for (Miss miss : misses) {
            text.append("  ").append(mark(miss.score())).append(' ').append(miss.id());
            text.append(": expected ").append(miss.expected());
            text.append(", got ").append(miss.got());
            text.append(" (").append(miss.rule()).append(")\n");
            text.append(new Columns()
                    .row("gold", miss.gold())
                    .row("prediction", miss.prediction())
                    .lines("      "));
        }
        return text.toString();
    }

    private static String mark(Score score) {
        return switch (score) {
            case RIGHT -> "right";
            case FALSE_POSITIVE -> "FP";
            case FALSE_NEGATIVE -> "FN";
            case UNDECIDED -> "undecided";
        };
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String sum(ConformanceReport report, ToIntFunction<FileScore> count) {
        return number(report.files().stream().mapToInt(count).sum());
    }
}
