package org.passk.spark.synthetic;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.passk.fault.PasskException;
import org.passk.spark.schema.TableSchema;
import org.passk.spark.schema.Tables;
import org.passk.spark.store.SegmentCommit;
import org.passk.spark.store.SegmentStore;
import org.passk.synthetic.Truth;

/** Compares what a run found with the truth of a made-up study: each count of each run and problem, and the rejects. */
public final class TruthComparison {
    /** Columns of TALLIES that are 0 in every made-up study. */
    private static final List<String> NEVER = List.of("timeout", "resource_limit", "undecided", "fault");

    private static final int EXAMPLES = 10;
    private static final String TRUE = "true_";
    private static final String FOUND = "found_";

    private final SparkSession session;
    private final Configuration conf;

    /**
     * What was compared.
     *
     * @param rows runs and problems, of the truth and of the run together
     * @param differing how many of them differ
     * @param read records read, as the truth has it and as found
     * @param verdicts samples, likewise
     * @param rejects rejected records by reason, likewise
     * @param examples the first differences, for people
     */
    public record Result(
            long rows, long differing, Pair read, Pair verdicts, Map<String, Pair> rejects, List<String> examples) {

        /** Whether the run found exactly the truth. */
        public boolean isEqual() {
            return differing == 0
                    && read.isEqual()
                    && verdicts.isEqual()
                    && rejects.values().stream().allMatch(Pair::isEqual);
        }
    }

    /**
     * A number that should be the other.
     *
     * @param truth as the truth has it
     * @param found as the run found it
     */
    public record Pair(long truth, long found) {
        /** Whether it is. */
        public boolean isEqual() {
            return truth == found;
        }
    }

    /**
     * A comparison.
     *
     * @param session the session
     */
    public TruthComparison(SparkSession session) {
        this.session = session;
        this.conf = session.sparkContext().hadoopConfiguration();
    }

    /**
     * Compares.
     *
     * @param storeFolder the store of the run's output
     * @param truthFolder the folder of the truth
     * @return what was found
     * @throws IOException if a file system fails
     * @throws PasskException if there is no truth, or the run has no tallies yet
     */
    public Result compare(Path storeFolder, Path truthFolder) throws IOException {
        TruthFile truth = TruthFile.read(truthFolder, conf);
        SegmentStore store = new SegmentStore(storeFolder, conf);
        List<String> tallies = store.table(Tables.TALLIES.name())
                .orElseThrow(() -> PasskException.configuration(
                        storeFolder.getParent() + " holds no finished run: run passk evaluate first"));
        session.sparkContext().setJobGroup("passk truth", "truth of " + truth.study(), true);
        try {
            Dataset<Row> found = Tables.TALLIES.read(session, tallies);
            Dataset<Row> wanted = SyntheticTables.TRUTH.read(
                    session,
                    truth.files().stream()
                            .map(name -> new Path(truthFolder, name).toString())
                            .toList());
            Dataset<Row> both = joined(wanted, found);
            Dataset<Row> different = both.where(differs());
            List<SegmentCommit> segments = store.segmentsInOrder();
            long repeated = rows(store, Tables.DUPLICATES);
            long read = segments.stream().mapToLong(SegmentCommit::read).sum();
            long verdicts = segments.stream().mapToLong(SegmentCommit::verdicts).sum() - repeated;
            return new Result(
                    both.count(),
                    different.count(),
                    new Pair(truth.read(), read),
                    new Pair(truth.verdicts(), verdicts),
                    rejects(truth, store, segments),
                    examples(different));
        } finally {
            session.sparkContext().clearJobGroup();
        }
    }

    private long rows(SegmentStore store, TableSchema table) {
        return table.read(session, store.table(table.name()).orElse(List.of())).count();
    }

