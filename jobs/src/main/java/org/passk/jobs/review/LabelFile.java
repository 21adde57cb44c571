package org.passk.jobs.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.passk.analysis.review.Label;
import org.passk.fault.PasskException;
import org.passk.jobs.FileTrouble;

/**
 * Reads a file of labels: separated values with a header (comma, semicolon or tab, as spreadsheets choose) or JSON lines,
 * which its first character tells. Fields: {@code id}, {@code label}, and where they are there {@code reviewer}; without
 * it the file's name is the reviewer. Others, such as the texts of the exported file, are skipped.
 */
final class LabelFile {
    private static final int MAX_LINE = 1 << 26;

    private final Path path;
    private final String name;
    private final String nameOfFile;
    private final Configuration conf;
    private final List<LabelRow> rows = new ArrayList<>();
    private final List<RejectedRow> rejected = new ArrayList<>();
    private long empty;

    /**
     * A file.
     *
     * @param path the file
     * @param name how the user calls it
     */
    LabelFile(Path path, String name, Configuration conf) {
        this.path = path;
        this.name = name;
        String last = path.getName();
        int dot = last.lastIndexOf('.');
        this.nameOfFile = dot > 0 ? last.substring(0, dot) : last;
        this.conf = conf;
    }

    /** The labels. */
    List<LabelRow> rows() {
        return rows;
    }

    /** Rows that were not used. */
    List<RejectedRow> rejected() {
        return rejected;
    }

    /** Rows without a label. */
    long empty() {
        return empty;
    }

    /**
     * Reads the file.
     *
     * @throws PasskException of kind CONFIGURATION if it is not there, of kind INPUT if it is no file of labels
     */
    LabelFile read() {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(path.getFileSystem(conf).open(path), StandardCharsets.UTF_8))) {
            in.mark(2);
            if (in.read() != 0xFEFF) {
                in.reset();
            }
            in.mark(2);
            int first = in.read();
            in.reset();
            if (first == '{') {
                jsonLines(in);
            } else {
                csv(in);
            }
            return this;
        } catch (FileNotFoundException e) {
            throw FileTrouble.known(name, e).orElseGet(() -> PasskException.configuration(name + ": no such file"));
        } catch (IOException e) {
            throw FileTrouble.of(name, e);
        }
    }

    private void jsonLines(BufferedReader in) throws IOException {
        long line = 0;
        for (String text = in.readLine(); text != null; text = in.readLine()) {
            line++;
            if (text.isBlank()) {
                continue;
            }
            try {
                JsonNode record = text.length() > MAX_LINE ? null : ReviewJson.tree(text);
                if (record == null || !record.isObject()) {
                    reject(line, "is no JSON object");
                } else {
                    row(line, text(record, "id"), text(record, "label"), text(record, "reviewer"));
                }
            } catch (JsonProcessingException e) {
                reject(
                        line,
                        "is no JSON: "
                                + String.valueOf(e.getOriginalMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse(""));
            }
        }
    }

    private static Optional<String> text(JsonNode record, String field) {
        JsonNode value = record.get(field);
        return value == null || value.isNull() || value.isContainerNode()
                ? Optional.empty()
                : Optional.of(value.asText());
    }

    private void csv(BufferedReader in) throws IOException {
        in.mark(1 << 16);
        char[] head = new char[1 << 12];
        int length = Math.max(0, in.read(head));
        in.reset();
        CsvRows csv = new CsvRows(in, separator(new String(head, 0, length)));
        Map<String, Integer> columns = new HashMap<>();
        CsvRows.Row header = csv.next().orElse(new CsvRows.Row(1, List.of(), ""));
        for (int i = 0; i < header.cells().size(); i++) {
            columns.putIfAbsent(header.cells().get(i).toLowerCase(Locale.ROOT), i);
        }
        if (!columns.containsKey("id") || !columns.containsKey("label")) {
            throw PasskException.input(name + " line " + header.line()
                    + ": is no file of labels, expected a header with the columns id and label");
        }
        for (Optional<CsvRows.Row> next = csv.next(); next.isPresent(); next = csv.next()) {
            CsvRows.Row row = next.get();
            if (!row.trouble().isEmpty()) {
                reject(row.line(), row.trouble());
            } else {
                row(row.line(), cell(row, columns, "id"), cell(row, columns, "label"), cell(row, columns, "reviewer"));
            }
        }
    }

    /** What stands first in the header, of the separators that spreadsheets choose between. */
    private static char separator(String head) {
        String header = head.lines().findFirst().orElse("");
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == ',' || c == ';' || c == '\t') {
                return c;
            }
        }
        return ',';
    }

    private static Optional<String> cell(CsvRows.Row row, Map<String, Integer> columns, String column) {
        Integer index = columns.get(column);
        return index == null || index >= row.cells().size()
                ? Optional.empty()
                : Optional.of(row.cells().get(index));
    }

    private void row(long line, Optional<String> id, Optional<String> label, Optional<String> reviewer) {
        if (id.isEmpty() || id.get().isBlank()) {
            reject(line, "has no id");
        } else if (label.isEmpty()) {
            reject(line, "has no label");
        } else if (label.get().isBlank()) {
            empty++;
        } else {
            Optional<Label> known = Label.of(label.get());
            if (known.isEmpty()) {
                reject(line, "has the label \"" + shortened(label.get()) + "\", expected valid, invalid or unsure");
            } else {
                String by = reviewer.map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .orElse(nameOfFile);
                rows.add(new LabelRow(name, line, id.get().strip(), by, known.get()));
            }
        }
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private void reject(long line, String reason) {
        rejected.add(new RejectedRow(name, line, reason));
    }
}
