package org.passk.spark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passk.fault.RejectReason;
import org.passk.format.BrokenStreamException;
import org.passk.format.CollectingSink;
import org.passk.format.JsonLinesReader;
import org.passk.format.PasskJsonl;
import org.passk.format.ReadSummary;
import org.passk.format.Reject;

class DecompressionTest {
    /** Gives its bytes a few at a time and says that none are available, as remote file systems do. */
    private static final class Remote extends InputStream {
        private final byte[] bytes;
        private final int most;
        private int at;

        Remote(byte[] bytes, int most) {
            this.bytes = bytes;
            this.most = most;
        }

        @Override
        public int read() {
            return at < bytes.length ? bytes[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (at == bytes.length) {
                return -1;
            }
            int count = Math.min(Math.min(most, length), bytes.length - at);
            System.arraycopy(bytes, at, target, offset, count);
            at += count;
            return count;
        }
    }

    private static final class Unreachable extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("connection reset");
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            throw new IOException("connection reset");
        }
    }

    private static byte[] compress(Decompression how, byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            switch (how) {
                case NONE -> out.write(bytes);
                case GZIP -> {
                    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                        gzip.write(bytes);
                    }
                }
                case ZSTD -> {
                    try (ZstdOutputStream zstd = new ZstdOutputStream(out)) {
                        zstd.setChecksum(true);
                        zstd.write(bytes);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String line(int i) {
        return "{\"problem_id\":\"p" + i + "\",\"sample_index\":" + i + ",\"text\":\"" + "t".repeat(i % 50) + "\"}\n";
    }

    private static byte[] lines(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append(line(i));
        }
        return bytes(lines.toString());
    }

    /** Lines whose texts cannot be compressed, so that damage anywhere hits data. */
    private static byte[] noise(int count) {
        Random random = new Random(5);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("{\"problem_id\":\"p\",\"sample_index\":").append(i).append(",\"text\":\"");
            for (int j = 0; j < 40; j++) {
                lines.append(Long.toString(random.nextLong() >>> 1, 36));
            }
            lines.append("\"}\n");
        }
        return bytes(lines.toString());
    }

    private static byte[] open(Decompression how, byte[] file) throws IOException {
        try (InputStream in = how.open(new ByteArrayInputStream(file))) {
            return in.readAllBytes();
        }
    }

    private static CollectingSink read(Decompression how, InputStream raw) throws IOException {
        CollectingSink sink = new CollectingSink();
        try (InputStream in = how.open(raw)) {
            ReadSummary summary = new JsonLinesReader(new PasskJsonl(), CollectingSink.WIDE_LIMITS, 20)
                    .read(in, 0, Long.MAX_VALUE, sink);
            assertThat(summary.records()).isEqualTo(sink.log().size());
        }
        return sink;
    }

    @Test
    void theNameDecides() {
        assertThat(Decompression.of(new Path("/a/b.jsonl"))).isEqualTo(Decompression.NONE);
        assertThat(Decompression.of(new Path("/a/b.jsonl.gz"))).isEqualTo(Decompression.GZIP);
        assertThat(Decompression.of(new Path("/a/B.JSONL.GZ"))).isEqualTo(Decompression.GZIP);
        assertThat(Decompression.of(new Path("/a.gz/b.zst"))).isEqualTo(Decompression.ZSTD);
        assertThat(Decompression.of(new Path("/a.gz/b"))).isEqualTo(Decompression.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasCompressedComesBack(Decompression how) throws IOException {
        for (int count : new int[] {0, 1, 7, 20_000}) {
            assertThat(open(how, compress(how, lines(count)))).isEqualTo(lines(count));
        }
    }

    @ParameterizedTest
    @EnumSource
    void singleBytesAreThoseOfTheText(Decompression how) throws IOException {
        try (InputStream in = how.open(new ByteArrayInputStream(compress(how, new byte[] {'a', (byte) 0xFE})))) {
            assertThat(in.read()).isEqualTo('a');
            assertThat(in.read()).isEqualTo(0xFE);
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void allMembersOfAConcatenationAreReadHoweverTheBytesArrive(Decompression how) throws IOException {
        byte[] file = join(
                compress(how, lines(3)),
                compress(how, new byte[0]),
                compress(how, lines(1)),
                compress(how, lines(500)));
        byte[] text = join(lines(3), lines(1), lines(500));
        assertThat(open(how, file)).isEqualTo(text);
        for (int most : new int[] {1, 2, 3, 5, 7, 10, 13, 17, 100, 100_000}) {
            try (InputStream in = how.open(new Remote(file, most))) {
                assertThat(in.readAllBytes()).as("%d bytes at a time", most).isEqualTo(text);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD"})
    void aTruncatedFileGivesItsIntactRecordsAndOneBrokenStream(Decompression how) throws IOException {
        byte[] file = join(compress(how, lines(20)), compress(how, noise(2000)));
        int first = compress(how, lines(20)).length;
        for (int cut :
                new int[] {1, 5, first - 1, first + 1, first + 9, first + 12, file.length / 2, file.length - 1}) {
            CollectingSink sink = read(how, new ByteArrayInputStream(Arrays.copyOf(file, cut)));
            assertThat(sink.rejects()).as("cut at %d", cut).isNotEmpty();
            Reject last = sink.rejects().get(sink.rejects().size() - 1);
            assertThat(last.reason()).as("cut at %d", cut).isEqualTo(RejectReason.BROKEN_STREAM);
            assertThat(last.message()).contains(how == Decompression.GZIP ? "gzip" : "zstd", "damaged");
            assertThat(sink.rejects()).hasSize(1);
            if (cut > first) {
                assertThat(sink.samples()).hasSizeGreaterThanOrEqualTo(20);
            }
        }
        assertThat(read(how, new ByteArrayInputStream(Arrays.copyOf(file, first)))
                        .rejects())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD"})
    void aFlippedByteAnywhereIsNoticed(Decompression how) throws IOException {
        byte[] file = compress(how, noise(40));
        Random random = new Random(9);
        for (int i = 0; i < 200; i++) {
            byte[] damaged = file.clone();
            // The ten bytes of a gzip header hold a time and a system, which mean nothing here.
            int at = 10 + random.nextInt(file.length - 10);
            damaged[at] ^= (byte) (1 + random.nextInt(255));
            CollectingSink sink = read(how, new ByteArrayInputStream(damaged));
            assertThat(sink.rejects())
                    .as("byte %d", at)
                    .extracting(Reject::reason)
                    .contains(RejectReason.BROKEN_STREAM);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD"})
    void bytesBehindTheLastMemberAreNoticed(Decompression how) throws IOException {
        byte[] whole = compress(how, lines(5));
        byte[] damagedHeader = whole.clone();
        damagedHeader[0] ^= 1;
        for (byte[] rest :
                new byte[][] {bytes("junk"), bytes("x".repeat(100)), damagedHeader, {0x1f}, {0x1f, (byte) 0x8b}}) {
            for (int most : new int[] {1, whole.length, 1000}) {
                CollectingSink sink = read(how, new Remote(join(whole, rest), most));
                assertThat(sink.samples()).hasSize(5);
                assertThat(sink.rejects())
                        .as("%d bytes, %d at a time", rest.length, most)
                        .extracting(Reject::reason)
                        .containsExactly(RejectReason.BROKEN_STREAM);
            }
        }
    }

    @Test
    void zerosBehindTheLastGzipMemberArePadding() throws IOException {
        CollectingSink sink =
                read(Decompression.GZIP, new Remote(join(compress(Decompression.GZIP, lines(5)), new byte[1000]), 100));
        assertThat(sink.samples()).hasSize(5);
        assertThat(sink.rejects()).isEmpty();
    }

    @Test
    void aGzipHeaderMayNameItsFile() throws IOException {
        byte[] plain = compress(Decompression.GZIP, lines(5));
        byte[] header = Arrays.copyOf(plain, 10);
        // FEXTRA (4), FNAME (8) and FCOMMENT (16) of RFC 1952, in this order.
        header[3] = 4 | 8 | 16;
        byte[] named = join(
                header,
                new byte[] {3, 0, 'a', 'b', 'c'},
                bytes("x.jsonl\0note\0"),
                Arrays.copyOfRange(plain, 10, plain.length));
        for (int most : new int[] {1, 3, 1000}) {
            assertThat(read(Decompression.GZIP, new Remote(join(named, plain), most))
                            .samples())
                    .hasSize(10);
        }
    }

    @ParameterizedTest
    @EnumSource
    void troubleOfTheFileSystemStaysWhatItIs(Decompression how) {
        byte[] member = compress(how, noise(20));
        byte[] file = join(member, member);
        for (int reached : new int[] {0, 4, member.length / 2, member.length, member.length + 5, file.length - 3}) {
            InputStream raw =
                    new SequenceInputStream(new Remote(Arrays.copyOf(file, reached), 1000), new Unreachable());
            assertThatThrownBy(() -> read(how, raw))
                    .as("after %d bytes", reached)
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(BrokenStreamException.class)
                    .hasMessage("connection reset");
        }
    }

    @Test
    void anotherFormThanTheNameSaysIsABrokenStream() throws IOException {
        for (Decompression how : new Decompression[] {Decompression.GZIP, Decompression.ZSTD}) {
            CollectingSink sink = read(how, new ByteArrayInputStream(lines(3)));
            assertThat(sink.log()).hasSize(1);
            assertThat(sink.rejects()).extracting(Reject::reason).containsExactly(RejectReason.BROKEN_STREAM);
        }
    }

    @Test
    void aZstdFrameOfAnotherWriterIsRead() throws IOException {
        byte[] text = lines(100);
        assertThat(open(Decompression.ZSTD, join(Zstd.compress(text), Zstd.compress(text, 19))))
                .isEqualTo(join(text, text));
    }
}
