package org.passk.jobs.cli;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.passk.analysis.ConfusionTable;
import org.passk.analysis.Metric;
import org.passk.analysis.SolvableSet;
import org.passk.analysis.StudyRow;
import org.passk.analysis.VerdictDifference;
import org.passk.jobs.ComparedStudies;
import org.passk.jobs.ComparedStudies.ComparedRun;
import org.passk.jobs.ComparedStudies.Gap;
import org.passk.model.Outcome;
import org.passk.spark.compare.RunPairs;
import org.passk.spark.compare.VerdictPair;

/** Two studies against each other, as comma-separated values: a number a row, named by the column {@code what}. */
final class CompareCsv {
    private static final List<String> COLUMNS = List.of(
            "what",
            "run",
            "run_id",
            "base_run_id",
            "benchmark",
            "outcome_a",
            "channel_a",
            "rule_a",
            "outcome_b",
            "channel_b",
            "rule_b",
            "k",
            "count",
            "value",
            "a",
            "b",
            "difference",
            "low",
            "high");

    private final StringBuilder text = new StringBuilder(String.join(",", COLUMNS)).append('\n');

    private CompareCsv() {}

    /** The table; ends with a newline. */
    static String of(ComparedStudies compared) {
        CompareCsv csv = new CompareCsv();
        compared.runs().forEach(csv::run);
        compared.gaps().forEach(csv::gap);
        return csv.text.toString();
    }

    private Map<String, String> row(String what, String run, String runId, String benchmark) {
        Map<String, String> row = new TreeMap<>();
        row.put("what", what);
        row.put("run", run);
        row.put("run_id", runId);
        row.put("benchmark", benchmark);
        return row;
    }

    private Map<String, String> row(String what, ComparedRun run) {
        return row(what, run.run(), run.pairs().runId(), run.pairs().benchmark());
    }

    private void add(Map<String, String> row) {
        text.append(String.join(
                        ",",
                        COLUMNS.stream()
                                .map(column -> cell(row.getOrDefault(column, "")))
                                .toList()))
                .append('\n');
    }

    private static String cell(String value) {
        return value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? "\"" + value.replace("\"", "\"\"") + "\""
                : value;
    }

    private static String number(double value) {
        return NumberOutput.toString(value, true);
    }

    private void count(String what, ComparedRun run, long count) {
        Map<String, String> row = row(what, run);
        row.put("count", Long.toString(count));
        add(row);
    }

    private void value(String what, ComparedRun run, OptionalDouble value) {
        if (value.isPresent()) {
            Map<String, String> row = row(what, run);
            row.put("value", number(value.getAsDouble()));
            add(row);
        }
    }

    private void run(ComparedRun run) {
        RunPairs.Left left = run.pairs().left();
        ConfusionTable table = run.table();
        count("common", run, table.samples());
        count("only_a", run, left.onlyA());
        count("only_b", run, left.onlyB());
        count("other_text", run, left.otherText());
        count("repeated_a", run, left.repeatedA());
        count("repeated_b", run, left.repeatedB());
        value("agreement", run, table.agreement());
        value("kappa", run, table.kappa());
        for (Outcome a : Outcome.values()) {
            for (Outcome b : Outcome.values()) {
                if (table.count(a, b) > 0) {
                    Map<String, String> row = row("confusion", run);
                    row.put("outcome_a", a.name());
                    row.put("outcome_b", b.name());
                    row.put("count", Long.toString(table.count(a, b)));
                    add(row);
                }
            }
        }
        run.pairs().flips().forEach((pair, count) -> flip(run, pair, count));
        run.differences().forEach(at -> passAtK(run, at));
        count("solved_both", run, run.solved(SolvableSet.BOTH));
        count("solved_a_only", run, run.solved(SolvableSet.RUN_ONLY));
        count("solved_b_only", run, run.solved(SolvableSet.BASE_ONLY));
        count("solved_neither", run, run.solved(SolvableSet.NEITHER));
    }

    private void flip(ComparedRun run, VerdictPair pair, long count) {
        Map<String, String> row = row("flip", run);
        row.put("outcome_a", pair.outcomeA().name());
        row.put("channel_a", pair.channelA().name());
        row.put("rule_a", pair.ruleA());
        row.put("outcome_b", pair.outcomeB().name());
        row.put("channel_b", pair.channelB().name());
        row.put("rule_b", pair.ruleB());
        row.put("count", Long.toString(count));
        add(row);
    }

    private void passAtK(ComparedRun run, VerdictDifference at) {
        Metric difference = at.difference();
        Map<String, String> row = row("pass@k", run);
        row.put("k", Long.toString(at.k()));
        row.put("count", Long.toString(difference.problems()));
        row.put("a", number(at.ours()));
        row.put("b", number(at.theirs()));
        row.put("difference", number(difference.estimate()));
        difference.interval().ifPresent(interval -> {
            row.put("low", number(interval.low()));
            row.put("high", number(interval.high()));
        });
        add(row);
    }

    private void gap(Gap gap) {
        gap("delta_se", gap, gap.a().deltaSe(), gap.b().deltaSe());
        gap("crossover_k", gap, gap.a().crossover(), gap.b().crossover());
    }

    private void gap(String what, Gap gap, Optional<StudyRow> a, Optional<StudyRow> b) {
        if (a.isEmpty() && b.isEmpty()) {
            return;
        }
        Map<String, String> row = row(what, gap.run(), gap.runId(), gap.benchmark());
        row.put("base_run_id", gap.baseRunId());
        a.ifPresent(found -> row.put("a", number(found.estimate())));
        b.ifPresent(found -> row.put("b", number(found.estimate())));
        if (a.isPresent() && b.isPresent() && a.get().k() == b.get().k()) {
            row.put("k", Long.toString(a.get().k()));
            row.put("difference", number(a.get().estimate() - b.get().estimate()));
        }
        add(row);
    }
}
