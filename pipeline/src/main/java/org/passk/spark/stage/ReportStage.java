package org.passk.spark.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.passk.benchmark.ProblemSet;
import org.passk.fault.PasskException;
import org.passk.fault.RejectReason;
import org.passk.model.Run;
import org.passk.report.Report;
import org.passk.report.RunSummary;
import org.passk.report.SourceSummary;
import org.passk.report.SourceSummary.RejectSummary;
import org.passk.settings.ModelSpec;
import org.passk.settings.Settings;
import org.passk.settings.Study;
import org.passk.spark.schema.Tables;
import org.passk.spark.store.InputFile;
import org.passk.spark.store.SegmentCommit;
import org.passk.spark.store.SegmentStore;
import org.passk.spark.store.TableFileReader;

/**
 * Fills the report from METRICS, SUMMARIES and the segment list, on the driver. No Spark job, unless METRICS are so many that
 * the driver would not hold them.
 */
public final class ReportStage {
    private final SparkSession session;
    private final SegmentStore store;
    private final Settings settings;
    private final Configuration conf;
    private final long mostRows;

    /**
     * A stage.
     *
     * @param session the session
     * @param store METRICS and SUMMARIES in
     * @param settings the settings
     * @param conf Hadoop's configuration
     * @param mostRows so many rows of METRICS are sorted on the driver, more by Spark
     */
    public ReportStage(SparkSession session, SegmentStore store, Settings settings, Configuration conf, long mostRows) {
        this.session = session;
        this.store = store;
        this.settings = settings;
        this.conf = conf;
        this.mostRows = mostRows;
    }

    /**
     * The report.
     *
     * @param files the input files
     * @param base folder of the study, which paths below it are shown relative to
     * @param problems problem sets by benchmark, where there are any
     * @return what to tell
     * @throws IOException if a file system fails
     */
    public Report report(List<InputFile> files, String base, Map<String, ProblemSet> problems) throws IOException {
        List<SegmentCommit> segments = store.segmentsInOrder();
        Map<String, Run> runs = new HashMap<>();
        RunIndex.runs(segments).forEach(run -> runs.put(run.id(), run));
        List<RunSummary> summaries = summaries(runs, RunIndex.expected(settings.study(), segments, files), problems);
        return new Report(
                settings.study().name(),
                summaries,
                new ReportMetrics(session, store, settings, conf, mostRows).of(summaries),
                sources(files, segments, duplicates(base), base),
                notes(segments, summaries));
    }

    private List<String> notes(List<SegmentCommit> segments, List<RunSummary> summaries) throws IOException {
        List<String> notes = new ArrayList<>();
        long waiting = segments.stream().mapToLong(SegmentCommit::waiting).sum();
        if (waiting > 0) {
            notes.add(waiting + " samples have no verdict, because their programs were not run; they are in no count");
        }
        long programs =
                summaries.stream().mapToLong(run -> run.count("program_rule")).sum();
        if (programs > 0 && settings.verify().code().sandbox().unconfined()) {
            notes.add("programs were allowed to run where nothing confines them (verify.code.unsafe_no_sandbox): they"
                    + " could read and change whatever the user can");
        }
        long near = summaries.stream().mapToLong(run -> run.count("near_limit")).sum();
        if (near > 0) {
            notes.add(near + " samples have programs that ended within a tenth of their CPU limit: another machine may"
                    + " decide them otherwise");
        }
        long[] scores = new long[2];
        for (Object[] row : rows(Tables.SCORE_COUNTS.name())) {
            scores[0] += (Long) row[1];
            scores[1] += (Long) row[3];
        }
        scores[1] += rows(Tables.SCORE_DUPLICATES.name()).size();
        if (scores[1] > 0) {
            notes.add(scores[1] + " of " + scores[0] + " records with log-probabilities are quarantined");
        }
        return notes;
    }

    /**
     * Repeated identities by file, with the first one. They are known only after all segments are, and belong to their
     * files all the same.
     */
    private Map<String, RejectSummary> duplicates(String base) throws IOException {
        Map<String, RejectSummary> duplicates = new HashMap<>();
        for (Object[] row : rows(DuplicateReduction.COUNTS.name())) {
            String message = RunIndex.withRelativePaths((String) row[3], base);
            duplicates.merge(
                    (String) row[0],
                    new RejectSummary(RejectReason.DUPLICATE_ID.name(), (Long) row[1], (Long) row[2], message),
                    ReportStage::sum);
        }
        return duplicates;
    }

    private static RejectSummary sum(RejectSummary a, RejectSummary b) {
        Comparator<RejectSummary> order =
                Comparator.comparingLong(RejectSummary::position).thenComparing(RejectSummary::message);
        RejectSummary first = order.compare(a, b) <= 0 ? a : b;
        return new RejectSummary(first.reason(), a.count() + b.count(), first.position(), first.message());
    }

    private List<Object[]> rows(String table) throws IOException {
        List<Object[]> rows = new ArrayList<>();
        for (String file : store.table(table).orElse(List.of())) {
            rows.addAll(TableFileReader.read(file, conf));
        }
        return rows;
    }

