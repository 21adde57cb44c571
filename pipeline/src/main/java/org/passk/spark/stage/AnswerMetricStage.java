package org.passk.spark.stage;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.passk.analysis.MetricGroup;
import org.passk.analysis.MetricOptions;
import org.passk.model.Digests;
import org.passk.settings.Settings;
import org.passk.spark.schema.Tables;
import org.passk.spark.stage.VerifyContext.BenchmarkContext;
import org.passk.spark.store.SegmentCommit.TableFile;
import org.passk.spark.store.SegmentStore;

/**
 * ANSWERS become metrics of votes and of chance. The answers to one problem are the work of one task, because a vote may cost a tenth of a
 * second; then the problems of a run meet.
 */
public final class AnswerMetricStage {
    /** Columns that a first pass starts from. */
    static final List<String> COLUMNS =
            List.of(Tables.RUN_ID, Tables.BENCHMARK, Tables.PROBLEM_ID, Tables.ANSWER, "outcome", "count");

    private static final List<String> RUN_KEY = COLUMNS.subList(0, 2);
    private static final List<String> PROBLEM_KEY = COLUMNS.subList(0, 3);
    private static final long PROBLEMS_PER_PART = 64;
    private static final long PROBLEMS_PER_MERGED_PART = 50_000;
    private static final long MAX_PARTS = 4_096;

    private final SparkSession session;
    private final SegmentStore store;
    private final Settings settings;
    private final TableJob jobs;

    /**
     * A stage.
     *
     * @param session the session
     * @param store ANSWERS in, ANSWER_METRICS out
     * @param settings the settings
     */
    public AnswerMetricStage(SparkSession session, SegmentStore store, Settings settings) {
        this.session = session;
        this.store = store;
        this.settings = settings;
        this.jobs = new TableJob(session, store, settings);
    }

    /**
     * Brings the metrics up to date with ANSWERS.
     *
     * @param benchmarks the study's benchmarks by name; those of programs have no answers that could be counted
     * @return whether anything had to be computed
     * @throws IOException if a file system fails on the driver
     */
    public boolean run(Map<String, BenchmarkContext> benchmarks) throws IOException {
        MetricOptions options = settings.metrics().options(settings.study().ks());
        List<String> voting = benchmarks.entrySet().stream()
                .filter(benchmark -> benchmark.getValue().code() == null)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        String basis = Digests.sha256("answer metrics 2\n" + store.segmentsDigest() + "\n" + options + "\n"
                + meaning(benchmarks) + "\n" + settings.metrics().nullRounds() + " "
                + settings.metrics().wants(MetricGroup.VOTES) + "\n"
                + settings.verify().math());
        if (store.isFresh(Tables.ANSWER_METRICS.name(), basis)) {
            return false;
        }
        Map<String, List<TableFile>> written = new TreeMap<>();
        written.put(Tables.ANSWER_METRICS.name(), List.of());
        // Counts alone have no answers: there may be millions of problems, and nothing to say of them here.
        if (!voting.isEmpty()
                && store.tableFiles(Tables.ANSWERS.name()).stream().anyMatch(file -> file.rows() > 0)
                && (settings.metrics().wants(MetricGroup.VOTES)
                        || settings.metrics().nullRounds() > 0)) {
            JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
            // Sixteen short texts a problem; every task that reads answers needs those of its problems.
            Broadcast<NullAnswers> chance = spark.broadcast(NullAnswers.of(
                    spark,
                    benchmarks,
                    settings.verify().math(),
                    settings.metrics().nullRounds(),
                    options.seed()));
            try {
                written.putAll(compute(voting, options, chance));
            } finally {
                chance.destroy();
            }
        }
        store.publishTables(written, basis);
        return true;
    }

    private static List<String> meaning(Map<String, BenchmarkContext> benchmarks) {
        List<String> meaning = new ArrayList<>();
        new TreeMap<>(benchmarks)
                .forEach((name, benchmark) -> meaning.add(name + " " + benchmark.verifier() + " "
                        + (benchmark.problems() == null
                                ? ""
                                : benchmark.problems().digest())));
        return meaning;
    }

    private Map<String, List<TableFile>> compute(
            List<String> voting, MetricOptions options, Broadcast<NullAnswers> chance) {
        long problems = store.tableFiles(Tables.TALLIES.name()).stream()
                .mapToLong(TableFile::rows)
                .sum();
        // The answers to a problem have to meet.
        Dataset<Row> answers = jobs.read(
                        Tables.ANSWERS, store.table(Tables.ANSWERS.name()).orElse(List.of()))
                .where(col(Tables.BENCHMARK).isin(voting.toArray()))
                .select(TableJob.columns(COLUMNS))
                .repartition(parts(problems, PROBLEMS_PER_PART), TableJob.columns(PROBLEM_KEY))
                .sortWithinPartitions(TableJob.columns(COLUMNS));
        Dataset<Row> byProblem = session.createDataFrame(
                answers.javaRDD()
                        .mapPartitions(
                                new AnswerTask(options, settings.metrics().wants(MetricGroup.VOTES), chance)),
                ProblemNumbers.SCHEMA);
        // The problems of a run have to meet.
        Dataset<Row> byRun = byProblem
                .repartition(parts(problems, PROBLEMS_PER_MERGED_PART), TableJob.columns(RUN_KEY))
                .sortWithinPartitions(TableJob.columns(PROBLEM_KEY));
        return jobs.run("answer metrics", byRun, new ProblemGroups(Tables.ANSWER_METRICS, new AnswerAnalysis(options)));
    }

    /** By the data alone, as every table. */
    static int parts(long problems, long perPart) {
        return (int) Math.max(1, Math.min(MAX_PARTS, problems / perPart));
    }
}
