package org.passk.spark.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.passk.analysis.PassAtKCurve;
import org.passk.analysis.SamplingEfficiencyGap;
import org.passk.model.Digests;
import org.passk.model.Run;
import org.passk.settings.Settings;
import org.passk.spark.schema.Tables;
import org.passk.spark.store.SegmentCommit.TableFile;
import org.passk.spark.store.SegmentStore;

/**
 * The second reduce stage: TALLIES become METRICS. Spark counts the problems that share their counts; pure functions turn
 * these small histograms into metrics.
 */
public final class MetricStage {
    private final SegmentStore store;
    private final Settings settings;
    private final TableJob jobs;

    /**
     * A stage.
     *
     * @param session the session
     * @param store TALLIES in, METRICS out
     * @param settings the settings
     */
    public MetricStage(SparkSession session, SegmentStore store, Settings settings) {
        this.store = store;
        this.settings = settings;
        this.jobs = new TableJob(session, store, settings);
    }

    /**
     * Brings METRICS up to date with TALLIES.
     *
     * @param runs the runs that were found
     * @return whether anything had to be computed
     * @throws IOException if a file system fails on the driver
     */
    public boolean run(Collection<Run> runs) throws IOException {
        List<Comparison> comparisons = Comparison.of(settings.study(), runs);
        String basis = Digests.sha256(
                "metrics 1\n" + store.segmentsDigest() + "\n" + settings.study().ks() + "\n" + comparisons);
        if (store.isFresh(Tables.METRICS.name(), basis)) {
            return false;
        }
        List<String> files = store.table(Tables.TALLIES.name()).orElse(List.of());
        Dataset<Row> tallies = jobs.read(Tables.TALLIES, files)
                .where(col(Tables.N).gt(0))
                .select(
                        col(Tables.RUN_ID),
                        col(Tables.BENCHMARK),
                        col(Tables.PROBLEM_ID),
                        col(Tables.N),
                        col("correct").as("c"),
                        col("undecided"));
        List<String> all = new ArrayList<>(MetricReduction.KEY);
        all.addAll(MetricReduction.COUNTS);
        Dataset<Row> histograms = curves(tallies);
        if (!comparisons.isEmpty()) {
            histograms = histograms.unionByName(pairs(tallies, comparisons));
        }
        TreeSet<String> samplingDiffers = new TreeSet<>();
        comparisons.stream()
                .filter(c -> !c.sameSampling())
                .forEach(c -> samplingDiffers.add(c.run().id()));
        // METRICS is small: one sorted file.
        Dataset<Row> sorted = histograms
                .groupBy(TableJob.columns(all))
                .agg(count(lit(1)).as("problems"))
                .repartition(1)
                .sortWithinPartitions(TableJob.columns(all));
        Map<String, List<TableFile>> written =
                jobs.run("metrics", sorted, new MetricReduction(settings.study().ks(), samplingDiffers));
        store.publishTables(written, basis);
        return true;
    }

    private static Dataset<Row> curves(Dataset<Row> tallies) {
        return tallies.select(
                lit(PassAtKCurve.NAME).as("metric"),
                col(Tables.RUN_ID),
                lit("").as("base_run_id"),
                col(Tables.BENCHMARK),
                col(Tables.N),
                col("c"),
                col("undecided"),
                lit(0L).as("base_n"),
                lit(0L).as("base_c"),
                lit(0L).as("base_undecided"));
    }

    private static Dataset<Row> pairs(Dataset<Row> tallies, List<Comparison> comparisons) {
        List<Column> map = new ArrayList<>();
        List<Object> runIds = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            map.add(lit(comparison.run().id()));
            map.add(lit(comparison.base().id()));
            runIds.add(comparison.run().id());
        }
        Dataset<Row> runs = tallies.where(col(Tables.RUN_ID).isin(runIds.toArray()))
                .withColumn(
                        "base_run_id",
                        functions.element_at(functions.map(map.toArray(Column[]::new)), col(Tables.RUN_ID)));
        Dataset<Row> bases = tallies.select(
                col(Tables.RUN_ID).as("base_run_id"),
                col(Tables.BENCHMARK),
                col(Tables.PROBLEM_ID),
                col(Tables.N).as("base_n"),
                col("c").as("base_c"),
                col("undecided").as("base_undecided"));
        return runs.join(bases, TableJob.sequence("base_run_id", Tables.BENCHMARK, Tables.PROBLEM_ID))
                .withColumn("metric", lit(SamplingEfficiencyGap.NAME))
                .drop(Tables.PROBLEM_ID);
    }
}
