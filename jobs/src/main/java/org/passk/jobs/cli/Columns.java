package org.passk.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import org.passk.model.UnicodeText;

/** Rows of text in columns aligned to the left. */
final class Columns {
    private final List<List<String>> rows = new ArrayList<>();

    Columns row(String... cells) {
        return row(List.of(cells));
    }

    Columns row(List<String> cells) {
        // Names of fields and samples come from files that nobody has looked at, and terminals obey what they say.
        rows.add(cells.stream().map(UnicodeText::plain).toList());
        return this;
    }

    /** The lines, each led by an indent; without white space at their ends. */
    String lines(String indent) {
        int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int i = 0; i < row.size(); i++) {
                line.append(i == 0 ? "" : "  ").append(row.get(i)).append(" ".repeat(widths[i] - length(row.get(i))));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
