package org.passk.format;

import java.util.ArrayList;
import java.util.List;
import org.passk.fault.RejectException;
import org.passk.fault.RejectReason;

/**
 * The cells of one line of comma-separated values (RFC 4180), of which a quoted one holds no line break: a record is a line,
 * as in JSON lines, so that a damaged quote costs one record and not the rest of the file. Spaces around a cell without
 * quotes are not part of it.
 */
final class CsvCells {
    private CsvCells() {}

    /**
     * Cuts a line.
     *
     * @param line without its line break
     * @throws RejectException if quotes do not match
     */
    static List<String> of(String line) throws RejectException {
        List<String> cells = new ArrayList<>();
        int at = 0;
        while (at <= line.length()) {
            boolean quoted = at < line.length() && line.charAt(at) == '"';
            at = (quoted ? quoted(line, at + 1, cells) : plain(line, at, cells)) + 1;
        }
        return cells;
    }

    /** Index of the comma that ends the cell, or the length of the line. */
    private static int plain(String line, int start, List<String> cells) throws RejectException {
        int comma = line.indexOf(',', start);
        int end = comma < 0 ? line.length() : comma;
        String cell = line.substring(start, end).strip();
        if (cell.indexOf('"') >= 0) {
            throw broken(cells, "has a quote in its middle, expected it around the whole cell");
        }
        cells.add(cell);
        return end;
    }

    private static int quoted(String line, int start, List<String> cells) throws RejectException {
        StringBuilder cell = new StringBuilder();
        int at = start;
        while (true) {
            int quote = line.indexOf('"', at);
            if (quote < 0) {
                throw broken(cells, "begins with a quote and has none at its end");
            }
            cell.append(line, at, quote);
            at = quote + 1;
            if (at == line.length() || line.charAt(at) == ',') {
                cells.add(cell.toString());
                return at;
            }
            if (line.charAt(at) != '"') {
                throw broken(cells, "goes on after its closing quote");
            }
            cell.append('"');
            at++;
        }
    }

    private static RejectException broken(List<String> before, String what) {
        return new RejectException(RejectReason.WRONG_TYPE, "cell " + (before.size() + 1) + " " + what);
    }
}
