package org.passk.spark.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.passk.analysis.MetricOptions;
import org.passk.model.Digests;
import org.passk.model.Outcome;
import org.passk.settings.Settings;
import org.passk.spark.schema.Tables;
import org.passk.spark.store.SegmentCommit.TableFile;
import org.passk.spark.store.SegmentStore;

/**
 * SAMPLES become metrics of what is known of single samples: scores and entropies. Only samples that have one are shuffled;
 * where none has, TALLIES alone are.
 */
public final class SampleMetricStage {
    private static final List<String> RUN_KEY = List.of(Tables.RUN_ID, Tables.BENCHMARK);
    private static final List<String> PROBLEM_KEY = List.of(Tables.RUN_ID, Tables.BENCHMARK, Tables.PROBLEM_ID);
    private static final List<String> RECORD_KEY = List.of(Tables.PATH, Tables.POSITION, Tables.ANSWER_INDEX);
    private static final long PROBLEMS_PER_PART = 1_000;
    private static final long PROBLEMS_PER_MERGED_PART = 50_000;

    private final SparkSession session;
    private final SegmentStore store;
    private final Settings settings;
    private final TableJob jobs;

    /**
     * A stage.
     *
     * @param session the session
     * @param store segments and TALLIES in, SAMPLE_METRICS out
     * @param settings the settings
     */
    public SampleMetricStage(SparkSession session, SegmentStore store, Settings settings) {
        this.session = session;
        this.store = store;
        this.settings = settings;
        this.jobs = new TableJob(session, store, settings);
    }

    /**
     * Brings the metrics up to date with the segments.
     *
     * @return whether anything had to be computed
     * @throws IOException if a file system fails on the driver
     */
    public boolean run() throws IOException {
        MetricOptions options = settings.metrics().options(settings.study().ks());
        String basis = Digests.sha256("sample metrics 1\n" + store.segmentsDigest() + "\n" + options);
        if (store.isFresh(Tables.SAMPLE_METRICS.name(), basis)) {
            return false;
        }
        if (store.segmentFiles(Tables.SAMPLES, segment -> true).isEmpty()) {
            // Counts alone: there may be millions of problems, and nothing to say of them here.
            store.publishTables(Map.of(Tables.SAMPLE_METRICS.name(), List.of()), basis);
            return true;
        }
        long problems = store.tableFiles(Tables.TALLIES.name()).stream()
                .mapToLong(TableFile::rows)
                .sum();
        // The samples of a problem have to meet, behind the problem itself.
        Dataset<Row> rows = problems()
                .select(TableJob.columns(SampleTask.COLUMNS))
                .unionByName(samples())
                .select(TableJob.columns(SampleTask.COLUMNS))
                .repartition(AnswerMetricStage.parts(problems, PROBLEMS_PER_PART), TableJob.columns(PROBLEM_KEY))
                .sortWithinPartitions(TableJob.columns(SampleTask.COLUMNS.subList(0, SampleTask.ORDERING)));
        Dataset<Row> byProblem =
                session.createDataFrame(rows.javaRDD().mapPartitions(new SampleTask(options)), ProblemNumbers.SCHEMA);
        // The problems of a run have to meet.
        Dataset<Row> byRun = byProblem
                .repartition(AnswerMetricStage.parts(problems, PROBLEMS_PER_MERGED_PART), TableJob.columns(RUN_KEY))
                .sortWithinPartitions(TableJob.columns(PROBLEM_KEY));
        store.publishTables(
                jobs.run(
                        "sample metrics", byRun, new ProblemGroups(Tables.SAMPLE_METRICS, new SampleAnalysis(options))),
                basis);
        return true;
    }

    private Dataset<Row> problems() {
        return jobs.read(Tables.TALLIES, store.table(Tables.TALLIES.name()).orElse(List.of()))
                .where(col(Tables.N).gt(0))
                .select(TableJob.columns(List.of(Tables.RUN_ID, Tables.BENCHMARK, Tables.PROBLEM_ID, Tables.N)))
                .withColumn("is_sample", lit(false))
                .withColumn(Tables.SOURCE, lit(""))
                .withColumn(Tables.PATH, lit(""))
                .withColumn(Tables.POSITION, lit(0L))
                .withColumn(Tables.ANSWER_INDEX, lit(0))
                .withColumn("outcome", lit(""))
                .withColumn("score", lit(null).cast("double"))
                .withColumn("mean_entropy", lit(null).cast("double"));
    }

    /** What TALLIES count: neither faults nor repeated identities. */
    private Dataset<Row> samples() {
        Dataset<Row> samples = jobs.read(Tables.SAMPLES, store.segmentFiles(Tables.SAMPLES, segment -> true))
                .where(col("score").isNotNull().or(col("mean_entropy").isNotNull()))
                .where(col("outcome").notEqual(Outcome.FAULT.name()))
                .withColumn("is_sample", lit(true))
                .withColumn(Tables.N, lit(0L))
                .select(TableJob.columns(SampleTask.COLUMNS));
        List<String> duplicates = store.table(Tables.DUPLICATES.name()).orElse(List.of());
        return duplicates.isEmpty()
                ? samples
                : samples.join(
                        jobs.read(Tables.DUPLICATES, duplicates).select(TableJob.columns(RECORD_KEY)),
                        TableJob.sequence(RECORD_KEY.toArray(String[]::new)),
                        "left_anti");
    }
}
