package org.passk.format;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passk.fault.PasskException;
import org.passk.fault.RejectException;
import org.passk.fault.RejectReason;
import org.passk.model.UnicodeText;

/**
 * Reads a file of counts in comma-separated values: a header with the names of the columns, then one row for each run and
 * problem. Lines are read as those of JSON lines are, bounded and with their positions.
 */
public final class CountsCsv {
    /** What a column holds. */
    public enum Kind {
        /** A name. */
        TEXT,
        /** An integer that is not negative. */
        NATURAL,
        /** A finite number. */
        NUMBER
    }

    /** The columns that are read; others are skipped. */
    public static final Map<String, Kind> COLUMNS = Map.ofEntries(
            Map.entry("model", Kind.TEXT),
            Map.entry("benchmark", Kind.TEXT),
            Map.entry("problem_id", Kind.TEXT),
            Map.entry("n", Kind.NATURAL),
            Map.entry("c", Kind.NATURAL),
            Map.entry("undecided", Kind.NATURAL),
            Map.entry("step", Kind.NATURAL),
            Map.entry("prompt_kind", Kind.TEXT),
            Map.entry("temperature", Kind.NUMBER),
            Map.entry("top_p", Kind.NUMBER),
            Map.entry("max_tokens", Kind.NATURAL),
            Map.entry("seed", Kind.NATURAL),
            Map.entry("source", Kind.TEXT));

    /** The columns without which a row says nothing. */
    public static final List<String> REQUIRED = List.of("problem_id", "n", "c");

    /** No row of names and numbers is nearly so long. */
    private static final long LONGEST_LINE = 1 << 20;

    private final String file;
    private final ReadLimits limits;
    private final int firstBytes;

    /**
     * A reader.
     *
     * @param file the file's name, for messages
     * @param limits what a row may cost
     * @param firstBytes how many bytes of a rejected row are kept, in [0, 4096]
     */
    public CountsCsv(String file, ReadLimits limits, int firstBytes) {
        this.file = file;
        this.limits = limits;
        this.firstBytes = firstBytes;
    }

    /**
     * The names of the columns, known or not: the cells of the first line.
     *
     * @param in stands on byte 0; not closed
     * @return the names; empty where there is no line, or none that can be read as cells
     * @throws IOException if the stream fails for a reason other than damaged data
     */
    public List<String> columns(InputStream in) throws IOException {
        try {
            LineInput lines = new LineInput(in, 0, Long.MAX_VALUE, Math.min(LONGEST_LINE, limits.maxRecordBytes()));
            return lines.nextLine() ? CsvCells.of(text(lines)) : List.of();
        } catch (RejectException | CharConversionException | LineTooLongException | BrokenStreamException e) {
            return List.of();
        }
    }

    /**
     * Reads a whole file.
     *
     * @param in stands on byte 0; not closed
     * @param sink receives rows and rejects
     * @return what was read; a row counts for its samples, a rejected one for one record
     * @throws IOException if the stream fails for a reason other than damaged data
     * @throws PasskException of kind INPUT if the header lacks a required column or names one twice
     */
    public ReadSummary read(InputStream in, CountsSink sink) throws IOException {
        LineInput lines;
        try {
            lines = new LineInput(in, 0, Long.MAX_VALUE, Math.min(LONGEST_LINE, limits.maxRecordBytes()));
        } catch (BrokenStreamException e) {
            sink.reject(new Reject(0, 0, RejectReason.BROKEN_STREAM, e.getMessage(), ""));
            return new ReadSummary(1, 0, 0);
        }
        long records = 0;
        try {
            if (!lines.nextLine()) {
                return new ReadSummary(0, lines.position(), lines.checksum());
            }
            List<String> header = header(lines);
            while (lines.nextLine()) {
                records += row(lines, header, sink);
            }
        } catch (BrokenStreamException e) {
            sink.reject(new Reject(lines.position(), 0, RejectReason.BROKEN_STREAM, e.getMessage(), ""));
            records++;
        }
        return new ReadSummary(records, lines.position(), lines.checksum());
    }

    private List<String> header(LineInput lines) throws IOException {
        List<String> names;
        try {
            names = CsvCells.of(text(lines));
        } catch (RejectException | CharConversionException | LineTooLongException e) {
            throw PasskException.input(file + ": the header cannot be read: " + e.getMessage());
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (COLUMNS.containsKey(name) && !seen.add(name)) {
                throw PasskException.input(file + ": the column " + name + " stands twice in the header");
            }
        }
        for (String required : REQUIRED) {
            if (!seen.contains(required)) {
                throw PasskException.input(file + ": the column " + required + " is missing (found: "
                        + UnicodeText.plain(String.join(", ", names)) + ")");
            }
        }
        return names;
    }

    private static String text(LineInput lines) throws IOException {
        String text = new String(lines.line().readAllBytes(), StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** How many records the row is. */
    private long row(LineInput lines, List<String> header, CountsSink sink) throws IOException {
        long position = lines.lineStart();
        RejectReason reason;
        String message;
        try {
            CountsRow row = row(position, CsvCells.of(text(lines)), header);
            sink.counts(row);
            return row.n();
        } catch (RejectException e) {
            reason = e.reason();
            message = e.getMessage();
        } catch (LineTooLongException e) {
            reason = RejectReason.TOO_LARGE;
            message = e.getMessage();
        } catch (CharConversionException e) {
            reason = RejectReason.WRONG_TYPE;
            message = e.getMessage();
        }
        lines.line().completeHead(firstBytes);
        String excerpt = new String(lines.line().head(firstBytes), StandardCharsets.UTF_8);
        sink.reject(new Reject(position, 0, reason, message, excerpt));
        return 1;
    }

    private CountsRow row(long position, List<String> cells, List<String> header) throws RejectException {
        if (cells.size() != header.size()) {
            throw new RejectException(
                    RejectReason.LENGTH_MISMATCH,
                    "the row has " + cells.size() + " cells, expected " + header.size() + " as in the header");
        }
        CountsRecord record = new CountsRecord();
        for (int i = 0; i < cells.size(); i++) {
            Kind kind = COLUMNS.get(header.get(i));
            if (kind != null && !cells.get(i).isEmpty()) {
                set(record, header.get(i), kind, cells.get(i));
            }
        }
        return record.row(position, limits);
    }

    private void set(CountsRecord record, String column, Kind kind, String cell) throws RejectException {
        if (kind != Kind.TEXT && cell.length() > limits.maxNumberChars()) {
            throw new RejectException(
                    RejectReason.TOO_LARGE,
                    "\"" + column + "\" has " + cell.length() + " characters (limits.max_number_chars = "
                            + limits.maxNumberChars() + ")");
        }
        try {
            switch (kind) {
                case TEXT -> record.string(column, cell);
                case NATURAL -> record.natural(column, Long.parseLong(cell));
                case NUMBER -> record.number(column, Double.parseDouble(cell));
            }
        } catch (NumberFormatException e) {
            throw CountsRecord.wrong(column, "\"" + cell + "\"", kind == Kind.NATURAL ? "an integer" : "a number");
        }
    }
}
