package org.passk.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.fault.RejectReason;

/** Records that are well-formed enough to mislead: each ends as one reject, or as the sample that its bytes say. */
class HostileRecordsTest {
    private static final String NEXT = "{\"problem_id\":\"next\",\"sample_index\":7,\"text\":\"intact\"}\n";
    private static final String WIDE_NEXT = "{\"idx\":9,\"code\":[\"intact\"]}\n";

    /** What a record becomes before an intact one, which has to come out. */
    private static CollectingSink longRecord(byte[] line) {
        return before(new PasskJsonl(), line, NEXT, CollectingSink.WIDE_LIMITS);
    }

    private static CollectingSink longRecord(String line) {
        return longRecord(line.getBytes(StandardCharsets.UTF_8));
    }

    private static CollectingSink wideRecord(String line) {
        return before(
                new QwenMathJsonl(), line.getBytes(StandardCharsets.UTF_8), WIDE_NEXT, CollectingSink.WIDE_LIMITS);
    }

    private static CollectingSink before(RecordFormat format, byte[] line, String next, ReadLimits limits) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(line);
        file.writeBytes(("\n" + next).getBytes(StandardCharsets.UTF_8));
        CollectingSink sink = CollectingSink.read(format, file.toByteArray(), limits);
        assertThat(sink.samples()).isNotEmpty();
        assertThat(sink.samples().remove(sink.samples().size() - 1).held()).isEqualTo("intact");
        return sink;
    }

    private static byte[] withBytes(String line, String hex) {
        int at = line.indexOf('?');
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(line.substring(0, at).getBytes(StandardCharsets.UTF_8));
        out.writeBytes(HexFormat.of().parseHex(hex));
        out.writeBytes(line.substring(at + 1).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "80",
                "C0AF",
                "C1BF",
                "E080AF",
                "EDA080",
                "EDA0BDEDB880",
                "F08080AF",
                "F4908080",
                "F5808080",
                "FE",
                "FF",
                "C3",
                "E282",
                "F09F98"
            })
    void bytesThatAreNoUtf8RejectTheRecordWhereverTheyStand(String hex) {
        for (String line : new String[] {
            "{\"problem_id\":\"p\",\"sample_index\":0,\"text\":\"a?b\"}",
            "{\"problem_id\":\"p?\",\"sample_index\":0,\"text\":\"ab\"}",
            "{\"problem_id\":\"p\",\"sample_index\":0,\"text\":\"ab\",\"te?xt\":\"b\"}",
            "{\"problem_id\":\"p\",\"sample_index\":0,\"text\":\"ab\",\"skipped\":[{\"x\":\"?\"}]}",
            "{\"problem_id\":\"p\",\"sample_index\":0,\"text\":\"ab\"} ?"
        }) {
            CollectingSink sink = longRecord(withBytes(line, hex));
            assertThat(sink.rejects()).as(line).extracting(Reject::reason).contains(RejectReason.MALFORMED_JSON);
            assertThat(sink.texts()).noneMatch(text -> text.contains("\uFFFD"));
            // Behind a complete record the line's end is a record of its own.
            assertThat(sink.log()).hasSize(line.endsWith("?") ? 3 : 2);
        }
    }

    @Test
    void theAnswersBeforeTheDamageCountHoweverTheBytesArrive() throws IOException {
        byte[] line =
                withBytes("{\"idx\":1,\"code\":[\"one\",\"" + "x".repeat(9000) + "\",\"t?\",\"four\"]}", "EDA080");
        CollectingSink whole = CollectingSink.read(new QwenMathJsonl(), line, CollectingSink.WIDE_LIMITS);
        assertThat(whole.samples()).hasSize(2);
        assertThat(whole.rejects()).extracting(Reject::reason).containsExactly(RejectReason.MALFORMED_JSON);
        for (int chunk : new int[] {1, 2, 3, 7, 4096}) {
            CollectingSink dribbled = new CollectingSink();
            new JsonLinesReader(new QwenMathJsonl(), CollectingSink.WIDE_LIMITS, CollectingSink.FIRST_BYTES)
                    .read(new DribblingStream(line, 0, chunk, chunk), 0, line.length, dribbled);
            assertThat(dribbled.log()).as("chunks of %d", chunk).isEqualTo(whole.log());
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"\\ud83d", "\\ude00", "a\\ud83dx", "\\ud83d\\ud83d\\ude00", "\\ude00\\ud83d"})
    void halfASurrogatePairIsNoText(String escape) {
        for (String field : List.of("text", "problem_id", "answer", "question", "model", "finish_reason")) {
            CollectingSink sink = longRecord("{\"problem_id\":\"p\",\"sample_index\":0,\"text\":\"a\"}"
                    .replaceFirst(
                            "(\"" + field + "\":)\"[^\"]*\"|\\}$",
                            field.equals("text") || field.equals("problem_id")
                                    ? "$1\"" + escape.replace("\\", "\\\\") + "\""
                                    : ",\"" + field + "\":\"" + escape.replace("\\", "\\\\") + "\"}"));
            assertThat(sink.samples()).as(field).isEmpty();
            assertThat(sink.rejects()).singleElement().satisfies(reject -> {
                assertThat(reject.reason()).isEqualTo(RejectReason.WRONG_TYPE);
                assertThat(reject.message())
                        .isEqualTo("\"" + field + "\" holds half a surrogate pair, expected Unicode text");
            });
        }
        CollectingSink wide = wideRecord("{\"idx\":0,\"code\":[\"a\",\"" + escape + "\",\"c\"]}");
        assertThat(wide.samples()).extracting(Sample::held).containsExactly("a", "c");
        assertThat(wide.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.answerIndex()).isEqualTo(1);
            assertThat(reject.message()).startsWith("\"code[1]\" holds half");
        });
    }

    @Test
    void wholePairsAndNulAsEscapesAreText() {
        CollectingSink sink =
                longRecord("{\"problem_id\":\"p\",\"sample_index\":0,\"text\":\"\\ud83d\\ude00\\u0000\\ufeff\"}");
        assertThat(sink.texts()).first().isEqualTo("😀\u0000\uFEFF");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "text          | {\"problem_id\":\"p\",\"sample_index\":0,\"text\":\"a\",\"text\":\"b\"}",
                "text          | {\"problem_id\":\"p\",\"sample_index\":0,\"text\":\"a\",\"te\\u0078t\":\"a\"}",
                "text          | {\"problem_id\":\"p\",\"text\":null,\"sample_index\":0,\"text\":\"a\"}",
                "problem_id    | {\"problem_id\":\"p\",\"problem_id\":\"q\",\"sample_index\":0,\"text\":\"a\"}",
                "sample_index  | {\"problem_id\":\"p\",\"sample_index\":0,\"sample_index\":0,\"text\":\"a\"}",
                "temperature   | {\"temperature\":1,\"problem_id\":\"p\",\"temperature\":2,\"sample_index\":0,\"text\":\"a\"}"
            })
    void aFieldThatStandsTwiceRejectsTheRecord(String field, String line) {
        CollectingSink sink = longRecord(line);
        assertThat(sink.samples()).isEmpty();
        assertThat(sink.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.reason()).isEqualTo(RejectReason.MALFORMED_JSON);
            assertThat(reject.message()).isEqualTo("\"" + field + "\" stands twice in the record");
        });
    }

    @Test
    void fieldsThatAreSkippedMayStandTwice() {
        assertThat(longRecord(
                                "{\"x\":1,\"x\":{\"text\":1,\"text\":2},\"problem_id\":\"p\",\"sample_index\":0,\"text\":\"a\"}")
                        .samples())
                .hasSize(1);
    }

    @Test
    void answersThatStandTwiceAreRejectedWithTheRestOfTheirRecord() {
        CollectingSink sink = wideRecord("{\"idx\":0,\"code\":[\"a\",\"b\"],\"code\":[\"c\"],\"score\":[true]}");
        assertThat(sink.samples()).isEmpty();
        assertThat(sink.rejects()).hasSize(3).extracting(Reject::answerIndex).containsExactly(0, 1, 2);
        assertThat(sink.rejects()).allMatch(reject -> reject.message().equals("\"code\" stands twice in the record"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "score        | NaN        | MALFORMED_JSON",
                "score        | Infinity   | MALFORMED_JSON",
                "score        | -INF       | MALFORMED_JSON",
                "score        | 1e999      | WRONG_TYPE",
                "score        | -1e999     | WRONG_TYPE",
                "score        | \"1\"      | WRONG_TYPE",
                "score        | +1         | MALFORMED_JSON",
                "score        | .5         | MALFORMED_JSON",
                "score        | 5.         | MALFORMED_JSON",
                "score        | 0x10       | MALFORMED_JSON",
                "score        | 01         | MALFORMED_JSON",
                "sum_logprob  | -1e400     | WRONG_TYPE",
                "mean_entropy | 1e999      | WRONG_TYPE",
                "temperature  | 1e999      | WRONG_TYPE",
                "temperature  | -0.1       | WRONG_TYPE",
                "top_p        | 1.1        | WRONG_TYPE",
                "num_tokens   | -1         | WRONG_TYPE",
                "num_tokens   | 1.0        | WRONG_TYPE",
                "num_tokens   | 1e5        | WRONG_TYPE",
                "num_tokens   | 9223372036854775808 | WRONG_TYPE",
                "seed         | -1         | WRONG_TYPE",
                "step         | 1e0        | WRONG_TYPE",
                "max_tokens   | 18446744073709551616 | WRONG_TYPE"
            })
    void aNumberThatIsNoneOrOutOfItsRangeRejectsTheRecord(String field, String number, RejectReason reason) {
        CollectingSink sink =
                longRecord("{\"problem_id\":\"p\",\"sample_index\":0,\"text\":\"a\",\"" + field + "\":" + number + "}");
        assertThat(sink.samples()).isEmpty();
        assertThat(sink.rejects()).extracting(Reject::reason).containsExactly(reason);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"-1", "1e5", "1.0", "NaN", "1e999", "9223372036854775808", "\"0\"", "true", "[0]", "{\"a\":0}"})
    void anIndexThatIsNoIndexRejectsTheRecord(String index) {
        CollectingSink sink = longRecord("{\"problem_id\":\"p\",\"text\":\"a\",\"sample_index\":" + index + "}");
        assertThat(sink.samples()).isEmpty();
        assertThat(sink.rejects())
                .extracting(Reject::reason)
                .containsExactly(index.equals("NaN") ? RejectReason.MALFORMED_JSON : RejectReason.WRONG_TYPE);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"-1", "1e5", "1.0", "1e999", "2147483648", "9223372036854775808", "true", "[0]"})
    void aPositionThatIsNoneRejectsAllAnswers(String index) {
        CollectingSink sink = wideRecord("{\"code\":[\"a\",\"b\"],\"idx\":" + index + "}");
        assertThat(sink.samples()).isEmpty();
        assertThat(sink.rejects()).hasSize(3).extracting(Reject::reason).containsOnly(RejectReason.WRONG_TYPE);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"1e999", "2", "\"true\"", "null", "[true]"})
    void aStoredVerdictThatIsNoneRejectsTheRecord(String score) {
        CollectingSink sink = wideRecord("{\"idx\":0,\"code\":[\"a\"],\"score\":[" + score + "]}");
        assertThat(sink.samples()).isEmpty();
        assertThat(sink.rejects()).extracting(Reject::reason).containsOnly(RejectReason.WRONG_TYPE);
    }

    @Test
    void theLargestIndexAndAnIdOfAnyNumberArrive() {
        CollectingSink sink = longRecord("{\"problem_id\":1e999,\"sample_index\":9223372036854775807,\"text\":\"a\"}");
        assertThat(sink.samples()).singleElement().satisfies(sample -> {
            assertThat(sample.sampleIndex()).isEqualTo(Long.MAX_VALUE);
            assertThat(sample.fields().problemId()).isEqualTo("1e999");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"problem_id", "model", "benchmark", "prompt_kind"})
    void aNameOfTheLargestLengthIsReadAndALongerOneIsTooLarge(String field) {
        for (int length : new int[] {1000, 1001}) {
            String line = "{\"x\":\"p\",\"sample_index\":0,\"text\":\"a\",\"problem_id\":\"p\"}"
                    .replace(
                            field.equals("problem_id") ? "\"problem_id\":\"p\"" : "\"x\":\"p\"",
                            "\"" + field + "\":\"" + "n".repeat(length) + "\"");
            CollectingSink sink = longRecord(line);
            assertThat(sink.samples()).hasSize(length == 1000 ? 1 : 0);
            assertThat(sink.rejects()).allSatisfy(reject -> {
                assertThat(reject.reason()).isEqualTo(RejectReason.TOO_LARGE);
                assertThat(reject.message()).isEqualTo("\"" + field + "\" is longer than 1000 (limits.max_name_chars)");
            });
            CollectingSink wide = wideRecord("{\"idx\":\"p\",\"x\":0,\"code\":[\"a\",\"b\"]}"
                    .replace(
                            field.equals("problem_id") ? "\"idx\":\"p\"" : "\"x\":0",
                            (field.equals("problem_id") ? "\"idx" : "\"" + field) + "\":\"" + "n".repeat(length)
                                    + "\""));
            assertThat(wide.samples()).hasSize(length == 1000 ? 2 : 0);
            assertThat(wide.rejects())
                    .extracting(Reject::reason)
                    .containsExactlyElementsOf(
                            length == 1000 ? List.of() : List.of(RejectReason.TOO_LARGE, RejectReason.TOO_LARGE));
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"\\n", "\\u001b[2J", "\\u009b", "\\u2028", "\\u202e", "\\u2066"})
    void aKindOfPromptStandsInReportsAndHasNoControlCharacters(String escape) {
        CollectingSink sink = longRecord(
                "{\"problem_id\":\"p\",\"sample_index\":0,\"text\":\"a\",\"prompt_kind\":\"c" + escape + "\"}");
        assertThat(sink.rejects())
                .extracting(Reject::message)
                .containsExactly("\"prompt_kind\" has control characters, expected a name");
    }

    @Test
    void manyNamesOfFieldsAreTooLargeAndOneThatRepeatsIsNot() {
        ReadLimits limits = new ReadLimits(1000, 1 << 20, 10, 20, 50, 100, 100);
        StringBuilder many = new StringBuilder("{\"problem_id\":\"p\",\"sample_index\":0,\"text\":\"a\",\"x\":[");
        for (int i = 0; i < 500; i++) {
            many.append("{\"y\":{}},");
        }
        String repeated = many + "0]}";
        assertThat(before(new PasskJsonl(), repeated.getBytes(StandardCharsets.UTF_8), NEXT, limits)
                        .samples())
                .hasSize(1);
        for (int i = 0; i < 96; i++) {
            many.append("{\"y").append(i).append("\":0},");
        }
        CollectingSink sink = before(new PasskJsonl(), (many + "0]}").getBytes(StandardCharsets.UTF_8), NEXT, limits);
        assertThat(sink.samples()).isEmpty();
        assertThat(sink.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.reason()).isEqualTo(RejectReason.TOO_LARGE);
            assertThat(reject.message())
                    .isEqualTo("the record has more than 100 names of fields (limits.max_field_names)");
        });
        String longName = "{\"" + "n".repeat(51) + "\":0,\"problem_id\":\"p\",\"sample_index\":0,\"text\":\"a\"}";
        assertThat(before(new PasskJsonl(), longName.getBytes(StandardCharsets.UTF_8), NEXT, limits)
                        .rejects())
                .extracting(Reject::message)
                .containsExactly("a field's name is longer than 50 (limits.max_name_chars)");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"code", "score", "finish_reason"})
    void moreAnswersThanARecordMayHaveRejectIt(String field) {
        ReadLimits limits = new ReadLimits(1000, 1 << 20, 10, 20, 50, 100, 3);
        String entry = field.equals("score") ? "true" : "\"x\"";
        String four = "[" + entry + "," + entry + "," + entry + "," + entry + "]";
        String line = field.equals("code")
                ? "{\"idx\":0,\"code\":" + four + "}"
                : "{\"idx\":0,\"code\":[\"a\"],\"" + field + "\":" + four + "}";
        CollectingSink sink = before(new QwenMathJsonl(), line.getBytes(StandardCharsets.UTF_8), WIDE_NEXT, limits);
        assertThat(sink.samples()).isEmpty();
        assertThat(sink.rejects()).hasSizeGreaterThan(1).allSatisfy(reject -> {
            assertThat(reject.reason()).isEqualTo(RejectReason.TOO_LARGE);
            assertThat(reject.message()).isEqualTo("\"" + field + "\" has more than 3 entries (limits.max_answers)");
        });
        assertThat(before(
                                new QwenMathJsonl(),
                                "{\"idx\":0,\"code\":[\"a\",\"b\",\"c\"]}".getBytes(StandardCharsets.UTF_8),
                                WIDE_NEXT,
                                limits)
                        .samples())
                .hasSize(3);
    }

    @Test
    void aByteOrderMarkMayLeadAnyLineAndStandInTextButNotBetweenTokens() {
        String record = NEXT.strip();
        CollectingSink led = longRecord("\uFEFF" + record + "\n\uFEFF" + record + "\n\uFEFF");
        assertThat(led.samples()).hasSize(2);
        // Alone on its line it is no blank.
        assertThat(led.rejects()).extracting(Reject::reason).containsExactly(RejectReason.MALFORMED_JSON);
        CollectingSink between = longRecord(record.replace(",\"text\"", ",\uFEFF\"text\""));
        assertThat(between.rejects()).extracting(Reject::reason).containsExactly(RejectReason.MALFORMED_JSON);
    }
}
