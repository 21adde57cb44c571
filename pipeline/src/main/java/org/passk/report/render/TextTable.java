package org.passk.report.render;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells in aligned columns, for a terminal or for Markdown: the first column to the left, the others right. */
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();

    TextTable row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    private int[] widths() {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(
                        widths[i], row.get(i).codePointCount(0, row.get(i).length()));
            }
        }
        return widths;
    }

    String terminal() {
        int[] widths = widths();
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("  ");
            for (int i = 0; i < widths.length; i++) {
                line.append(i == 0 ? "" : "  ").append(cell(row.get(i), widths[i], i == 0));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    String markdown() {
        int[] widths = widths();
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            text.append('|');
            for (int i = 0; i < widths.length; i++) {
                text.append(' ')
                        .append(cell(rows.get(r).get(i), widths[i], i == 0))
                        .append(" |");
            }
            text.append('\n');
            if (r == 0) {
                text.append('|');
                for (int i = 0; i < widths.length; i++) {
                    text.append(' ').append("-".repeat(Math.max(3, widths[i] - (i == 0 ? 0 : 1))));
                    text.append(i == 0 ? " |" : ": |");
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    private static String cell(String value, int width, boolean left) {
        String padding = " ".repeat(width - value.codePointCount(0, value.length()));
        return left ? value + padding : padding + value;
    }
}
