package org.passk.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a file is cut into ranges, every record is read exactly once. */
class RangeUnionTest {
    private static final String[] LINES = {
        "{\"problem_id\":\"p\",\"sample_index\":1,\"text\":\"short\"}",
        "{\"problem_id\":\"q\",\"text\":\"é€😀\",\"sample_index\":2}",
        "{\"problem_id\":\"q\"}",
        "",
        "  ",
        "\r",
        "[1]",
        "{\"broken",
        "{\"problem_id\":\"r\",\"sample_index\":3,\"text\":\"a\"} {}",
    };

    private static byte[] file(Random random) {
        StringBuilder file = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
        int lines = 4 + random.nextInt(10);
        for (int i = 0; i < lines; i++) {
            file.append(LINES[random.nextInt(LINES.length)]);
            file.append(random.nextInt(4) == 0 ? "\r\n" : "\n");
        }
        if (random.nextBoolean()) {
            file.append(LINES[random.nextInt(LINES.length)]);
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static long read(byte[] file, long start, long end, long seed, CollectingSink sink) throws IOException {
        DribblingStream in = new DribblingStream(file, (int) Math.max(0, start - 1), 7, seed);
        return new JsonLinesReader(new PasskJsonl(), CollectingSink.WIDE_LIMITS, 40)
                .read(in, start, end, sink)
                .records();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void twoRangesThatMeetAtAnyByteGiveWhatOnePassGives(long seed) throws IOException {
        byte[] file = file(new Random(seed));
        CollectingSink whole = new CollectingSink();
        long records = read(file, 0, file.length, seed, whole);
        assertThat(whole.log()).hasSize((int) records).doesNotHaveDuplicates().isNotEmpty();
        for (int cut = 0; cut <= file.length; cut++) {
            CollectingSink parts = new CollectingSink();
            long sum = read(file, 0, cut, seed + cut, parts) + read(file, cut, file.length, seed - cut, parts);
            assertThat(parts.log()).as("cut at %d", cut).isEqualTo(whole.log());
            assertThat(sum).as("cut at %d", cut).isEqualTo(records);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void manyRangesOfAnyLengthGiveWhatOnePassGives(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] file = file(random);
        CollectingSink whole = new CollectingSink();
        long records = read(file, 0, file.length, seed, whole);
        for (int round = 0; round < 60; round++) {
            TreeSet<Integer> cuts = new TreeSet<>(List.of(0, file.length));
            int count = random.nextInt(1 + random.nextInt(file.length));
            for (int i = 0; i < count; i++) {
                cuts.add(random.nextInt(file.length + 1));
            }
            List<Integer> bounds = new ArrayList<>(cuts);
            CollectingSink parts = new CollectingSink();
            long sum = 0;
            for (int i = 0; i + 1 < bounds.size(); i++) {
                sum += read(file, bounds.get(i), bounds.get(i + 1), seed + i, parts);
            }
            assertThat(parts.log()).as("cuts %s", cuts).isEqualTo(whole.log());
            assertThat(sum).as("cuts %s", cuts).isEqualTo(records);
        }
    }
}