    private static Dataset<Row> joined(Dataset<Row> wanted, Dataset<Row> found) {
        List<Column> left = new ArrayList<>();
        List<Column> right = new ArrayList<>();
        for (String key : List.of(Tables.RUN_ID, Tables.BENCHMARK, Tables.PROBLEM_ID)) {
            left.add(col(key));
            right.add(col(key).as(FOUND + key));
        }
        Truth.COUNTS.forEach(count -> left.add(col(count).as(TRUE + count)));
        Truth.COUNTS.forEach(count -> right.add(col(count).as(FOUND + count)));
        NEVER.forEach(count -> right.add(col(count).as(FOUND + count)));
        Dataset<Row> one = wanted.select(left.toArray(Column[]::new));
        Dataset<Row> other = found.select(right.toArray(Column[]::new));
        Column equal = col(Tables.RUN_ID)
                .equalTo(col(FOUND + Tables.RUN_ID))
                .and(col(Tables.BENCHMARK).equalTo(col(FOUND + Tables.BENCHMARK)))
                .and(col(Tables.PROBLEM_ID).equalTo(col(FOUND + Tables.PROBLEM_ID)));
        return one.join(other, equal, "full_outer");
    }

    /** A problem without samples has no row, which is the same as a row of zeros. */
    private static Column differs() {
        Column differs = lit(false);
        for (String count : Truth.COUNTS) {
            differs = differs.or(count(TRUE + count).notEqual(count(FOUND + count)));
        }
        for (String count : NEVER) {
            differs = differs.or(count(FOUND + count).notEqual(lit(0L)));
        }
        return differs;
    }

    private static Column count(String name) {
        return coalesce(col(name), lit(0L));
    }

    private static List<String> examples(Dataset<Row> different) {
        Column run = coalesce(col(Tables.RUN_ID), col(FOUND + Tables.RUN_ID));
        Column problem = coalesce(col(Tables.PROBLEM_ID), col(FOUND + Tables.PROBLEM_ID));
        List<Row> rows = different
                .withColumn("run", run)
                .withColumn("problem", problem)
                .orderBy("run", "problem")
                .limit(EXAMPLES)
                .collectAsList();
        return rows.stream().map(TruthComparison::example).toList();
    }

    private static String example(Row row) {
        StringBuilder text = new StringBuilder(row.getAs("run") + " " + row.getAs("problem") + ":");
        for (String count : Truth.COUNTS) {
            long truth = number(row, TRUE + count);
            long found = number(row, FOUND + count);
            if (truth != found) {
                text.append(' ')
                        .append(count)
                        .append(' ')
                        .append(found)
                        .append(" instead of ")
                        .append(truth);
            }
        }
        for (String count : NEVER) {
            if (number(row, FOUND + count) != 0) {
                text.append(' ').append(count).append(' ').append(number(row, FOUND + count));
            }
        }
        return text.toString();
    }

    private static long number(Row row, String column) {
        int index = row.fieldIndex(column);
        return row.isNullAt(index) ? 0 : row.getLong(index);
    }

    private Map<String, Pair> rejects(TruthFile truth, SegmentStore store, List<SegmentCommit> segments) {
        List<String> files =
                new ArrayList<>(store.table(Tables.DUPLICATES.name()).orElse(List.of()));
        files.addAll(store.segmentFiles(Tables.QUARANTINE, segments::contains));
        Map<String, Long> found = new TreeMap<>();
        // One row for each reason.
        Tables.QUARANTINE
                .read(session, files)
                .groupBy("reason")
                .agg(functions.count(lit(1)).as("count"))
                .collectAsList()
                .forEach(row -> found.put(row.getString(0), row.getLong(1)));
        TreeSet<String> reasons = new TreeSet<>(found.keySet());
        reasons.addAll(truth.rejects().keySet());
        Map<String, Pair> pairs = new TreeMap<>();
        for (String reason : reasons) {
            pairs.put(reason, new Pair(truth.rejects().getOrDefault(reason, 0L), found.getOrDefault(reason, 0L)));
        }
        return pairs;
    }
}
