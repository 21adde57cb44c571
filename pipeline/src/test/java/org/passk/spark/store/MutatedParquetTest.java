package org.passk.spark.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;
import org.passk.format.CollectingSink;
import org.passk.format.ReadLimits;
import org.passk.format.Reject;
import org.passk.format.Sample;

/** Odd rows and damaged files of Parquet: rows are samples or rejects, and a damaged file is never another file. */
class MutatedParquetTest {
    private static final ReadLimits LIMITS = new ReadLimits(200, 500, 8, 30, 60, 40, 6);
    private static final MessageType ROW = MessageTypeParser.parseMessageType("message m {"
            + " optional binary problem_id (STRING); optional int64 sample_index; optional binary text (STRING);"
            + " optional binary model (STRING); optional binary prompt_kind; optional int32 num_tokens;"
            + " optional double score; optional float temperature; optional double top_p; optional boolean stored_verdict;"
            + " optional int64 seed; optional binary finish_reason; optional binary other; }");
    private static final byte[][] ODD = {
        {},
        {0},
        {(byte) 0xFF},
        {(byte) 0xC0, (byte) 0xAF},
        {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
        "\uFEFFx".getBytes(StandardCharsets.UTF_8),
        "a\nb\u001b[2J\u202E".getBytes(StandardCharsets.UTF_8),
        "n".repeat(61).getBytes(StandardCharsets.UTF_8),
        "é".repeat(201).getBytes(StandardCharsets.UTF_8),
        "../..".getBytes(StandardCharsets.UTF_8)
    };

    private final Configuration conf = new Configuration(false);

    @TempDir
    java.nio.file.Path folder;

    static LongStream seeds() {
        return LongStream.rangeClosed(2001, 2020);
    }

    private Path path() {
        return new Path("file:" + folder.resolve("in.parquet"));
    }

    private static String text(long index) {
        return "intact " + Long.toHexString(index * 0x9E3779B97F4A7C15L) + " \\boxed{" + index + "} é😀";
    }

    private static void intact(Group row, long index) {
        row.add("problem_id", "p" + index % 7);
        row.add("sample_index", index);
        row.add("text", text(index));
        row.add("score", index / 3.0);
        row.add("stored_verdict", index % 2 == 0);
    }

    private static void odd(Group row, Random random) {
        double[] numbers = {Double.NaN, Double.POSITIVE_INFINITY, -1, -0.0, 2, 1e308};
        long[] naturals = {-1, 0, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 40};
        for (String name : List.of("problem_id", "text", "model", "prompt_kind", "finish_reason", "other")) {
            if (random.nextInt(4) > 0) {
                row.add(
                        name,
                        Binary.fromConstantByteArray(
                                random.nextBoolean() ? ODD[random.nextInt(ODD.length)] : new byte[] {'o', 'k'}));
            }
        }
        for (String name : List.of("sample_index", "seed")) {
            if (random.nextInt(4) > 0) {
                row.add(name, naturals[random.nextInt(naturals.length)]);
            }
        }
        for (String name : List.of("score", "top_p")) {
            if (random.nextInt(4) > 0) {
                row.add(name, numbers[random.nextInt(numbers.length)]);
            }
        }
        if (random.nextBoolean()) {
            row.add("temperature", (float) numbers[random.nextInt(numbers.length)]);
        }
        if (random.nextBoolean()) {
            row.add("num_tokens", (int) naturals[random.nextInt(naturals.length)]);
        }
    }

    private void write(int rows, Random random, boolean oddToo, CompressionCodecName codec) throws IOException {
        Files.deleteIfExists(folder.resolve("in.parquet"));
        SimpleGroupFactory groups = new SimpleGroupFactory(ROW);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(HadoopOutputFile.fromPath(path(), conf))
                .withType(ROW)
                .withCompressionCodec(codec)
                .withPageSize(2000)
                .withRowGroupSize(20_000L)
                .withMinRowCountForPageSizeCheck(10)
                .withMaxRowCountForPageSizeCheck(100)
                .build()) {
            for (int i = 0; i < rows; i++) {
                Group row = groups.newGroup();
                if (oddToo && i % 2 == 1) {
                    odd(row, random);
                } else {
                    intact(row, i);
                }
                writer.write(row);
            }
        }
    }

    private CollectingSink read(long first, long end) throws IOException {
        CollectingSink sink = new CollectingSink();
        long records =
                ParquetGenerations.read(path(), first, end, LIMITS, sink, conf).records();
        assertThat(records).isEqualTo(sink.log().size());
        return sink;
    }

