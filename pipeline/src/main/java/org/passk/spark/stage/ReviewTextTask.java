package org.passk.spark.stage;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.unsafe.Platform;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;
import org.passk.format.ReadLimits;
import org.passk.format.RecordSink;
import org.passk.format.Reject;
import org.passk.format.Sample;
import org.passk.spark.store.HadoopSettings;
import org.passk.spark.store.InputFile;
import org.passk.spark.store.RecordAt;

/** Reads the texts of drawn samples, file by file; only texts with a wanted hash are held, and those are the results. */
final class ReviewTextTask implements FlatMapFunction<Iterator<ReviewTextTask.Work>, ReviewTextTask.Read> {
    private static final long serialVersionUID = 1;

    /**
     * What is read of a file.
     *
     * @param file the file
     * @param samples the samples of it, at least one
     */
    record Work(InputFile file, List<ReviewSample> samples) implements Serializable {}

    /**
     * What came of a file. Input that cannot be used is a result and not a failure, which Spark would try again.
     *
     * @param texts the texts
     * @param refusal what is wrong with the file; empty where nothing is
     */
    record Read(List<ReviewText> texts, String refusal) implements Serializable {}

    private final Broadcast<HadoopSettings> hadoop;
    private final ReadLimits limits;

    ReviewTextTask(Broadcast<HadoopSettings> hadoop, ReadLimits limits) {
        this.hadoop = hadoop;
        this.limits = limits;
    }

    @Override
    public Iterator<Read> call(Iterator<Work> works) throws IOException {
        List<Read> results = new ArrayList<>();
        while (works.hasNext()) {
            results.add(read(works.next()));
        }
        return results.iterator();
    }

    private Read read(Work work) throws IOException {
        Collector collector = new Collector(work.samples);
        TreeSet<Long> positions = new TreeSet<>();
        work.samples.forEach(sample -> positions.add(sample.position()));
        try {
            new RecordAt(limits, hadoop.value().configuration()).read(work.file, positions, collector);
        } catch (PasskException e) {
            if (e.kind() == FaultKind.INPUT) {
                return new Read(List.of(), e.getMessage());
            }
            throw e;
        }
        return collector.result(work.file.path());
    }

    /** @param text the text where its hash is wanted, else empty */
    private record Held(long hash, String text) {}

    private static final class Collector implements RecordSink<Held> {
        private final Map<String, ReviewSample> wanted = new LinkedHashMap<>();
        private final Map<String, ReviewText> found = new HashMap<>();
        private final Set<Long> hashes = new HashSet<>();

        Collector(List<ReviewSample> samples) {
            for (ReviewSample sample : samples) {
                wanted.put(sample.position() + " " + sample.answerIndex(), sample);
                hashes.add(sample.textHash());
            }
        }

        @Override
        public Held text(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            long hash = XXH64.hashUnsafeBytes(bytes, Platform.BYTE_ARRAY_OFFSET, bytes.length, 0);
            return new Held(hash, hashes.contains(hash) ? text : "");
        }

        @Override
        public void sample(Sample<Held> sample) {
            String place = sample.position() + " " + sample.answerIndex();
            ReviewSample drawn = wanted.get(place);
            if (drawn != null && drawn.textHash() == sample.held().hash()) {
                found.put(
                        place,
                        new ReviewText(
                                drawn,
                                sample.held().text(),
                                sample.fields().question(),
                                sample.fields().reference()));
            }
        }

        @Override
        public void reject(Reject reject) {
            // It was rejected when it was verified, or its sample is missed below.
        }

        Read result(String path) {
            List<ReviewText> texts = new ArrayList<>();
            for (Map.Entry<String, ReviewSample> one : wanted.entrySet()) {
                ReviewText text = found.get(one.getKey());
                if (text == null) {
                    return new Read(
                            List.of(),
                            path + ": the response at " + one.getValue().position()
                                    + " is not the one that was verified; run passk evaluate again");
                }
                texts.add(text);
            }
            return new Read(texts, "");
        }
    }
}
