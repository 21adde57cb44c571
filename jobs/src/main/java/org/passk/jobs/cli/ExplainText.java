package org.passk.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.passk.jobs.Explanation;
import org.passk.jobs.GenerationFacts;
import org.passk.jobs.ProblemFacts;
import org.passk.jobs.RowFacts;
import org.passk.jobs.StudyFacts;
import org.passk.jobs.StudyFacts.Origin;
import org.passk.jobs.StudyFacts.Parameter;
import org.passk.model.UnicodeText;

/** What passk makes of a file, as a block of text for people. */
final class ExplainText {
    private static final String INDENT = "  ";
    private static final String DEEPER = "    ";

    /** Values of a field that are shown one by one. */
    private static final int MAX_VALUES = 10;

    private static final int MAX_NOTES = 5;

    private ExplainText() {}

    /** The block of one file; ends with a newline. */
    static String of(Explanation explanation) {
        if (explanation instanceof StudyFacts study) {
            return study(study);
        }
        if (explanation instanceof GenerationFacts generations) {
            return generations(generations);
        }
        if (explanation instanceof RowFacts rows) {
            return ExplainRows.of(rows);
        }
        return problems((ProblemFacts) explanation);
    }

    private static String study(StudyFacts study) {
        StringBuilder text = new StringBuilder(study.file() + ": study " + study.study() + "\n");
        String ks = study.ks().stream().map(String::valueOf).collect(Collectors.joining(", "));
        text.append(new Columns().row("output", study.output()).row("ks", ks).lines(INDENT));
        text.append(INDENT).append("benchmarks\n").append(benchmarks(study));
        text.append(INDENT).append("sources\n").append(sources(study));
        if (hasOrigin(study, Origin.RECORDS)) {
            text.append(DEEPER).append("* from the records: the value of the first one\n");
        }
        if (hasOrigin(study, Origin.PATH)) {
            text.append(DEEPER).append("/ from the path\n");
        }
        if (!study.scores().isEmpty()) {
            text.append(INDENT).append("log-probabilities\n").append(scores(study));
        }
        text.append(INDENT).append("runs\n").append(runs(study));
        text.append(INDENT).append("comparisons\n").append(comparisons(study));
        if (!study.notes().isEmpty()) {
            text.append(INDENT).append("notes\n");
            study.notes()
                    .forEach(note ->
                            text.append(DEEPER).append(UnicodeText.plain(note)).append('\n'));
        }
        return text.toString();
    }

    private static String benchmarks(StudyFacts study) {
        Columns columns = new Columns().row("name", "problem file", "format", "problems", "verifier");
        for (StudyFacts.Benchmark b : study.benchmarks()) {
            boolean file = !b.problemFile().isEmpty();
            columns.row(
                    b.name(),
                    file ? b.problemFile() : "none: the references come from the records",
                    file ? b.format() : "-",
                    file ? Integer.toString(b.problems()) : "-",
                    b.verifier());
        }
        StringBuilder text = new StringBuilder(columns.lines(DEEPER));
        study.benchmarks().forEach(b -> text.append(notes(b.notes(), DEEPER)));
        return text.toString();
    }

    private static String sources(StudyFacts study) {
        Columns columns = new Columns();
        List<String> head = new ArrayList<>(List.of("file", "format", "splits"));
        head.addAll(study.sources().get(0).parameters().keySet());
        columns.row(head);
        for (StudyFacts.Source source : study.sources()) {
            List<String> row = new ArrayList<>();
            row.add(source.path());
            row.add(source.format());
            row.add(Integer.toString(source.splits()));
            source.parameters().values().forEach(parameter -> row.add(cell(parameter)));
            columns.row(row);
        }
        return columns.lines(DEEPER);
    }

    private static String scores(StudyFacts study) {
        Columns columns = new Columns().row("file", "format", "parts");
        study.scores().forEach(file -> columns.row(file.path(), file.format(), Integer.toString(file.parts())));
        return columns.lines(DEEPER);
    }

    private static String cell(Parameter parameter) {
        return switch (parameter.from()) {
            case STUDY -> parameter.value();
            case PATH -> parameter.value() + "/";
            case RECORDS -> parameter.value() + "*";
            case NOWHERE -> "-";
        };
    }

    private static boolean hasOrigin(StudyFacts study, Origin origin) {
        return study.sources().stream()
                .flatMap(source -> source.parameters().values().stream())
                .anyMatch(parameter -> parameter.from() == origin);
    }

