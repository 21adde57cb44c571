package org.passk.spark.stage;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.passk.analysis.review.ProblemSelection.Chosen;
import org.passk.fault.PasskException;
import org.passk.format.ReadLimits;
import org.passk.model.Outcome;
import org.passk.spark.schema.Tables;
import org.passk.spark.stage.ReviewDraw.Drawn;
import org.passk.spark.stage.ReviewDraw.ProblemKey;
import org.passk.spark.store.HadoopSettings;
import org.passk.spark.store.InputFile;
import org.passk.spark.store.SegmentCommit;
import org.passk.spark.store.SegmentStore;

/**
 * SAMPLES become the texts that people review: a seeded draw among the correct samples of chosen problems, then the texts of
 * those that were drawn, read at their positions. Only the drawn rows and texts reach the driver.
 */
public final class ReviewStage {
    private static final List<String> RECORD_KEY = List.of(Tables.PATH, Tables.POSITION, Tables.ANSWER_INDEX);
    /** Partial draws meet in two steps: the driver merges few. */
    private static final int MERGE_DEPTH = 2;

    private final SparkSession session;
    private final JavaSparkContext spark;
    private final SegmentStore store;

    /**
     * A stage.
     *
     * @param session the session
     * @param store the segments
     */
    public ReviewStage(SparkSession session, SegmentStore store) {
        this.session = session;
        this.spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        this.store = store;
    }

    /**
     * A problem of a run, of which samples are drawn.
     *
     * @param runId the run
     * @param benchmark the benchmark
     * @param problem the problem, and how many are drawn
     */
    public record Wanted(String runId, String benchmark, Chosen problem) {}

    /**
     * Draws samples.
     *
     * @param problems the problems, each once
     * @param seed of the draw
     * @return as many samples of each as are wanted, in the order of problems and ranks
     * @throws PasskException of kind INPUT if the samples of a problem are not those that were counted
     */
    public List<ReviewSample> draw(List<Wanted> problems, long seed) {
        Map<ProblemKey, Integer> numbers = new TreeMap<>();
        problems.forEach(one -> numbers.put(key(one), one.problem().wanted()));
        Map<String, Integer> files = new TreeMap<>();
        store.segmentsInOrder().stream()
                .map(SegmentCommit::path)
                .distinct()
                .forEach(path -> files.put(path, files.size()));
        Broadcast<ReviewDraw.Wanted> wanted = spark.broadcast(new ReviewDraw.Wanted(numbers, files, seed));
        spark.setJobGroup("passk review draw", "draw responses of " + problems.size() + " problems", true);
        try {
            JavaRDD<Map<ProblemKey, Drawn>> partial =
                    correct(problems).javaRDD().mapPartitions(new ReviewDraw(wanted));
            Map<ProblemKey, Drawn> drawn = partial.getNumPartitions() == 0
                    ? Map.of()
                    : partial.treeReduce(new ReviewDraw.Merge(wanted), MERGE_DEPTH);
            List<ReviewSample> samples = new ArrayList<>();
            for (Wanted one : problems) {
                samples.addAll(checked(one, drawn.getOrDefault(key(one), new Drawn(0, List.of()))));
            }
            return samples;
        } finally {
            spark.clearJobGroup();
            wanted.destroy();
        }
    }

    private static ProblemKey key(Wanted one) {
        return new ProblemKey(one.runId(), one.benchmark(), one.problem().problemId());
    }

    private static List<ReviewSample> checked(Wanted one, Drawn drawn) {
        if (drawn.correct() != one.problem().c()) {
            throw PasskException.input("problem " + one.problem().problemId() + " of " + one.benchmark() + " has "
                    + one.problem().c() + " correct samples, but " + drawn.correct()
                    + " are stored with their place (counts have no texts; otherwise run passk evaluate again)");
        }
        return drawn.first();
    }

    /** The correct samples that TALLIES count, of these benchmarks: no repeated identities. */
    private Dataset<Row> correct(List<Wanted> problems) {
        Object[] benchmarks =
                problems.stream().map(Wanted::benchmark).distinct().toArray();
        Object[] runs = problems.stream().map(Wanted::runId).distinct().toArray();
        Dataset<Row> samples = Tables.SAMPLES
                .read(session, store.segmentFiles(Tables.SAMPLES, segment -> true))
                .where(col("outcome").equalTo(Outcome.CORRECT.name()))
                .where(col(Tables.BENCHMARK).isin(benchmarks))
                .where(col(Tables.RUN_ID).isin(runs))
                .select(TableJob.columns(ReviewDraw.COLUMNS));
        List<String> duplicates = store.table(Tables.DUPLICATES.name()).orElse(List.of());
        return duplicates.isEmpty()
                ? samples
                : samples.join(
                                Tables.DUPLICATES.read(session, duplicates).select(TableJob.columns(RECORD_KEY)),
                                TableJob.sequence(RECORD_KEY.toArray(String[]::new)),
                                "left_anti")
                        .select(TableJob.columns(ReviewDraw.COLUMNS));
    }

    /**
     * Reads the texts of samples.
     *
     * @param samples what {@link #draw} gave
     * @param files the study's input files
     * @param limits what a record may cost
     * @return the texts, in the order of the samples
     * @throws PasskException of kind INPUT if a file is gone or another one
     */
    public List<ReviewText> texts(List<ReviewSample> samples, List<InputFile> files, ReadLimits limits) {
        Map<String, List<ReviewSample>> byPath = new TreeMap<>();
        samples.forEach(sample ->
                byPath.computeIfAbsent(sample.path(), path -> new ArrayList<>()).add(sample));
        Map<String, InputFile> known = new TreeMap<>();
        files.forEach(file -> known.put(file.path(), file));
        List<ReviewTextTask.Work> work = new ArrayList<>();
        byPath.forEach((path, drawn) -> {
            if (!known.containsKey(path)) {
                throw PasskException.input(path + ": is not among the study's files any more");
            }
            work.add(new ReviewTextTask.Work(known.get(path), List.copyOf(drawn)));
        });
        Map<String, Integer> order = new TreeMap<>();
        samples.forEach(sample -> order.put(sample.id(), order.size()));
        Broadcast<HadoopSettings> hadoop = spark.broadcast(new HadoopSettings(spark.hadoopConfiguration()));
        spark.setJobGroup("passk review texts", "read " + samples.size() + " responses", true);
        try {
            // A file a task: what is read of a compressed one is read once.
            List<ReviewText> texts = new ArrayList<>();
            for (ReviewTextTask.Read read : spark.parallelize(work, Math.max(1, work.size()))
                    .mapPartitions(new ReviewTextTask(hadoop, limits))
                    .collect()) {
                if (!read.refusal().isEmpty()) {
                    throw PasskException.input(read.refusal());
                }
                texts.addAll(read.texts());
            }
            texts.sort(Comparator.comparing(text -> order.get(text.sample().id())));
            return texts;
        } finally {
            spark.clearJobGroup();
            hadoop.destroy();
        }
    }
}
