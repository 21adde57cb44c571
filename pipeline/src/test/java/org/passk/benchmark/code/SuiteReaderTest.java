package org.passk.benchmark.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;
import org.passk.model.Digests;
import org.passk.model.Reference.TestSuite;
import org.passk.model.SuiteKind;

class SuiteReaderTest {
    private static final SuiteReader READER = new SuiteReader(1000);
    private static final String PACKED =
            "eJxrYJlqxwABPVbR1UqZeQWlJUpWCkrGCiYxeUo6Ckr5pSVQIXOIQElqcUlJZUEqSKi4JCUzT6k2dooeALJaFKU=";

    private static TestSuite reference(SuiteKind kind, String record) {
        String digest = Digests.sha256(record).substring(0, 32);
        return new TestSuite(kind, "p.jsonl", 7, record.getBytes(StandardCharsets.UTF_8).length, digest, "", "");
    }

    private static ObjectNode suite(SuiteKind kind, String record) {
        return READER.read(reference(kind, record), "q1", record.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(SuiteKind kind, String record) {
        return SuiteReader.toJson(suite(kind, record));
    }

    private static void assertRefused(String message, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        PasskException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.INPUT))
                .hasMessageStartingWith("p.jsonl: problem q1")
                .hasMessageContaining(message);
    }

    @Test
    void aHumanEvalRecordIsItsCheckFunction() {
        assertThat(json(
                        SuiteKind.CHECK,
                        "{\"task_id\":\"HumanEval/0\",\"prompt\":\"def f(x):\\n\",\"entry_point\":\"f\","
                                + "\"canonical_solution\":\"    return x\",\"test\":\"def check(c): pass\"}"))
                .isEqualTo("{\"kind\":\"check\",\"prompt\":\"def f(x):\\n\",\"entry\":\"f\","
                        + "\"test\":\"def check(c): pass\"}");
    }

    @Test
    void inputsOfEvalplusKeepTheKindsOfTheirNumbers() {
        String inputs = "[[1,1.0,-0.0,1e+22,123456789012345678901234567890,NaN,-Infinity,1E400,true,null,"
                + "{\"b\":1,\"a\":[]},\"\\ud83d\\ude00\\ud800\"]]";
        // What Python's json reads from either text is equal, value by value, types included.
        String written = "[[1,1.0,-0.0,1.0E22,123456789012345678901234567890,NaN,-Infinity,Infinity,true,null,"
                + "{\"b\":1,\"a\":[]},\"\\uD83D\\uDE00\\uD800\"]]";
        assertThat(json(
                        SuiteKind.EVALPLUS,
                        "{\"task_id\":\"Mbpp/404\",\"prompt\":\"doc\\n\",\"entry_point\":\"f\","
                                + "\"canonical_solution\":\"def f(): pass\",\"base_input\":" + inputs
                                + ",\"plus_input\":{},\"atol\":0,\"contract\":\"\",\"assertion\":\"\"}"))
                .isEqualTo("{\"kind\":\"evalplus\",\"task\":\"Mbpp/404\",\"entry\":\"f\","
                        + "\"canonical\":\"doc\\ndef f(): pass\",\"prompt\":\"doc\\n\",\"base\":" + written
                        + ",\"plus\":[],\"atol\":0,\"dataset\":\"mbpp\"}");
    }

    @Test
    void mbppsTestsComeWithTheNamesThatTheSolutionDefinesAndTheyUse() {
        String code = "\"import x\\r\\nclass Node:\\r\\n    def inner(self): pass\\r\\ndef aux(): pass\\r\\n"
                + "def height(n):\\r\\n    return 1\"";
        assertThat(json(
                        SuiteKind.ASSERTS,
                        "{\"text\":\"q\",\"code\":" + code + ",\"task_id\":3,\"test_setup_code\":\"root = Node(8)\","
                                + "\"test_list\":[\"assert height(root) == 1\",\"assert Node\"],"
                                + "\"challenge_test_list\":[\"assert 0\"]}"))
                .isEqualTo("{\"kind\":\"asserts\",\"setup\":\"root = Node(8)\","
                        + "\"tests\":[\"assert height(root) == 1\",\"assert Node\"],"
                        + "\"entries\":[\"Node\",\"height\"]}");
    }

    @Test
    void theSanitizedFormOfMbppHasImports() {
        assertThat(json(
                        SuiteKind.ASSERTS,
                        "{\"prompt\":\"q\",\"code\":\"def f(): pass\",\"task_id\":3,"
                                + "\"test_imports\":[\"import math\",\"import re\"],\"test_list\":[\"assert f()\"]}"))
                .isEqualTo("{\"kind\":\"asserts\",\"setup\":\"import math\\nimport re\",\"tests\":[\"assert f()\"],"
                        + "\"entries\":[\"f\"]}");
    }

