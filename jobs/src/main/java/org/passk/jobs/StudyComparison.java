package org.passk.jobs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.passk.analysis.CrossoverPoint;
import org.passk.analysis.Metric;
import org.passk.analysis.MetricOptions;
import org.passk.analysis.PassAtKCurve;
import org.passk.analysis.SamplingEfficiencyGap;
import org.passk.analysis.StudyRow;
import org.passk.analysis.StudyRun;
import org.passk.analysis.VerdictDifference;
import org.passk.fault.PasskException;
import org.passk.jobs.ComparedStudies.ComparedRun;
import org.passk.jobs.ComparedStudies.Gap;
import org.passk.jobs.ComparedStudies.GapValues;
import org.passk.jobs.ComparedStudies.Setting;
import org.passk.settings.MetricSettings;
import org.passk.spark.compare.RunPairs;
import org.passk.spark.compare.SampleComparison;
import org.passk.spark.schema.Tables;
import org.passk.spark.store.SegmentStore;

/** Puts two finished studies of the same generations against each other. */
public final class StudyComparison {
    /** The metric that the differences are called. */
    private static final String DIFFERENCE = "pass@k_difference";

    private static final String MANIFEST = "manifest.json";

    private final FinishedStudy a;
    private final FinishedStudy b;

    /**
     * A comparison.
     *
     * @param a the first study
     * @param b the second study
     */
    public StudyComparison(FinishedStudy a, FinishedStudy b) {
        this.a = a;
        this.b = b;
    }

    /**
     * Compares.
     *
     * @param session reads the samples
     * @param examples the most flipped samples that are shown of a run on a benchmark
     * @throws IOException if a file system fails on the driver
     * @throws PasskException of kind INPUT if a study has no samples, their problems differ, or no sample is common
     */
    public ComparedStudies run(SparkSession session, int examples) throws IOException {
        Configuration conf = session.sparkContext().hadoopConfiguration();
        SegmentStore storeOfA = store(a, conf);
        SegmentStore storeOfB = store(b, conf);
        List<String> notes = new ArrayList<>(ComparedProblems.check(storeOfA, storeOfB, conf));
        List<RunPairs> pairs = new SampleComparison(session).compare(storeOfA, storeOfB, examples);
        if (pairs.stream().allMatch(run -> run.verdicts().isEmpty())) {
            throw PasskException.input(nothingInCommon(pairs));
        }
        return new ComparedStudies(
                a.folder().display(), b.folder().display(), settings(notes), notes, runs(pairs), gaps());
    }

    private static SegmentStore store(FinishedStudy study, Configuration conf) throws IOException {
        SegmentStore store = new SegmentStore(study.folder().store(), conf);
        if (store.segmentFiles(Tables.SAMPLES, segment -> true).isEmpty()) {
            throw PasskException.input(study.folder().display()
                    + ": holds no verdicts of single samples (counts have none), so that there is nothing to compare");
        }
        return store;
    }

    private String nothingInCommon(List<RunPairs> pairs) {
        long otherText = pairs.stream().mapToLong(run -> run.left().otherText()).sum();
        return a.folder().display() + " and " + b.folder().display() + " have no sample in common, by run, benchmark,"
                + " problem, source and index"
                + (otherText > 0 ? "; " + otherText + " of equal identity have different texts" : "")
                + " (runs: " + labels(a) + "; and: " + labels(b) + ")";
    }

    private static String labels(FinishedStudy study) {
        return study.tables().runs().stream().map(StudyRun::label).collect(Collectors.joining(", "));
    }

    private List<Setting> settings(List<String> notes) {
        Optional<String> one = a.folder().read(MANIFEST);
        Optional<String> other = b.folder().read(MANIFEST);
        if (one.isEmpty() || other.isEmpty()) {
            notes.add("settings are not compared: "
                    + (one.isEmpty() ? a : b).folder().display() + " has no " + MANIFEST);
            return List.of();
        }
        return SettingDifferences.of(one.get(), other.get());
    }

    private List<ComparedRun> runs(List<RunPairs> pairs) {
        Map<String, String> labels = labels();
        MetricSettings metrics = a.metrics();
        MetricOptions options = metrics.options(ks());
        List<ComparedRun> runs = new ArrayList<>();
        for (RunPairs run : pairs) {
            runs.add(new ComparedRun(
                    labels.getOrDefault(run.runId(), run.runId()),
                    run,
                    run.table(),
                    VerdictDifference.of(DIFFERENCE, run.problems(), options)));
        }
        runs.sort(Comparator.comparing((ComparedRun run) -> run.pairs().benchmark())
                .thenComparing(ComparedRun::run)
                .thenComparing(run -> run.pairs().runId()));
        return runs;
    }

    /** The k of either study's curves. */
    private List<Integer> ks() {
        return rows().filter(row -> row.metric().equals(PassAtKCurve.NAME) && row.k() <= Integer.MAX_VALUE)
                .map(row -> (int) row.k())
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<StudyRow> rows() {
        return Stream.concat(a.tables().metrics().stream(), b.tables().metrics().stream());
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>();
        Stream.concat(a.tables().runs().stream(), b.tables().runs().stream())
                .forEach(run -> labels.put(run.runId(), run.label()));
        return labels;
    }

    private record Key(String benchmark, String runId, String baseRunId) {}

    private List<Gap> gaps() {
        Map<String, String> labels = labels();
        Set<Key> keys = new TreeSet<>(Comparator.comparing(Key::benchmark)
                .thenComparing(key -> labels.getOrDefault(key.runId, key.runId))
                .thenComparing(Key::runId)
                .thenComparing(Key::baseRunId));
        rows().filter(StudyComparison::isHeadlineGap)
                .forEach(row -> keys.add(new Key(row.benchmark(), row.runId(), row.baseRunId())));
        return keys.stream()
                .map(key -> new Gap(
                        labels.getOrDefault(key.runId, key.runId),
                        labels.getOrDefault(key.baseRunId, key.baseRunId),
                        key.runId,
                        key.baseRunId,
                        key.benchmark,
                        values(a, key),
                        values(b, key)))
                .toList();
    }

    private static boolean isHeadlineGap(StudyRow row) {
        return row.metric().equals(SamplingEfficiencyGap.NAME)
                && row.slice().isEmpty()
                && List.of(row.flags().split(" ")).contains(Metric.HEADLINE);
    }

    private static GapValues values(FinishedStudy study, Key key) {
        List<StudyRow> rows = study.tables().metrics().stream()
                .filter(row -> new Key(row.benchmark(), row.runId(), row.baseRunId()).equals(key)
                        && row.slice().isEmpty())
                .toList();
        return new GapValues(
                rows.stream().filter(StudyComparison::isHeadlineGap).findFirst(),
                rows.stream()
                        .filter(row -> row.metric().equals(CrossoverPoint.START))
                        .findFirst());
    }
}