    private void oddRows(long seed, int rows) throws IOException {
        Random random = new Random(seed);
        write(rows, random, true, CompressionCodecName.UNCOMPRESSED);
        int groups = ParquetGenerations.rowGroups(path(), conf);
        CollectingSink whole = read(0, groups);
        List<Long> positions = new ArrayList<>();
        whole.log().forEach(entry -> positions.add(Long.parseLong(entry.substring(0, entry.indexOf(' ')))));
        assertThat(positions).isEqualTo(LongStream.range(0, rows).boxed().toList());
        Map<Long, String> texts = new HashMap<>();
        whole.samples().forEach(sample -> texts.put(sample.position(), sample.held()));
        for (long i = 0; i < rows; i += 2) {
            assertThat(texts.get(i)).isEqualTo(text(i));
        }
        assertThat(whole.samples()).noneMatch(sample -> sample.held().contains("\uFFFD"));
        assertThat(whole.rejects()).hasSizeGreaterThan(rows / 4);
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from < groups) {
            int to = Math.min(groups, from + 1 + random.nextInt(groups));
            parts.addAll(read(from, to).log());
            from = to;
        }
        assertThat(parts).isEqualTo(whole.log());
    }

    /** What is left of a damaged file: its own rows, or trouble of the documented kind. */
    private void damagedFiles(long seed, int files) throws IOException {
        Random random = new Random(seed);
        CompressionCodecName[] codecs = {
            CompressionCodecName.UNCOMPRESSED, CompressionCodecName.GZIP, CompressionCodecName.ZSTD
        };
        byte[] whole = {};
        int unreadable = 0;
        for (int file = 0; file < files; file++) {
            if (file % 50 == 0) {
                write(300, random, false, codecs[file / 50 % codecs.length]);
                whole = Files.readAllBytes(folder.resolve("in.parquet"));
            }
            Files.deleteIfExists(folder.resolve(".in.parquet.crc"));
            Files.write(folder.resolve("in.parquet"), damage(whole, random));
            try {
                CollectingSink sink = read(0, ParquetGenerations.rowGroups(path(), conf));
                long last = -1;
                for (Sample<String> sample : sink.samples()) {
                    assertThat(sample.position()).isGreaterThan(last);
                    last = sample.position();
                    assertThat(sample.held()).isEqualTo(text(sample.position()));
                    assertThat(sample.sampleIndex()).isEqualTo(sample.position());
                }
                assertThat(sink.rejects()).extracting(Reject::message).noneMatch(String::isEmpty);
            } catch (PasskException e) {
                assertThat(e.kind()).isEqualTo(FaultKind.INPUT);
                assertThat(e.getMessage()).contains("in.parquet: ");
                unreadable++;
            }
        }
        assertThat(unreadable).isBetween(files / 20, files - files / 20);
    }

    private static byte[] damage(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int footer = whole.length - 3000;
        for (int i = random.nextInt(3); i >= 0; i--) {
            // The footer and the page headers hold what the reader believes; half of the damage goes there.
            int at = random.nextBoolean() ? random.nextInt(whole.length) : footer + random.nextInt(3000);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> {
                    for (int j = at; j < Math.min(bytes.length, at + 1 + random.nextInt(20)); j++) {
                        bytes[j] = (byte) random.nextInt(256);
                    }
                }
                default -> bytes[at] = (byte) 0xFF;
            }
        }
        return random.nextInt(20) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2})
    void oddRowsAreSamplesOrRejectsAndTheOthersCount(long seed) throws IOException {
        oddRows(seed, 2_000);
    }

    /** The last two have footers with counts of rows and values that were once believed. */
    @ParameterizedTest(name = "seed={0}, {1} files")
    @CsvSource({"3, 60", "2013, 20", "2012, 300"})
    void aDamagedFileIsReadAsFarAsItGoesOrRefused(long seed, int files) throws IOException {
        damagedFiles(seed, files);
    }

    @Tag("slow")
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void manyOddRowsAreSamplesOrRejectsAndTheOthersCount(long seed) throws IOException {
        // Every second row is odd.
        oddRows(seed, 20_000);
    }

    @Tag("slow")
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void manyDamagedFilesAreReadAsFarAsTheyGoOrRefused(long seed) throws IOException {
        damagedFiles(seed, 500);
    }
}
