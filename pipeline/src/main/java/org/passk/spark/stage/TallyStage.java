package org.passk.spark.stage;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.passk.model.Digests;
import org.passk.settings.Settings;
import org.passk.spark.schema.TableSchema;
import org.passk.spark.schema.Tables;
import org.passk.spark.store.SegmentCommit;
import org.passk.spark.store.SegmentCommit.TableFile;
import org.passk.spark.store.SegmentStore;

/**
 * The first reduce stage: partial tallies and answers of all segments become TALLIES and ANSWERS. Identities that stand
 * twice are found by the index sets; only the samples that have them are looked up, and taken out of the sums again.
 */
public final class TallyStage {
    private static final List<String> PROBLEM_KEY = List.of(Tables.RUN_ID, Tables.BENCHMARK, Tables.PROBLEM_ID);
    private static final List<String> REPEATED = List.of(Tables.DUPLICATES.name(), DuplicateReduction.COUNTS.name());

    /** So many identities are broadcast: some ten megabytes. */
    private static final long MAX_BROADCAST_ROWS = 100_000;

    private final SegmentStore store;
    private final Settings settings;
    private final TableJob jobs;

    /**
     * A stage.
     *
     * @param session the session
     * @param store segments in, tables out
     * @param settings the settings
     */
    public TallyStage(SparkSession session, SegmentStore store, Settings settings) {
        this.store = store;
        this.settings = settings;
        this.jobs = new TableJob(session, store, settings);
    }

    /**
     * Brings TALLIES and ANSWERS up to date with the segments.
     *
     * @param expected samples that the study expects per problem, by run id and benchmark joined with a space
     * @return whether anything had to be computed
     * @throws IOException if a file system fails on the driver
     */
    public boolean run(Map<String, Long> expected) throws IOException {
        String basis = basis(expected);
        if (store.isFresh(Tables.TALLIES.name(), basis)) {
            return false;
        }
        long rows = store.segmentsInOrder().stream()
                .mapToLong(s -> rows(s, Tables.PARTIAL_TALLIES))
                .sum();
        int buckets = jobs.buckets(rows);
        Dataset<Row> tallies = jobs.read(Tables.PARTIAL_TALLIES, files(Tables.PARTIAL_TALLIES));
        Dataset<Row> answers = jobs.read(Tables.PARTIAL_ANSWERS, files(Tables.PARTIAL_ANSWERS));
        Map<String, List<TableFile>> tables = new TreeMap<>();
        Map<String, List<TableFile>> merged = mergeTallies(tallies, expected, buckets);
        List<TableFile> repeated = merged.get(TallyReduction.REPEATED.name());
        if (!repeated.isEmpty()) {
            Map<String, List<TableFile>> corrections = corrections(repeated, buckets);
            tallies = tallies.unionByName(
                    jobs.read(Tables.PARTIAL_TALLIES, resolved(corrections.get(Tables.PARTIAL_TALLIES.name()))));
            answers = answers.unionByName(
                    jobs.read(Tables.PARTIAL_ANSWERS, resolved(corrections.get(Tables.PARTIAL_ANSWERS.name()))));
            merged = mergeTallies(tallies, expected, buckets);
            REPEATED.forEach(name -> tables.put(name, new ArrayList<>(corrections.get(name))));
        }
        for (String name : REPEATED) {
            // The rows of files of counts that are left out are known without looking at samples.
            tables.computeIfAbsent(name, key -> new ArrayList<>()).addAll(merged.get(name));
        }
        tables.put(Tables.TALLIES.name(), merged.get(Tables.TALLIES.name()));
        tables.put(Tables.SUMMARIES.name(), merged.get(Tables.SUMMARIES.name()));
        long answerRows = store.segmentsInOrder().stream()
                .mapToLong(s -> rows(s, Tables.PARTIAL_ANSWERS))
                .sum();
        tables.putAll(mergeAnswers(answers, jobs.buckets(answerRows)));
        store.publishTables(tables, basis);
        return true;
    }

    private String basis(Map<String, Long> expected) {
        return Digests.sha256("tallies 3\n" + store.segmentsDigest() + "\n"
                + settings.tables().rowsPerFile() + "\n" + new TreeMap<>(expected));
    }

    private static long rows(SegmentCommit segment, TableSchema table) {
        return segment.files(table).stream().mapToLong(TableFile::rows).sum();
    }

    private List<String> files(TableSchema table) {
        return store.segmentFiles(table, segment -> true);
    }

    private List<String> resolved(List<TableFile> files) {
        return files.stream().map(file -> store.resolve(file.name())).toList();
    }

    private Map<String, List<TableFile>> mergeTallies(Dataset<Row> partials, Map<String, Long> expected, int buckets) {
        // All partial rows of a problem have to meet; sorting lets them be merged one problem at a time.
        Dataset<Row> sorted = partials.select(TableJob.columns(List.of(Tables.PARTIAL_TALLIES.names())))
                .repartition(buckets, TableJob.columns(PROBLEM_KEY))
                .sortWithinPartitions(TableJob.columns(PROBLEM_KEY));
        return jobs.run("tally", sorted, new TallyReduction(expected));
    }

    /** Finds the samples that share an identity; all but the first of each are taken out of the partial tables again. */
    private Map<String, List<TableFile>> corrections(List<TableFile> repeated, int buckets) {
        long count = repeated.stream().mapToLong(TableFile::rows).sum();
        Dataset<Row> identities = jobs.read(TallyReduction.REPEATED, resolved(repeated));
        Dataset<Row> samples = jobs.read(Tables.SAMPLES, files(Tables.SAMPLES))
                .select(TableJob.columns(DuplicateReduction.COLUMNS))
                .withColumn(
                        "file",
                        when(col(Tables.SOURCE).equalTo(lit("")), col(Tables.PATH))
                                .otherwise(lit("")))
                .join(
                        // Few identities go to where the samples are; otherwise all samples would be shuffled for them.
                        count <= MAX_BROADCAST_ROWS ? broadcast(identities) : identities,
                        TableJob.sequence(TallyReduction.REPEATED.names()),
                        "left_semi");
        List<String> columns = new ArrayList<>(DuplicateReduction.COLUMNS);
        columns.add("file");
        List<String> order = new ArrayList<>(PROBLEM_KEY);
        order.addAll(
                List.of(Tables.SOURCE, "file", Tables.SAMPLE_INDEX, Tables.PATH, Tables.POSITION, Tables.ANSWER_INDEX));
        // Equal identities have to stand beside each other, the one that stays first.
        Dataset<Row> sorted = samples.select(TableJob.columns(columns))
                .repartition(buckets, TableJob.columns(PROBLEM_KEY))
                .sortWithinPartitions(TableJob.columns(order));
        return jobs.run("duplicates", sorted, new DuplicateReduction());
    }

    private Map<String, List<TableFile>> mergeAnswers(Dataset<Row> partials, int buckets) {
        // Equal answers have to meet; sorted, they are merged one at a time, which holds less than an aggregation by
        // hash.
        Dataset<Row> sorted = partials.select(TableJob.columns(List.of(Tables.PARTIAL_ANSWERS.names())))
                .repartition(buckets, TableJob.columns(PROBLEM_KEY))
                .sortWithinPartitions(TableJob.columns(AnswerReduction.KEYS));
        return jobs.run("answers", sorted, new AnswerReduction());
    }
}
