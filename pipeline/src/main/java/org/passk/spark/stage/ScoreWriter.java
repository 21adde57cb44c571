package org.passk.spark.stage;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.passk.fault.RejectException;
import org.passk.fault.RejectReason;
import org.passk.format.RecordSink;
import org.passk.format.Reject;
import org.passk.format.Sample;
import org.passk.format.ScoreJsonl;
import org.passk.format.ScoreRecord;
import org.passk.settings.QuarantineSettings;
import org.passk.settings.Settings;
import org.passk.spark.schema.TableSchema;
import org.passk.spark.schema.Tables;

/**
 * Writes what is read of one part of a file: SCORES, SCORE_QUARANTINE and, at its end, a row of SCORE_COUNTS. A record is
 * held until the next one comes, because text behind it takes it back. Not thread-safe.
 */
final class ScoreWriter implements ScoreJsonl.Records, RecordSink<Boolean> {
    /** The tables, in the order of the outputs. */
    static final List<TableSchema> TABLES = List.of(Tables.SCORES, Tables.SCORE_QUARANTINE, Tables.SCORE_COUNTS);

    private final Known known;
    private final String path;
    private final List<TableFileTask.Output> outputs;
    private ScoreRecord held;
    private long heldPosition;
    private long accepted;
    private long rejected;

    /**
     * What a record may name, and how a rejected one is kept.
     *
     * @param models names of the study's models
     * @param benchmarks names of the study's benchmarks
     * @param quarantine how much of a rejected record is kept
     */
    record Known(Set<String> models, Set<String> benchmarks, QuarantineSettings quarantine) implements Serializable {
        static Known of(Settings settings) {
            Set<String> models = new TreeSet<>();
            settings.study().models().forEach(model -> models.add(model.name()));
            Set<String> benchmarks = new TreeSet<>();
            settings.study().benchmarks().forEach(benchmark -> benchmarks.add(benchmark.name()));
            return new Known(models, benchmarks, settings.quarantine());
        }
    }

    ScoreWriter(Known known, String path, List<TableFileTask.Output> outputs) {
        this.known = known;
        this.path = path;
        this.outputs = outputs;
    }

    @Override
    public void take(long position, ScoreRecord found) throws RejectException {
        requireModel("model", found.model());
        requireModel("scorer", found.scorer());
        if (!known.benchmarks.contains(found.benchmark())) {
            throw new RejectException(
                    RejectReason.UNKNOWN_BENCHMARK, "the study declares no benchmark \"" + found.benchmark() + "\"");
        }
        flush();
        held = found;
        heldPosition = position;
    }

    private void requireModel(String field, String name) throws RejectException {
        if (!known.models.contains(name)) {
            throw new RejectException(
                    RejectReason.UNKNOWN_MODEL, "the study declares no model \"" + name + "\", named as " + field);
        }
    }

    @Override
    public Boolean text(String text) {
        return true;
    }

    @Override
    public void sample(Sample<Boolean> sample) {
        throw new IllegalStateException("log-probabilities are no generations");
    }

    @Override
    public void reject(Reject reject) {
        if (held != null && heldPosition == reject.position()) {
            held = null;
        }
        rejected++;
        String message = SegmentWriter.printable(reject.message());
        int limit = known.quarantine.maxMessageChars();
        write(
                1,
                path,
                reject.position(),
                reject.answerIndex(),
                reject.reason().name(),
                message.length() <= limit ? message : message.substring(0, limit),
                reject.excerpt());
    }

    /** Writes what is held, and the counts. */
    void end() {
        flush();
        write(2, path, accepted + rejected, accepted, rejected);
    }

    private void flush() {
        if (held == null) {
            return;
        }
        accepted++;
        write(
                0,
                held.benchmark(),
                held.scorer(),
                held.model(),
                held.problemId(),
                held.sampleIndex(),
                path,
                heldPosition,
                held.numTokens(),
                held.sumLogprob(),
                Double.isNaN(held.meanEntropy()) ? null : (Object) held.meanEntropy());
        held = null;
    }

    private void write(int output, Object... row) {
        try {
            outputs.get(output).write(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
