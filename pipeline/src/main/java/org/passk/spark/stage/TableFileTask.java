package org.passk.spark.stage;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.passk.spark.schema.TableSchema;
import org.passk.spark.store.HadoopSettings;
import org.passk.spark.store.SegmentCommit.TableFile;
import org.passk.spark.store.TableFileWriter;

/** Reduces one sorted partition to rows of tables and writes them into one file per table, named by the task attempt. */
final class TableFileTask implements Function2<Integer, Iterator<Row>, Iterator<TableFileTask.Written>> {
    private static final long serialVersionUID = 1;

    /**
     * A file that a task wrote.
     *
     * @param partition the task's partition
     * @param table name of the table
     * @param file the file
     */
    record Written(int partition, String table, TableFile file) implements java.io.Serializable {}

    /** Turns sorted rows into rows of tables. */
    interface Reduction extends java.io.Serializable {
        /** The tables that it writes, in the order of their outputs. */
        List<TableSchema> tables();

        /** Reads all rows; writes through the outputs, one for each table. */
        void reduce(Iterator<Row> rows, List<Output> outputs) throws IOException;
    }

    /** Takes the rows of one table. */
    interface Output {
        /** Writes one row. */
        void write(Object... row) throws IOException;
    }

    private final Reduction reduction;
    private final Broadcast<HadoopSettings> hadoop;
    private final String root;
    private final String folder;
    private final long rowGroupBytes;

    TableFileTask(
            Reduction reduction, Broadcast<HadoopSettings> hadoop, String root, String folder, long rowGroupBytes) {
        this.reduction = reduction;
        this.hadoop = hadoop;
        this.root = root;
        this.folder = folder;
        this.rowGroupBytes = rowGroupBytes;
    }

    @Override
    public Iterator<Written> call(Integer partition, Iterator<Row> rows) throws IOException {
        if (!rows.hasNext()) {
            return List.<Written>of().iterator();
        }
        String prefix = folder + "/" + partition + "-" + TaskContext.get().taskAttemptId() + "-";
        Configuration conf = hadoop.value().configuration();
        List<LazyFile> files = reduction.tables().stream()
                .map(schema -> new LazyFile(schema, prefix + schema.name() + ".parquet", conf))
                .toList();
        try {
            reduction.reduce(rows, List.copyOf(files));
        } finally {
            for (LazyFile file : files) {
                file.close();
            }
        }
        return files.stream()
                .filter(file -> file.writer != null)
                .map(file -> new Written(partition, file.schema.name(), new TableFile(file.name, file.writer.rows())))
                .iterator();
    }

    /** A file that exists once it has a row. */
    private final class LazyFile implements Output {
        private final TableSchema schema;
        private final String name;
        private final Configuration conf;
        private TableFileWriter writer;

        LazyFile(TableSchema schema, String name, Configuration conf) {
            this.schema = schema;
            this.name = name;
            this.conf = conf;
        }

        @Override
        public void write(Object... row) throws IOException {
            if (writer == null) {
                writer = new TableFileWriter(new Path(root, name), schema, rowGroupBytes, conf);
            }
            writer.write(row);
        }

        void close() throws IOException {
            if (writer != null) {
                writer.close();
            }
        }
    }
}
