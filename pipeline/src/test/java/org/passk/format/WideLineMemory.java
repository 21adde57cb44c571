package org.passk.format;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.passk.model.StoredVerdict;

/** Reads one generated wide line in a small heap; started as a process of its own by {@link WideLineMemoryTest}. */
public final class WideLineMemory {
    static final int ANSWERS = 1024;

    /** With the same in {@code response[]} the line is 300 MB long. */
    static final int ANSWER_BYTES = 146_484;

    private WideLineMemory() {}

    /** The line, piece by piece: idx, code[], response[], score[], finish_reason[]. */
    static final class Line extends InputStream {
        private final byte[] answer = new byte[ANSWER_BYTES];
        private int piece = -1;
        private byte[] current = bytes("{\"idx\":5,\"answer\":\"7\",\"code\":[");
        private int at;

        Line() {
            Arrays.fill(answer, (byte) 'x');
            byte[] word = bytes("so \\\\boxed{7} é");
            for (int i = 0; i + word.length < answer.length; i += 64) {
                System.arraycopy(word, 0, answer, i, word.length);
            }
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("one byte at a time");
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (at == current.length) {
                piece++;
                at = 0;
                current = piece();
            }
            int count = Math.min(length, current.length - at);
            System.arraycopy(current, at, target, offset, count);
            at += count;
            return count == 0 ? -1 : count;
        }

        /** Three pieces for each answer, twice; then the columns of small values and the end. */
        private byte[] piece() {
            int text = piece / 3;
            if (text < 2 * ANSWERS) {
                return switch (piece % 3) {
                    case 0 -> bytes(text % ANSWERS == 0 ? "\"" : ",\"");
                    case 1 -> answer;
                    default -> bytes(text == ANSWERS - 1 ? "\"],\"response\":[" : "\"");
                };
            }
            if (piece > 6 * ANSWERS) {
                return new byte[0];
            }
            StringBuilder end = new StringBuilder("],\"score\":[true");
            for (int i = 1; i < ANSWERS; i++) {
                end.append(i % 3 == 0 ? ",true" : ",false");
            }
            end.append("],\"finish_reason\":[\"stop\"").append(",\"length\"".repeat(ANSWERS - 1));
            return bytes(end.append("]}\n").toString());
        }
    }

    private static final class Counting implements RecordSink<Integer> {
        private int samples;
        private int right;
        private int truncated;
        private int rejects;
        private long characters;

        @Override
        public Integer text(String text) {
            characters += text.length();
            return text.hashCode();
        }

        @Override
        public void sample(Sample<Integer> sample) {
            samples++;
            right += sample.stored() == StoredVerdict.RIGHT ? 1 : 0;
            truncated += sample.finishReason().equals("length") ? 1 : 0;
        }

        @Override
        public void reject(Reject reject) {
            rejects++;
        }
    }

    /** Reads the line and prints what came of it. */
    public static void main(String[] arguments) throws IOException {
        Counting sink = new Counting();
        ReadSummary summary = new JsonLinesReader(
                        new QwenMathJsonl(), new ReadLimits(1 << 26, 1L << 32, 200, 1000), 512)
                .read(new Line(), 0, Long.MAX_VALUE, sink);
        // The sum of the pools' peaks bounds the heap's peak from above.
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.println("samples=" + sink.samples + " right=" + sink.right + " truncated=" + sink.truncated
                + " rejects=" + sink.rejects + " characters=" + sink.characters + " records=" + summary.records()
                + " bytes=" + summary.bytes() + " peakHeapMiB=" + (peak >> 20));
    }
}
