package org.passk.spark.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.passk.analysis.MetricGroup;
import org.passk.analysis.MetricOptions;
import org.passk.model.Digests;
import org.passk.model.Run;
import org.passk.settings.Settings;
import org.passk.spark.schema.Tables;
import org.passk.spark.store.SegmentCommit.TableFile;
import org.passk.spark.store.SegmentStore;

/**
 * The second reduce stage: TALLIES become METRICS and PAIR_PROBLEMS. Spark brings the problems of a run together, beside those of its base;
 * pure functions turn them into metrics.
 */
public final class MetricStage {
    private static final long ROWS_PER_PART = 50_000;
    private static final long MAX_PARTS = 4_096;

    private final SegmentStore store;
    private final Settings settings;
    private final TableJob jobs;

    /**
     * A stage.
     *
     * @param session the session
     * @param store TALLIES in, METRICS and PAIR_PROBLEMS out
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
        Set<MetricGroup> groups = settings.metrics().groups();
        List<Comparison> comparisons =
                groups.stream().anyMatch(MetricGroup::isOfPairs) ? Comparison.of(settings.study(), runs) : List.of();
        MetricOptions options = settings.metrics().options(settings.study().ks());
        String basis = Digests.sha256(
                "metrics 4\n" + store.segmentsDigest() + "\n" + options + "\n" + groups + "\n" + comparisons);
        if (store.isFresh(Tables.METRICS.name(), basis)) {
            return false;
        }
        List<String> files = store.table(Tables.TALLIES.name()).orElse(List.of());
        Dataset<Row> tallies =
                jobs.read(Tables.TALLIES, files).where(col(Tables.N).gt(0));
        Dataset<Row> problems = runs(tallies);
        if (!comparisons.isEmpty()) {
            problems = problems.unionByName(pairs(tallies, comparisons));
        }
        TreeSet<String> samplingDiffers = new TreeSet<>();
        comparisons.stream()
                .filter(c -> !c.sameSampling())
                .forEach(c -> samplingDiffers.add(c.run().id()));
        long rows = store.tableFiles(Tables.TALLIES.name()).stream()
                .mapToLong(TableFile::rows)
                .sum();
        // By the data alone, as every table: so many problems are some seconds of work.
        int parts = (int) Math.max(1, Math.min(MAX_PARTS, rows / ROWS_PER_PART));
        Dataset<Row> sorted = problems.select(TableJob.columns(MetricReduction.COLUMNS))
                .repartition(parts, TableJob.columns(MetricReduction.KEY.subList(0, 3)))
                .sortWithinPartitions(TableJob.columns(MetricReduction.KEY));
        Map<String, List<TableFile>> written =
                jobs.run("metrics", sorted, new MetricReduction(options, groups, samplingDiffers));
        store.publishTables(written, basis);
        return true;
    }

    private static Dataset<Row> runs(Dataset<Row> tallies) {
        List<Column> columns = new ArrayList<>();
        for (String name : MetricReduction.COLUMNS) {
            columns.add(
                    name.equals("base_run_id")
                            ? lit("").as(name)
                            : name.startsWith("base_") ? lit(0L).as(name) : col(name));
        }
        return tallies.select(columns.toArray(Column[]::new));
    }

    private static Dataset<Row> pairs(Dataset<Row> tallies, List<Comparison> comparisons) {
        TreeMap<String, String> baseOf = new TreeMap<>();
        comparisons.forEach(c -> baseOf.put(c.run().id(), c.base().id()));
        // A literal map would be searched from its start for every row: too slow for thousands of runs.
        UserDefinedFunction base = functions.udf(new BaseOf(baseOf), DataTypes.StringType);
        Dataset<Row> runs = tallies.where(
                        col(Tables.RUN_ID).isin(baseOf.keySet().toArray()))
                .withColumn("base_run_id", base.apply(col(Tables.RUN_ID)));
        List<Column> columns = new ArrayList<>(
                List.of(col(Tables.RUN_ID).as("base_run_id"), col(Tables.BENCHMARK), col(Tables.PROBLEM_ID)));
        for (String name : MetricReduction.COLUMNS) {
            if (name.startsWith("base_") && !name.equals("base_run_id")) {
                columns.add(col(name.substring("base_".length())).as(name));
            }
        }
        // Thousands of checkpoints have few bases: nothing else is sorted for the join.
        Dataset<Row> bases = tallies.where(col(Tables.RUN_ID).isin(new TreeSet<>(baseOf.values()).toArray()))
                .select(columns.toArray(Column[]::new));
        return runs.join(bases, TableJob.sequence("base_run_id", Tables.BENCHMARK, Tables.PROBLEM_ID))
                .select(TableJob.columns(MetricReduction.COLUMNS));
    }

    /** The base run that a run is compared with, by their ids. */
    private static final class BaseOf implements UDF1<String, String> {
        private static final long serialVersionUID = 1;

        private final HashMap<String, String> bases;

        BaseOf(Map<String, String> bases) {
            this.bases = new HashMap<>(bases);
        }

        @Override
        public String call(String run) {
            return bases.get(run);
        }
    }
}
