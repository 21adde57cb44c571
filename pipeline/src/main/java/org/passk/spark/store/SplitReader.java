package org.passk.spark.store;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.passk.fault.PasskException;
import org.passk.format.CountsSink;
import org.passk.format.FormatCatalog;
import org.passk.format.JsonLinesReader;
import org.passk.format.ReadLimits;
import org.passk.format.ReadSummary;
import org.passk.format.RecordFormat;
import org.passk.format.RecordSink;

/** Opens a split through Hadoop's file systems and streams its records into a sink. */
public final class SplitReader {
    private final ReadLimits limits;
    private final int firstBytes;
    private final Configuration conf;

    /**
     * A reader.
     *
     * @param limits what a record may cost
     * @param firstBytes how many bytes of a rejected record are kept
     * @param conf Hadoop's configuration
     */
    public SplitReader(ReadLimits limits, int firstBytes, Configuration conf) {
        this.limits = limits;
        this.firstBytes = firstBytes;
        this.conf = conf;
    }

    /**
     * Reads all records of a split.
     *
     * @param <T> what the sink keeps of a text
     * @param split what to read
     * @param sink receives samples and rejects
     * @return what was read
     * @throws IOException if the file system fails
     * @throws PasskException of kind INPUT if the file is not, or not to the last byte, the one that was planned
     */
    public <T> ReadSummary read(InputSplit split, RecordSink<T> sink) throws IOException {
        Path path = new Path(split.path());
        FileSystem files = path.getFileSystem(conf);
        return PlannedFile.of(split).during(files, () -> records(split, path, files, sink));
    }

    /**
     * Reads all rows of a split of a file of counts.
     *
     * @param split what to read
     * @param sink receives rows and rejects
     * @return what was read; a row counts for its samples
     * @throws IOException if the file system fails
     * @throws PasskException of kind INPUT if the file is not, or not to the last byte, the one that was planned, or lacks a
     *     required column
     */
    public ReadSummary readCounts(InputSplit split, CountsSink sink) throws IOException {
        FileSystem files = new Path(split.path()).getFileSystem(conf);
        return PlannedFile.of(split).during(files, () -> CountsFile.read(split, limits, firstBytes, sink, conf));
    }

    private <T> ReadSummary records(InputSplit split, Path path, FileSystem files, RecordSink<T> sink)
            throws IOException {
        if (split.format().equals(ParquetGenerations.NAME)) {
            return ParquetGenerations.read(path, split.start(), split.end(), limits, sink, conf);
        }
        RecordFormat format = FormatCatalog.named(split.format())
                .orElseThrow(() -> PasskException.configuration("unknown format " + split.format()));
        JsonLinesReader reader = new JsonLinesReader(format, limits, firstBytes);
        try (FSDataInputStream raw = files.open(path)) {
            if (split.start() > 0) {
                raw.seek(split.start() - 1);
            }
            try (InputStream in = Decompression.of(path).open(raw)) {
                return reader.read(in, split.start(), split.end(), sink);
            }
        }
    }
}
