package org.passk.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.fault.RejectReason;
import org.passk.model.StoredVerdict;

class PasskJsonlTest {
    private static CollectingSink read(String line) {
        return CollectingSink.read(new PasskJsonl(), line + "\n");
    }

    private static Reject rejectOf(String line) {
        Reject reject = read(line).onlyReject();
        assertThat(reject.position()).isZero();
        assertThat(reject.answerIndex()).isZero();
        return reject;
    }

    @Test
    void everyFieldArrives() {
        Sample<String> sample = read("""
                {"model":"m-7b","benchmark":"math500","problem_id":"p/12","sample_index":1023,"text":"so \\\\boxed{7}\\u00e9\\n",\
                "finish_reason":"length","num_tokens":16384,"sum_logprob":-123.5,"mean_entropy":0.25,"score":-1.5,\
                "stored_verdict":true,"seed":3,"step":200,"prompt_kind":"cot","temperature":0.6,"top_p":0.95,\
                "max_tokens":16385,"question":"2+5?","answer":"7"}""").onlySample();
        assertThat(sample.held()).isEqualTo("so \\boxed{7}é\n");
        assertThat(sample.position()).isZero();
        assertThat(sample.answerIndex()).isZero();
        assertThat(sample.sampleIndex()).isEqualTo(1023);
        assertThat(sample.finishReason()).isEqualTo("length");
        assertThat(sample.stored()).isEqualTo(StoredVerdict.RIGHT);
        assertThat(sample.stats()).isEqualTo(new SampleStats(16384, -123.5, 0.25, -1.5));
        RecordFields fields = sample.fields();
        assertThat(fields.model()).isEqualTo("m-7b");
        assertThat(fields.benchmark()).isEqualTo("math500");
        assertThat(fields.problemId()).isEqualTo("p/12");
        assertThat(fields.problemOrdinal()).isEqualTo(-1);
        assertThat(fields.question()).isEqualTo("2+5?");
        assertThat(fields.reference()).isEqualTo("7");
        assertThat(fields.promptKind()).isEqualTo("cot");
        assertThat(fields.seed()).isEqualTo(3);
        assertThat(fields.step()).isEqualTo(200);
        assertThat(fields.temperature()).isEqualTo(0.6);
        assertThat(fields.topP()).isEqualTo(0.95);
        assertThat(fields.maxTokens()).isEqualTo(16385);
    }

    @Test
    void absentAndNullFieldsAreTheSame() {
        Sample<String> absent =
                read("{\"problem_id\":\"p\",\"sample_index\":0,\"text\":\"t\"}").onlySample();
        Sample<String> nulls = read("""
                {"model":null,"benchmark":null,"problem_id":"p","sample_index":0,"text":"t","finish_reason":null,\
                "num_tokens":null,"sum_logprob":null,"mean_entropy":null,"score":null,"stored_verdict":null,"seed":null,\
                "step":null,"prompt_kind":null,"temperature":null,"top_p":null,"max_tokens":null,"question":null,\
                "answer":null}""").onlySample();
        assertThat(absent.stats()).isEqualTo(SampleStats.NONE);
        assertThat(absent.stored()).isEqualTo(StoredVerdict.ABSENT);
        assertThat(absent.finishReason()).isEmpty();
        assertThat(absent.fields().seed()).isEqualTo(-1);
        assertThat(absent.fields().temperature()).isNaN();
        assertThat(nulls)
                .usingRecursiveComparison()
                .withComparatorForType(Double::compare, Double.class)
                .isEqualTo(absent);
    }

    @Test
    void aNumericProblemIdIsTakenAsItIsWritten() {
        Sample<String> sample = read("{\"problem_id\":60,\"sample_index\":0,\"text\":\"t\",\"answer\":70.0}")
                .onlySample();
        assertThat(sample.fields().problemId()).isEqualTo("60");
        assertThat(sample.fields().reference()).isEqualTo("70.0");
    }

    @Test
    void unknownFieldsAreSkippedWhateverTheyHold() {
        Sample<String> sample =
                read("{\"x\":{\"text\":\"inner\",\"y\":[1,[2]]},\"text\":\"outer\",\"z\":[[],{}],\"problem_id\":\"p\","
                                + "\"w\":1e5,\"sample_index\":4}")
                        .onlySample();
        assertThat(sample.held()).isEqualTo("outer");
        assertThat(sample.sampleIndex()).isEqualTo(4);
    }

