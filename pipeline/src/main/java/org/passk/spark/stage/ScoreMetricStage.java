package org.passk.spark.stage;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.passk.analysis.MetricOptions;
import org.passk.analysis.PerplexityRoles;
import org.passk.fault.PasskException;
import org.passk.format.ReadLimits;
import org.passk.model.Digests;
import org.passk.settings.ModelSpec;
import org.passk.settings.Role;
import org.passk.settings.Settings;
import org.passk.spark.schema.Tables;
import org.passk.spark.store.SegmentCommit.TableFile;
import org.passk.spark.store.SegmentStore;

/** Files with log-probabilities become SCORES, and those become metrics of perplexity. */
public final class ScoreMetricStage {
    private static final long ROWS_PER_PART = 100_000;

    private final SparkSession session;
    private final SegmentStore store;
    private final Settings settings;
    private final TableJob jobs;

    /**
     * A stage.
     *
     * @param session the session
     * @param store SCORES and SCORE_METRICS out
     * @param settings the settings
     */
    public ScoreMetricStage(SparkSession session, SegmentStore store, Settings settings) {
        this.session = session;
        this.store = store;
        this.settings = settings;
        this.jobs = new TableJob(session, store, settings);
    }

    /**
     * Brings the metrics up to date with the files.
     *
     * @param base folder that relative paths start at
     * @param limits what a record may cost
     * @return whether anything had to be computed
     * @throws IOException if a file system fails
     * @throws PasskException if a file is missing or cannot be used
     */
    public boolean run(String base, ReadLimits limits) throws IOException {
        Optional<String> scores = new ScoreStage(session, store, settings, limits).run(base);
        if (scores.isEmpty()) {
            return false;
        }
        MetricOptions options = settings.metrics().options(settings.study().ks());
        PerplexityRoles roles = roles();
        String basis = Digests.sha256("score metrics 1\n" + scores.get() + "\n" + options + "\n" + roles);
        if (store.isFresh(Tables.SCORE_METRICS.name(), basis)) {
            return false;
        }
        long rows = store.tableFiles(Tables.SCORES.name()).stream()
                .mapToLong(TableFile::rows)
                .sum();
        // All texts of a benchmark under a model have to meet.
        Dataset<Row> sorted = jobs.read(
                        Tables.SCORES, store.table(Tables.SCORES.name()).orElse(List.of()))
                .select(TableJob.columns(ScoreGroups.COLUMNS))
                .repartition(
                        AnswerMetricStage.parts(rows, ROWS_PER_PART),
                        TableJob.columns(ScoreGroups.COLUMNS.subList(0, 2)))
                .sortWithinPartitions(TableJob.columns(ScoreGroups.COLUMNS.subList(0, ScoreGroups.ORDERING)));
        store.publishTables(jobs.run("score metrics", sorted, new ScoreGroups(roles, options)), basis);
        return true;
    }

    private PerplexityRoles roles() {
        Map<String, String> bases = new TreeMap<>();
        TreeSet<String> references = new TreeSet<>();
        for (ModelSpec model : settings.study().models()) {
            if (!model.base().isEmpty()) {
                bases.put(model.name(), model.base());
            }
            if (model.role() == Role.REFERENCE) {
                references.add(model.name());
            }
        }
        return new PerplexityRoles(bases, references);
    }
}
