package org.passk.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passk.fault.RejectReason;

/** Lines longer than any array, from a stream that makes them up. The texts are let go: only lengths are kept. */
class EndlessLineTest {
    private static final long BEYOND_INT = Integer.MAX_VALUE + 1_000_000L;

    /** The default limits. */
    private static final ReadLimits LIMITS = new ReadLimits(1 << 26, 1L << 32, 200, 1000);

    private static final String NEXT = "\n{\"problem_id\":\"next\",\"sample_index\":7,\"text\":\"intact\"}\n";
    private static final String WIDE_NEXT = "\n{\"idx\":9,\"code\":[\"intact\"]}\n";

    private static final class Lengths implements RecordSink<Integer> {
        private final ArrayList<Sample<Integer>> samples = new ArrayList<>();
        private final ArrayList<Reject> rejects = new ArrayList<>();

        @Override
        public Integer text(String text) {
            return text.length();
        }

        @Override
        public void sample(Sample<Integer> sample) {
            samples.add(sample);
        }

        @Override
        public void reject(Reject reject) {
            rejects.add(reject);
        }
    }

    /** A beginning, one piece many times, and an end. */
    private static final class Repeated extends InputStream {
        private final byte[] before;
        private final byte[] piece;
        private final byte[] after;
        private final long middle;
        private long position;

        Repeated(String before, String piece, long times, String after) {
            this.before = before.getBytes(StandardCharsets.UTF_8);
            this.piece = piece.getBytes(StandardCharsets.UTF_8);
            this.after = after.getBytes(StandardCharsets.UTF_8);
            this.middle = this.piece.length * times;
        }

        long length() {
            return before.length + middle + after.length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (position == length()) {
                return -1;
            }
            byte[] from = before;
            long at = position;
            if (position >= before.length + middle) {
                from = after;
                at = position - before.length - middle;
            } else if (position >= before.length) {
                from = piece;
                at = (position - before.length) % piece.length;
            }
            int count = (int) Math.min(length, from.length - at);
            System.arraycopy(from, (int) at, target, offset, count);
            position += count;
            return count;
        }
    }

    private static Lengths read(RecordFormat format, Repeated file, ReadLimits limits) throws IOException {
        Lengths sink = new Lengths();
        ReadSummary summary = new JsonLinesReader(format, limits, 50).read(file, 0, file.length(), sink);
        assertThat(summary.bytes()).isEqualTo(file.length());
        assertThat(summary.records()).isEqualTo(sink.samples.size() + sink.rejects.size());
        return sink;
    }

    private static String kilobytes(int count) {
        return "0123456789abcde ".repeat(64 * count);
    }

    @Test
    void aTextLongerThanAnyArrayIsTooLargeAndTheNextRecordIsRead() throws IOException {
        Repeated file = new Repeated(
                "{\"problem_id\":\"p\",\"sample_index\":0,\"text\":\"",
                kilobytes(64),
                BEYOND_INT / 65_536,
                "\"}" + NEXT);
        Lengths sink = read(new PasskJsonl(), file, LIMITS);
        assertThat(sink.samples).extracting(Sample::sampleIndex).containsExactly(7L);
        assertThat(sink.rejects).extracting(Reject::reason).containsExactly(RejectReason.TOO_LARGE);
        assertThat(sink.samples.get(0).position()).isEqualTo(file.length() - NEXT.length() + 1);
    }

    @Tag("slow")
    @Test
    void aFieldLongerThanAnyArrayIsSkippedWithoutBeingHeld() throws IOException {
        Repeated file = new Repeated(
                "{\"problem_id\":\"p\",\"sample_index\":0,\"x\":\"",
                kilobytes(64),
                BEYOND_INT / 65_536,
                "\",\"text\":\"t\"}" + NEXT);
        Lengths sink = read(new PasskJsonl(), file, LIMITS);
        assertThat(sink.samples).extracting(Sample::sampleIndex).containsExactly(0L, 7L);
        ReadLimits tight = new ReadLimits(1 << 26, Integer.MAX_VALUE, 200, 1000);
        Repeated again = new Repeated(
                "{\"problem_id\":\"p\",\"sample_index\":0,\"x\":\"",
                kilobytes(64),
                BEYOND_INT / 65_536,
                "\",\"text\":\"t\"}" + NEXT);
        Lengths cut = read(new PasskJsonl(), again, tight);
        assertThat(cut.samples).extracting(Sample::sampleIndex).containsExactly(7L);
        assertThat(cut.rejects).extracting(Reject::reason).containsExactly(RejectReason.TOO_LARGE);
    }

    @Tag("slow")
    @Test
    void aRecordOfManyAnswersLongerThanAnyArrayGivesThemAll() throws IOException {
        String answer = ",\"" + kilobytes(512) + "\"";
        long answers = BEYOND_INT / answer.length() + 1;
        Repeated file = new Repeated("{\"idx\":0,\"code\":[\"first\"", answer, answers, "]}" + WIDE_NEXT);
        assertThat(file.length()).isGreaterThan(Integer.MAX_VALUE);
        Lengths sink = read(new QwenMathJsonl(), file, LIMITS);
        assertThat(sink.rejects).isEmpty();
        assertThat(sink.samples).hasSize((int) answers + 2);
        assertThat(sink.samples.subList(1, sink.samples.size() - 1))
                .extracting(Sample::held)
                .containsOnly(512 * 1024);
    }

    @Tag("slow")
    @Test
    void namesAndNestingWithoutEndAreTooLarge() throws IOException {
        for (Repeated file : List.of(
                new Repeated("{\"problem_id\":\"p\",\"x\":", "[", 100_000_000, NEXT),
                new Repeated("{\"problem_id\":\"", kilobytes(1), 200_000, "\"}" + NEXT),
                new Repeated("{\"problem_id\":\"p\",\"sample_index\":", "1234567890", 20_000_000, "}" + NEXT),
                new Repeated("{\"", kilobytes(1), 200_000, "\":1}" + NEXT))) {
            Lengths sink = read(new PasskJsonl(), file, LIMITS);
            assertThat(sink.samples).hasSize(1);
            assertThat(sink.rejects).extracting(Reject::reason).containsExactly(RejectReason.TOO_LARGE);
        }
    }
}
