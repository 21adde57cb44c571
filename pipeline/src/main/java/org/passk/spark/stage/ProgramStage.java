package org.passk.spark.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;
import org.passk.settings.Settings;
import org.passk.spark.schema.TableSchema;
import org.passk.spark.schema.Tables;
import org.passk.spark.store.HadoopSettings;
import org.passk.spark.store.SegmentCommit;
import org.passk.spark.store.SegmentCommit.TableFile;
import org.passk.spark.store.SegmentStore;

/**
 * The stage of programs: of those that samples wait for, each that LEDGER does not know is run once, wherever there is room,
 * whatever problem it belongs to; then the verdicts go to the samples, and their segments are complete.
 */
public final class ProgramStage {
    /** Programs of one task: some seconds of work, so that starting it costs nothing, and a lost one little. */
    private static final long PER_TASK = 2_048;

    /** Fewer than that are not worth a task of their own. */
    private static final long AT_LEAST = 32;

    /** Tasks for each core while there are few programs: some take a thousand times longer than others. */
    private static final int PER_CORE = 4;

    /** A fault is tried again once, wherever that may be; what it is then stays in the tables, for the next run to try. */
    private static final int ROUNDS = 2;

    /** More files of LEDGER than this are made one for each so many rows. */
    private static final int MAX_LEDGER_FILES = 256;

    /** LEDGER is not computed from anything: it grows. */
    private static final String LEDGER_BASIS = "ledger 1";

    private static final List<String> KEY = List.of(Tables.SUITE, Tables.PROGRAM);

    private final JavaSparkContext spark;
    private final SegmentStore store;
    private final VerifyContext context;
    private final Settings settings;
    private final Progress progress;
    private final TableJob jobs;

    /**
     * What a run of the stage did.
     *
     * @param run programs that were run
     * @param sampled those that were run under the official limits as well, because the study wants tight ones
     * @param changed those of them that the official limits decide otherwise
     * @param cpuSeconds CPU time of the runs that decided
     */
    public record Result(long run, long sampled, long changed, double cpuSeconds) {
        /** Nothing was to be done. */
        public static final Result NONE = new Result(0, 0, 0, 0);
    }

    /**
     * A stage.
     *
     * @param session the session
     * @param store segments with samples that wait in, complete segments and LEDGER out
     * @param context what verification needs
     * @param settings the settings
     * @param progress hears how it goes on
     */
    public ProgramStage(
            SparkSession session, SegmentStore store, VerifyContext context, Settings settings, Progress progress) {
        this.spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        this.store = store;
        this.context = context;
        this.settings = settings;
        this.progress = progress;
        this.jobs = new TableJob(session, store, settings);
    }

    /**
     * Gives every sample that waits its verdict.
     *
     * @param workers what the executors have, as {@link ProgramWorkers} found it
     * @return what was done
     * @throws IOException if a file system fails on the driver
     * @throws PasskException if a task failed for good
     */
    public Result run(ProgramWorkers workers) throws IOException {
        List<SegmentCommit> waiting = store.segmentsInOrder().stream()
                .filter(segment -> segment.waiting() > 0)
                .toList();
        if (waiting.isEmpty()) {
            return Result.NONE;
        }
        Broadcast<VerifyContext> sharedContext = spark.broadcast(context);
        Broadcast<HadoopSettings> hadoop = spark.broadcast(new HadoopSettings(spark.hadoopConfiguration()));
        try {
            List<String> open = new ArrayList<>();
            ProgramTask.Counts sum = ProgramTask.Counts.NONE;
            for (int round = 1; round <= ROUNDS; round++) {
                ProgramTask.Counts counts = programs(sharedContext, hadoop, workers, open, round == ROUNDS);
                sum = sum.plus(counts);
                if (counts.faults() == 0) {
                    break;
                }
            }
            decide(sharedContext, hadoop, waiting, open);
            compact();
            return new Result(sum.programs(), sum.sampled(), sum.changed(), sum.cpuSeconds());
        } finally {
            sharedContext.destroy();
            hadoop.destroy();
        }
    }

    private List<String> ledger() {
        return store.table(Tables.LEDGER.name()).orElse(List.of());
    }

    private Dataset<Row> results(List<String> open) {
        return jobs.read(
                Tables.LEDGER, Stream.concat(ledger().stream(), open.stream()).toList());
    }

    private List<String> waitingFiles(TableSchema table) {
        return store.segmentFiles(table, segment -> segment.waiting() > 0);
    }

