package org.passk.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.passk.analysis.ConfusionTable;
import org.passk.analysis.Metric;
import org.passk.analysis.SolvableSet;
import org.passk.analysis.StudyRow;
import org.passk.analysis.VerdictDifference;
import org.passk.jobs.ComparedStudies;
import org.passk.jobs.ComparedStudies.ComparedRun;
import org.passk.jobs.ComparedStudies.Gap;
import org.passk.jobs.ComparedStudies.GapValues;
import org.passk.model.Outcome;
import org.passk.model.UnicodeText;
import org.passk.spark.compare.FlippedSample;
import org.passk.spark.compare.RunPairs;
import org.passk.spark.compare.VerdictPair;

/** Two studies against each other, for people. */
final class CompareText {
    private static final String INDENT = "  ";
    private static final String DEEPER = "    ";

    /** Kinds of flips that are shown; the files have all. */
    private static final int MAX_FLIPS = 20;

    private static final int MAX_ANSWER = 40;
    private static final double PERCENT = 100;

    private CompareText() {}

    /** The text; ends with a newline. */
    static String of(ComparedStudies compared) {
        StringBuilder text = new StringBuilder();
        text.append("A ").append(UnicodeText.plain(compared.a())).append('\n');
        text.append("B ").append(UnicodeText.plain(compared.b())).append('\n');
        text.append(settings(compared));
        compared.notes()
                .forEach(note ->
                        text.append("note: ").append(UnicodeText.plain(note)).append('\n'));
        compared.runs().forEach(run -> text.append('\n').append(run(run)));
        if (!compared.gaps().isEmpty()) {
            text.append("\neach run against its base, as both studies report it\n")
                    .append(gaps(compared));
        }
        return text.toString();
    }

    private static String settings(ComparedStudies compared) {
        if (compared.settings().isEmpty()) {
            return "no setting differs\n";
        }
        Columns columns = new Columns().row("setting", "A", "B");
        compared.settings().forEach(setting -> columns.row(setting.key(), dash(setting.a()), dash(setting.b())));
        return columns.lines(INDENT);
    }

    private static String dash(String value) {
        return value.isEmpty() ? "-" : value;
    }

    private static String run(ComparedRun run) {
        ConfusionTable table = run.table();
        String head = UnicodeText.plain(run.run() + " on " + run.pairs().benchmark());
        StringBuilder text = new StringBuilder(head + ": " + grouped(table.samples()) + " common samples");
        long differ = table.samples() - table.agreeing();
        if (table.samples() > 0) {
            text.append(", ")
                    .append(grouped(differ))
                    .append(" with another outcome; agreement ")
                    .append(percent(table.agreement()))
                    .append(", Cohen's κ ")
                    .append(table.kappa().isPresent() ? rounded(table.kappa().getAsDouble()) : "undefined");
        }
        text.append('\n').append(left(run.pairs().left()));
        if (table.samples() > 0) {
            text.append(INDENT).append("outcomes, A down, B across\n").append(confusion(table));
            text.append(flips(run.pairs()));
            text.append(INDENT).append("pass@k\n").append(passAtK(run));
            text.append(INDENT).append(solved(run));
            text.append(examples(run.pairs()));
        }
        return text.toString();
    }

    private static String left(RunPairs.Left left) {
        if (left.sum() == 0) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        part(parts, left.onlyA(), "in A alone");
        part(parts, left.onlyB(), "in B alone");
        part(parts, left.otherText(), "of equal identity with different texts");
        part(parts, left.repeatedA(), "repeated in A");
        part(parts, left.repeatedB(), "repeated in B");
        return INDENT + "not compared: " + String.join(", ", parts) + "\n";
    }

