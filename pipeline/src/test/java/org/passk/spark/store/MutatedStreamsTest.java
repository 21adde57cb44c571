package org.passk.spark.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passk.fault.RejectReason;
import org.passk.format.CollectingSink;
import org.passk.format.JsonLinesReader;
import org.passk.format.PasskJsonl;
import org.passk.format.ReadLimits;
import org.passk.format.ReadSummary;
import org.passk.testing.Mutator;

/** Compressed files of intact and damaged lines, and compressed files that are damaged themselves. */
class MutatedStreamsTest {
    private static final ReadLimits LIMITS = new ReadLimits(200, 500, 8, 30, 60, 40, 6);

    private static byte[] lines(Random random, int count) {
        Mutator mutator = new Mutator(random);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            byte[] line = ("{\"problem_id\":\"p\",\"sample_index\":" + i + ",\"text\":\"" + random.nextLong() + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            file.writeBytes(i % 2 == 0 ? line : mutator.mutate(line));
            file.write('\n');
        }
        return file.toByteArray();
    }

    /** With checksums, and in one or several members or frames. */
    private static byte[] compress(Decompression how, byte[] text, int members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < members; i++) {
            int from = (int) ((long) text.length * i / members);
            int to = (int) ((long) text.length * (i + 1) / members);
            ByteArrayOutputStream member = new ByteArrayOutputStream();
            try (OutputStream out = how == Decompression.GZIP
                    ? new GZIPOutputStream(member)
                    : new ZstdOutputStream(member).setChecksum(true)) {
                out.write(text, from, to - from);
            }
            bytes.writeBytes(member.toByteArray());
        }
        return bytes.toByteArray();
    }

    private static CollectingSink read(InputStream in) throws IOException {
        CollectingSink sink = new CollectingSink();
        ReadSummary summary = new JsonLinesReader(new PasskJsonl(), LIMITS, 20).read(in, 0, Long.MAX_VALUE, sink);
        assertThat(summary.records()).isEqualTo(sink.log().size());
        long last = -1;
        for (String entry : sink.log()) {
            long position = Long.parseLong(entry.substring(0, entry.indexOf(' ')));
            assertThat(position).isGreaterThanOrEqualTo(last);
            last = position;
        }
        return sink;
    }

    private static void check(Decompression how, long seed, int streams) throws IOException {
        Random random = new Random(seed);
        Mutator mutator = new Mutator(random);
        int broken = 0;
        byte[] compressed = {};
        CollectingSink plain = new CollectingSink();
        for (int i = 0; i < streams; i++) {
            if (i % 20 == 0) {
                byte[] text = lines(random, 200);
                compressed = compress(how, text, 1 + random.nextInt(3));
                plain = read(new ByteArrayInputStream(text));
                assertThat(read(how.open(new ByteArrayInputStream(compressed))).log())
                        .isEqualTo(plain.log());
            }
            byte[] damaged = mutator.mutate(compressed);
            CollectingSink sink = read(how.open(new ByteArrayInputStream(damaged)));
            boolean reported = sink.rejects().stream().anyMatch(r -> r.reason() == RejectReason.BROKEN_STREAM);
            if (reported) {
                assertThat(sink.rejects().get(sink.rejects().size() - 1).reason())
                        .isEqualTo(RejectReason.BROKEN_STREAM);
                broken++;
            } else if (!isCutBetweenMembers(damaged, compressed)) {
                // What is not reported has changed nothing, such as the time in a gzip header.
                assertThat(sink.log()).as("stream %d", i).isEqualTo(plain.log());
            }
        }
        assertThat(broken).isGreaterThan(streams / 2);
    }

    /** Whole members alone are a file of their own, as an empty file is with zstd: nothing can tell. */
    private static boolean isCutBetweenMembers(byte[] damaged, byte[] compressed) {
        return damaged.length < compressed.length || damaged.length == 0;
    }

    @ParameterizedTest(name = "{0} seed={1}")
    @CsvSource({"GZIP, 1", "GZIP, 2", "ZSTD, 3", "ZSTD, 4"})
    void aDamagedStreamIsReportedOrChangesNothing(Decompression how, long seed) throws IOException {
        check(how, seed, 100);
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0} seed={1}")
    @CsvSource({"GZIP, 11", "GZIP, 12", "GZIP, 13", "ZSTD, 14", "ZSTD, 15", "ZSTD, 16"})
    void manyDamagedStreamsAreReportedOrChangeNothing(Decompression how, long seed) throws IOException {
        check(how, seed, 3000);
    }
}