    private ProgramTask.Counts programs(
            Broadcast<VerifyContext> sharedContext,
            Broadcast<HadoopSettings> hadoop,
            ProgramWorkers workers,
            List<String> open,
            boolean last)
            throws IOException {
        Dataset<Row> programs = jobs.read(Tables.PROGRAMS, waitingFiles(Tables.PROGRAMS));
        List<String> rest = ProgramTask.COLUMNS.subList(KEY.size(), ProgramTask.COLUMNS.size());
        // Equal programs differ in white space and comments at most: the same one is taken wherever they were found.
        Dataset<Row> distinct = programs.groupBy(TableJob.columns(KEY))
                .agg(min(struct(TableJob.columns(rest))).as("first"))
                .select(Stream.concat(KEY.stream(), rest.stream().map(name -> "first." + name))
                        .map(name -> col(name))
                        .toArray(Column[]::new));
        Dataset<Row> unknown = distinct.join(
                results(open).select(TableJob.columns(KEY)),
                TableJob.sequence(KEY.toArray(String[]::new)),
                "left_anti");
        // In the order of problems, so that a worker gets few suites; cut evenly, so that no problem is one worker's.
        List<String> order = List.of(Tables.BENCHMARK, "ordinal", Tables.SUITE, Tables.PROGRAM);
        Dataset<Row> sorted = unknown.select(TableJob.columns(ProgramTask.COLUMNS))
                .repartitionByRange(tasks(), TableJob.columns(order))
                .sortWithinPartitions(TableJob.columns(order));
        ProgramTask task = new ProgramTask(
                sharedContext,
                hadoop,
                new ProgramTask.Round(
                        workers.run(),
                        store.root().toString(),
                        "ledger/" + (store.version() + 1),
                        settings.segments().rowGroupBytes(),
                        workers.facts(),
                        last));
        Sum sum = new Sum();
        new ListedJob(spark, settings.segments().commitInterval(), "programs", "running programs")
                .run("run programs of " + settings.study().name(), sorted.javaRDD(), task, results -> {
                    List<TableFile> decided = new ArrayList<>();
                    for (ProgramTask.Result result : results) {
                        decided.addAll(result.decided());
                        result.open().forEach(file -> open.add(store.resolve(file.name())));
                        sum.counts = sum.counts.plus(result.counts());
                    }
                    enter(decided);
                    progress.programs(sum.counts.programs());
                });
        return sum.counts;
    }

    private static final class Sum {
        private ProgramTask.Counts counts = ProgramTask.Counts.NONE;
    }

    /** How many tasks: by the programs of the segments, of which many may turn out to be known. */
    private int tasks() {
        long programs = store.segmentsInOrder().stream()
                .filter(segment -> segment.waiting() > 0)
                .flatMap(segment -> segment.files(Tables.PROGRAMS).stream())
                .mapToLong(TableFile::rows)
                .sum();
        long spread = Math.min((long) PER_CORE * spark.defaultParallelism(), programs / AT_LEAST);
        return (int) Math.max(1, Math.max(spread, (programs + PER_TASK - 1) / PER_TASK));
    }

    private void enter(List<TableFile> decided) throws IOException {
        if (!decided.isEmpty()) {
            List<TableFile> all = new ArrayList<>(store.tableFiles(Tables.LEDGER.name()));
            all.addAll(decided);
            store.publishTables(Map.of(Tables.LEDGER.name(), all), LEDGER_BASIS);
        }
    }

    /** The verdicts go to the samples; a segment is replaced by the complete one. */
    private void decide(
            Broadcast<VerifyContext> sharedContext,
            Broadcast<HadoopSettings> hadoop,
            List<SegmentCommit> waiting,
            List<String> open)
            throws IOException {
        List<String> order = List.of("segment", Tables.RUN_ID, Tables.BENCHMARK, Tables.PROBLEM_ID, Tables.POSITION);
        long rows = waiting.stream().mapToLong(SegmentCommit::waiting).sum();
        int parts = Math.max(jobs.buckets(rows), Math.min(waiting.size(), spark.defaultParallelism()));
        Dataset<Row> samples = jobs.read(Tables.WAITING, waitingFiles(Tables.WAITING))
                .join(results(open), TableJob.sequence(KEY.toArray(String[]::new)), "left_outer")
                .select(TableJob.columns(ProgramJoinTask.COLUMNS))
                .repartition(parts, col("segment"))
                .sortWithinPartitions(TableJob.columns(order));
        String folder = "segments/" + (store.version() + 1) + "-programs";
        ProgramJoinTask task =
                new ProgramJoinTask(sharedContext, hadoop, store.root().toString(), folder);
        spark.setJobGroup(
                "passk programs", "verdicts of samples of " + settings.study().name(), true);
        Map<String, ProgramJoinTask.Decided> decided = new HashMap<>();
        try {
            samples.javaRDD()
                    .mapPartitionsWithIndex(task, false)
                    .collect()
                    .forEach(one -> decided.put(one.segment(), one));
        } finally {
            spark.clearJobGroup();
        }
        List<SegmentCommit> complete = new ArrayList<>();
        for (SegmentCommit segment : waiting) {
            ProgramJoinTask.Decided own = decided.get(segment.key());
            if (own == null || own.rows() != segment.waiting()) {
                throw new PasskException(
                        FaultKind.INTERNAL,
                        segment.path() + " from " + segment.start() + ": " + segment.waiting()
                                + " samples waited for verdicts, " + (own == null ? 0 : own.rows()) + " have one");
            }
            complete.add(segment.decided(own.files(), own.faults()));
        }
        store.append(complete);
    }

    /** Many small files of many nights become few, sorted. */
    private void compact() throws IOException {
        List<TableFile> files = store.tableFiles(Tables.LEDGER.name());
        if (files.size() <= MAX_LEDGER_FILES) {
            return;
        }
        long rows = files.stream().mapToLong(TableFile::rows).sum();
        Dataset<Row> sorted = jobs.read(Tables.LEDGER, ledger())
                .select(TableJob.columns(List.of(Tables.LEDGER.names())))
                .repartition(jobs.buckets(rows), TableJob.columns(KEY))
                .sortWithinPartitions(TableJob.columns(KEY));
        Map<String, List<TableFile>> written = jobs.run("ledger", sorted, new LedgerReduction());
        store.publishTables(new TreeMap<>(written), LEDGER_BASIS);
    }
}
