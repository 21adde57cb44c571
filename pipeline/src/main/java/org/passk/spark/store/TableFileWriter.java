package org.passk.spark.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.passk.spark.schema.ColumnType;
import org.passk.spark.schema.TableSchema;

/** Writes rows of one table into one Parquet file (zstd). Not thread-safe. */
public final class TableFileWriter implements Closeable {
    private final TableSchema schema;
    private final ParquetWriter<Object[]> writer;
    private long rows;

    /**
     * Creates the file; one of the same name, left behind by an attempt that was never listed, is replaced.
     *
     * @param path the file
     * @param schema its columns
     * @param rowGroupBytes size of a row group, in bytes
     * @param conf Hadoop's configuration
     * @throws IOException if the file cannot be created
     */
    public TableFileWriter(Path path, TableSchema schema, long rowGroupBytes, Configuration conf) throws IOException {
        this.schema = schema;
        Builder builder = new Builder(HadoopOutputFile.fromPath(path, conf), schema)
                .withConf(conf)
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(rowGroupBytes);
        // Numbers are left to zstd: hashes and positions never repeat, and small counts compress as well either way.
        schema.columns().stream()
                .filter(column -> column.type() != ColumnType.STRING)
                .forEach(column -> builder.withDictionaryEncoding(column.name(), false));
        this.writer = builder.build();
    }

    /**
     * Writes one row.
     *
     * @param row one value for each column, null where an optional one is absent
     * @throws IllegalArgumentException if a value is missing: Parquet would write a file that nobody can read
     */
    public void write(Object... row) throws IOException {
        if (row.length != schema.columns().size()) {
            throw new IllegalArgumentException(
                    schema.name() + " has " + schema.columns().size() + " columns, not " + row.length);
        }
        for (int i = 0; i < row.length; i++) {
            if (row[i] == null && !schema.columns().get(i).optional()) {
                throw new IllegalArgumentException(
                        schema.name() + "." + schema.columns().get(i).name() + " is required");
            }
        }
        writer.write(row);
        rows++;
    }

    /** How many rows were written. */
    public long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    // The forms without Configuration do not exist in the Parquet of Spark 3.5.
    @SuppressWarnings("deprecation")
    private static final class Builder extends ParquetWriter.Builder<Object[], Builder> {
        private final TableSchema schema;

        Builder(OutputFile file, TableSchema schema) {
            super(file);
            this.schema = schema;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<Object[]> getWriteSupport(Configuration conf) {
            return new RowWriteSupport(schema);
        }
    }

    @SuppressWarnings("deprecation")
    private static final class RowWriteSupport extends WriteSupport<Object[]> {
        private final TableSchema schema;
        private TableSchema.RowWriter rows;

        RowWriteSupport(TableSchema schema) {
            this.schema = schema;
        }

        @Override
        public WriteContext init(Configuration configuration) {
            return new WriteContext(schema.parquet(), Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            this.rows = schema.writer(recordConsumer);
        }

        @Override
        public void write(Object[] row) {
            rows.write(row);
        }
    }
}