    private List<RunSummary> summaries(
            Map<String, Run> runs, Map<String, Long> expected, Map<String, ProblemSet> problems) throws IOException {
        // A run and benchmark has a row for each file of TALLIES that holds some of its problems.
        Map<String, long[]> sums = new TreeMap<>();
        int columns = Tables.SUMMARIES.columns().size() - 2;
        for (Object[] row : rows(Tables.SUMMARIES.name())) {
            long[] sum = sums.computeIfAbsent(row[0] + " " + row[1], key -> {
                long[] fresh = new long[columns];
                fresh[columns - 3] = Long.MAX_VALUE;
                return fresh;
            });
            for (int i = 0; i < columns; i++) {
                long value = (Long) row[2 + i];
                sum[i] = i == columns - 3
                        ? Math.min(sum[i], value)
                        : i == columns - 2 ? Math.max(sum[i], value) : sum[i] + value;
            }
        }
        List<RunSummary> summaries = new ArrayList<>();
        sums.forEach((key, sum) -> {
            String[] parts = key.split(" ");
            summaries.add(summary(runs.get(parts[0]), parts[1], sum, expected.get(key), problems.get(parts[1])));
        });
        summaries.sort(order(settings.study(), runs));
        return summaries;
    }

    private RunSummary summary(Run run, String benchmark, long[] sum, Long expected, ProblemSet set) {
        ModelSpec model = settings.study()
                .model(run.model())
                .orElseThrow(() -> PasskException.configuration("generations of " + run.model()
                        + " are verified, but the study declares no such model: run passk verify first"));
        String[] names = Tables.SUMMARIES.names();
        Map<String, Long> counts = new TreeMap<>();
        for (int i = 0; i < sum.length - 4; i++) {
            counts.put(names[2 + i], sum[i]);
        }
        long problems = sum[sum.length - 4];
        long unseen = set == null ? 0 : set.size() - problems;
        return new RunSummary(
                run.id(),
                run.label(),
                run.model(),
                model.role().name().toLowerCase(Locale.ROOT),
                model.base(),
                model.algorithm(),
                benchmark,
                problems,
                set == null ? -1 : set.size(),
                sum[sum.length - 3],
                sum[sum.length - 2],
                expected == null ? -1 : sum[sum.length - 1] + unseen * expected,
                counts);
    }

    /** By benchmark and model as the study lists them, then by what else defines a run. */
    private static Comparator<RunSummary> order(Study study, Map<String, Run> runs) {
        List<String> models = study.models().stream().map(ModelSpec::name).toList();
        List<String> benchmarks = study.benchmarks().stream().map(b -> b.name()).toList();
        return Comparator.comparingInt((RunSummary r) -> benchmarks.indexOf(r.benchmark()))
                .thenComparingInt(r -> models.indexOf(r.model()))
                .thenComparingLong(r -> runs.get(r.runId()).step())
                .thenComparing(r -> runs.get(r.runId()).promptKind())
                .thenComparingDouble(r -> runs.get(r.runId()).temperature())
                .thenComparing(RunSummary::label);
    }

    private static List<SourceSummary> sources(
            List<InputFile> files, List<SegmentCommit> segments, Map<String, RejectSummary> duplicates, String base) {
        Map<String, List<SegmentCommit>> byPath = new HashMap<>();
        segments.forEach(
                s -> byPath.computeIfAbsent(s.path(), p -> new ArrayList<>()).add(s));
        List<SourceSummary> sources = new ArrayList<>();
        for (InputFile file : files) {
            List<SegmentCommit> own = byPath.getOrDefault(file.path(), List.of());
            Optional<RejectSummary> repeated = Optional.ofNullable(duplicates.get(file.path()));
            long repetitions = repeated.map(RejectSummary::count).orElse(0L);
            sources.add(new SourceSummary(
                    RunIndex.relative(file.path(), base),
                    file.format(),
                    own.stream().mapToLong(SegmentCommit::read).sum(),
                    own.stream().mapToLong(SegmentCommit::verdicts).sum() - repetitions,
                    own.stream().mapToLong(SegmentCommit::quarantined).sum() + repetitions,
                    rejects(own, repeated)));
        }
        return sources;
    }

    private static List<RejectSummary> rejects(List<SegmentCommit> segments, Optional<RejectSummary> repeated) {
        Map<String, RejectSummary> sum = new TreeMap<>();
        repeated.ifPresent(duplicates -> sum.put(duplicates.reason(), duplicates));
        for (SegmentCommit segment : segments) {
            segment.rejects()
                    .forEach((reason, more) -> sum.merge(
                            reason,
                            new RejectSummary(reason, more.count(), more.position(), more.message()),
                            (old, one) -> new RejectSummary(
                                    reason, old.count() + one.count(), old.position(), old.message())));
        }
        return sum.values().stream()
                .sorted(Comparator.comparingLong(RejectSummary::count)
                        .reversed()
                        .thenComparing(RejectSummary::reason))
                .toList();
    }
}
