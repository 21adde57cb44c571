package org.passk.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.passk.format.CountsRow;
import org.passk.format.CountsSink;
import org.passk.format.RecordFields;
import org.passk.format.RecordSink;
import org.passk.format.Reject;
import org.passk.format.Sample;
import org.passk.spark.store.CountsTable;
import org.passk.spark.store.GenerationFile;

/** What the first sample of a file says of itself, read from the first part of the file alone. */
final class FirstSample {
    /** How far the file is read, in bytes of the decompressed stream: enough for any record but the widest. */
    private static final int MAX_BYTES = 16 << 20;

    private FirstSample() {}

    /** The fields of the first sample that can be read; empty when there is none in the first part of the file. */
    static Optional<RecordFields> of(GenerationFile file) throws IOException {
        try {
            file.read(in -> new Beginning(in, MAX_BYTES), new Taker());
            return Optional.empty();
        } catch (Found found) {
            return Optional.of(found.fields);
        }
    }

    /** The fields of the first row of counts that can be read; empty when there is none in the first part of the file. */
    static Optional<RecordFields> of(CountsTable table) throws IOException {
        try {
            table.read(in -> new Beginning(in, MAX_BYTES), new FirstRow());
            return Optional.empty();
        } catch (Found found) {
            return Optional.of(found.fields);
        }
    }

    /** What a sample states of how it was made: field to value, in the order of the study file. */
    static Map<String, String> stated(RecordFields fields) {
        Map<String, String> stated = new LinkedHashMap<>();
        text(stated, "model", fields.model());
        text(stated, "benchmark", fields.benchmark());
        whole(stated, "step", fields.step());
        text(stated, "prompt_kind", fields.promptKind());
        number(stated, "temperature", fields.temperature());
        number(stated, "top_p", fields.topP());
        whole(stated, "max_tokens", fields.maxTokens());
        whole(stated, "seed", fields.seed());
        return stated;
    }

    static void text(Map<String, String> stated, String field, String value) {
        if (!value.isEmpty()) {
            stated.put(field, value);
        }
    }

    static void whole(Map<String, String> stated, String field, long value) {
        if (value >= 0) {
            stated.put(field, Long.toString(value));
        }
    }

    static void number(Map<String, String> stated, String field, double value) {
        if (!Double.isNaN(value)) {
            stated.put(field, Double.toString(value));
        }
    }

    /** Ends the reading: the readers know no other way to stop. */
    private static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient RecordFields fields;

        Found(RecordFields fields) {
            super("found", null, false, false);
            this.fields = fields;
        }
    }

    private static final class Taker implements RecordSink<Boolean> {
        @Override
        public Boolean text(String text) {
            return Boolean.TRUE;
        }

        @Override
        public void sample(Sample<Boolean> sample) {
            throw new Found(sample.fields());
        }

        @Override
        public void reject(Reject reject) {
            // The next record may be better.
        }
    }

    private static final class FirstRow implements CountsSink {
        @Override
        public void counts(CountsRow row) {
            throw new Found(row.fields());
        }

        @Override
        public void reject(Reject reject) {
            // The next row may be better.
        }
    }

    /** The first bytes of a stream. */
    private static final class Beginning extends InputStream {
        private final InputStream in;
        private int left;

        Beginning(InputStream in, int bytes) {
            this.in = in;
            this.left = bytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = in.read(target, offset, Math.min(left, length));
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
