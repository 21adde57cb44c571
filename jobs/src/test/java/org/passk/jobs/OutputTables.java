package org.passk.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.passk.spark.schema.TableSchema;
import org.passk.spark.schema.Tables;
import org.passk.spark.store.SegmentStore;
import org.passk.spark.store.TableFileReader;

/** What a study wrote, read as any reader has to: along the store's pointer, never by listing folders. */
public final class OutputTables {
    private static final List<String> REPORTS = List.of("report.json", "report.md", "metrics.csv");

    private final Path folder;
    private final Configuration conf = new Configuration();

    /** What lies in an output folder. */
    public OutputTables(Path folder) {
        this.folder = folder;
    }

    /** A file of the folder. */
    public String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JSON file of the folder. */
    public JsonNode json(String name) {
        try {
            return new ObjectMapper().readTree(text(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A count of {@code _STATUS.json}. */
    public long count(String name) {
        return json("_STATUS.json").at("/counts/" + name).longValue();
    }

    /** The store; empty where nothing was listed yet. */
    public SegmentStore store() {
        try {
            return new SegmentStore(
                    new org.apache.hadoop.fs.Path(folder.resolve("store").toUri()), conf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many files a table has. */
    int files(String table) {
        return store().table(table).orElseThrow().size();
    }

    /** The rows of a table, by column. */
    List<Map<String, Object>> records(TableSchema table) {
        return read(table, store().table(table.name()).orElse(List.of()));
    }

    /** The rows of the samples that tasks wrote, by column. */
    List<Map<String, Object>> samples() {
        return segments(Tables.SAMPLES);
    }

    /** All quarantine rows: those of tasks, and the repeated identities that were found afterwards. */
    List<Map<String, Object>> quarantine() {
        List<Map<String, Object>> rows = new ArrayList<>(segments(Tables.QUARANTINE));
        rows.addAll(read(Tables.QUARANTINE, store().table("duplicates").orElse(List.of())));
        return rows;
    }

    private List<Map<String, Object>> segments(TableSchema table) {
        return read(table, store().segmentFiles(table, segment -> true));
    }

    private List<Map<String, Object>> read(TableSchema table, List<String> files) {
        String[] names = table.names();
        List<Map<String, Object>> records = new ArrayList<>();
        for (String file : files) {
            for (Object[] row : rows(file)) {
                Map<String, Object> record = new LinkedHashMap<>();
                for (int i = 0; i < names.length; i++) {
                    record.put(names[i], row[i]);
                }
                records.add(record);
            }
        }
        return records;
    }

    private List<Object[]> rows(String file) {
        try {
            return TableFileReader.read(file, conf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that must not depend on how the work was cut, by name: rows sorted, reports as they are. */
    public Map<String, Object> content() {
        Map<String, Object> content = new TreeMap<>(results());
        content.put("samples", sorted(samples()));
        content.put("quarantine", sorted(quarantine()));
        REPORTS.forEach(name -> content.put(name, text(name)));
        return content;
    }

    /** TALLIES, ANSWERS and METRICS with their rows sorted, by name. */
    Map<String, Object> results() {
        Map<String, Object> results = new TreeMap<>();
        for (TableSchema table : Arrays.asList(Tables.TALLIES, Tables.ANSWERS, Tables.METRICS)) {
            results.put(table.name(), sorted(records(table)));
        }
        return results;
    }

    private static List<String> sorted(List<Map<String, Object>> rows) {
        return rows.stream().map(Map::toString).sorted().toList();
    }
}
