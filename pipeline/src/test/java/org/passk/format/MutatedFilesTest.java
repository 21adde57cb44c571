package org.passk.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged lines end as samples or rejects, never as an exception, and never touch their neighbours. */
class MutatedFilesTest {
    private static final int MUTATED = 20_000;
    private static final ReadLimits LIMITS = new ReadLimits(200, 500, 8, 30);
    private static final byte[] SPECIAL = {
        0,
        '"',
        '\\',
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '\n',
        '\r',
        ' ',
        '-',
        '9',
        'e',
        'u',
        (byte) 0xFF,
        (byte) 0xEF,
        (byte) 0xC3
    };

    private static String longLine(Random random) {
        return "{\"problem_id\":\"p" + random.nextInt(100) + "\",\"sample_index\":" + random.nextInt(1000)
                + ",\"text\":\"" + "\\\\boxed{é\\u00e9😀} ".repeat(random.nextInt(4)) + "\",\"score\":"
                + random.nextInt() + "e-3,\"stored_verdict\":true,\"x\":[1,{\"y\":null}],\"seed\":"
                + random.nextInt(9) + "}";
    }

    private static String wideLine(Random random) {
        int n = 1 + random.nextInt(5);
        StringBuilder line = new StringBuilder("{\"idx\":" + random.nextInt(100) + ",\"answer\":\"7\",\"code\":[");
        for (int i = 0; i < n; i++) {
            line.append(i == 0 ? "" : ",")
                    .append("\"a")
                    .append(i)
                    .append("é\\n".repeat(random.nextInt(5)))
                    .append('"');
        }
        line.append("],\"response\":[\"x\",\"y\"],\"score\":[");
        for (int i = 0; i < n; i++) {
            line.append(i == 0 ? "" : ",").append(random.nextBoolean());
        }
        return line.append("],\"temperature\":0.6}").toString();
    }

    private static byte[] mutate(byte[] line, Random random) {
        byte[] bytes = line;
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
            int length = bytes.length == 0 ? 0 : random.nextInt(Math.min(20, bytes.length - at + 1));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(bytes, 0, at);
            int from = at;
            switch (random.nextInt(6)) {
                case 0 -> out.write(SPECIAL[random.nextInt(SPECIAL.length)]);
                case 1 -> from = at + length;
                case 2 -> out.write(bytes, at, length);
                case 3 -> from = bytes.length;
                case 4 -> {
                    out.write(random.nextInt(256));
                    from = Math.min(bytes.length, at + 1);
                }
                default -> out.writeBytes(new byte[1 + random.nextInt(4)]);
            }
            out.write(bytes, from, bytes.length - from);
            bytes = out.toByteArray();
        }
        return bytes;
    }

    private static void check(RecordFormat format, Function<Random, String> lines, long seed) {
        Random random = new Random(seed);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Map<Long, List<String>> untouched = new LinkedHashMap<>();
        for (int i = 0; i < MUTATED; i++) {
            byte[] line = lines.apply(random).getBytes(StandardCharsets.UTF_8);
            file.writeBytes(mutate(line, random));
            file.write('\n');
            long position = file.size();
            byte[] whole = lines.apply(random).getBytes(StandardCharsets.UTF_8);
            untouched.put(position, withPosition(CollectingSink.read(format, whole, LIMITS), position));
            file.writeBytes(whole);
            file.write('\n');
        }
        CollectingSink sink = CollectingSink.read(format, file.toByteArray(), LIMITS);
        assertThat(sink.summary().records())
                .isEqualTo(sink.samples().size() + sink.rejects().size());
        assertThat(sink.summary().bytes()).isEqualTo(file.size());
        assertThat(sink.log().stream().map(MutatedFilesTest::identity)).doesNotHaveDuplicates();
        Map<Long, List<String>> found = sink.log().stream().collect(Collectors.groupingBy(MutatedFilesTest::position));
        untouched.forEach((position, log) ->
                assertThat(found.get(position)).as("at %d", position).isEqualTo(log));
        assertThat(sink.rejects()).hasSizeGreaterThan(MUTATED / 3);
    }

    private static List<String> withPosition(CollectingSink sink, long position) {
        assertThat(sink.rejects()).isEmpty();
        return sink.log().stream().map(entry -> position + entry.substring(1)).toList();
    }

    private static long position(String entry) {
        return Long.parseLong(entry.substring(0, entry.indexOf(' ')));
    }

    private static String identity(String entry) {
        return entry.substring(0, entry.indexOf(' ', entry.indexOf(' ') + 1));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void mutatedLongLinesNeverStopTheReading(long seed) {
        check(new PasskJsonl(), MutatedFilesTest::longLine, seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 5, 6})
    void mutatedWideLinesNeverStopTheReading(long seed) {
        check(new QwenMathJsonl(), MutatedFilesTest::wideLine, seed);
    }
}
