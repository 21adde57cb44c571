package org.passk.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps everything that a reader gives, in order, with the texts themselves. */
public final class CollectingSink implements RecordSink<String> {
    /** Limits that no small record reaches. */
    public static final ReadLimits WIDE_LIMITS = new ReadLimits(1 << 20, 1L << 30, 200, 1000);

    static final int FIRST_BYTES = 64;

    private final List<String> texts = new ArrayList<>();
    private final List<Sample<String>> samples = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private ReadSummary summary = new ReadSummary(0, 0, 0);

    /** Reads a whole file. */
    static CollectingSink read(RecordFormat format, String file) {
        return read(format, file.getBytes(StandardCharsets.UTF_8), WIDE_LIMITS);
    }

    /** Reads a whole file within limits. */
    static CollectingSink read(RecordFormat format, byte[] file, ReadLimits limits) {
        CollectingSink sink = new CollectingSink();
        try {
            sink.summary = new JsonLinesReader(format, limits, FIRST_BYTES)
                    .read(new ByteArrayInputStream(file), 0, file.length, sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sink;
    }

    /** The texts, in the order in which they came. */
    public List<String> texts() {
        return texts;
    }

    /** The samples. */
    public List<Sample<String>> samples() {
        return samples;
    }

    /** The only sample. */
    Sample<String> onlySample() {
        if (samples.size() != 1 || !rejects.isEmpty()) {
            throw new AssertionError("expected one sample and no reject, got " + log);
        }
        return samples.get(0);
    }

    /** The rejects. */
    public List<Reject> rejects() {
        return rejects;
    }

    /** The only reject, where no sample came. */
    Reject onlyReject() {
        if (!samples.isEmpty() || rejects.size() != 1) {
            throw new AssertionError("expected one reject and no sample, got " + log);
        }
        return rejects.get(0);
    }

    /** Samples and rejects as text, in order. */
    public List<String> log() {
        return log;
    }

    /** The entries of the log for the record at this position. */
    List<String> at(long position) {
        return log.stream().filter(entry -> entry.startsWith(position + " ")).toList();
    }

    /** What the reader said. */
    ReadSummary summary() {
        return summary;
    }

    @Override
    public String text(String text) {
        texts.add(text);
        return text;
    }

    @Override
    public void sample(Sample<String> sample) {
        samples.add(sample);
        log.add(sample.position() + " " + sample.answerIndex() + " SAMPLE "
                + sample.fields().problemId() + "|" + sample.fields().problemOrdinal() + "|" + sample.sampleIndex()
                + "|" + sample.finishReason() + "|" + sample.stored() + "|" + sample.stats() + "|" + sample.held());
    }

    @Override
    public void reject(Reject reject) {
        rejects.add(reject);
        log.add(reject.position() + " " + reject.answerIndex() + " " + reject.reason() + " " + reject.message() + "|"
                + reject.excerpt());
    }
}
