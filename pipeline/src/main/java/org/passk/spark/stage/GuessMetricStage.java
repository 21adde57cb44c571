package org.passk.spark.stage;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.passk.analysis.MetricOptions;
import org.passk.model.Digests;
import org.passk.model.Run;
import org.passk.settings.GuessSpec;
import org.passk.settings.ModelSpec;
import org.passk.settings.Settings;
import org.passk.settings.Study;
import org.passk.spark.schema.Tables;
import org.passk.spark.store.SegmentCommit.TableFile;
import org.passk.spark.store.SegmentStore;

/** TALLIES of runs, beside those of the runs that were asked for the answer alone, become curves without guessable problems. */
public final class GuessMetricStage {
    private static final long PROBLEMS_PER_PART = 50_000;

    private final SparkSession session;
    private final SegmentStore store;
    private final Settings settings;
    private final TableJob jobs;

    /**
     * A stage.
     *
     * @param session the session
     * @param store TALLIES in, GUESS_METRICS out
     * @param settings the settings
     */
    public GuessMetricStage(SparkSession session, SegmentStore store, Settings settings) {
        this.session = session;
        this.store = store;
        this.settings = settings;
        this.jobs = new TableJob(session, store, settings);
    }

    /**
     * Brings the metrics up to date with TALLIES.
     *
     * @param runs the runs that were found
     * @return whether anything had to be computed
     * @throws IOException if a file system fails on the driver
     */
    public boolean run(Collection<Run> runs) throws IOException {
        boolean never = store.table(Tables.GUESS_METRICS.name()).isEmpty();
        GuessSpec guess = settings.study().guess();
        if (guess.isNone() && never) {
            return false;
        }
        Map<String, String> direct = directRuns(settings.study(), runs);
        MetricOptions options = settings.metrics().options(settings.study().ks());
        String basis = Digests.sha256(
                "guess metrics 1\n" + store.segmentsDigest() + "\n" + options + "\n" + guess + "\n" + direct);
        if (store.isFresh(Tables.GUESS_METRICS.name(), basis)) {
            return false;
        }
        store.publishTables(
                direct.isEmpty() ? Map.of(Tables.GUESS_METRICS.name(), List.of()) : compute(direct, options), basis);
        return true;
    }

    /**
     * The direct-answer run of each other run: that of the same model and step, else of its base; of several the one with
     * the same temperature, and otherwise none.
     */
    static Map<String, String> directRuns(Study study, Collection<Run> runs) {
        String kind = study.guess().promptKind();
        Map<String, String> direct = new TreeMap<>();
        if (kind.isEmpty()) {
            return direct;
        }
        for (Run run : runs) {
            if (run.promptKind().equals(kind)) {
                continue;
            }
            List<Run> own = runs.stream()
                    .filter(r -> r.promptKind().equals(kind) && r.model().equals(run.model()) && r.step() == run.step())
                    .toList();
            String base = study.model(run.model()).map(ModelSpec::base).orElse("");
            List<Run> candidates = own.isEmpty()
                    ? runs.stream()
                            .filter(r ->
                                    r.promptKind().equals(kind) && r.model().equals(base))
                            .toList()
                    : own;
            chosen(run, candidates).ifPresent(found -> direct.put(run.id(), found.id()));
        }
        return direct;
    }

    private static Optional<Run> chosen(Run run, List<Run> candidates) {
        if (candidates.size() == 1) {
            return Optional.of(candidates.get(0));
        }
        List<Run> same = candidates.stream()
                .filter(r -> Double.compare(r.temperature(), run.temperature()) == 0)
                .toList();
        return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }

    private Map<String, List<TableFile>> compute(Map<String, String> direct, MetricOptions options) {
        List<Column> pairs = new ArrayList<>();
        direct.forEach((run, other) -> {
            pairs.add(lit(run));
            pairs.add(lit(other));
        });
        Dataset<Row> tallies = jobs.read(
                        Tables.TALLIES, store.table(Tables.TALLIES.name()).orElse(List.of()))
                .where(col(Tables.N).gt(0));
        Dataset<Row> runs = tallies.where(
                        col(Tables.RUN_ID).isin(direct.keySet().toArray()))
                .withColumn("direct_run_id", element_at(map(pairs.toArray(Column[]::new)), col(Tables.RUN_ID)));
        Dataset<Row> others = tallies.select(
                col(Tables.RUN_ID).as("direct_run_id"),
                col(Tables.BENCHMARK),
                col(Tables.PROBLEM_ID),
                col(Tables.N).as("direct_n"),
                col("correct").as("direct_correct"));
        long problems = store.tableFiles(Tables.TALLIES.name()).stream()
                .mapToLong(TableFile::rows)
                .sum();
        // The problems of a run have to meet.
        Dataset<Row> sorted = runs.join(
                        others, TableJob.sequence("direct_run_id", Tables.BENCHMARK, Tables.PROBLEM_ID), "left_outer")
                .withColumn("direct_n", coalesce(col("direct_n"), lit(0L)))
                .withColumn("direct_correct", coalesce(col("direct_correct"), lit(0L)))
                .select(TableJob.columns(GuessTask.COLUMNS))
                .repartition(
                        AnswerMetricStage.parts(problems, PROBLEMS_PER_PART),
                        TableJob.columns(GuessTask.COLUMNS.subList(0, 2)))
                .sortWithinPartitions(TableJob.columns(GuessTask.COLUMNS.subList(0, 3)));
        Dataset<Row> numbers =
                session.createDataFrame(sorted.javaRDD().mapPartitions(new GuessTask()), ProblemNumbers.SCHEMA);
        return jobs.run(
                "guess metrics",
                numbers,
                new ProblemGroups(
                        Tables.GUESS_METRICS,
                        new GuessAnalysis(settings.study().guess().maxAccuracy(), options)));
    }
}
