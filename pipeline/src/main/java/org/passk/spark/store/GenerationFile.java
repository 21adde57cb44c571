package org.passk.spark.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.passk.fault.PasskException;
import org.passk.format.FormatCatalog;
import org.passk.format.JsonLinesReader;
import org.passk.format.PasskJsonl;
import org.passk.format.ReadLimits;
import org.passk.format.ReadSummary;
import org.passk.format.RecordFormat;
import org.passk.format.RecordSink;

/**
 * A file of generations as a whole, outside any study: what its fields are called and mean, and all its records in one
 * pass.
 */
public final class GenerationFile {
    /** The format of Parquet files, which are told by their name. */
    public static final String PARQUET = ParquetGenerations.NAME;

    private final Path path;
    private final String format;
    private final ReadLimits limits;
    private final Configuration conf;

    /**
     * A file.
     *
     * @param path the file
     * @param format the name of its format
     * @param limits what a record may cost
     * @param conf Hadoop's configuration
     */
    public GenerationFile(Path path, String format, ReadLimits limits, Configuration conf) {
        this.path = path;
        this.format = format;
        this.limits = limits;
        this.conf = conf;
    }

    /** Whether the name of a file says that it is Parquet. */
    public static boolean isParquet(Path path) {
        return path.getName().toLowerCase(Locale.ROOT).endsWith(".parquet");
    }

    /** What each field of the format means: name to meaning. */
    public Map<String, String> meanings() {
        return recordFormat().fields();
    }

    /** Where the words of passk come from in this format. */
    public Map<String, String> words() {
        return recordFormat().words();
    }

    /** The columns of a Parquet file have the names and meanings of the JSON lines form. */
    private RecordFormat recordFormat() {
        return format.equals(PARQUET)
                ? new PasskJsonl()
                : FormatCatalog.named(format)
                        .orElseThrow(() -> PasskException.configuration("unknown format " + format));
    }

    /**
     * The names of the fields: the columns of a Parquet file, else the fields of the first record.
     *
     * @throws IOException if the file system fails
     * @throws PasskException of kind INPUT if the file is no readable Parquet file
     */
    public List<String> fieldNames() throws IOException {
        if (format.equals(PARQUET)) {
            return ParquetRows.columns(path, conf);
        }
        try (InputStream in = open()) {
            return List.copyOf(JsonLinesReader.firstKeys(in, limits));
        }
    }

    /**
     * Reads all records in one pass.
     *
     * @param <T> what the sink keeps of a text
     * @param watch is put around the decompressed stream; not used for Parquet
     * @param sink receives samples and rejects
     * @throws IOException if the file system fails
     * @throws PasskException of kind INPUT if a Parquet file lacks a required column or cannot be opened
     */
    public <T> ReadSummary read(UnaryOperator<InputStream> watch, RecordSink<T> sink) throws IOException {
        if (format.equals(PARQUET)) {
            return ParquetGenerations.read(path, 0, ParquetGenerations.rowGroups(path, conf), limits, sink, conf);
        }
        try (InputStream in = watch.apply(open())) {
            return new JsonLinesReader(recordFormat(), limits, 0).read(in, 0, Long.MAX_VALUE, sink);
        }
    }

    private InputStream open() throws IOException {
        return Decompression.of(path).open(path.getFileSystem(conf).open(path));
    }
}
