package org.passk.spark.store;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.passk.model.Run;

/**
 * What a task reports of the segment that it wrote: small, without any row.
 *
 * @param key the segment's key
 * @param path the input file
 * @param start first byte or row group of the split
 * @param files the files written, by kind of content, relative to the store
 * @param runs what was found of each run
 * @param read records read, counted by the parser
 * @param verdicts rows with a verdict
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
        Map<String, TableFile> files,
        List<RunCount> runs,
        long read,
        long verdicts,
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
     * @param verdicts rows with a verdict
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
        if (read != verdicts + quarantined) {
            throw new IllegalStateException(path + " from " + start + ": read " + read + " records, but " + verdicts
                    + " verdicts and " + quarantined + " quarantined");
        }
        files = new TreeMap<>(files);
        rejects = new TreeMap<>(rejects);
        runs = List.copyOf(runs);
    }

    /** Whether the segment need not be verified again. */
    @JsonIgnore
    public boolean isFinal() {
        return faults == 0;
    }
}
