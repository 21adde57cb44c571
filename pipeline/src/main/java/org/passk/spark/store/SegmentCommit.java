package org.passk.spark.store;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.passk.model.Run;
import org.passk.spark.schema.TableSchema;
import org.passk.spark.schema.Tables;

/**
 * What a task reports of the segment that it wrote: small, without any row.
 *
 * @param key the segment's key
 * @param path the input file
 * @param start first byte or row group of the split
 * @param files the files written, by table, relative to the store
 * @param runs what was found of each run
 * @param read records read, counted by the parser
 * @param verdicts rows with a verdict
 * @param waiting samples whose programs have not been run yet
 * @param quarantined records rejected
 * @param faults verdicts that are faults of ours
 * @param rejects rejected records by reason
 * @param bytes bytes read from the decompressed stream
 * @param checksum CRC32C over the bytes of the records
 */
public record SegmentCommit(
        String key,
        String path,
        long start,
        Map<String, List<TableFile>> files,
        List<RunCount> runs,
        long read,
        long verdicts,
        long waiting,
        long quarantined,
        long faults,
        Map<String, RejectCount> rejects,
        long bytes,
        long checksum)
        implements Serializable {

    /**
     * A file of a segment or a table.
     *
     * @param name path relative to the store
     * @param rows number of rows
     */
    public record TableFile(String name, long rows) implements Serializable {}

    /**
     * The rows of one run.
     *
     * @param run the run
     * @param benchmark the benchmark
     * @param source what separates its sample indexes, see {@link SourceContext#sourceOf}
     * @param verdicts rows with a verdict, or waiting for one
     */
    public record RunCount(Run run, String benchmark, String source, long verdicts) implements Serializable {}

    /**
     * Rejects of one reason.
     *
     * @param count how many
     * @param position position of the first
     * @param message its message
     */
    public record RejectCount(long count, long position, String message) implements Serializable {}

    /** Checks that every record is accounted for, and fixes the order of what is written. */
    public SegmentCommit {
        if (read != verdicts + waiting + quarantined) {
            throw new IllegalStateException(path + " from " + start + ": read " + read + " records, but " + verdicts
                    + " verdicts, " + waiting + " waiting for one, and " + quarantined + " quarantined");
        }
        files = new TreeMap<>(files);
        rejects = new TreeMap<>(rejects);
        runs = List.copyOf(runs);
    }

    /** A segment without samples that wait. */
    public SegmentCommit(
            String key,
            String path,
            long start,
            Map<String, List<TableFile>> files,
            List<RunCount> runs,
            long read,
            long verdicts,
            long quarantined,
            long faults,
            Map<String, RejectCount> rejects,
            long bytes,
            long checksum) {
        this(key, path, start, files, runs, read, verdicts, 0, quarantined, faults, rejects, bytes, checksum);
    }

    /** The files of a table, in the order of their rows; none for none. */
    public List<TableFile> files(TableSchema table) {
        return files.getOrDefault(table.name(), List.of());
    }

    /**
     * The segment when the verdicts on its programs are known.
     *
     * @param written files of tables with one row for each sample that waited
     * @param more how many of these verdicts are faults of ours
     */
    public SegmentCommit decided(Map<String, TableFile> written, long more) {
        Map<String, List<TableFile>> all = new TreeMap<>(files);
        all.remove(Tables.WAITING.name());
        all.remove(Tables.PROGRAMS.name());
        written.forEach((table, file) -> all.merge(
                table,
                List.of(file),
                (old, one) -> Stream.concat(old.stream(), one.stream()).toList()));
        return new SegmentCommit(
                key,
                path,
                start,
                all,
                runs,
                read,
                verdicts + waiting,
                0,
                quarantined,
                faults + more,
                rejects,
                bytes,
                checksum);
    }

    /** Whether the segment need not be verified again. */
    @JsonIgnore
    public boolean isFinal() {
        return faults == 0;
    }
}
