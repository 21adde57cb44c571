package org.passk.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.testing.Mutator;

/**
 * Damaged lines end as samples or rejects, never as an exception, and never touch their neighbours, however the file is
 * cut. Every second line is damaged.
 */
class MutatedFilesTest {
    private static final int MUTATED = 2_000;

    /** With 20 seeds 200,000 of each format. */
    private static final int MANY_MUTATED = 10_000;

    private static final ReadLimits LIMITS = new ReadLimits(200, 500, 8, 30, 60, 40, 6);

    static LongStream seeds() {
        return LongStream.rangeClosed(1001, 1020);
    }

    private static String longLine(Random random) {
        return "{\"problem_id\":\"p" + random.nextInt(100) + "\",\"sample_index\":" + random.nextInt(1000)
                + ",\"text\":\"" + "\\\\boxed{é\\u00e9😀} ".repeat(random.nextInt(4)) + "\",\"score\":"
                + random.nextInt() + "e-3,\"stored_verdict\":true,\"x\":[1,{\"y\":null}],\"seed\":"
                + random.nextInt(9) + ",\"prompt_kind\":\"cot\"}";
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

    private static void check(RecordFormat format, Function<Random, String> lines, long seed, int mutated)
            throws IOException {
        Random random = new Random(seed);
        Mutator mutator = new Mutator(random);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Map<Long, List<String>> untouched = new LinkedHashMap<>();
        for (int i = 0; i < mutated; i++) {
            file.writeBytes(mutator.mutate(lines.apply(random).getBytes(StandardCharsets.UTF_8)));
            file.write('\n');
            long position = file.size();
            byte[] whole = lines.apply(random).getBytes(StandardCharsets.UTF_8);
            untouched.put(position, withPosition(CollectingSink.read(format, whole, LIMITS), position));
            file.writeBytes(whole);
            file.write('\n');
        }
        byte[] bytes = file.toByteArray();
        CollectingSink sink = CollectingSink.read(format, bytes, LIMITS);
        assertThat(sink.summary().records())
                .isEqualTo(sink.samples().size() + sink.rejects().size())
                .isEqualTo(sink.log().size());
        assertThat(sink.summary().bytes()).isEqualTo(bytes.length);
        assertAscending(sink.log());
        Map<Long, List<String>> found = sink.log().stream().collect(Collectors.groupingBy(MutatedFilesTest::position));
        untouched.forEach((position, log) ->
                assertThat(found.get(position)).as("at %d", position).isEqualTo(log));
        assertThat(found.keySet()).isEqualTo(recordStarts(bytes));
        if (format instanceof PasskJsonl) {
            // One a line; two where something follows the record.
            assertThat(found.values())
                    .allMatch(entries -> entries.size() == 1
                            || (entries.size() == 2 && entries.get(0).contains(" 0 SAMPLE ")));
        }
        assertThat(sink.rejects()).hasSizeGreaterThan(mutated / 3);
        assertThat(cut(format, bytes, random)).isEqualTo(sink.log());
    }

    /** What four ranges that meet at random places give. */
    private static List<String> cut(RecordFormat format, byte[] bytes, Random random) throws IOException {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, bytes.length));
        while (cuts.size() < 5) {
            cuts.add(random.nextInt(bytes.length));
        }
        List<Integer> bounds = new ArrayList<>(cuts);
        CollectingSink parts = new CollectingSink();
        for (int i = 0; i + 1 < bounds.size(); i++) {
            int start = bounds.get(i);
            int from = Math.max(0, start - 1);
            new JsonLinesReader(format, LIMITS, CollectingSink.FIRST_BYTES)
                    .read(new ByteArrayInputStream(bytes, from, bytes.length - from), start, bounds.get(i + 1), parts);
        }
        return parts.log();
    }

    /** Where the lines begin that are not blank, found without the reader. */
    private static Set<Long> recordStarts(byte[] bytes) {
        TreeSet<Long> starts = new TreeSet<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                String line = new String(bytes, start, i - start, StandardCharsets.UTF_8);
                boolean mark = line.startsWith("\uFEFF");
                // Elsewhere than at the file's beginning a byte order mark alone is no blank line.
                if (!(mark ? line.substring(1) : line).matches("[ \t\r]*") || (line.equals("\uFEFF") && start > 0)) {
                    starts.add((long) (mark && start == 0 ? 3 : start));
                }
                start = i + 1;
            }
        }
        return starts;
    }

    private static void assertAscending(List<String> log) {
        long position = -1;
        long index = -1;
        for (String entry : log) {
            String[] words = entry.split(" ", 3);
            long at = Long.parseLong(words[0]);
            long answer = Long.parseLong(words[1]);
            assertThat(at > position || (at == position && answer > index))
                    .as("%s after %d %d", entry, position, index)
                    .isTrue();
            position = at;
            index = answer;
        }
    }

    private static List<String> withPosition(CollectingSink sink, long position) {
        assertThat(sink.rejects()).isEmpty();
        return sink.log().stream().map(entry -> position + entry.substring(1)).toList();
    }

    private static long position(String entry) {
        return Long.parseLong(entry.substring(0, entry.indexOf(' ')));
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3})
    void mutatedLongLinesNeverStopTheReading(long seed) throws IOException {
        check(new PasskJsonl(), MutatedFilesTest::longLine, seed, MUTATED);
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {4, 5, 6})
    void mutatedWideLinesNeverStopTheReading(long seed) throws IOException {
        check(new QwenMathJsonl(), MutatedFilesTest::wideLine, seed, MUTATED);
    }

    @Tag("slow")
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void manyMutatedLongLinesNeverStopTheReading(long seed) throws IOException {
        check(new PasskJsonl(), MutatedFilesTest::longLine, seed, MANY_MUTATED);
    }

    @Tag("slow")
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void manyMutatedWideLinesNeverStopTheReading(long seed) throws IOException {
        check(new QwenMathJsonl(), MutatedFilesTest::wideLine, seed, MANY_MUTATED);
    }
}
