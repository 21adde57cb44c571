package org.passk.spark.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;
import org.passk.model.Digests;
import org.passk.spark.schema.TableSchema;
import org.passk.spark.store.SegmentCommit.TableFile;

/**
 * The list of segments and tables of one output folder. Files are written once and never renamed. A version becomes the
 * current one when its pointer is written: two pointer files take turns, each with a checksum, so that a writer that dies
 * in the middle leaves the other one, the version before, in force. Lists of segments are named by their content, so that
 * no writer replaces what another one published. One writer at a time: a second one is noticed by the version that it
 * published, and the first stops. Not thread-safe.
 */
public final class SegmentStore {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // Stores were written with one file for each table of a segment.
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY);
    /** More lists of segments than this are written as one. */
    private static final int MAX_PARTS = 64;

    private static final String[] POINTERS = {"CURRENT-0.json", "CURRENT-1.json"};

    private final Path root;
    private final FileSystem files;
    private final Map<String, SegmentCommit> segments = new LinkedHashMap<>();
    private TableVersion current;

    /**
     * Opens the store of an output folder, which need not exist.
     *
     * @param root the store's folder
     * @param conf Hadoop's configuration
     * @throws IOException if the file system fails
     */
    public SegmentStore(Path root, Configuration conf) throws IOException {
        this.files = root.getFileSystem(conf);
        this.root = files.makeQualified(root);
        this.current = readCurrent();
        for (String part : current.parts()) {
            for (SegmentCommit segment : readPart(part)) {
                segments.put(segment.key(), segment);
            }
        }
    }

    /** The store's folder, fully qualified. */
    public Path root() {
        return root;
    }

    /** Number of the current version; 0 for an empty store. */
    public long version() {
        return current.version();
    }

    /** The listed segments by key. */
    public Map<String, SegmentCommit> segments() {
        return Map.copyOf(segments);
    }

    /** The listed segments, in the order of input path and position. */
    public List<SegmentCommit> segmentsInOrder() {
        return inOrder(segments.values());
    }

    private static List<SegmentCommit> inOrder(Collection<SegmentCommit> segments) {
        List<SegmentCommit> list = new ArrayList<>(segments);
        list.sort(Comparator.comparing(SegmentCommit::path)
                .thenComparing(SegmentCommit::start)
                .thenComparing(SegmentCommit::key));
        return list;
    }

    /**
     * The files of a table.
     *
     * @param name the table's name
     * @return its files, fully qualified and in the order of their rows; empty when the version has no such table
     */
    public Optional<List<String>> table(String name) {
        return Optional.ofNullable(current.tables().get(name))
                .map(table ->
                        table.files().stream().map(file -> resolve(file.name())).toList());
    }

    /** The files of a table, relative to the store; none where the version has no such table. */
    public List<TableFile> tableFiles(String name) {
        TableVersion.Table table = current.tables().get(name);
        return table == null ? List.of() : table.files();
    }

    /**
     * The files of one table of segments, fully qualified, in the order of segments.
     *
     * @param table a table of segments
     * @param wanted which segments
     */
    public List<String> segmentFiles(TableSchema table, Predicate<SegmentCommit> wanted) {
        return segmentsInOrder().stream()
                .filter(wanted)
                .flatMap(segment -> segment.files(table).stream())
                .map(file -> resolve(file.name()))
                .toList();
    }

    /** Whether a table exists and was computed from exactly this. */
    public boolean isFresh(String table, String basis) {
        TableVersion.Table known = current.tables().get(table);
        return known != null && known.basis().equals(basis);
    }

    /** The full path of a listed file. */
    public String resolve(String name) {
        return new Path(root, name).toString();
    }

    /** A digest of the listed segments; a segment that was verified again, after a fault, is another one. */
    public String segmentsDigest() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(segments)
                .forEach((key, segment) ->
                        text.append(key).append(' ').append(segment.files()).append('\n'));
        return Digests.sha256(text.toString());
    }

    /**
     * Adds segments; one whose key is listed takes its place.
     *
     * @param added finished segments
     * @throws IOException if the file system fails
     */
    public void append(List<SegmentCommit> added) throws IOException {
        if (added.isEmpty()) {
            return;
        }
        Map<String, SegmentCommit> all = new LinkedHashMap<>(segments);
        added.forEach(segment -> all.put(segment.key(), segment));
        List<String> parts = new ArrayList<>(current.parts());
        if (parts.size() < MAX_PARTS) {
            parts.add(writePart(added));
        } else {
            // A run of hours would otherwise rewrite an ever longer pointer every few seconds.
            parts = List.of(writePart(inOrder(all.values())));
        }
        publish(parts, current.tables());
        segments.putAll(all);
    }

    /**
     * Keeps these segments alone, in one list.
     *
     * @param keys keys of listed segments
     * @throws IOException if the file system fails
     */
    public void retain(Set<String> keys) throws IOException {
        if (segments.keySet().equals(keys) && current.parts().size() <= 1) {
            return;
        }
        List<SegmentCommit> kept = segmentsInOrder();
        kept.removeIf(segment -> !keys.contains(segment.key()));
        List<String> parts = kept.isEmpty() ? List.of() : List.of(writePart(kept));
        publish(parts, current.tables());
        segments.keySet().retainAll(keys);
    }

    /**
     * Publishes tables beside those that the version has.
     *
     * @param tables the files of each table
     * @param basis digest of everything that they were computed from
     * @throws IOException if the file system fails
     */
    public void publishTables(Map<String, List<TableFile>> tables, String basis) throws IOException {
        Map<String, TableVersion.Table> all = new TreeMap<>(current.tables());
        tables.forEach((name, list) -> all.put(name, new TableVersion.Table(basis, list)));
        publish(current.parts(), all);
    }

    private String writePart(List<SegmentCommit> list) throws IOException {
        String body = JSON.writeValueAsString(list);
        String digest = Digests.sha256(body).substring(0, 16);
        String name = "versions/segments-" + (current.version() + 1) + "-" + digest + ".json";
        write(new Path(root, name), body);
        return name;
    }

    private List<SegmentCommit> readPart(String name) throws IOException {
        Path path = new Path(root, name);
        try {
            return JSON.readValue(read(path), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw PasskException.external(path + ": the list of segments is damaged: " + e.getOriginalMessage(), e);
        }
    }

    private void publish(List<String> parts, Map<String, TableVersion.Table> tables) throws IOException {
        long found = readCurrent().version();
        if (found != current.version()) {
            throw new PasskException(
                    FaultKind.EXTERNAL,
                    root + ": another run is writing here (it published version " + found + " after version "
                            + current.version() + "); give each running study its own output");
        }
        TableVersion next = new TableVersion(current.version() + 1, parts, tables);
        String body = JSON.writeValueAsString(next);
        String pointer = "{\"sha256\":\"" + Digests.sha256(body) + "\",\"current\":" + body + "}\n";
        write(new Path(root, POINTERS[(int) (next.version() % 2)]), pointer);
        current = next;
    }

    private TableVersion readCurrent() throws IOException {
        TableVersion newest = TableVersion.EMPTY;
        int damaged = 0;
        for (String name : POINTERS) {
            Optional<TableVersion> found = readPointer(new Path(root, name));
            damaged += found.isPresent() ? 0 : 1;
            if (found.isPresent() && found.get().version() > newest.version()) {
                newest = found.get();
            }
        }
        if (damaged == POINTERS.length) {
            // A writer that dies damages one of them at most; an empty store would mean to verify everything again.
            throw new PasskException(
                    FaultKind.EXTERNAL,
                    root + ": " + String.join(" and ", POINTERS)
                            + " are damaged; restore one of them, or remove both to start from nothing");
        }
        return newest;
    }

    /** A pointer that was never written names the empty store; one whose writer died in the middle names nothing. */
    private Optional<TableVersion> readPointer(Path path) throws IOException {
        String text;
        try {
            text = new String(read(path), StandardCharsets.UTF_8);
        } catch (FileNotFoundException e) {
            return Optional.of(TableVersion.EMPTY);
        } catch (ChecksumException e) {
            return Optional.empty();
        }
        int body = text.indexOf("\"current\":") + "\"current\":".length();
        int end = text.lastIndexOf('}');
        if (body < 64 || end < body) {
            return Optional.empty();
        }
        String json = text.substring(body, end);
        if (!text.startsWith("{\"sha256\":\"" + Digests.sha256(json))) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(json, TableVersion.class));
        } catch (JsonProcessingException e) {
            throw PasskException.external(path + ": written by another version of passk: " + e.getOriginalMessage(), e);
        }
    }

    private void write(Path path, String text) throws IOException {
        try (OutputStream out = files.create(path, true)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private byte[] read(Path path) throws IOException {
        try (var in = files.open(path)) {
            return in.readAllBytes();
        }
    }
}