    private static String runs(StudyFacts study) {
        Columns columns = new Columns().row("id", "run", "role", "benchmark", "files", "samples expected");
        for (StudyFacts.StudyRun run : study.runs()) {
            columns.row(
                    run.id(),
                    run.label(),
                    run.role(),
                    run.benchmark().isEmpty() ? "-" : run.benchmark(),
                    Integer.toString(run.files()),
                    run.samples() < 0 ? "-" : Long.toString(run.samples()));
        }
        return columns.lines(DEEPER);
    }

    private static String comparisons(StudyFacts study) {
        if (study.comparisons().isEmpty()) {
            return DEEPER + "none\n";
        }
        Columns columns = new Columns();
        for (StudyFacts.Compared compared : study.comparisons()) {
            columns.row(
                    compared.run(),
                    "against",
                    compared.base(),
                    compared.sameSampling() ? "" : "(sampling parameters differ)");
        }
        return columns.lines(DEEPER);
    }

    private static String generations(GenerationFacts facts) {
        StringBuilder text = new StringBuilder(facts.file() + ": generations in the format " + facts.format()
                + ", recognised by " + facts.recognisedBy() + "\n");
        text.append(INDENT).append("fields\n");
        Columns fields = new Columns();
        facts.fields().forEach(field -> fields.row(field.name(), field.meaning()));
        text.append(fields.lines(DEEPER));
        text.append(INDENT).append("words of passk\n");
        Columns words = new Columns();
        facts.words().forEach((word, from) -> words.row(word, "from " + from));
        text.append(words.lines(DEEPER));
        text.append(INDENT).append("records\n");
        text.append(DEEPER)
                .append(facts.records() + " records: " + facts.samples() + " samples, " + facts.rejected()
                        + " rejected\n");
        text.append(rejects(facts.rejects()));
        return text.append(samples(facts)).toString();
    }

    /** A line for each reason. */
    static String rejects(List<GenerationFacts.Rejects> all) {
        StringBuilder text = new StringBuilder();
        for (GenerationFacts.Rejects rejects : all) {
            String line = rejects.line() > 0
                    ? "line " + rejects.line() + " (byte " + rejects.position() + ")"
                    : "row " + rejects.position();
            text.append(DEEPER)
                    .append(rejects.reason() + " × " + rejects.count() + ", first at " + line + ": "
                            + UnicodeText.plain(rejects.message()) + "\n");
        }
        return text.toString();
    }

    private static String samples(GenerationFacts facts) {
        GenerationFacts.PerProblem n = facts.perProblem();
        Columns columns = new Columns()
                .row("problems", Long.toString(n.problems()))
                .row("n per problem", "min " + n.min() + ", median " + number(n.median()) + ", max " + n.max());
        facts.stated().forEach((field, values) -> columns.row(field, values(values)));
        if (!facts.finishReasons().isEmpty()) {
            columns.row("finish_reason", values(facts.finishReasons()));
            columns.row(
                    "truncated",
                    facts.truncated() + " (" + number(Math.round(1000.0 * facts.truncated() / facts.samples()) / 10.0)
                            + " %)");
        }
        GenerationFacts.Stored stored = facts.stored();
        columns.row(
                "stored verdict",
                stored.right() + stored.wrong() == 0
                        ? "none"
                        : "right " + stored.right() + ", wrong " + stored.wrong() + ", absent " + stored.absent());
        return INDENT + "samples\n" + columns.lines(DEEPER);
    }

    /** The values of a field, with how often each comes. */
    static String values(Map<String, Long> counts) {
        String text = counts.entrySet().stream()
                .limit(MAX_VALUES)
                .map(e -> e.getKey() + " (" + e.getValue() + ")")
                .collect(Collectors.joining(", "));
        return counts.size() > MAX_VALUES ? text + " and " + (counts.size() - MAX_VALUES) + " more" : text;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    private static String problems(ProblemFacts facts) {
        return facts.file() + ": problems in the format " + facts.format() + "\n"
                + new Columns()
                        .row("problems", Integer.toString(facts.problems()))
                        .row("reference", "from " + facts.referenceFrom())
                        .row("first problem", "id " + facts.firstId() + ", reference " + facts.firstReference())
                        .lines(INDENT)
                + notes(facts.notes(), INDENT);
    }

    private static String notes(List<String> notes, String indent) {
        StringBuilder text = new StringBuilder();
        notes.stream()
                .limit(MAX_NOTES)
                .forEach(note -> text.append(indent)
                        .append("note: ")
                        .append(UnicodeText.plain(note))
                        .append('\n'));
        if (notes.size() > MAX_NOTES) {
            text.append(indent)
                    .append("and ")
                    .append(notes.size() - MAX_NOTES)
                    .append(" more notes (--json has them all)\n");
        }
        return text.toString();
    }
}
