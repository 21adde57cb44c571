package org.passk.spark.compare;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.storage.StorageLevel;
import org.passk.model.Outcome;
import org.passk.spark.schema.Tables;
import org.passk.spark.store.SegmentCommit;
import org.passk.spark.store.SegmentStore;

/**
 * Compares the verdicts of two finished studies on the same samples. Samples are brought together by identity, and their
 * texts' hashes say whether they are the same; one shuffle of both studies' samples, no text among them. The driver sees counts:
 * one row for each run, benchmark and problem, and one for each distinct pair of verdicts.
 *
 * <p>Without a seed the file is a part of a sample's identity. It is told by its path; where not one such path is common, as in
 * studies that lie in different folders, by its path below the deepest folder that all of its study's files are in.
 */
public final class SampleComparison {
    private static final long SAMPLES_PER_PART = 1_000_000;
    private static final int MOST_PARTS = 4_096;

    private static final List<String> RUN = List.of(Tables.RUN_ID, Tables.BENCHMARK);
    private static final List<String> PROBLEM = List.of(Tables.RUN_ID, Tables.BENCHMARK, Tables.PROBLEM_ID);

    private final SparkSession session;

    /**
     * A comparison.
     *
     * @param session the session
     */
    public SampleComparison(SparkSession session) {
        this.session = session;
    }

    /**
     * Compares.
     *
     * @param a the store of the first study
     * @param b the store of the second study
     * @param examples the most examples of a run on a benchmark
     * @return the runs and benchmarks of either study, in the order of ids and names
     */
    public List<RunPairs> compare(SegmentStore a, SegmentStore b, int examples) {
        NavigableSet<String> filesOfA = unseeded(a);
        NavigableSet<String> filesOfB = unseeded(b);
        boolean moved = filesOfA.stream().noneMatch(filesOfB::contains);
        // The samples of a problem have to meet; those of a skewed one are read as a stream.
        Dataset<Row> samples = samples(a, 0, moved ? folder(filesOfA) : "")
                .unionByName(samples(b, 1, moved ? folder(filesOfB) : ""))
                .repartition(parts(a, b), PairColumns.columns(PROBLEM))
                .sortWithinPartitions(PairColumns.columns(PairColumns.SAMPLE.subList(0, PairColumns.ORDERING)));
        Dataset<Row> pairs = session.createDataFrame(
                samples.javaRDD().mapPartitions(new SamplePairTask(examples)), PairColumns.RESULT);
        session.sparkContext().setJobGroup("passk compare", "verdicts of two studies on the same samples", true);
        // Three questions are asked of it, and the shuffle behind it is the whole cost.
        pairs.persist(StorageLevel.MEMORY_AND_DISK());
        try {
            PairGroups groups = new PairGroups();
            counts(pairs).collectAsList().forEach(groups::count);
            problems(pairs).collectAsList().forEach(groups::problem);
            examples(pairs, examples).collectAsList().forEach(groups::example);
            return groups.runs();
        } finally {
            pairs.unpersist();
            session.sparkContext().clearJobGroup();
        }
    }

    private static int parts(SegmentStore a, SegmentStore b) {
        long samples = rows(a) + rows(b);
        return (int) Math.max(1, Math.min(MOST_PARTS, (samples + SAMPLES_PER_PART - 1) / SAMPLES_PER_PART));
    }

    private static long rows(SegmentStore store) {
        return store.segmentsInOrder().stream()
                .mapToLong(SegmentCommit::verdicts)
                .sum();
    }

    /** The files with samples without a seed. */
    private static NavigableSet<String> unseeded(SegmentStore store) {
        NavigableSet<String> files = new TreeSet<>();
        for (SegmentCommit segment : store.segmentsInOrder()) {
            if (segment.runs().stream().anyMatch(run -> run.source().isEmpty())) {
                files.add(segment.path());
            }
        }
        return files;
    }

    /** The deepest folder that all of these files are in, with the slash at its end; empty for no files. */
    private static String folder(NavigableSet<String> files) {
        if (files.isEmpty()) {
            return "";
        }
        // What the first and the last have in common, all between them have.
        String first = files.first();
        String last = files.last();
        int common = 0;
        while (common < Math.min(first.length(), last.length()) && first.charAt(common) == last.charAt(common)) {
            common++;
        }
        return first.substring(0, first.lastIndexOf('/', Math.min(common, first.length() - 1)) + 1);
    }

    private Dataset<Row> samples(SegmentStore store, int side, String folder) {
        Column path = col(Tables.PATH);
        Column below = folder.isEmpty()
                ? path
                : path.substr(lit(folder.codePointCount(0, folder.length()) + 1), lit(Integer.MAX_VALUE));
        return Tables.SAMPLES
                .read(session, store.segmentFiles(Tables.SAMPLES, segment -> true))
                .withColumn(PairColumns.SIDE, lit(side))
                .withColumn(
                        PairColumns.FILE,
                        when(col(Tables.SOURCE).equalTo(""), below).otherwise(""))
                .select(PairColumns.columns(PairColumns.SAMPLE));
    }

    private static Dataset<Row> counts(Dataset<Row> pairs) {
        return pairs.where(col(PairColumns.COUNT).gt(0))
                .groupBy(PairColumns.columns(PairGroups.COUNT_KEY))
                .agg(sum(PairColumns.COUNT).as(PairColumns.COUNT));
    }

    /** The common samples but faults of either, by problem. */
    private static Dataset<Row> problems(Dataset<Row> pairs) {
        Column fault = lit(Outcome.FAULT.name());
        return pairs.where(col(PairColumns.COUNT).gt(0))
                .where(col(PairColumns.STATE).equalTo(PairState.COMMON.name()))
                .where(col("outcome_a").notEqual(fault).and(col("outcome_b").notEqual(fault)))
                .groupBy(PairColumns.columns(PROBLEM))
                .agg(
                        sum(PairColumns.COUNT).as(Tables.N),
                        samples("outcome_a", Outcome.CORRECT).as("c_a"),
                        samples("outcome_a", Outcome.UNDECIDED).as("undecided_a"),
                        samples("outcome_b", Outcome.CORRECT).as("c_b"),
                        samples("outcome_b", Outcome.UNDECIDED).as("undecided_b"));
    }

    private static Column samples(String column, Outcome outcome) {
        return sum(when(col(column).equalTo(outcome.name()), col(PairColumns.COUNT))
                .otherwise(lit(0L)));
    }

    /** Each partition has chosen already; of those the same choice is made again. */
    private static Dataset<Row> examples(Dataset<Row> pairs, int most) {
        Column rank = row_number()
                .over(Window.partitionBy(PairColumns.columns(RUN))
                        .orderBy(PairColumns.columns(
                                List.of(PairColumns.LOT, Tables.PATH, Tables.POSITION, Tables.ANSWER_INDEX))));
        return pairs.where(col(PairColumns.COUNT).equalTo(0))
                .withColumn("rank", rank)
                .where(col("rank").leq(most));
    }
}