    @Test
    void liveCodeBenchHasItsPublicTestsFirstAndItsPrivateOnesPackedOrNot() {
        String open =
                "\"public_test_cases\":\"[{\\\"input\\\":\\\"1\\\",\\\"output\\\":\\\"2\\\",\\\"testtype\\\":\\\"stdin\\\"}]\"";
        String expected = "{\"kind\":\"stdin\",\"compare\":\"lines\",\"tests\":[[\"1\",\"2\"],[\"3 4\\n\",\"7\\n\"]]}";
        assertThat(json(
                        SuiteKind.STDIN,
                        "{\"question_id\":\"a\"," + open + ",\"private_test_cases\":\"" + PACKED
                                + "\",\"metadata\":\"{}\"}"))
                .isEqualTo(expected);
        assertThat(
                        json(
                                SuiteKind.STDIN,
                                "{\"question_id\":\"a\"," + open
                                        + ",\"private_test_cases\":\"[{\\\"input\\\":\\\"3 4\\\\n\\\",\\\"output\\\":\\\"7\\\\n\\\"}]\"}"))
                .isEqualTo(expected);
        assertThat(json(
                        SuiteKind.FUNCTIONAL,
                        "{\"question_id\":\"a\"," + open + ",\"private_test_cases\":\"[]\","
                                + "\"metadata\":\"{\\\"func_name\\\": \\\"minSum\\\"}\"}"))
                .isEqualTo("{\"kind\":\"functional\",\"func\":\"minSum\",\"tests\":[[\"1\",\"2\"]]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"question_id\":\"a\"} | no tests",
                "{\"question_id\":\"a\",\"public_test_cases\":\"[]\"} | \"private_test_cases\" is missing",
                "{\"question_id\":\"a\",\"public_test_cases\":\"[]\",\"private_test_cases\":\"[]\"} | no tests",
                "{\"question_id\":\"a\",\"public_test_cases\":\"[]\",\"private_test_cases\":\"AAAA\"} | no zlib stream",
                "{\"question_id\":\"a\",\"public_test_cases\":\"[]\",\"private_test_cases\":\"[{}]\"} | [0].input is not a string",
                "{\"question_id\":\"a\",\"public_test_cases\":\"{}\",\"private_test_cases\":\"[]\"} | is no JSON list",
                "{\"question_id\":\"a\",\"public_test_cases\":\"[\",\"private_test_cases\":\"[]\"} | no well-formed JSON",
                "{\"reward_model\":{\"ground_truth\":\"{}\"}} | no tests",
                "{\"reward_model\":{\"ground_truth\":\"[]\"}} | a JSON object is expected",
                "{\"reward_model\":1} | \"reward_model\" is not an object",
                "{\"reward_model\":{\"ground_truth\":\"{\\\"inputs\\\":[\\\"1\\\"],\\\"outputs\\\":[]}\"}} | 1 inputs, but 0 outputs",
                "{\"reward_model\":{\"ground_truth\":\"{\\\"inputs\\\":[],\\\"outputs\\\":[]}\"}} | no tests",
                "{\"reward_model\":{\"ground_truth\":\"{\\\"pytest\\\":\\\"import pytest\\\"}\"}} | needs pytest itself",
                "{\"code\":\"\",\"test_list\":[]} | no tests",
                "{\"code\":\"\",\"test_list\":[1]} | \"test_list\"[0] is not a string",
                "{\"task_id\":\"x\"} | no tests of a known form",
                "{\"task_id\":\"Other/1\",\"prompt\":\"\",\"entry_point\":\"f\",\"canonical_solution\":\"\",\"base_input\":[],\"plus_input\":[],\"atol\":0} | begins neither",
                "{\"task_id\":\"Mbpp/1\",\"prompt\":\"\",\"entry_point\":\"f\",\"canonical_solution\":\"\",\"base_input\":[1],\"plus_input\":[],\"atol\":0} | \"base_input\"[0] is not a list",
                "{\"task_id\":\"Mbpp/1\",\"prompt\":\"\",\"base_input\":[],\"atol\":\"0\"} | \"atol\" is not a number",
                "[] | a JSON object is expected",
                "{ | no well-formed JSON",
                "{} {} | no well-formed JSON"
            })
    void aRecordWithoutUsableTestsIsRefusedWithItsReason(String record, String reason) {
        assertRefused(reason, () -> suite(SuiteKind.STDIN, record));
    }

    @Test
    void codeR1HasTestCodeOrInputsWithOutputs() {
        String record = "{\"data_source\":\"code\",\"reward_model\":{\"style\":\"rule\",\"ground_truth\":\"%s\"}}";
        assertThat(json(SuiteKind.PROGRAM, record.formatted("{\\\"functional\\\": \\\"assert f(1) == 2\\\"}")))
                .isEqualTo("{\"kind\":\"program\",\"tests\":\"assert f(1) == 2\"}");
        assertThat(
                        json(
                                SuiteKind.PROGRAM,
                                record.formatted(
                                        "{\\\"pytest\\\": \\\"from solution import f\\\\ndef test_f():\\\\n    assert f()\\\"}")))
                .isEqualTo("{\"kind\":\"program\",\"tests\":\"def test_f():\\n    assert f()\\ntest_f()\\n\"}");
        assertThat(json(
                        SuiteKind.STDIN,
                        record.formatted(
                                "{\\\"inputs\\\": [\\\"1\\\", \\\"2\\\"], \\\"outputs\\\": [\\\"a\\\", \\\"b\\\"]}")))
                .isEqualTo("{\"kind\":\"stdin\",\"compare\":\"whole\",\"tests\":[[\"1\",\"a\"],[\"2\",\"b\"]]}");
    }

    @Test
    void aRecordThatIsAnotherOneThanBeforeIsRefused() {
        String record = "{\"code\":\"\",\"test_list\":[\"assert f()\"]}";
        TestSuite reference = reference(SuiteKind.ASSERTS, record);
        assertRefused(
                "the file has changed",
                () -> READER.read(reference, "q1", (record + ' ').getBytes(StandardCharsets.UTF_8)));
        assertRefused("not UTF-8", () -> READER.read(reference, "q1", new byte[] {(byte) 0xff}));
        assertRefused("of kind asserts, expected check", () -> suite(SuiteKind.CHECK, record));
    }

    @Test
    void testsAboveTheLimitAreRefused() {
        String record =
                "{\"question_id\":\"a\",\"public_test_cases\":\"[]\",\"private_test_cases\":\"" + PACKED + "\"}";
        SuiteReader small = new SuiteReader(50);
        assertRefused(
                "more than 50 bytes",
                () -> small.read(reference(SuiteKind.STDIN, record), "q1", record.getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> new SuiteReader(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
