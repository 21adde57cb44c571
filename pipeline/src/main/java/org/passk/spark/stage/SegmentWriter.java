package org.passk.spark.stage;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.passk.format.CountsRow;
import org.passk.format.ReadSummary;
import org.passk.format.Reject;
import org.passk.format.SampleStats;
import org.passk.model.Outcome;
import org.passk.model.Run;
import org.passk.model.UnicodeText;
import org.passk.model.Verdict;
import org.passk.settings.QuarantineSettings;
import org.passk.settings.SegmentSettings;
import org.passk.spark.schema.TableSchema;
import org.passk.spark.schema.Tables;
import org.passk.spark.store.SegmentCommit;
import org.passk.spark.store.SegmentCommit.RejectCount;
import org.passk.spark.store.SegmentCommit.RunCount;
import org.passk.spark.store.SegmentCommit.TableFile;
import org.passk.spark.store.TableFileWriter;
import org.passk.tally.Count;

/**
 * Writes the files of one segment. Rows are held for one batch, sorted by problem, and written; so memory does not grow
 * with the split. Not thread-safe.
 */
final class SegmentWriter implements Closeable {
    private record RunKey(Run run, String benchmark, String source) {}

    private final Path root;
    private final String prefix;
    private final String inputPath;
    private final SegmentSettings settings;
    private final QuarantineSettings quarantine;
    private final Configuration conf;
    private final Map<TableSchema, TableFileWriter> writers = new LinkedHashMap<>();
    private final Map<RunKey, long[]> runs = new LinkedHashMap<>();
    private final Map<String, RejectCount> rejects = new TreeMap<>();
    private PartialTable batch = new PartialTable();
    private final Set<String> programs = new HashSet<>();
    private int batchRows;
    private long verdicts;
    private long waiting;
    private long quarantined;
    private long faults;

    /**
     * A segment.
     *
     * @param root the store's folder
     * @param prefix start of the names of its files, relative to the store, unique to the task attempt
     * @param inputPath the input file
     * @param settings how segments are written
     * @param quarantine how much of a rejected record is kept
     * @param conf Hadoop's configuration
     */
    SegmentWriter(
            Path root,
            String prefix,
            String inputPath,
            SegmentSettings settings,
            QuarantineSettings quarantine,
            Configuration conf) {
        this.root = root;
        this.prefix = prefix;
        this.inputPath = inputPath;
        this.settings = settings;
        this.quarantine = quarantine;
        this.conf = conf;
    }

    /**
     * Adds a sample with its verdict.
     *
     * @param run its run
     * @param sample the sample
     * @param verdict the verdict
     */
    void verdict(Run run, SampleRow sample, Verdict verdict) throws IOException {
        count(run, sample);
        decided(sample, verdict, false);
    }

    /**
     * Adds a sample whose run was counted when it was read.
     *
     * @param sample the sample
     * @param verdict the verdict
     * @param nearLimit whether its program ended near its limit
     */
    void decided(SampleRow sample, Verdict verdict, boolean nearLimit) throws IOException {
        verdicts++;
        if (verdict.outcome() == Outcome.FAULT) {
            faults++;
        }
        SampleStats stats = sample.stats();
        Object[] row = {
            sample.runId(),
            sample.benchmark(),
            sample.problemId(),
            sample.source(),
            sample.path(),
            sample.position(),
            sample.answerIndex(),
            sample.sampleIndex(),
            verdict.outcome().name(),
            verdict.channel().name(),
            verdict.rule(),
            sample.truncated(),
            verdict.answer(),
            sample.textHash(),
            sample.stored().name(),
            stats.numTokens() < 0 ? null : (Object) stats.numTokens(),
            present(stats.sumLogprob()),
            present(stats.meanEntropy()),
            present(stats.score()),
            nearLimit
        };
        batch.add(
                sample.key(),
                sample.sampleIndex(),
                new PartialTable.Counted(
                        verdict.outcome(),
                        verdict.channel(),
                        verdict.answer(),
                        sample.truncated(),
                        sample.stored(),
                        sample.textHash(),
                        nearLimit,
                        stats.numTokens()),
                row);
        added();
    }

    /**
     * Adds a sample that waits for the verdict on its program.
     *
     * @param segment key of the segment
     * @param run its run
     * @param sample the sample
     * @param program the program, and the tests it is for
     */
    void waiting(String segment, Run run, SampleRow sample, FoundProgram program) throws IOException {
        count(run, sample);
        waiting++;
        SampleStats stats = sample.stats();
        writer(Tables.WAITING)
                .write(
                        segment,
                        program.suite(),
                        program.digest(),
                        program.extraction(),
                        sample.runId(),
                        sample.benchmark(),
                        sample.problemId(),
                        sample.source(),
                        sample.path(),
                        sample.position(),
                        sample.answerIndex(),
                        sample.sampleIndex(),
                        sample.truncated(),
                        sample.textHash(),
                        sample.stored().name(),
                        stats.numTokens() < 0 ? null : (Object) stats.numTokens(),
                        present(stats.sumLogprob()),
                        present(stats.meanEntropy()),
                        present(stats.score()));
        if (programs.add(program.suite() + program.digest())) {
            writer(Tables.PROGRAMS)
                    .write(
                            program.suite(),
                            program.digest(),
                            sample.benchmark(),
                            sample.problemId(),
                            program.ordinal(),
                            program.extraction(),
                            program.source());
        }
        added();
    }

