package org.passk.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.benchmark.code.SuiteReader;
import org.passk.fault.PasskException;
import org.passk.model.Digests;
import org.passk.model.Problem;
import org.passk.model.Reference.MathAnswer;
import org.passk.model.Reference.TestSuite;
import org.passk.model.SuiteKind;
import org.passk.testing.ExternalData;

/** Files of programming problems, and the suites of all their problems. */
class CodeProblemFilesTest {
    private static final SuiteReader READER = new SuiteReader(SuiteReader.DEFAULT_MAX_TEST_BYTES);

    private static byte[] bytes(String file) throws IOException {
        try (InputStream raw = Files.newInputStream(ExternalData.file("problems/" + file));
                InputStream in = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return in.readAllBytes();
        }
    }

    private static ProblemSet read(byte[] file, String benchmark, String format) {
        return ProblemReader.read(new ByteArrayInputStream(file), "in.jsonl", benchmark, format);
    }

    private static byte[] record(byte[] file, TestSuite suite) {
        int from = Math.toIntExact(suite.offset());
        return Arrays.copyOfRange(file, from, from + suite.length());
    }

    /** The sums are those of Python's json over the same files: texts in code points, tests in entries. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "humaneval/HumanEval.jsonl.gz, humaneval, human_eval, 164, CHECK, HumanEval/163, test, 83494",
        "humaneval_plus/HumanEvalPlus-OriginFmt.jsonl.gz, humaneval_plus, human_eval, 164, CHECK, HumanEval/163, test, 10730825",
        "humaneval_plus/HumanEvalPlus.jsonl.gz, humaneval_plus, evalplus, 164, EVALPLUS, HumanEval/163, base, 1570",
        "humaneval_plus/HumanEvalPlus.jsonl.gz, humaneval_plus, evalplus, 164, EVALPLUS, HumanEval/163, plus, 122683",
        "mbpp/mbpp.jsonl, mbpp, mbpp, 974, ASSERTS, 974, tests, 2922",
        "mbpp_plus/MbppPlus-OriginFmt.jsonl.gz, mbpp_plus, evalplus, 378, ASSERTS, Mbpp/809, tests, 378",
        "mbpp_plus/MbppPlus.jsonl.gz, mbpp_plus, evalplus, 378, EVALPLUS, Mbpp/809, base, 1174",
        "mbpp_plus/MbppPlus.jsonl.gz, mbpp_plus, evalplus, 378, EVALPLUS, Mbpp/809, plus, 39841"
    })
    void everyProblemOfAPublicFileHasItsSuite(
            String file,
            String benchmark,
            String format,
            int problems,
            SuiteKind kind,
            String lastId,
            String member,
            long sum)
            throws IOException {
        byte[] bytes = bytes(file);
        ProblemSet set = read(bytes, benchmark, "auto");
        assertThat(set.format()).isEqualTo(format);
        assertThat(set.size()).isEqualTo(problems);
        assertThat(set.problems().get(problems - 1).id()).isEqualTo(lastId);
        assertThat(set.notes()).isEmpty();
        long found = 0;
        for (Problem problem : set.problems()) {
            TestSuite reference = (TestSuite) problem.reference();
            assertThat(reference.kind()).isEqualTo(kind);
            ObjectNode suite = READER.read(reference, problem.id(), record(bytes, reference));
            assertThat(suite.path("kind").asText()).isEqualTo(kind.word());
            found += suite.get(member).isTextual()
                    ? suite.get(member).textValue().codePoints().count()
                    : suite.get(member).size();
            if (kind == SuiteKind.EVALPLUS || kind == SuiteKind.CHECK) {
                assertThat(reference.prompt())
                        .isEqualTo(suite.get("prompt").textValue())
                        .isNotEmpty();
                assertThat(reference.entryPoint()).isEqualTo(suite.get("entry").textValue());
            } else {
                assertThat(suite.get("entries")).as(problem.id()).hasSizeBetween(1, 3);
            }
        }
        assertThat(found).isEqualTo(sum);
    }

    @Test
    void liveCodeBenchWithoutTestsIsReadAndEachOfItsSuitesRefused() throws IOException {
        byte[] bytes = bytes("livecodebench/release_v5_questions_no_tests.jsonl");
        ProblemSet set = read(bytes, "livecodebench", "auto");
        assertThat(set.format()).isEqualTo("livecodebench");
        assertThat(set.size()).isEqualTo(880);
        assertThat(set.notes()).hasSize(880).allMatch(note -> note.contains("no tests"));
        Map<String, Integer> levels = new TreeMap<>();
        for (Problem problem : set.problems()) {
            levels.merge(problem.level(), 1, Integer::sum);
            TestSuite reference = (TestSuite) problem.reference();
            byte[] record = record(bytes, reference);
            assertThatThrownBy(() -> READER.read(reference, problem.id(), record))
                    .isInstanceOf(PasskException.class)
                    .hasMessageStartingWith("in.jsonl: problem " + problem.id() + ": no tests");
        }
        assertThat(levels.keySet()).containsExactly("easy", "hard", "medium");
        Problem first = set.problems().get(0);
        assertThat(List.of(first.id(), first.level(), first.subject(), first.date()))
                .containsExactly("1873_A", "easy", "codeforces", "2023-08-21T00:00:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\r\n \n", "\uFEFF\r\n"})
    void aReferencePointsToTheBytesOfItsRecord(String before) {
        String one = "{\"text\":\"\u00e9 \u4e2d \ud83d\ude00\",\"code\":\"\",\"task_id\":1,\"test_list\":[\"a\"]}";
        String two = "{\"text\":\"b\",\"code\":\"\",\"task_id\":2,\"test_list\":[\"b\"]}";
        for (String between : List.of("\n", "\r\n", "\r", "\n\n")) {
            byte[] file = (before + one + between + two + between).getBytes(StandardCharsets.UTF_8);
            ProblemSet set = read(file, "mbpp", "mbpp");
            TestSuite first = (TestSuite) set.problems().get(0).reference();
            TestSuite second = (TestSuite) set.problems().get(1).reference();
            assertThat(new String(record(file, first), StandardCharsets.UTF_8)).isEqualTo(one);
            assertThat(new String(record(file, second), StandardCharsets.UTF_8)).isEqualTo(two);
            assertThat(first.digest()).isEqualTo(Digests.sha256(one).substring(0, 32));
        }
    }

    @Test
    void theDigestOfASetDependsOnTheTestsAndNotOnTheirPlace() {
        String record = "{\"text\":\"b\",\"code\":\"\",\"task_id\":2,\"test_list\":[\"%s\"]}";
        String plain = read(record.formatted("a").getBytes(StandardCharsets.UTF_8), "b", "mbpp")
                .digest();
        String moved = read(("\n" + record.formatted("a")).getBytes(StandardCharsets.UTF_8), "b", "mbpp")
                .digest();
        String other = read(record.formatted("c").getBytes(StandardCharsets.UTF_8), "b", "mbpp")
                .digest();
        assertThat(moved).isEqualTo(plain);
        assertThat(other).isNotEqualTo(plain);
    }

    @Test
    void codeR1sKindIsThatOfItsGroundTruth() {
        String record = "{\"data_source\":\"code\",\"reward_model\":{\"ground_truth\":\"%s\"},"
                + "\"extra_info\":{\"prompt\":\"What?\",\"index\":4}}\n";
        String file = record.formatted("{\\\"functional\\\":\\\"assert 1\\\"}")
                + record.formatted("{\\\"pytest\\\":\\\"assert 1\\\"}")
                + record.formatted("{\\\"inputs\\\":[],\\\"outputs\\\":[]}");
        ProblemSet set = read(file.getBytes(StandardCharsets.UTF_8), "r1", "auto");
        assertThat(set.format()).isEqualTo("code_r1");
        assertThat(set.problems())
                .extracting(problem -> ((TestSuite) problem.reference()).kind())
                .containsExactly(SuiteKind.PROGRAM, SuiteKind.PROGRAM, SuiteKind.STDIN);
        assertThat(set.problems().get(2).questionDigest()).isEqualTo(Digests.ofQuestion("What?"));
        byte[] none = record.formatted("{}").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(none, "r1", "code_r1"))
                .isInstanceOf(PasskException.class)
                .hasMessageContaining("in.jsonl line 1 \"reward_model\" \"ground_truth\": neither \"functional\"");
    }

    @Test
    void liveCodeBenchsKindIsThatOfItsMetadata() {
        String record = "{\"question_id\":\"%s\",\"question_content\":\"q\",\"platform\":\"p\",\"contest_date\":\"d\","
                + "\"starter_code\":\"class Solution\",\"public_test_cases\":\"[]\",\"private_test_cases\":\"[]\"%s}\n";
        String file = record.formatted("a", ",\"metadata\":\"{\\\"func_name\\\":\\\"f\\\"}\"")
                + record.formatted("b", ",\"metadata\":\"{}\"")
                + record.formatted("c", "");
        ProblemSet set = read(file.getBytes(StandardCharsets.UTF_8), "lcb", "auto");
        assertThat(set.problems())
                .extracting(problem -> ((TestSuite) problem.reference()).kind())
                .containsExactly(SuiteKind.FUNCTIONAL, SuiteKind.STDIN, SuiteKind.FUNCTIONAL);
        assertThat(((TestSuite) set.problems().get(0).reference()).entryPoint()).isEqualTo("f");
        assertThat(set.notes()).isEmpty();
    }

    @Test
    void aReferenceChecksItself() {
        String digest = "0".repeat(32);
        assertThatThrownBy(() -> new TestSuite(SuiteKind.CHECK, "f", -1, 1, digest, "", ""))
                .hasMessageContaining("offset -1");
        assertThatThrownBy(() -> new TestSuite(SuiteKind.CHECK, "f", 0, 0, digest, "", ""))
                .hasMessageContaining("length 0");
        assertThatThrownBy(() -> new TestSuite(SuiteKind.CHECK, "f", 0, 1, "0", "", ""))
                .hasMessageContaining("32 hexadecimal digits");
        assertThat(MathAnswer.of("1")).isNotEqualTo(new TestSuite(SuiteKind.CHECK, "f", 0, 1, digest, "", ""));
    }
}
