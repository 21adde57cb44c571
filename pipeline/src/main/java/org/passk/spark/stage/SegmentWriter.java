package org.passk.spark.stage;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.passk.format.ReadSummary;
import org.passk.format.Reject;
import org.passk.format.Sample;
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
    private int batchRows;
    private long verdicts;
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

    /** Adds a verdict. */
    void verdict(
            Sample<?> sample,
            Run run,
            String runId,
            String benchmark,
            String problemId,
            String source,
            Verdict verdict,
            boolean truncated,
            long textHash)
            throws IOException {
        verdicts++;
        if (verdict.outcome() == Outcome.FAULT) {
            faults++;
        }
        runs.computeIfAbsent(new RunKey(run, benchmark, source), key -> new long[1])[0]++;
        String[] key = {runId, benchmark, problemId, source, inputPath};
        SampleStats stats = sample.stats();
        Object[] row = {
            runId,
            benchmark,
            problemId,
            source,
            inputPath,
            sample.position(),
            sample.answerIndex(),
            sample.sampleIndex(),
            verdict.outcome().name(),
            verdict.channel().name(),
            verdict.rule(),
            truncated,
            verdict.answer(),
            textHash,
            sample.stored().name(),
            stats.numTokens() < 0 ? null : (Object) stats.numTokens(),
            present(stats.sumLogprob()),
            present(stats.meanEntropy()),
            present(stats.score())
        };
        batch.add(
                key,
                sample.sampleIndex(),
                verdict.outcome(),
                verdict.channel(),
                verdict.answer(),
                truncated,
                sample.stored(),
                textHash,
                row);
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
        if (batchRows == 0) {
            return;
        }
        batch.write(
                writer(Tables.SAMPLES)::write,
                writer(Tables.PARTIAL_TALLIES)::write,
                writer(Tables.PARTIAL_ANSWERS)::write);
        batch = new PartialTable();
        batchRows = 0;
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
        flush();
        Map<String, TableFile> files = new TreeMap<>();
        for (Map.Entry<TableSchema, TableFileWriter> open : writers.entrySet()) {
            open.getValue().close();
            files.put(
                    open.getKey().name(),
                    new TableFile(name(open.getKey()), open.getValue().rows()));
        }
        writers.clear();
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
                quarantined,
                faults,
                rejects,
                summary.bytes(),
                summary.checksum());
    }

    @Override
    public void close() throws IOException {
        for (TableFileWriter writer : writers.values()) {
            writer.close();
        }
        writers.clear();
    }
}