    private void count(Run run, SampleRow sample) {
        runs.computeIfAbsent(new RunKey(run, sample.benchmark(), sample.source()), key -> new long[1])[0]++;
    }

    /**
     * Adds a row of counts, which stands for all of its samples.
     *
     * @param run its run
     * @param key run id, benchmark, problem id, source and path
     * @param counts the row
     */
    void counts(Run run, String[] key, CountsRow counts) throws IOException {
        runs.computeIfAbsent(new RunKey(run, key[1], key[3]), k -> new long[1])[0] += counts.n();
        verdicts += counts.n();
        Object[] row = new Object[key.length + Count.size() + 3];
        System.arraycopy(key, 0, row, 0, key.length);
        for (Count count : Count.values()) {
            row[key.length + count.ordinal()] = 0L;
        }
        row[key.length + Count.CORRECT.ordinal()] = counts.correct();
        row[key.length + Count.UNDECIDED.ordinal()] = counts.undecided();
        row[key.length + Count.INCORRECT.ordinal()] = counts.n() - counts.correct() - counts.undecided();
        // Their indexes are 0 … n − 1, which n says.
        row[row.length - 3] = new byte[0];
        row[row.length - 2] = new byte[0];
        row[row.length - 1] = counts.position();
        writer(Tables.PARTIAL_TALLIES).write(row);
    }

    private void added() throws IOException {
        batchRows++;
        if (batchRows >= settings.batchRows()) {
            flush();
        }
    }

    private static Double present(double value) {
        return Double.isNaN(value) ? null : value;
    }

    /** Adds a rejected record. */
    void reject(Reject reject) throws IOException {
        quarantined++;
        String message = bounded(printable(reject.message()));
        rejects.merge(
                reject.reason().name(),
                new RejectCount(1, reject.position(), message),
                (old, one) -> new RejectCount(old.count() + 1, old.position(), old.message()));
        writer(Tables.QUARANTINE)
                .write(
                        inputPath,
                        reject.position(),
                        reject.answerIndex(),
                        reject.reason().name(),
                        message,
                        reject.excerpt());
    }

    /** A message on one line: names in records are untrusted, and messages go to terminals and reports. */
    static String printable(String message) {
        return UnicodeText.plain(message);
    }

    private String bounded(String message) {
        int limit = quarantine.maxMessageChars();
        return message.length() <= limit ? message : message.substring(0, limit);
    }

    private void flush() throws IOException {
        if (!batch.isEmpty()) {
            batch.write(
                    writer(Tables.SAMPLES)::write,
                    writer(Tables.PARTIAL_TALLIES)::write,
                    writer(Tables.PARTIAL_ANSWERS)::write);
            batch = new PartialTable();
        }
        batchRows = 0;
        programs.clear();
    }

    private TableFileWriter writer(TableSchema schema) throws IOException {
        TableFileWriter writer = writers.get(schema);
        if (writer == null) {
            writer = new TableFileWriter(new Path(root, name(schema)), schema, settings.rowGroupBytes(), conf);
            writers.put(schema, writer);
        }
        return writer;
    }

    private String name(TableSchema schema) {
        return prefix + "-" + schema.name() + ".parquet";
    }

    /**
     * Ends the segment and closes its files.
     *
     * @param key the segment's key
     * @param start first byte or row group of the split
     * @param summary what the reader counted
     */
    SegmentCommit commit(String key, long start, ReadSummary summary) throws IOException {
        Map<String, List<TableFile>> files = new TreeMap<>();
        finish().forEach((table, file) -> files.put(table, List.of(file)));
        List<RunCount> counts = new ArrayList<>();
        runs.forEach((run, count) -> counts.add(new RunCount(run.run, run.benchmark, run.source, count[0])));
        return new SegmentCommit(
                key,
                inputPath,
                start,
                files,
                counts,
                summary.records(),
                verdicts,
                waiting,
                quarantined,
                faults,
                rejects,
                summary.bytes(),
                summary.checksum());
    }

    /**
     * Ends the segment and closes its files.
     *
     * @return the files by table
     */
    Map<String, TableFile> finish() throws IOException {
        flush();
        Map<String, TableFile> files = new TreeMap<>();
        for (Map.Entry<TableSchema, TableFileWriter> open : writers.entrySet()) {
            open.getValue().close();
            files.put(
                    open.getKey().name(),
                    new TableFile(name(open.getKey()), open.getValue().rows()));
        }
        writers.clear();
        return files;
    }

    /** Verdicts so far that are faults of ours. */
    long faults() {
        return faults;
    }

    @Override
    public void close() throws IOException {
        for (TableFileWriter writer : writers.values()) {
            writer.close();
        }
        writers.clear();
    }
}
