package org.passk.jobs.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passk.jobs.RowFacts;

/** What passk makes of a file of counts or of log-probabilities, as a block of text for people. */
final class ExplainRows {
    private static final String INDENT = "  ";
    private static final String DEEPER = "    ";

    private ExplainRows() {}

    /** The block of one file; ends with a newline. */
    static String of(RowFacts facts) {
        String what = facts.content().equals("counts") ? "counts" : "log-probabilities";
        StringBuilder text = new StringBuilder(facts.file() + ": " + what + " as " + facts.format()
                + ", recognised by its columns (a study names it "
                + (what.equals("counts") ? "in generations, with " + "format = counts" : "in scores") + ")\n");
        text.append(INDENT).append("columns\n");
        Columns fields = new Columns();
        facts.fields().forEach(field -> fields.row(field.name(), field.meaning()));
        text.append(fields.lines(DEEPER));
        if (!facts.missing().isEmpty()) {
            text.append(INDENT).append("missing\n").append(missing(facts));
        }
        if (!facts.isUsable()) {
            return text.append(INDENT)
                    .append("a run refuses the file: a required column is missing\n")
                    .toString();
        }
        if (!facts.looked()) {
            return text.append(INDENT)
                    .append("rows are not looked at here: a run reads those of Parquet files\n")
                    .toString();
        }
        text.append(INDENT).append("rows\n");
        text.append(DEEPER)
                .append(facts.rows() + " rows: " + facts.used() + " used, " + facts.rejected() + " rejected\n");
        text.append(ExplainText.rejects(facts.rejects()));
        if (!facts.first().isEmpty()) {
            text.append(INDENT).append("first rows, as understood\n").append(first(facts));
        }
        Columns sums = new Columns();
        facts.totals().forEach((name, value) -> sums.row(name, Long.toString(value)));
        facts.stated().forEach((field, values) -> sums.row(field, ExplainText.values(values)));
        return text.append(INDENT)
                .append("all rows\n")
                .append(sums.lines(DEEPER))
                .toString();
    }

    private static String missing(RowFacts facts) {
        Columns columns = new Columns();
        facts.missing().forEach(one -> columns.row(one.name(), (one.required() ? "REQUIRED: " : "") + one.instead()));
        return columns.lines(DEEPER);
    }

    /** Rows may say different things: a column for each. */
    private static String first(RowFacts facts) {
        Set<String> names = new LinkedHashSet<>();
        facts.first().forEach(row -> names.addAll(row.keySet()));
        Columns columns = new Columns().row(List.copyOf(names));
        for (Map<String, String> row : facts.first()) {
            List<String> cells = new ArrayList<>();
            names.forEach(name -> cells.add(row.getOrDefault(name, "-")));
            columns.row(cells);
        }
        return columns.lines(DEEPER);
    }
}
