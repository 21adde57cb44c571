package org.passk.spark.stage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.passk.settings.Settings;
import org.passk.spark.schema.TableSchema;
import org.passk.spark.store.HadoopSettings;
import org.passk.spark.store.SegmentCommit.TableFile;
import org.passk.spark.store.SegmentStore;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Reads listed files as datasets, and runs reductions over sorted partitions into listed files. */
final class TableJob {
    private final SparkSession session;
    private final SegmentStore store;
    private final Settings settings;

    TableJob(SparkSession session, SegmentStore store, Settings settings) {
        this.session = session;
        this.store = store;
        this.settings = settings;
    }

    /** The rows of these files; none for none. */
    Dataset<Row> read(TableSchema schema, List<String> files) {
        return schema.read(session, files);
    }

    /** How many files a table of at most so many rows is cut into: a function of the data, not of the machine. */
    int buckets(long rows) {
        long perFile = settings.tables().rowsPerFile();
        return (int) Math.max(1, Math.min(4096, (rows + perFile - 1) / perFile));
    }

    static Column[] columns(List<String> names) {
        return names.stream().map(functions::col).toArray(Column[]::new);
    }

    static Seq<String> sequence(String... names) {
        return CollectionConverters.asScala(List.of(names)).toSeq();
    }

    /**
     * Runs a reduction.
     *
     * @param what the work's name in Spark's UI
     * @param rows partitioned and sorted as the reduction wants them
     * @param reduction what to write
     * @return the files of each table of the reduction, in the order of partitions
     */
    Map<String, List<TableFile>> run(String what, Dataset<Row> rows, TableFileTask.Reduction reduction) {
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        Broadcast<HadoopSettings> hadoop = spark.broadcast(new HadoopSettings(spark.hadoopConfiguration()));
        spark.setJobGroup("passk " + what, what + " of " + settings.study().name(), true);
        try {
            TableFileTask task = new TableFileTask(
                    reduction,
                    hadoop,
                    store.root().toString(),
                    "tables/" + (store.version() + 1) + "/" + what.replace(' ', '-'),
                    settings.segments().rowGroupBytes());
            List<TableFileTask.Written> written = new ArrayList<>(
                    rows.javaRDD().mapPartitionsWithIndex(task, false).collect());
            written.sort(Comparator.comparingInt(TableFileTask.Written::partition));
            Map<String, List<TableFile>> files = new TreeMap<>();
            reduction.tables().forEach(table -> files.put(table.name(), new ArrayList<>()));
            written.forEach(one -> files.get(one.table()).add(one.file()));
            return files;
        } finally {
            spark.clearJobGroup();
            hadoop.destroy();
        }
    }
}
