package org.passk.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.fault.RejectReason;
import org.passk.model.StoredVerdict;

class QwenMathJsonlTest {
    private static CollectingSink read(String line) {
        return CollectingSink.read(new QwenMathJsonl(), line + "\n");
    }

    private static List<String> held(CollectingSink sink) {
        return sink.samples().stream().map(Sample::held).toList();
    }

    private static List<StoredVerdict> stored(CollectingSink sink) {
        return sink.samples().stream().map(Sample::stored).toList();
    }

    private static List<String> finishReasons(CollectingSink sink) {
        return sink.samples().stream().map(Sample::finishReason).toList();
    }

    @Test
    void aRecordOfTheScriptGivesItsAnswers() {
        CollectingSink sink = read("""
                {"idx":4,"question":"How many?","gt_cot":"so 204","gt":"204","level":"5","type":"a","solution":"s",\
                "answer":"0204","code":["full response 1","full response 2","r3"],"pred":["204","113",null],\
                "report":[null,null,null],"finish_reason":["stop","length",null],"score":[true,false,true]}""");
        assertThat(held(sink)).containsExactly("full response 1", "full response 2", "r3");
        assertThat(sink.texts()).containsExactly("full response 1", "full response 2", "r3");
        assertThat(stored(sink)).containsExactly(StoredVerdict.RIGHT, StoredVerdict.WRONG, StoredVerdict.RIGHT);
        assertThat(finishReasons(sink)).containsExactly("stop", "length", "");
        assertThat(sink.samples()).extracting(Sample::answerIndex).containsExactly(0, 1, 2);
        assertThat(sink.samples()).extracting(Sample::sampleIndex).containsExactly(0L, 1L, 2L);
        assertThat(sink.samples()).extracting(Sample::stats).containsOnly(SampleStats.NONE);
        RecordFields fields = sink.samples().get(0).fields();
        assertThat(fields.problemOrdinal()).isEqualTo(4);
        assertThat(fields.problemId()).isEmpty();
        assertThat(fields.question()).isEqualTo("How many?");
        assertThat(fields.reference()).isEqualTo("0204");
        assertThat(sink.samples().get(2).fields()).isSameAs(fields);
        assertThat(sink.rejects()).isEmpty();
        assertThat(sink.summary().records()).isEqualTo(3);
    }

    @Test
    void theRecordMayCarryItsSamplingParameters() {
        RecordFields fields = read("{\"idx\":\"q-1\",\"gt\":7,\"code\":[\"t\"],\"model\":\"m\",\"benchmark\":\"b\","
                        + "\"prompt_kind\":\"cot\",\"seed\":1,\"step\":2,\"max_tokens\":3,\"temperature\":0,\"top_p\":1}")
                .onlySample()
                .fields();
        assertThat(fields.problemId()).isEqualTo("q-1");
        assertThat(fields.problemOrdinal()).isEqualTo(-1);
        assertThat(fields.reference()).isEqualTo("7");
        assertThat(fields.model()).isEqualTo("m");
        assertThat(fields.benchmark()).isEqualTo("b");
        assertThat(fields.promptKind()).isEqualTo("cot");
        assertThat(fields.seed()).isEqualTo(1);
        assertThat(fields.step()).isEqualTo(2);
        assertThat(fields.maxTokens()).isEqualTo(3);
        assertThat(fields.temperature()).isZero();
        assertThat(fields.topP()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"idx\":7,\"answer\":\"3\",\"code\":[\"a\",\"b\"],\"score\":[true,false],\"finish_reason\":[\"stop\",\"x\"]}",
                "{\"score\":[true,false],\"finish_reason\":[\"stop\",\"x\"],\"code\":[\"a\",\"b\"],\"answer\":\"3\",\"idx\":7}",
                "{\"finish_reason\":[\"stop\",\"x\"],\"code\":[\"a\",\"b\"],\"idx\":7,\"score\":[1,0],\"answer\":3}",
                "{\"code\":[\"a\",\"b\"],\"score\":[1.0,0.0],\"idx\":7,\"finish_reason\":[\"stop\",\"x\"],\"gt\":\"3\"}",
                "{\"response\":[\"a\",\"b\",\"c\"],\"history\":[[{\"code\":[\"no\"]}]],\"prompt\":\"p\",\"pred_score\":[[3.5]],"
                        + "\"code\":[\"a\",\"b\"],\"score\":[true,false],\"idx\":7,\"finish_reason\":[\"stop\",\"x\"],\"gt\":\"3\"}",
            })
    void theOrderOfTheColumnsDoesNotMatter(String line) {
        CollectingSink sink = read(line);
        assertThat(held(sink)).containsExactly("a", "b");
        assertThat(stored(sink)).containsExactly(StoredVerdict.RIGHT, StoredVerdict.WRONG);
        assertThat(finishReasons(sink)).containsExactly("stop", "x");
        assertThat(sink.samples().get(0).fields().problemOrdinal()).isEqualTo(7);
        assertThat(sink.samples().get(0).fields().reference()).isEqualTo("3");
        assertThat(sink.rejects()).isEmpty();
    }

