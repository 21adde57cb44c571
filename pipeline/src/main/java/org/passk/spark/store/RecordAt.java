package org.passk.spark.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.SortedSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.passk.fault.PasskException;
import org.passk.format.FormatCatalog;
import org.passk.format.JsonLinesReader;
import org.passk.format.ReadLimits;
import org.passk.format.RecordFormat;
import org.passk.format.RecordSink;

/**
 * Reads the records at given positions of a file again. A plain file is read there alone, a Parquet file in the row groups
 * that hold them; a compressed one is read from its beginning to the last of them, because nothing else leads there.
 */
public final class RecordAt {
    /** A byte order mark stands before the first record, whose position is then behind it. */
    private static final long MARK_BYTES = 3;

    private final ReadLimits limits;
    private final Configuration conf;

    /**
     * A reader.
     *
     * @param limits what a record may cost, as when the file was verified
     * @param conf Hadoop's configuration
     */
    public RecordAt(ReadLimits limits, Configuration conf) {
        this.limits = limits;
        this.conf = conf;
    }

    /** Whether reading one record of that file means reading all before it. */
    public static boolean scans(String path) {
        return Decompression.of(new Path(path)) != Decompression.NONE;
    }

    /**
     * Reads records.
     *
     * @param <T> what the sink keeps of a text
     * @param file the file
     * @param positions where records begin, at least one
     * @param sink receives the samples of these records, and maybe of others of the file
     * @throws IOException if the file system fails
     * @throws PasskException of kind INPUT if the file is not the one that was planned
     */
    public <T> void read(InputFile file, SortedSet<Long> positions, RecordSink<T> sink) throws IOException {
        Path path = new Path(file.path());
        FileSystem files = path.getFileSystem(conf);
        PlannedFile.of(file).during(files, () -> {
            if (file.format().equals(ParquetGenerations.NAME)) {
                rows(path, positions, sink);
            } else {
                lines(file, path, files, positions, sink);
            }
            return positions;
        });
    }

    private <T> void lines(InputFile file, Path path, FileSystem files, SortedSet<Long> positions, RecordSink<T> sink)
            throws IOException {
        RecordFormat format = FormatCatalog.named(file.format())
                .orElseThrow(() -> PasskException.configuration("no texts are read from the format " + file.format()));
        JsonLinesReader reader = new JsonLinesReader(format, limits, 0);
        Decompression decompression = Decompression.of(path);
        try (FSDataInputStream raw = files.open(path)) {
            if (decompression != Decompression.NONE) {
                try (InputStream in = decompression.open(raw)) {
                    reader.read(in, 0, positions.last() + 1, sink);
                }
                return;
            }
            for (long position : positions) {
                long start = position <= MARK_BYTES ? 0 : position;
                raw.seek(Math.max(0, start - 1));
                reader.read(raw, start, position + 1, sink);
            }
        }
    }

    private <T> void rows(Path path, SortedSet<Long> positions, RecordSink<T> sink) throws IOException {
        List<BlockMetaData> groups;
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(path, conf))) {
            groups = reader.getRowGroups();
        }
        long first = 0;
        for (int group = 0; group < groups.size(); group++) {
            long end = first + groups.get(group).getRowCount();
            if (!positions.subSet(first, end).isEmpty()) {
                ParquetGenerations.read(path, group, group + 1L, limits, sink, conf);
            }
            first = end;
        }
    }
}