    private static void part(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(grouped(count) + " " + what);
        }
    }

    private static String confusion(ConfusionTable table) {
        List<Outcome> seen = Stream.of(Outcome.values())
                .filter(outcome -> table.ofA(outcome) + table.ofB(outcome) > 0)
                .toList();
        Columns columns = new Columns();
        List<String> head = new ArrayList<>(List.of(""));
        seen.forEach(outcome -> head.add(outcome.name()));
        head.add("total");
        columns.row(head);
        for (Outcome a : seen) {
            List<String> row = new ArrayList<>(List.of(a.name()));
            seen.forEach(b -> row.add(grouped(table.count(a, b))));
            row.add(grouped(table.ofA(a)));
            columns.row(row);
        }
        List<String> last = new ArrayList<>(List.of("total"));
        seen.forEach(outcome -> last.add(grouped(table.ofB(outcome))));
        last.add(grouped(table.samples()));
        return columns.row(last).lines(DEEPER);
    }

    private static String flips(RunPairs pairs) {
        List<Map.Entry<VerdictPair, Long>> flips = pairs.flips().entrySet().stream()
                .sorted(Map.Entry.<VerdictPair, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        if (flips.isEmpty()) {
            return "";
        }
        Columns columns = new Columns().row("samples", "A", "channel", "rule", "B", "channel", "rule");
        flips.stream().limit(MAX_FLIPS).forEach(flip -> {
            VerdictPair pair = flip.getKey();
            columns.row(
                    grouped(flip.getValue()),
                    pair.outcomeA().name(),
                    pair.channelA().name(),
                    pair.ruleA(),
                    pair.outcomeB().name(),
                    pair.channelB().name(),
                    pair.ruleB());
        });
        String more = flips.size() > MAX_FLIPS
                ? DEEPER + "and " + (flips.size() - MAX_FLIPS) + " more kinds (--json and --out have all)\n"
                : "";
        return INDENT + "other outcomes, by channel and rule\n" + columns.lines(DEEPER) + more;
    }

    private static String passAtK(ComparedRun run) {
        Columns columns = new Columns().row("k", "problems", "A", "B", "A − B", "interval");
        for (VerdictDifference at : run.differences()) {
            Metric difference = at.difference();
            columns.row(
                    Long.toString(at.k()),
                    grouped(difference.problems()),
                    rounded(at.ours()),
                    rounded(at.theirs()),
                    signed(difference.estimate()),
                    difference
                            .interval()
                            .map(found -> "[" + signed(found.low()) + ", " + signed(found.high()) + "]")
                            .orElse("-"));
        }
        return columns.lines(DEEPER);
    }

    private static String solved(ComparedRun run) {
        return "solved under both " + grouped(run.solved(SolvableSet.BOTH)) + ", under A alone "
                + grouped(run.solved(SolvableSet.RUN_ONLY)) + ", under B alone "
                + grouped(run.solved(SolvableSet.BASE_ONLY)) + ", under neither "
                + grouped(run.solved(SolvableSet.NEITHER)) + "\n";
    }

    private static String examples(RunPairs pairs) {
        if (pairs.examples().isEmpty()) {
            return "";
        }
        Columns columns =
                new Columns().row("problem", "source", "sample", "A", "rule", "answer", "B", "rule", "answer", "in");
        for (FlippedSample sample : pairs.examples()) {
            VerdictPair verdicts = sample.verdicts();
            columns.row(
                    sample.problemId(),
                    dash(sample.source()),
                    Long.toString(sample.sampleIndex()),
                    verdicts.outcomeA().name(),
                    verdicts.ruleA(),
                    answer(sample.answerA()),
                    verdicts.outcomeB().name(),
                    verdicts.ruleB(),
                    answer(sample.answerB()),
                    sample.path() + ", position " + sample.position() + ", answer " + sample.answerIndex());
        }
        return INDENT + "examples\n" + columns.lines(DEEPER);
    }

    private static String answer(String answer) {
        int length = answer.codePointCount(0, answer.length());
        return length <= MAX_ANSWER
                ? dash(answer)
                : answer.substring(0, answer.offsetByCodePoints(0, MAX_ANSWER - 1)) + "…";
    }

    private static String gaps(ComparedStudies compared) {
        Columns columns = new Columns().row("run", "base", "benchmark", "", "A", "B", "A − B");
        for (Gap gap : compared.gaps()) {
            long k = Stream.of(gap.a(), gap.b())
                    .flatMap(values -> values.deltaSe().stream())
                    .mapToLong(StudyRow::k)
                    .max()
                    .orElse(0);
            boolean oneK = Stream.of(gap.a(), gap.b())
                    .flatMap(values -> values.deltaSe().stream())
                    .allMatch(row -> row.k() == k);
            columns.row(
                    gap.run(),
                    gap.base(),
                    gap.benchmark(),
                    oneK ? "ΔSE(" + k + ")" : "ΔSE",
                    delta(gap.a(), !oneK),
                    delta(gap.b(), !oneK),
                    oneK ? less(gap.a().deltaSe(), gap.b().deltaSe()) : "-");
            columns.row("", "", "", "k*", crossover(gap.a()), crossover(gap.b()), "");
        }
        return columns.lines(INDENT);
    }

    private static String delta(GapValues values, boolean withK) {
        return values.deltaSe()
                .map(row -> rounded(row.estimate())
                        + limits(row.low(), row.high(), "%.3f")
                        + (withK ? " at k = " + row.k() : ""))
                .orElse("-");
    }

    private static String crossover(GapValues values) {
        return values.crossover()
                .map(row -> Math.round(row.estimate()) + limits(row.low(), row.high(), "%.0f"))
                .orElse("none");
    }

    private static String limits(OptionalDouble low, OptionalDouble high, String format) {
        return low.isEmpty() || high.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT, " [" + format + ", " + format + "]", low.getAsDouble(), high.getAsDouble());
    }

    private static String less(Optional<StudyRow> a, Optional<StudyRow> b) {
        return a.isPresent() && b.isPresent()
                ? signed(a.get().estimate() - b.get().estimate())
                : "-";
    }

    private static String percent(OptionalDouble share) {
        // Rounding must not hide that one sample in many differs.
        double shown = share.orElse(0) * PERCENT;
        String text = String.format(Locale.ROOT, "%.2f", shown);
        return (text.equals("100.00") && shown < PERCENT ? "> 99.99" : text) + " %";
    }

    private static String rounded(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String signed(double value) {
        String text = String.format(Locale.ROOT, "%+.3f", value);
        return text.equals("-0.000") || text.equals("+0.000") ? "0.000" : text;
    }

    private static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
