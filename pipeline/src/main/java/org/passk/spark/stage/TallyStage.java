package org.passk.spark.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
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
 * in two segments are found by their index sets; only the problems in which one does are counted again from samples.
 */
public final class TallyStage {
    private static final List<String> PROBLEM_KEY = List.of(Tables.RUN_ID, Tables.BENCHMARK, Tables.PROBLEM_ID);
    private static final List<String> REPEATED = List.of(Tables.DUPLICATES.name(), DuplicateReduction.COUNTS.name());

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
        REPEATED.forEach(name -> tables.put(name, List.of()));
        Map<String, List<TableFile>> merged = mergeTallies(tallies, expected, buckets);
        List<TableFile> suspects = merged.get(TallyReduction.SUSPECTS.name());
        if (!suspects.isEmpty()) {
            Dataset<Row> keys = jobs.read(TallyReduction.SUSPECTS, resolved(suspects));
            Map<String, List<TableFile>> again = countAgain(keys, buckets);
            tallies = without(tallies, keys)
                    .unionByName(jobs.read(Tables.PARTIAL_TALLIES, resolved(again.get(Tables.PARTIAL_TALLIES.name()))));
            answers = without(answers, keys)
                    .unionByName(jobs.read(Tables.PARTIAL_ANSWERS, resolved(again.get(Tables.PARTIAL_ANSWERS.name()))));
            merged = mergeTallies(tallies, expected, buckets);
            REPEATED.forEach(name -> tables.put(name, again.get(name)));
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
        return Digests.sha256("tallies 1\n" + store.segmentsDigest() + "\n"
                + settings.tables().rowsPerFile() + "\n" + new TreeMap<>(expected));
    }

    private static long rows(SegmentCommit segment, TableSchema table) {
        TableFile file = segment.files().get(table.name());
        return file == null ? 0 : file.rows();
    }

    private List<String> files(TableSchema table) {
        List<String> files = new ArrayList<>();
        for (SegmentCommit segment : store.segmentsInOrder()) {
            TableFile file = segment.files().get(table.name());
            if (file != null) {
                files.add(store.resolve(file.name()));
            }
        }
        return files;
    }

    private List<String> resolved(List<TableFile> files) {
        return files.stream().map(file -> store.resolve(file.name())).toList();
    }

    private static Dataset<Row> without(Dataset<Row> rows, Dataset<Row> keys) {
        return rows.join(keys, TableJob.sequence(Tables.RUN_ID, Tables.BENCHMARK, Tables.PROBLEM_ID), "left_anti");
    }

    private Map<String, List<TableFile>> mergeTallies(Dataset<Row> partials, Map<String, Long> expected, int buckets) {
        // All partial rows of a problem have to meet; sorting lets them be merged one problem at a time.
        Dataset<Row> sorted = partials.select(TableJob.columns(List.of(Tables.PARTIAL_TALLIES.names())))
                .repartition(buckets, TableJob.columns(PROBLEM_KEY))
                .sortWithinPartitions(TableJob.columns(PROBLEM_KEY));
        return jobs.run("tally", sorted, new TallyReduction(expected));
    }

    private Map<String, List<TableFile>> countAgain(Dataset<Row> keys, int buckets) {
        Dataset<Row> samples = jobs.read(Tables.SAMPLES, files(Tables.SAMPLES))
                .join(keys, TableJob.sequence(Tables.RUN_ID, Tables.BENCHMARK, Tables.PROBLEM_ID), "left_semi")
                .select(TableJob.columns(DuplicateReduction.COLUMNS))
                .withColumn(
                        "file",
                        when(col(Tables.SOURCE).equalTo(lit("")), col(Tables.PATH))
                                .otherwise(lit("")));
        List<String> order = new ArrayList<>(PROBLEM_KEY);
        order.addAll(
                List.of(Tables.SOURCE, "file", Tables.SAMPLE_INDEX, Tables.PATH, Tables.POSITION, Tables.ANSWER_INDEX));
        // Equal identities have to stand beside each other, the one that stays first.
        Dataset<Row> sorted = samples.repartition(buckets, TableJob.columns(PROBLEM_KEY))
                .sortWithinPartitions(TableJob.columns(order));
        return jobs.run("duplicates", sorted, new DuplicateReduction());
    }

    private Map<String, List<TableFile>> mergeAnswers(Dataset<Row> partials, int buckets) {
        List<String> names = List.of(Tables.ANSWERS.names());
        List<String> keys = names.subList(0, 5);
        Column[] sums =
                names.stream().skip(5).map(name -> sum(col(name)).as(name)).toArray(Column[]::new);
        // Partitioned by problem first, the aggregation needs no further exchange.
        Dataset<Row> sorted = partials.repartition(buckets, TableJob.columns(PROBLEM_KEY))
                .groupBy(TableJob.columns(keys))
                .agg(sums[0], Arrays.copyOfRange(sums, 1, sums.length))
                .sortWithinPartitions(TableJob.columns(keys));
        return jobs.run("answers", sorted, new CopyReduction(Tables.ANSWERS));
    }

    /** Writes rows as they are. */
    private static final class CopyReduction implements TableFileTask.Reduction {
        private static final long serialVersionUID = 1;

        private final TableSchema table;

        CopyReduction(TableSchema table) {
            this.table = table;
        }

        @Override
        public List<TableSchema> tables() {
            return List.of(table);
        }

        @Override
        public void reduce(Iterator<Row> rows, List<TableFileTask.Output> outputs) throws IOException {
            int size = table.columns().size();
            while (rows.hasNext()) {
                Row row = rows.next();
                Object[] values = new Object[size];
                for (int i = 0; i < size; i++) {
                    values[i] = row.get(i);
                }
                outputs.get(0).write(values);
            }
        }
    }
}