    @Test
    void withoutScoresAndFinishReasonsTheyAreAbsent() {
        CollectingSink sink = read("{\"idx\":0,\"code\":[\"a\",\"b\"]}");
        assertThat(stored(sink)).containsExactly(StoredVerdict.ABSENT, StoredVerdict.ABSENT);
        assertThat(finishReasons(sink)).containsExactly("", "");
    }

    @Test
    void columnsThatAreNullAreAbsent() {
        CollectingSink sink = read("{\"idx\":0,\"score\":null,\"code\":[\"a\"],\"finish_reason\":null,\"answer\":null,"
                + "\"seed\":null,\"temperature\":null,\"question\":null}");
        Sample<String> sample = sink.onlySample();
        assertThat(sample.stored()).isEqualTo(StoredVerdict.ABSENT);
        assertThat(sample.finishReason()).isEmpty();
        assertThat(sample.fields().seed()).isEqualTo(-1);
        assertThat(sample.fields().temperature()).isNaN();
    }

    @Test
    void anAnswerThatIsNoTextIsOneRejectAndTheOthersCount() {
        CollectingSink sink = read(
                "{\"idx\":0,\"code\":[\"a\",null,{\"x\":[1]},[\"y\"],5,\"f\"],\"score\":[true,false,false,false,false,true]}");
        assertThat(held(sink)).containsExactly("a", "f");
        assertThat(stored(sink)).containsExactly(StoredVerdict.RIGHT, StoredVerdict.RIGHT);
        assertThat(sink.samples()).extracting(Sample::answerIndex).containsExactly(0, 5);
        assertThat(sink.rejects()).extracting(Reject::answerIndex).containsExactly(1, 2, 3, 4);
        assertThat(sink.rejects()).extracting(Reject::reason).containsOnly(RejectReason.WRONG_TYPE);
        assertThat(sink.rejects())
                .extracting(Reject::message)
                .containsExactly(
                        "\"code[1]\" is null, expected a string",
                        "\"code[2]\" is an object, expected a string",
                        "\"code[3]\" is an array, expected a string",
                        "\"code[4]\" is the number 5, expected a string");
        assertThat(sink.summary().records()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\"score\":[true]`,                  score,         1",
                "`\"score\":[true,true,false]`,       score,         3",
                "`\"finish_reason\":[\"stop\"]`,      finish_reason, 1",
                "`\"finish_reason\":[1,1,1]`,         finish_reason, -1",
            })
    void aColumnOfAnotherLengthRejectsEveryAnswer(String column, String field, int length) {
        CollectingSink sink = read("{\"idx\":0,\"code\":[\"a\",\"b\"]," + column + "}");
        assertThat(sink.samples()).isEmpty();
        if (length < 0) {
            assertThat(sink.rejects()).extracting(Reject::reason).containsOnly(RejectReason.WRONG_TYPE);
            return;
        }
        assertThat(sink.rejects()).extracting(Reject::answerIndex).containsExactly(0, 1);
        assertThat(sink.rejects()).extracting(Reject::reason).containsOnly(RejectReason.LENGTH_MISMATCH);
        assertThat(sink.rejects())
                .extracting(Reject::message)
                .containsOnly("\"" + field + "\" has " + length + " entries, \"code\" has 2");
    }

