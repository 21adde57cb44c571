package org.passk.jobs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.passk.benchmark.ProblemSet;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;
import org.passk.format.ReadLimits;
import org.passk.model.Run;
import org.passk.report.Report;
import org.passk.report.render.ReportData;
import org.passk.report.render.ReportText;
import org.passk.sandbox.Capabilities;
import org.passk.sandbox.Confinement;
import org.passk.settings.LimitSettings;
import org.passk.settings.ModelSpec;
import org.passk.settings.Settings;
import org.passk.settings.StudyPaths;
import org.passk.spark.stage.AnswerMetricStage;
import org.passk.spark.stage.CatalogStage;
import org.passk.spark.stage.DuplicateFiles;
import org.passk.spark.stage.EntropyMetricStage;
import org.passk.spark.stage.GuessMetricStage;
import org.passk.spark.stage.MetricStage;
import org.passk.spark.stage.ProgramStage;
import org.passk.spark.stage.ProgramWorkers;
import org.passk.spark.stage.Progress;
import org.passk.spark.stage.ReportStage;
import org.passk.spark.stage.RunIndex;
import org.passk.spark.stage.SampleMetricStage;
import org.passk.spark.stage.ScoreMetricStage;
import org.passk.spark.stage.TallyStage;
import org.passk.spark.stage.VerifyContext;
import org.passk.spark.stage.VerifyContext.BenchmarkContext;
import org.passk.spark.stage.VerifyStage;
import org.passk.spark.store.InputFile;
import org.passk.spark.store.InputSplit;
import org.passk.spark.store.SegmentCommit;
import org.passk.spark.store.SegmentStore;
import org.passk.verify.code.CodeOptions;

/** A run of a study: the stages in order, the checks after them, and the files for people. */
public final class Evaluation {
    /** So many rows of METRICS are held by the driver: some 60 MB. */
    private static final long MOST_METRICS = 200_000;

    private final LoadedStudyFile loaded;
    private final Settings settings;
    private final SparkSession session;
    private final Configuration conf;
    private final Progress progress;
    private final OutputFolder output;

    /**
     * What a run did.
     *
     * @param report what to tell
     * @param files the input files
     * @param verifiedSplits splits that were read now; 0 when the stage did not run
     * @param reusedSplits splits whose segments existed
     * @param programs what was done about programs
     * @param computed tables that were computed now
     * @param segments the segments, in the order of path and position
     */
    public record Outcome(
            Report report,
            List<InputFile> files,
            int verifiedSplits,
            int reusedSplits,
            Programs programs,
            List<String> computed,
            List<SegmentCommit> segments) {

        /** CRC32C of the records of each split of a file, in order. */
        List<Long> checksums(String path) {
            return segments.stream()
                    .filter(segment -> segment.path().equals(path))
                    .map(SegmentCommit::checksum)
                    .toList();
        }
    }

    /**
     * What a run did about programs.
     *
     * @param result programs that were run
     * @param capabilities what they were run with, if the study has programs and this run verified
     */
    public record Programs(ProgramStage.Result result, Optional<Capabilities> capabilities) {
        static final Programs NONE = new Programs(ProgramStage.Result.NONE, Optional.empty());
    }

    /**
     * A run.
     *
     * @param loaded the study
     * @param session the Spark session
     * @param progress hears how verification goes on
     */
    public Evaluation(LoadedStudyFile loaded, SparkSession session, Progress progress) {
        this.loaded = loaded;
        this.settings = loaded.study().settings();
        this.session = session;
        this.conf = session.sparkContext().hadoopConfiguration();
        this.progress = progress;
        this.output = outputOf(loaded, conf);
    }

    /** The folder that a study writes to. */
    public static OutputFolder outputOf(LoadedStudyFile loaded, Configuration conf) {
        return new OutputFolder(
                StudyPaths.resolve(
                        loaded.base(), loaded.study().settings().study().output()),
                conf);
    }

    /**
     * Runs stages.
     *
     * @param stages which; each needs the results of those before it, from this run or an earlier one
     * @return what was done
     * @throws IOException if a file system fails on the driver
     * @throws PasskException if the run cannot be finished
     */
    public Outcome run(Set<Stage> stages) throws IOException {
        StudyInputs inputs = StudyInputs.of(loaded, conf);
        List<InputFile> files = inputs.files();
        Map<String, ProblemSet> problems = inputs.problems();
        SegmentStore store = new SegmentStore(output.store(), conf);
        int verified = 0;
        int reused = 0;
        Programs programs = Programs.NONE;
        List<String> computed = new ArrayList<>();
        if (stages.contains(Stage.VERIFY)) {
            List<InputSplit> splits = new ArrayList<>();
            for (InputFile file : files) {
                splits.addAll(inputs.planner().splits(file));
            }
            JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
            Map<String, BenchmarkContext> benchmarks =
                    BenchmarkVerifiers.of(settings.study().benchmarks(), problems);
            Optional<ProgramWorkers> workers = workers(spark, store, benchmarks);
            try {
                VerifyContext context = context(benchmarks, workers, inputs.limits());
                VerifyStage stage = new VerifyStage(spark, store, context, progress);
                VerifyStage.Plan plan = stage.plan(splits);
                if (!settings.study().allowDuplicateFiles()) {
                    new DuplicateFiles(spark)
                            .refuse(files, plan.unverified(), store.segments().values());
                }
                VerifyStage.Result result = stage.run(plan);
                verified = result.verified();
                reused = result.reused();
                programs = programs(store, context, workers);
            } finally {
                workers.ifPresent(ProgramWorkers::close);
            }
        }
        if (store.segments().isEmpty()) {
            throw PasskException.input("nothing is verified yet: run passk verify first");
        }
        List<SegmentCommit> segments = store.segmentsInOrder();
        checkFiles(files, segments);
        if (stages.contains(Stage.TALLY)
                && new TallyStage(session, store, settings).run(RunIndex.expected(settings.study(), segments, files))) {
            computed.add("tallies");
        }
        if (stages.contains(Stage.METRICS) && new MetricStage(session, store, settings).run(RunIndex.runs(segments))) {
            computed.add("metrics");
        }
        if (stages.contains(Stage.METRICS)) {
            computed.addAll(metricsBeyondCounts(store, inputs, RunIndex.runs(segments)));
        }
        if (stages.contains(Stage.TALLY)) {
            new CatalogStage(store, settings, conf).run(problems);
        }
        Report report =
                new ReportStage(session, store, settings, conf, MOST_METRICS).report(files, loaded.base(), problems);
        if (stages.contains(Stage.REPORT)) {
            output.write("report.md", new ReportText(report).markdown());
            output.write("report.json", new ReportData(report)::json);
            output.write("metrics.csv", new ReportData(report)::csv);
        }
        if (stages.contains(Stage.TALLY)) {
            checkSum(report);
        }
        return new Outcome(report, files, verified, reused, programs, computed, segments);
    }

