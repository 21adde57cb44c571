package org.passk.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.fault.RejectReason;

class JsonLinesReaderTest {
    private static final String A = "{\"problem_id\":\"a\",\"sample_index\":0,\"text\":\"1\"}";
    private static final String B = "{\"problem_id\":\"b\",\"sample_index\":1,\"text\":\"2\"}";

    /** Ends the stream with an exception instead of an end. */
    private static final class Failing extends InputStream {
        private final IOException failure;

        Failing(IOException failure) {
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            throw failure;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            throw failure;
        }
    }

    private static CollectingSink read(String file) {
        return CollectingSink.read(new PasskJsonl(), file);
    }

    private static CollectingSink read(byte[] file) {
        return CollectingSink.read(new PasskJsonl(), file, CollectingSink.WIDE_LIMITS);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    @Test
    void positionsAreBytesAndNotCharacters() {
        CollectingSink sink = read(A.replace("\"1\"", "\"é€😀\"") + "\n" + B + "\n");
        assertThat(sink.samples()).extracting(Sample::held).containsExactly("é€😀", "2");
        // é, € and the emoji take 2, 3 and 4 bytes.
        assertThat(sink.samples()).extracting(Sample::position).containsExactly(0L, A.length() - 1 + 9 + 1L);
    }

    @Test
    void blankLinesAndLineEndsOfAnyKindAreNoRecords() {
        CollectingSink sink = read("\n\r\n  \t \n" + A + "\r\n\n \r\n" + B);
        assertThat(sink.samples()).extracting(Sample::held).containsExactly("1", "2");
        assertThat(sink.samples()).extracting(Sample::position).containsExactly(8L, 8L + A.length() + 2 + 1 + 3);
        assertThat(sink.rejects()).isEmpty();
        assertThat(sink.summary().records()).isEqualTo(2);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "\n", "\r\n", " ", "\n\n \n"})
    void aFileOfNothingHasNoRecords(String file) {
        CollectingSink sink = read(file);
        assertThat(sink.log()).isEmpty();
        assertThat(sink.summary().records()).isZero();
        assertThat(sink.summary().bytes()).isEqualTo(file.length());
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstRecord() {
        CollectingSink sink = read("\uFEFF" + A + "\n" + B + "\n");
        assertThat(sink.samples()).extracting(Sample::held).containsExactly("1", "2");
        assertThat(sink.samples()).extracting(Sample::position).containsExactly(3L, 3L + A.length() + 1);
    }

    @Test
    void aByteOrderMarkAloneIsNoRecord() {
        assertThat(read("\uFEFF").log()).isEmpty();
        assertThat(read("\uFEFF\n" + A).samples()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"[1,2]", "5", "\"text\"", "null", "true", "[{\"problem_id\":\"a\"}]"})
    void aLineThatIsNoObjectIsRejectedAndTheNextIsRead(String line) {
        CollectingSink sink = read(line + "\n" + B + "\n");
        assertThat(sink.samples()).extracting(Sample::held).containsExactly("2");
        assertThat(sink.log().get(0)).isEqualTo("0 0 NOT_AN_OBJECT the record is no JSON object|" + line);
        assertThat(sink.summary().records()).isEqualTo(2);
    }

    @Test
    void textAfterTheObjectIsARecordOfItsOwn() {
        CollectingSink sink = read(A + B + "\n" + B + "\n");
        assertThat(sink.samples()).extracting(Sample::held).containsExactly("1", "2");
        Reject reject = sink.rejects().get(0);
        assertThat(sink.rejects()).hasSize(1);
        assertThat(reject.reason()).isEqualTo(RejectReason.MALFORMED_JSON);
        assertThat(reject.message()).isEqualTo("text follows the record on the same line");
        assertThat(reject.position()).isZero();
        assertThat(reject.answerIndex()).isEqualTo(1);
        assertThat(sink.summary().records()).isEqualTo(3);
    }

    @Test
    void junkAfterTheObjectIsMalformed() {
        CollectingSink sink = read(A + " junk\n");
        assertThat(sink.samples()).hasSize(1);
        assertThat(sink.rejects()).extracting(Reject::reason).containsExactly(RejectReason.MALFORMED_JSON);
        assertThat(sink.rejects()).extracting(Reject::answerIndex).containsExactly(1);
    }

    @Test
    void theLastLineNeedsNoNewlineButHasToBeComplete() {
        assertThat(read(A + "\n" + B).samples()).hasSize(2);
        CollectingSink cut = read(A + "\n" + B.substring(0, B.length() - 1));
        assertThat(cut.samples()).hasSize(1);
        assertThat(cut.rejects()).extracting(Reject::reason).containsExactly(RejectReason.MALFORMED_JSON);
        assertThat(cut.rejects()).extracting(Reject::position).containsExactly(A.length() + 1L);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 500, 9000})
    void nulBytesAreMalformedWhereverTheyStand(int count) {
        byte[] zeros = new byte[count];
        for (byte[] line : new byte[][] {
            zeros,
            join(bytes("{"), zeros, bytes(A.substring(1))),
            join(zeros, bytes(A)),
            join(bytes("{\"text\":\""), zeros, bytes("\"}"))
        }) {
            CollectingSink sink = read(join(line, bytes("\n" + B + "\n")));
            assertThat(sink.samples()).extracting(Sample::held).containsExactly("2");
            assertThat(sink.rejects()).extracting(Reject::reason).containsExactly(RejectReason.MALFORMED_JSON);
            assertThat(sink.rejects()).extracting(Reject::position).containsExactly(0L);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void anotherEncodingIsMalformed(String encoding) {
        byte[] file = (A + "\n").getBytes(Charset.forName(encoding));
        CollectingSink sink = read(file);
        assertThat(sink.samples()).isEmpty();
        assertThat(sink.rejects()).isNotEmpty();
        assertThat(sink.rejects()).extracting(Reject::reason).containsOnly(RejectReason.MALFORMED_JSON);
    }

    @Test
    void anyFourFirstBytesMakeARecordOrAReject() {
        byte[] special = {0, '{', '"', '}', (byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 0xFE, (byte) 0xFF, ' ', 'a'};
        for (byte a : special) {
            for (byte b : special) {
                for (byte c : special) {
                    for (byte d : special) {
                        CollectingSink sink = read(new byte[] {'\n', a, b, c, d});
                        assertThat(sink.samples()).isEmpty();
                        assertThat(sink.rejects().size()).isLessThanOrEqualTo(1);
                        assertThat(sink.summary().records())
                                .isEqualTo(sink.log().size());
                    }
                }
            }
        }
    }

    @Test
    void bytesThatAreNoUtf8AreMalformedAndTheExcerptShowsReplacements() {
        byte[] line = bytes("{\"problem_id\":\"a\",\"sample_index\":0,\"text\":\"?\"}\n");
        for (int bad : new int[] {0x80, 0xC0, 0xFE, 0xFF}) {
            byte[] broken = line.clone();
            broken[line.length - 4] = (byte) bad;
            CollectingSink sink = read(join(broken, bytes(B + "\n")));
            assertThat(sink.samples()).extracting(Sample::held).containsExactly("2");
            assertThat(sink.rejects()).extracting(Reject::reason).containsExactly(RejectReason.MALFORMED_JSON);
            assertThat(sink.rejects().get(0).excerpt()).contains("\uFFFD");
        }
    }

    @Test
    void nestingAtTheLimitIsReadAndDeeperIsTooLarge() {
        String deep = "{\"x\":" + "[".repeat(199) + "]".repeat(199) + "," + A.substring(1);
        String deeper = "{\"x\":" + "[".repeat(200) + "]".repeat(200) + "," + A.substring(1);
        String endless = "{\"x\":" + "[".repeat(100_000);
        CollectingSink sink = read(deep + "\n" + deeper + "\n" + endless + "\n" + B + "\n");
        assertThat(sink.samples()).extracting(Sample::held).containsExactly("1", "2");
        assertThat(sink.rejects())
                .extracting(Reject::reason)
                .containsExactly(RejectReason.TOO_LARGE, RejectReason.TOO_LARGE);
        assertThat(sink.rejects())
                .extracting(Reject::position)
                .containsExactly(deep.length() + 1L, deep.length() + 1L + deeper.length() + 1);
    }

    @Test
    void aRecordOfTheLargestLengthIsReadAndOneByteMoreIsTooLarge() {
        ReadLimits limits = new ReadLimits(1000, A.length(), 10, 20);
        for (String end : new String[] {"", "\n"}) {
            CollectingSink sink = CollectingSink.read(new PasskJsonl(), bytes(A + "\n" + A + end), limits);
            assertThat(sink.samples()).hasSize(2);
            assertThat(sink.rejects()).isEmpty();
        }
        CollectingSink sink =
                CollectingSink.read(new PasskJsonl(), bytes(A.replace("1", "10") + "\n" + B + "\n"), limits);
        assertThat(sink.samples()).extracting(Sample::held).containsExactly("2");
        Reject reject = sink.rejects().get(0);
        assertThat(reject.reason()).isEqualTo(RejectReason.TOO_LARGE);
        assertThat(reject.message()).contains(String.valueOf(A.length()));
        assertThat(reject.excerpt()).isEqualTo(A.replace("1", "10"));
    }

    @Test
    void aRecordThatIsMuchTooLongIsPassedOverAndItsCompleteAnswersCount() {
        ReadLimits limits = new ReadLimits(10_000, 100_000, 10, 20);
        StringBuilder line = new StringBuilder("{\"idx\":0,\"code\":[\"a\"");
        for (int i = 0; i < 100; i++) {
            line.append(",\"").append("x".repeat(9_000)).append('"');
        }
        String file = line + "]}\n{\"idx\":1,\"code\":[\"b\"]}\n";
        CollectingSink sink = CollectingSink.read(new QwenMathJsonl(), bytes(file), limits);
        // 11 answers of 9,003 bytes fit in 100,000 beside the short one.
        assertThat(sink.samples()).hasSize(13);
        assertThat(sink.rejects()).extracting(Reject::reason).containsExactly(RejectReason.TOO_LARGE);
        assertThat(sink.rejects()).extracting(Reject::answerIndex).containsExactly(12);
        assertThat(sink.samples().get(12).held()).isEqualTo("b");
    }

    @Test
    void theExcerptIsTheHeadOfTheLineAndNotLonger() {
        String line = "{\"problem_id\":\"" + "x".repeat(100_000) + "\"}";
        Reject reject = read(line + "\n").onlyReject();
        assertThat(reject.excerpt()).isEqualTo(line.substring(0, CollectingSink.FIRST_BYTES));
    }

    @Test
    void theExcerptDoesNotDependOnHowTheBytesArrive() throws IOException {
        String line = "[1, \"a line that goes on for a while\", 2]";
        byte[] file = bytes(line + "\r\n" + line + "\n");
        for (int most = 1; most <= 7; most++) {
            CollectingSink sink = new CollectingSink();
            new JsonLinesReader(new PasskJsonl(), CollectingSink.WIDE_LIMITS, 20)
                    .read(new DribblingStream(file, 0, most, most), 0, file.length, sink);
            assertThat(sink.rejects())
                    .extracting(Reject::excerpt)
                    .containsExactly(line.substring(0, 20), line.substring(0, 20));
        }
    }

    @Test
    void aRecordWhoseExcerptIsCutByDamageIsStillReported() throws IOException {
        CollectingSink sink = new CollectingSink();
        InputStream in = new SequenceInputStream(
                new ByteArrayInputStream(bytes("[1, ")),
                new Failing(new BrokenStreamException("damaged", new IOException("x"))));
        new JsonLinesReader(new PasskJsonl(), CollectingSink.WIDE_LIMITS, 20).read(in, 0, Long.MAX_VALUE, sink);
        assertThat(sink.rejects())
                .extracting(Reject::reason)
                .containsExactly(RejectReason.NOT_AN_OBJECT, RejectReason.BROKEN_STREAM);
        assertThat(sink.rejects()).extracting(Reject::excerpt).containsExactly("[1, ", "");
    }

    @Test
    void theChecksumIsThatOfTheFile() {
        String file = "\uFEFF" + A + "\r\n\n junk\n" + B;
        CRC32C expected = new CRC32C();
        expected.update(bytes(file));
        CollectingSink sink = read(file);
        assertThat(sink.summary().checksum()).isEqualTo(expected.getValue());
        assertThat(sink.summary().bytes()).isEqualTo(bytes(file).length);
    }

    @Test
    void damagedDataIsARejectAfterTheIntactRecords() throws IOException {
        for (String intact : new String[] {A + "\n", A + "\n" + B.substring(0, 9), ""}) {
            CollectingSink sink = new CollectingSink();
            InputStream in = new SequenceInputStream(
                    new ByteArrayInputStream(bytes(intact)),
                    new Failing(new BrokenStreamException("the stream is damaged", new IOException("x"))));
            ReadSummary summary = new JsonLinesReader(new PasskJsonl(), CollectingSink.WIDE_LIMITS, 10)
                    .read(in, 0, Long.MAX_VALUE, sink);
            assertThat(sink.samples()).hasSize(intact.isEmpty() ? 0 : 1);
            Reject reject = sink.rejects().get(0);
            assertThat(sink.rejects()).hasSize(1);
            assertThat(reject.reason()).isEqualTo(RejectReason.BROKEN_STREAM);
            assertThat(reject.message()).isEqualTo("the stream is damaged");
            assertThat(reject.position()).isEqualTo(intact.length());
            assertThat(summary.records()).isEqualTo(sink.log().size());
        }
    }

    @Test
    void aWideLineInDamagedDataKeepsItsCompleteAnswers() throws IOException {
        CollectingSink sink = new CollectingSink();
        InputStream in = new SequenceInputStream(
                new ByteArrayInputStream(bytes("{\"idx\":0,\"score\":[true,true,true],\"code\":[\"a\",\"b\",\"c")),
                new Failing(new BrokenStreamException("damaged", new IOException("x"))));
        new JsonLinesReader(new QwenMathJsonl(), CollectingSink.WIDE_LIMITS, 10).read(in, 0, Long.MAX_VALUE, sink);
        assertThat(sink.samples()).extracting(Sample::held).containsExactly("a", "b");
        assertThat(sink.rejects()).extracting(Reject::reason).containsExactly(RejectReason.BROKEN_STREAM);
    }

    @Test
    void troubleOfTheFileSystemIsNoReject() {
        CollectingSink sink = new CollectingSink();
        IOException trouble = new IOException("connection reset");
        InputStream in = new SequenceInputStream(new ByteArrayInputStream(bytes(A + "\n")), new Failing(trouble));
        assertThatThrownBy(() -> new JsonLinesReader(new PasskJsonl(), CollectingSink.WIDE_LIMITS, 10)
                        .read(in, 0, Long.MAX_VALUE, sink))
                .isSameAs(trouble);
        assertThat(sink.rejects()).isEmpty();
    }

    @Test
    void theFirstKeysAreThoseOfTheFirstObject() throws IOException {
        assertThat(keys("\uFEFF\n[1]\nx\n{\"b\":[1,{\"c\":2}],\"a\":null}\n{\"d\":1}\n"))
                .containsExactly("b", "a");
        assertThat(keys("")).isEmpty();
        assertThat(keys("1\n".repeat(100) + "{\"a\":1}\n")).isEmpty();
        assertThat(keys("1\n".repeat(99) + "{\"a\":1}\n")).containsExactly("a");
        assertThat(keys("{\"idx\":0,\"x\":1,\"code\":[\"abc")).contains("idx", "code");
        assertThat(keys("{\0\0\0\n" + A + "\n")).contains("problem_id", "text");
    }

    @Test
    void aFormatIsRecognisedWithoutReadingTheRestOfAWideLine() throws IOException {
        InputStream in = new SequenceInputStream(
                new ByteArrayInputStream(bytes("{\"idx\":0,\"question\":\"q\",\"code\":[\"" + "x".repeat(300_000))),
                new Failing(new IOException("read too far")));
        assertThat(JsonLinesReader.decidingKeys(in, CollectingSink.WIDE_LIMITS))
                .containsExactly("idx", "question", "code");
    }

    @Test
    void aFirstRecordWithoutItsDecidingFieldHidesNoFile() throws IOException {
        String file = "{\"code\": [\"a\"]}\nTraceback\n{\"idx\": 1, \"code\": [\"a\"], \"score\": [true]}\n";
        assertThat(JsonLinesReader.decidingKeys(new ByteArrayInputStream(bytes(file)), CollectingSink.WIDE_LIMITS))
                .containsExactly("idx", "code");
    }

    @Test
    void ofAnUnknownFormTheFirstRecordsFieldsAreTold() throws IOException {
        String file = "{\"a\": 1}\n{\"b\": 2}\n";
        assertThat(JsonLinesReader.decidingKeys(new ByteArrayInputStream(bytes(file)), CollectingSink.WIDE_LIMITS))
                .containsExactly("a");
    }

    private static java.util.Set<String> keys(String file) throws IOException {
        return JsonLinesReader.firstKeys(new ByteArrayInputStream(bytes(file)), CollectingSink.WIDE_LIMITS);
    }
}
