package org.passk.spark.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.passk.fault.PasskException;
import org.passk.format.JsonLinesReader;
import org.passk.format.ReadLimits;
import org.passk.format.RecordSink;
import org.passk.format.ScoreJsonl;
import org.passk.settings.ScoreSpec;
import org.passk.settings.StudyPaths;

/** The files with log-probabilities of a study: found, cut into parts, and read. */
public final class ScoreFiles {
    private ScoreFiles() {}

    /**
     * A part of a file.
     *
     * @param path fully qualified
     * @param length of the file, in bytes
     * @param modificationTime of the file, in milliseconds since 1970
     * @param etag the store's own version mark, or empty
     * @param parquet whether it is Parquet, which is one part
     * @param start first byte of the part
     * @param end first byte after it; the largest number where its codec cannot be cut
     */
    public record Part(
            String path, long length, long modificationTime, String etag, boolean parquet, long start, long end)
            implements Serializable {}

    /**
     * The parts of all files, in the order of paths.
     *
     * @param specs the study's sets of files
     * @param base folder that relative paths start at
     * @param splitBytes size of a part, in bytes
     * @param conf Hadoop's configuration
     * @throws IOException if a file system fails
     * @throws PasskException of the kind CONFIGURATION if a set has no file, or two have the same one
     */
    public static List<Part> find(List<ScoreSpec> specs, String base, long splitBytes, Configuration conf)
            throws IOException {
        Map<String, List<Part>> parts = new TreeMap<>();
        for (int i = 0; i < specs.size(); i++) {
            String key = "study.scores[" + i + "].path: ";
            Path glob = new Path(StudyPaths.resolvePattern(base, specs.get(i).path()));
            FileStatus[] found = glob.getFileSystem(conf).globStatus(glob);
            int files = 0;
            for (FileStatus status : found == null ? new FileStatus[0] : found) {
                if (status.isFile()) {
                    files++;
                    List<Part> old = parts.put(
                            status.getPath().toString(),
                            parts(
                                    status,
                                    specs.get(i).isParquet(status.getPath().getName()),
                                    splitBytes));
                    if (old != null) {
                        throw PasskException.configuration(key + status.getPath() + " belongs to another entry too");
                    }
                }
            }
            if (files == 0) {
                throw PasskException.configuration(key + "no file matches " + glob);
            }
        }
        return parts.values().stream().flatMap(List::stream).toList();
    }

    private static List<Part> parts(FileStatus status, boolean parquet, long splitBytes) {
        PlannedFile file = PlannedFile.of(status);
        List<Part> parts = new ArrayList<>();
        if (parquet || Decompression.of(status.getPath()) != Decompression.NONE) {
            parts.add(part(file, parquet, 0, Long.MAX_VALUE));
            return parts;
        }
        for (long start = 0; start < file.length() || start == 0; start += splitBytes) {
            parts.add(part(file, false, start, Math.min(file.length(), start + splitBytes)));
        }
        return parts;
    }

    private static Part part(PlannedFile file, boolean parquet, long start, long end) {
        return new Part(file.path(), file.length(), file.modificationTime(), file.etag(), parquet, start, end);
    }

    /**
     * Reads a part of a file of JSON lines.
     *
     * @param part what to read
     * @param limits what a record may cost
     * @param firstBytes how many bytes of a rejected record are kept
     * @param records takes the records
     * @param rejects takes the rejected ones
     * @param conf Hadoop's configuration
     * @throws IOException if the file system fails
     * @throws PasskException of kind INPUT if the file is not, or not to the last byte, the one that was found
     */
    public static void read(
            Part part,
            ReadLimits limits,
            int firstBytes,
            ScoreJsonl.Records records,
            RecordSink<Boolean> rejects,
            Configuration conf)
            throws IOException {
        Path path = new Path(part.path());
        FileSystem files = path.getFileSystem(conf);
        JsonLinesReader reader = new JsonLinesReader(new ScoreJsonl(records), limits, firstBytes);
        new PlannedFile(part.path(), part.length(), part.modificationTime(), part.etag()).during(files, () -> {
            try (FSDataInputStream raw = files.open(path)) {
                if (part.start() > 0) {
                    raw.seek(part.start() - 1);
                }
                try (InputStream in = Decompression.of(path).open(raw)) {
                    return reader.read(in, part.start(), part.end(), rejects);
                }
            }
        });
    }
}