    /** What needs answers, samples or log-probabilities, in the order of what they need of each other. */
    private List<String> metricsBeyondCounts(SegmentStore store, StudyInputs inputs, List<Run> runs)
            throws IOException {
        List<String> computed = new ArrayList<>();
        if (new AnswerMetricStage(session, store, settings)
                .run(BenchmarkVerifiers.of(settings.study().benchmarks(), inputs.problems()))) {
            computed.add("answer metrics");
        }
        if (new SampleMetricStage(session, store, settings).run()) {
            computed.add("sample metrics");
        }
        if (new EntropyMetricStage(session, store, settings).run(runs)) {
            computed.add("entropy metrics");
        }
        if (new ScoreMetricStage(session, store, settings).run(loaded.base(), inputs.limits())) {
            computed.add("score metrics");
        }
        if (new GuessMetricStage(session, store, settings).run(runs)) {
            computed.add("guess metrics");
        }
        return computed;
    }

    /** A stage alone works on what an earlier run verified, which has to be what the study asks for now. */
    private static void checkFiles(List<InputFile> files, List<SegmentCommit> segments) {
        Set<String> wanted = new TreeSet<>(files.stream().map(InputFile::path).toList());
        Set<String> verified =
                new TreeSet<>(segments.stream().map(SegmentCommit::path).toList());
        if (!verified.equals(wanted)) {
            wanted.removeAll(verified);
            files.forEach(file -> verified.remove(file.path()));
            throw PasskException.input("the study's files are not those that were verified (" + wanted.size() + " new, "
                    + verified.size() + " gone): run passk verify first");
        }
    }

    /** Every record that was read is a sample, a fault or in quarantine: checked against the finished tables. */
    private static void checkSum(Report report) {
        long tallied = report.runs().stream()
                .mapToLong(run -> run.count("n") + run.count("fault"))
                .sum();
        if (tallied != report.verdicts()) {
            throw new PasskException(
                    FaultKind.INTERNAL,
                    "the counts do not add up: " + report.read() + " records read, " + report.quarantined()
                            + " quarantined, but " + tallied + " in the tallies");
        }
    }

    /** Asked only where there are programs: everything else runs without an interpreter. */
    private Optional<ProgramWorkers> workers(
            JavaSparkContext spark, SegmentStore store, Map<String, BenchmarkContext> benchmarks) {
        if (benchmarks.values().stream().allMatch(benchmark -> benchmark.code() == null)) {
            return Optional.empty();
        }
        String run = spark.sc().applicationId() + " " + store.root() + " " + store.version();
        return Optional.of(
                ProgramWorkers.ask(spark, run, settings.verify().code().sandbox()));
    }

    private Programs programs(SegmentStore store, VerifyContext context, Optional<ProgramWorkers> workers)
            throws IOException {
        if (workers.isEmpty()) {
            return Programs.NONE;
        }
        Capabilities capabilities = workers.get().capabilities();
        boolean refused = capabilities.confinement() == Confinement.NONE
                && !settings.verify().code().sandbox().unconfined();
        return new Programs(
                refused
                        ? ProgramStage.Result.NONE
                        : new ProgramStage(session, store, context, settings, progress).run(workers.get()),
                Optional.of(capabilities));
    }

    private VerifyContext context(
            Map<String, BenchmarkContext> benchmarks, Optional<ProgramWorkers> workers, ReadLimits limits) {
        CodeOptions code = settings.verify().code();
        Map<String, Long> steps = new TreeMap<>();
        for (ModelSpec model : settings.study().models()) {
            steps.put(model.name(), model.step());
        }
        return new VerifyContext(
                benchmarks,
                steps,
                settings.verify().math(),
                code,
                workers.map(w -> code.version(w.capabilities())).orElse(""),
                limits,
                settings.quarantine(),
                settings.segments(),
                settings.verify().cacheEntries());
    }

    /** The limits of a record; a text in UTF-8 has at most as many characters as bytes. */
    static ReadLimits limits(LimitSettings limits) {
        return new ReadLimits(
                (int) limits.maxTextBytes(),
                limits.maxRecordBytes(),
                limits.maxJsonDepth(),
                limits.maxNumberChars(),
                limits.maxNameChars(),
                limits.maxFieldNames(),
                limits.maxAnswers());
    }
}
