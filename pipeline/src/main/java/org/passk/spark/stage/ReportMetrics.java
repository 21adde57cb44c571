package org.passk.spark.stage;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.passk.analysis.MetricGroup;
import org.passk.analysis.StudyRow;
import org.passk.analysis.StudyTable;
import org.passk.model.Digests;
import org.passk.report.MetricRow;
import org.passk.report.MetricTable;
import org.passk.report.RunSummary;
import org.passk.settings.Settings;
import org.passk.spark.schema.TableSchema;
import org.passk.spark.schema.Tables;
import org.passk.spark.store.SegmentCommit.TableFile;
import org.passk.spark.store.SegmentStore;

/**
 * All rows of the report in its order. Few are sorted on the driver without a Spark job; many by Spark into a table of
 * their own, REPORT_METRICS, which the driver goes through row by row.
 */
final class ReportMetrics {
    private static final long ROWS_PER_PART = 100_000;
    private static final String POSITION = "position";

    private final SparkSession session;
    private final SegmentStore store;
    private final Settings settings;
    private final Configuration conf;
    private final long mostRows;

    ReportMetrics(SparkSession session, SegmentStore store, Settings settings, Configuration conf, long mostRows) {
        this.session = session;
        this.store = store;
        this.settings = settings;
        this.conf = conf;
        this.mostRows = mostRows;
    }

    /**
     * The rows.
     *
     * @param summaries the runs in the order of the report
     * @throws IOException if a file system fails on the driver
     */
    MetricTable of(List<RunSummary> summaries) throws IOException {
        Map<String, Integer> order = new HashMap<>();
        summaries.forEach(s -> order.put(key(s.runId(), s.benchmark()), order.size()));
        long rows = Tables.ALL_METRICS.stream()
                .flatMap(table -> store.tableFiles(table.name()).stream())
                .mapToLong(TableFile::rows)
                .sum();
        return rows <= mostRows ? onDriver(order) : sorted(summaries, order, rows);
    }

    private static String key(String runId, String benchmark) {
        return runId + " " + benchmark;
    }

    private List<StudyRow> across() throws IOException {
        return settings.metrics().wants(MetricGroup.ACROSS)
                ? AcrossRuns.of(
                        new StoredStudy(store, conf, StudyTable::reads),
                        settings.metrics().level())
                : List.of();
    }

    private MetricTable onDriver(Map<String, Integer> order) throws IOException {
        List<MetricRow> metrics = new ArrayList<>();
        for (TableSchema table : Tables.ALL_METRICS) {
            new MetricFiles(conf)
                    .forEach(store.table(table.name()).orElse(List.of()), row -> metrics.add(AcrossRuns.row(row)));
        }
        across().forEach(row -> metrics.add(AcrossRuns.row(row)));
        metrics.sort(Comparator.comparing(MetricRow::metric)
                .reversed()
                .thenComparingInt(m -> order.getOrDefault(key(m.runId(), m.benchmark()), -1))
                .thenComparing(MetricRow::baseRunId)
                .thenComparing(MetricRow::slice)
                .thenComparingLong(MetricRow::k)
                .thenComparingDouble(m -> m.x().orElse(0))
                // The population first: what is not asked for by target is about it.
                .thenComparing(Comparator.comparing(MetricRow::target).reversed())
                .thenComparing(MetricRow::runId)
                .thenComparing(MetricRow::benchmark));
        return MetricTable.of(metrics);
    }

    private MetricTable sorted(List<RunSummary> summaries, Map<String, Integer> order, long rows) throws IOException {
        StringBuilder basis = new StringBuilder("report metrics 1\n");
        Tables.ALL_METRICS.forEach(table -> store.tableFiles(table.name())
                .forEach(file -> basis.append(file.name()).append('\n')));
        summaries.forEach(s -> basis.append(key(s.runId(), s.benchmark())).append('\n'));
        basis.append(settings.metrics().level()).append(settings.metrics().groups());
        String digest = Digests.sha256(basis.toString());
        if (!store.isFresh(Tables.REPORT_METRICS.name(), digest)) {
            store.publishTables(sort(order, rows), digest);
        }
        List<String> files = store.table(Tables.REPORT_METRICS.name()).orElse(List.of());
        return action -> {
            try {
                new MetricFiles(conf).forEach(files, row -> action.accept(AcrossRuns.row(row)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private Map<String, List<TableFile>> sort(Map<String, Integer> order, long rows) throws IOException {
        TableJob jobs = new TableJob(session, store, settings);
        List<Row> across = across().stream()
                .map(row -> RowFactory.create(MetricRows.of(row)))
                .toList();
        Dataset<Row> all = session.createDataFrame(across, Tables.REPORT_METRICS.spark());
        for (TableSchema table : Tables.ALL_METRICS) {
            List<String> files = store.table(table.name()).orElse(List.of());
            all = files.isEmpty() ? all : all.unionByName(jobs.read(table, files));
        }
        // As on the driver. Rows of several runs or benchmarks have no position.
        Column[] sorted = {
            col("metric").desc(),
            col(POSITION),
            col("base_run_id"),
            col("slice"),
            col("k"),
            coalesce(col("x"), lit(0.0)),
            col("target").desc(),
            col(Tables.RUN_ID),
            col(Tables.BENCHMARK)
        };
        Dataset<Row> inOrder = all.withColumn(
                        POSITION,
                        functions
                                .udf(new PositionOf(order), DataTypes.IntegerType)
                                .apply(col(Tables.RUN_ID), col(Tables.BENCHMARK)))
                // Files follow each other as their rows do.
                .repartitionByRange((int) Math.max(1, rows / ROWS_PER_PART), sorted)
                .sortWithinPartitions(sorted)
                .select(TableJob.columns(List.of(Tables.REPORT_METRICS.names())));
        return jobs.run("report", inOrder, new AsItIs());
    }

    /** The position of a run and benchmark in the report. */
    private static final class PositionOf implements UDF2<String, String, Integer> {
        private static final long serialVersionUID = 1;

        private final HashMap<String, Integer> order;

        PositionOf(Map<String, Integer> order) {
            this.order = new HashMap<>(order);
        }

        @Override
        public Integer call(String runId, String benchmark) {
            return order.getOrDefault(key(runId, benchmark), -1);
        }
    }

    /** Writes what it reads. */
    private static final class AsItIs implements TableFileTask.Reduction {
        private static final long serialVersionUID = 1;

        @Override
        public List<TableSchema> tables() {
            return List.of(Tables.REPORT_METRICS);
        }

        @Override
        public void reduce(Iterator<Row> rows, List<TableFileTask.Output> outputs) throws IOException {
            while (rows.hasNext()) {
                Row row = rows.next();
                Object[] values = new Object[row.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = row.get(i);
                }
                outputs.get(0).write(values);
            }
        }
    }
}
