package org.passk.spark.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.passk.fault.PasskException;
import org.passk.format.CountsCsv;
import org.passk.format.CountsSink;
import org.passk.format.ReadLimits;
import org.passk.format.ReadSummary;

/** A file of counts as a whole, outside any study: what its columns are called, and all its rows in one pass. */
public final class CountsTable {
    private final Path path;
    private final ReadLimits limits;
    private final Configuration conf;

    /**
     * A file: Parquet where its name ends so, else comma-separated values.
     *
     * @param path the file
     * @param limits what a row may cost
     * @param conf Hadoop's configuration
     */
    public CountsTable(Path path, ReadLimits limits, Configuration conf) {
        this.path = path;
        this.limits = limits;
        this.conf = conf;
    }

    /**
     * The names of the columns, known or not; none where the first line has no cells.
     *
     * @throws IOException if the file system fails
     * @throws PasskException of kind INPUT if the file is no readable Parquet file
     */
    public List<String> columns() throws IOException {
        if (GenerationFile.isParquet(path)) {
            return ParquetRows.columns(path, conf);
        }
        try (InputStream in = open()) {
            return csv().columns(in);
        }
    }

    /**
     * Reads all rows in one pass.
     *
     * @param watch is put around the decompressed stream; not used for Parquet
     * @param sink receives rows and rejects
     * @throws IOException if the file system fails
     * @throws PasskException of kind INPUT if a required column is missing
     */
    public ReadSummary read(UnaryOperator<InputStream> watch, CountsSink sink) throws IOException {
        if (GenerationFile.isParquet(path)) {
            return CountsFile.readRows(path, 0, CountsFile.rowGroups(path, conf), limits, sink, conf);
        }
        try (InputStream in = watch.apply(open())) {
            return csv().read(in, sink);
        }
    }

    private CountsCsv csv() {
        return new CountsCsv(path.toString(), limits, 0);
    }

    private InputStream open() throws IOException {
        return Decompression.of(path).open(path.getFileSystem(conf).open(path));
    }
}
