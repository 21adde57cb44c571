package org.passk.jobs.review;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows of separated values as spreadsheets write them (RFC 4180): cells in quotes may hold line breaks. Not thread-safe.
 */
final class CsvRows {
    /** A quote that nobody closes makes one cell of the rest of the file: it is not kept in memory. */
    private static final int MAX_CELL = 1 << 24;

    private final PushbackReader in;
    private final char separator;
    private long line = 1;

    /**
     * A row.
     *
     * @param line where it begins, from 1
     * @param cells its cells
     * @param trouble what is wrong with it; empty where nothing is
     */
    record Row(long line, List<String> cells, String trouble) {}

    /** Rows of a stream of characters. */
    CsvRows(Reader in, char separator) {
        this.in = new PushbackReader(in);
        this.separator = separator;
    }

    /** The next row that is not blank; empty at the end. */
    Optional<Row> next() throws IOException {
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                line++;
            } else if (c != '\r') {
                in.unread(c);
                return Optional.of(row());
            }
        }
        return Optional.empty();
    }

    private Row row() throws IOException {
        long start = line;
        List<String> cells = new ArrayList<>();
        String trouble = "";
        while (true) {
            StringBuilder cell = new StringBuilder();
            int c = in.read();
            if (c == '"') {
                boolean closed = quoted(cell);
                c = in.read();
                if (!closed) {
                    trouble = "cell " + (cells.size() + 1) + " begins with a quote and has none at its end";
                } else if (c >= 0 && c != separator && c != '\r' && c != '\n') {
                    trouble = "cell " + (cells.size() + 1) + " goes on after its closing quote";
                }
            }
            while (c >= 0 && c != separator && c != '\n') {
                keep(cell, (char) c);
                c = in.read();
            }
            cells.add(cell.toString().strip());
            if (c != separator) {
                line += c == '\n' ? 1 : 0;
                return new Row(start, cells, trouble);
            }
        }
    }

    /** Reads to the closing quote. */
    private boolean quoted(StringBuilder cell) throws IOException {
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '"') {
                int after = in.read();
                if (after != '"') {
                    if (after >= 0) {
                        in.unread(after);
                    }
                    return true;
                }
            }
            line += c == '\n' ? 1 : 0;
            keep(cell, (char) c);
        }
        return false;
    }

    private static void keep(StringBuilder cell, char c) {
        if (cell.length() < MAX_CELL) {
            cell.append(c);
        }
    }
}