    @Test
    void emptyColumnsSayNothing() {
        Sample<String> sample = read("{\"idx\":0,\"code\":[\"a\"],\"score\":[],\"finish_reason\":[]}")
                .onlySample();
        assertThat(sample.stored()).isEqualTo(StoredVerdict.ABSENT);
        assertThat(sample.finishReason()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"idx\":0}", "{\"idx\":0,\"code\":[]}", "{\"idx\":0,\"code\":null,\"score\":[]}"})
    void aRecordWithoutAnswersIsOneReject(String line) {
        Reject reject = read(line).onlyReject();
        assertThat(reject.reason()).isEqualTo(RejectReason.NO_GENERATION);
        assertThat(reject.message()).isEqualTo("\"code\" is missing or empty");
        assertThat(reject.answerIndex()).isZero();
        assertThat(reject.excerpt()).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":[\"a\",\"b\"]}",
                "{\"idx\":null,\"code\":[\"a\",\"b\"]}",
                "{\"idx\":\"\",\"code\":[\"a\",\"b\"]}"
            })
    void answersToAnUnnamedProblemAreRejectedEach(String line) {
        CollectingSink sink = read(line);
        assertThat(sink.samples()).isEmpty();
        assertThat(sink.rejects()).extracting(Reject::answerIndex).containsExactly(0, 1);
        assertThat(sink.rejects()).extracting(Reject::reason).containsOnly(RejectReason.MISSING_FIELD);
        assertThat(sink.rejects())
                .extracting(Reject::message)
                .containsOnly("\"idx\" is missing; required are idx and code");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\"idx\":-1`,             `\"idx\" is the number -1, expected an integer that is not negative`",
                "`\"idx\":2147483648`,     `\"idx\" is the number 2147483648, expected an integer below 2^31`",
                "`\"idx\":0.5`,            `\"idx\" is the number 0.5, expected an integer that is not negative`",
                "`\"code\":\"a\"`,         `\"code\" is a string, expected an array`",
                "`\"score\":true`,         `\"score\" is a truth value, expected an array`",
                "`\"score\":[2]`,          `\"score[]\" is the number 2, expected true or false`",
                "`\"score\":[\"true\"]`,   `\"score[]\" is a string, expected true or false`",
                "`\"finish_reason\":[7]`,  `\"finish_reason[]\" is the number 7, expected a string`",
                "`\"question\":[\"q\"]`,   `\"question\" is an array, expected a string`",
                "`\"top_p\":2`,            `\"top_p\" is 2.0, expected a number in [0, 1]`",
                "`\"model\":{\"a\":1}`,    `\"model\" is an object, expected a string`",
            })
    void aFieldOfAnotherTypeBeforeTheAnswersRejectsTheRecordOnce(String field, String message) {
        Reject reject = read("{" + field + ",\"code\":[\"a\",\"b\"]}").onlyReject();
        assertThat(reject.reason()).isEqualTo(RejectReason.WRONG_TYPE);
        assertThat(reject.message()).isEqualTo(message);
        assertThat(reject.excerpt()).startsWith("{" + field);
    }

    @Test
    void aFieldOfAnotherTypeAfterTheAnswersRejectsEachAndTheRest() {
        CollectingSink sink = read("{\"idx\":0,\"code\":[\"a\",\"b\"],\"score\":\"x\"}");
        assertThat(sink.samples()).isEmpty();
        assertThat(sink.rejects()).extracting(Reject::answerIndex).containsExactly(0, 1, 2);
        assertThat(sink.rejects()).extracting(Reject::message).containsOnly("\"score\" is a string, expected an array");
    }

    @Test
    void aLineThatBreaksAfterSomeAnswersKeepsThemWithoutScores() {
        String line =
                "{\"score\":[true,false,true],\"finish_reason\":[\"stop\",\"stop\",\"stop\"],\"idx\":3,\"code\":[\"a\",\"b\",\"cut of";
        CollectingSink sink = read(line);
        assertThat(held(sink)).containsExactly("a", "b");
        assertThat(stored(sink)).containsExactly(StoredVerdict.ABSENT, StoredVerdict.ABSENT);
        assertThat(finishReasons(sink)).containsExactly("", "");
        assertThat(sink.samples()).extracting(Sample::answerIndex).containsExactly(0, 1);
        Reject rest = sink.rejects().get(0);
        assertThat(sink.rejects()).hasSize(1);
        assertThat(rest.reason()).isEqualTo(RejectReason.MALFORMED_JSON);
        assertThat(rest.answerIndex()).isEqualTo(2);
        assertThat(rest.position()).isZero();
        assertThat(rest.excerpt()).isEqualTo(line.substring(0, CollectingSink.FIRST_BYTES));
        assertThat(sink.summary().records()).isEqualTo(3);
    }

    @Test
    void everyPrefixOfALineGivesItsCompleteAnswersAndOneReject() {
        String line = "{\"idx\":3,\"answer\":\"1\",\"code\":[\"a\",\"bé\",\"c\"],\"score\":[true,false,true]}";
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        for (int length = 1; length < bytes.length; length++) {
            byte[] prefix = java.util.Arrays.copyOf(bytes, length);
            CollectingSink sink = CollectingSink.read(new QwenMathJsonl(), prefix, CollectingSink.WIDE_LIMITS);
            String text = new String(prefix, StandardCharsets.UTF_8);
            int complete = text.contains("\"c\"") ? 3 : text.contains("\"bé\"") ? 2 : text.contains("[\"a\"") ? 1 : 0;
            assertThat(held(sink))
                    .as(text)
                    .containsExactlyElementsOf(List.of("a", "bé", "c").subList(0, complete));
            assertThat(sink.rejects()).as(text).hasSize(1);
            assertThat(sink.rejects().get(0).answerIndex()).as(text).isEqualTo(complete);
            assertThat(sink.rejects().get(0).reason()).isEqualTo(RejectReason.MALFORMED_JSON);
        }
    }

    @Test
    void aLineThatBreaksBeforeItsProblemIsNamedRejectsItsAnswers() {
        CollectingSink sink = read("{\"code\":[\"a\",\"b\",");
        assertThat(sink.samples()).isEmpty();
        assertThat(sink.rejects()).extracting(Reject::answerIndex).containsExactly(0, 1, 2);
        assertThat(sink.rejects())
                .extracting(Reject::reason)
                .containsExactly(RejectReason.MISSING_FIELD, RejectReason.MISSING_FIELD, RejectReason.MALFORMED_JSON);
    }

    @Test
    void anAnswerBeyondTheLimitLosesTheRestOfItsLine() {
        ReadLimits limits = new ReadLimits(100, 1 << 20, 10, 20);
        String line = "{\"idx\":0,\"code\":[\"a\",\"" + "x".repeat(101) + "\",\"c\"]}\n{\"idx\":1,\"code\":[\"d\"]}\n";
        CollectingSink sink = CollectingSink.read(new QwenMathJsonl(), line.getBytes(StandardCharsets.UTF_8), limits);
        assertThat(held(sink)).containsExactly("a", "d");
        assertThat(sink.rejects()).extracting(Reject::reason).containsExactly(RejectReason.TOO_LARGE);
        assertThat(sink.rejects()).extracting(Reject::answerIndex).containsExactly(1);
    }

    @Test
    void itIsRecognisedByCodeAndIdx() {
        QwenMathJsonl format = new QwenMathJsonl();
        assertThat(format.name()).isEqualTo("qwen-math");
        assertThat(format.recognises(Set.of("idx", "code", "x"))).isTrue();
        assertThat(format.recognises(Set.of("idx", "text"))).isFalse();
    }
}