    @Test
    void anEmptyTextIsAGeneration() {
        assertThat(read("{\"problem_id\":\"p\",\"sample_index\":0,\"text\":\"\"}")
                        .onlySample()
                        .held())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "text,         `{\"problem_id\":\"p\",\"sample_index\":0}`",
                "text,         `{\"problem_id\":\"p\",\"sample_index\":0,\"text\":null}`",
                "problem_id,   `{\"sample_index\":0,\"text\":\"t\"}`",
                "problem_id,   `{\"problem_id\":\"\",\"sample_index\":0,\"text\":\"t\"}`",
                "sample_index, `{\"problem_id\":\"p\",\"text\":\"t\"}`",
                "sample_index, `{\"problem_id\":\"p\",\"sample_index\":null,\"text\":\"t\"}`",
                "text,         `{}`",
            })
    void aMissingRequiredFieldIsNamed(String field, String line) {
        Reject reject = rejectOf(line);
        assertThat(reject.reason()).isEqualTo(RejectReason.MISSING_FIELD);
        assertThat(reject.message())
                .isEqualTo("\"" + field + "\" is missing; required are problem_id, sample_index and text");
        assertThat(reject.excerpt()).isEqualTo(line.substring(0, Math.min(line.length(), CollectingSink.FIRST_BYTES)));
    }

    @ParameterizedTest(name = "\"{0}\":{1}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "text,           5,        `the number 5, expected a string`",
                "text,           [\"t\"],  `an array, expected a string`",
                "model,          true,     `a truth value, expected a string`",
                "problem_id,     {},       `an object, expected a string or a number`",
                "answer,         [7],      `an array, expected a string or a number`",
                "sample_index,   \"0\",    `a string, expected an integer that is not negative`",
                "sample_index,   1.0,      `the number 1.0, expected an integer that is not negative`",
                "sample_index,   -1,       `the number -1, expected an integer that is not negative`",
                "seed,           9223372036854775808,"
                        + " `the number 9223372036854775808, expected an integer that is not negative`",
                "num_tokens,     123456789012345678901234567890123456789012345,"
                        + " `the number 1234567890123456789012345678901234567890..., expected an integer that is not negative`",
                "sum_logprob,    \"-1\",   `a string, expected a number`",
                "score,          1e999,    `the number 1e999, expected a finite number`",
                "mean_entropy,   -1e999,   `the number -1e999, expected a finite number`",
                "stored_verdict, 1,        `the number 1, expected true or false`",
                "stored_verdict, \"true\", `a string, expected true or false`",
                "temperature,    -0.1,     `-0.1, expected a number that is not negative`",
                "top_p,          1.5,      `1.5, expected a number in [0, 1]`",
                "max_tokens,     false,    `a truth value, expected an integer that is not negative`",
            })
    void aValueOfAnotherTypeIsRejectedWithWhatWasFound(String field, String value, String said) {
        Reject reject =
                rejectOf("{\"" + field + "\":" + value + ",\"problem_id\":\"p\",\"sample_index\":0,\"text\":\"t\"}");
        assertThat(reject.reason()).isEqualTo(RejectReason.WRONG_TYPE);
        assertThat(reject.message()).isEqualTo("\"" + field + "\" is " + said);
    }

    @Test
    void theLargestLongIsAnIndex() {
        assertThat(read("{\"problem_id\":\"p\",\"sample_index\":9223372036854775807,\"text\":\"t\"}")
                        .onlySample()
                        .sampleIndex())
                .isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "01", "1.", "+1", "0x10", "'a'"})
    void aValueThatIsNoJsonIsMalformed(String value) {
        Reject reject = rejectOf("{\"problem_id\":\"p\",\"sample_index\":0,\"text\":\"t\",\"score\":" + value + "}");
        assertThat(reject.reason()).isEqualTo(RejectReason.MALFORMED_JSON);
        assertThat(reject.message()).isNotBlank().doesNotContain("\n");
    }

    @Test
    void aTextAtTheLimitIsReadAndALongerOneIsTooLarge() {
        ReadLimits limits = new ReadLimits(1000, 1 << 20, 10, 20);
        String head = "{\"problem_id\":\"p\",\"sample_index\":0,\"text\":\"";
        byte[] fits = (head + "é".repeat(1000) + "\"}\n").getBytes(StandardCharsets.UTF_8);
        byte[] exceeds = (head + "é".repeat(1001) + "\"}\n").getBytes(StandardCharsets.UTF_8);
        assertThat(CollectingSink.read(new PasskJsonl(), fits, limits)
                        .onlySample()
                        .held())
                .hasSize(1000);
        Reject reject = CollectingSink.read(new PasskJsonl(), exceeds, limits).onlyReject();
        assertThat(reject.reason()).isEqualTo(RejectReason.TOO_LARGE);
        assertThat(reject.message()).contains("1001", "1000");
        assertThat(reject.excerpt()).startsWith(head);
    }

    @Test
    void aNumberOrANestingBeyondTheLimitsIsTooLarge() {
        ReadLimits limits = new ReadLimits(1000, 1 << 20, 10, 20);
        String number = "{\"x\":" + "1".repeat(21) + "}";
        String nesting = "{\"x\":" + "[".repeat(10) + "]".repeat(10) + "}";
        for (String line : new String[] {"{\"sample_index\":" + "1".repeat(21) + "}", nesting}) {
            Reject reject = CollectingSink.read(new PasskJsonl(), line.getBytes(StandardCharsets.UTF_8), limits)
                    .onlyReject();
            assertThat(reject.reason()).as(line).isEqualTo(RejectReason.TOO_LARGE);
        }
        // A skipped number is never decoded: its length does not matter.
        assertThat(CollectingSink.read(new PasskJsonl(), number.getBytes(StandardCharsets.UTF_8), limits)
                        .onlyReject()
                        .reason())
                .isIn(RejectReason.MISSING_FIELD, RejectReason.TOO_LARGE);
    }

    @Test
    void itIsRecognisedByTextAndProblemId() {
        PasskJsonl format = new PasskJsonl();
        assertThat(format.name()).isEqualTo("passk-jsonl");
        assertThat(format.recognises(Set.of("problem_id", "text", "x"))).isTrue();
        assertThat(format.recognises(Set.of("problem_id", "code"))).isFalse();
        assertThat(format.recognises(Set.of("text"))).isFalse();
    }
}
