package org.passk.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;
import org.passk.model.Digests;
import org.passk.model.Problem;
import org.passk.model.Reference.MathAnswer;

class ProblemReaderTest {
    private static final String SIMPLE = "{\"id\":\"s1\",\"question\":\"How many?\",\"answer\":\"7\"}";

    private static ProblemSet read(String format, String... lines) {
        return read("bench", format, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static ProblemSet read(String benchmark, String format, byte[] bytes) {
        return ProblemReader.read(new ByteArrayInputStream(bytes), "test.jsonl", benchmark, format);
    }

    private static Problem only(String format, String line) {
        ProblemSet set = read("auto", line);
        assertThat(set.format()).isEqualTo(format);
        assertThat(set.size()).isEqualTo(1);
        return set.problems().get(0);
    }

    private static void assertInputError(String format, String message, String... lines) {
        assertThatThrownBy(() -> read(format, lines))
                .isInstanceOfSatisfying(
                        PasskException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.INPUT))
                .hasMessage(message);
    }

    @Test
    void gsm8kTakesWhatStandsAfterTheHashesWithoutCommas() {
        Problem problem = only(
                "gsm8k",
                "{\"question\":\"Total pay?\",\"answer\":\"2 * 700,000 = <<2*700000=1400000>>1,400,000\\n#### 1,400,000\"}");
        assertThat(problem.reference()).isEqualTo(MathAnswer.of("1400000"));
        assertThat(problem.id()).isEqualTo("0");
        assertThat(problem.questionDigest()).isEqualTo(Digests.ofQuestion("Total  pay?"));
    }

    @Test
    void gsm8kIsRecognisedUnderAnyBenchmarkName() {
        byte[] file = "{\"question\":\"q\",\"answer\":\"so #### 5\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(read("passk", "auto", file).format()).isEqualTo("gsm8k");
    }

    @Test
    void gsm8kTakesTheIdOfCopiesThatHaveOne() {
        assertThat(only("gsm8k", "{\"question\":\"q\",\"answer\":\"so #### -5\",\"idx\":41}")
                        .id())
                .isEqualTo("41");
    }

    @Test
    void math500TakesTheLastBoxOfTheSolutionAndNotTheAnswerField() {
        Problem problem = only(
                "math500",
                "{\"problem\":\"p\",\"solution\":\"First \\\\boxed{1}, then $\\\\boxed{\\\\frac{1}{2}}$.\",\"answer\":\"0.5\","
                        + "\"subject\":\"Algebra\",\"level\":2,\"unique_id\":\"test/algebra/1.json\"}");
        assertThat(problem)
                .isEqualTo(new Problem(
                        "bench",
                        0,
                        "test/algebra/1.json",
                        Digests.ofQuestion("p"),
                        MathAnswer.of("\\frac{1}{2}"),
                        "2",
                        "Algebra"));
    }

    @Test
    void math500FallsBackToTheAnswerFieldAndSaysSo() {
        ProblemSet set = read(
                "math500",
                "{\"problem\":\"p\",\"solution\":\"It is \\\\boxed{3}.\",\"answer\":\"3\",\"unique_id\":\"a\"}",
                "",
                "{\"problem\":\"q\",\"solution\":\"It is 4.\",\"answer\":\"4\",\"unique_id\":\"b\"}");
        assertThat(set.problems().get(1).reference()).isEqualTo(MathAnswer.of("4"));
        assertThat(set.notes())
                .containsExactly("test.jsonl line 3: no \\boxed{...} in \"solution\": \"answer\" is the gold");
    }

    @Test
    void minervaTakesTheLastBoxAndTheCourse() {
        Problem problem = only(
                "minerva_math",
                "{\"problem\":\"p\",\"solution\":\"\\\\[\\\\boxed{6.7e3} \\\\mathrm{~m}\\\\]\",\"type\":\"Astronomy\",\"idx\":0}");
        assertThat(problem.reference()).isEqualTo(MathAnswer.of("6.7e3"));
        assertThat(problem.subject()).isEqualTo("Astronomy");
    }

    @Test
    void olympiadBenchTakesTheFirstFinalAnswerWithItsUnit() {
        Problem problem = only(
                "olympiadbench",
                "{\"id\":1606,\"subfield\":\"Geometry\",\"context\":null,\"question\":\"q\",\"solution\":[\"s\"],"
                        + "\"final_answer\":[\"$69$,$84$\"],\"is_multiple_answer\":true,\"unit\":\"$cm^2$\",\"error\":null}");
        assertThat(problem.reference()).isEqualTo(new MathAnswer("69$,$84", true, "cm^2"));
        assertThat(problem.id()).isEqualTo("1606");
        assertThat(problem.subject()).isEqualTo("Geometry");
    }

    @Test
    void olympiadBenchWithoutUnitHasAnEmptyOne() {
        assertThat(only("olympiadbench", "{\"id\":1,\"question\":\"q\",\"final_answer\":[\"$2$\"],\"unit\":null}")
                        .reference())
                .isEqualTo(MathAnswer.of("2"));
    }

    @Test
    void aime24KeepsLeadingZeros() {
        Problem problem = only(
                "aime24",
                "{\"id\":60,\"problem\":\"p\",\"solution\":\"s\",\"answer\":\"025\",\"url\":\"https://x/2024_AIME_I\",\"question\":\"p\"}");
        assertThat(problem.reference()).isEqualTo(MathAnswer.of("025"));
        assertThat(problem.id()).isEqualTo("60");
    }

    @Test
    void amc23KeepsTheDigitsOfItsNumbers() {
        assertThat(only("amc23", "{\"id\":7,\"problem\":\"p\",\"answer\":27.0,\"url\":\"https://x/2023_AMC_12A\"}")
                        .reference())
                .isEqualTo(MathAnswer.of("27.0"));
    }

    @ParameterizedTest
    @CsvSource({"AIME-25, aime25", "my_aime25_run, aime25", "samples, passk"})
    void theBenchmarkNameDecidesBetweenFormatsThatBothFit(String benchmark, String format) {
        byte[] file = "{\"id\":\"0\",\"question\":\"q\",\"answer\":70.0}".getBytes(StandardCharsets.UTF_8);
        ProblemSet set = read(benchmark, "auto", file);
        assertThat(set.format()).isEqualTo(format);
        assertThat(set.problems().get(0).reference()).isEqualTo(MathAnswer.of("70.0"));
    }

    @Test
    void omniTakesDifficultyAndFirstDomainAndUnwrapsOneFormula() {
        Problem problem = only(
                "omni_math_rule",
                "{\"domain\":[\"Algebra\",\"Sets\"],\"difficulty\":8.0,\"problem\":\"p\",\"solution\":\"s\",\"answer\":\"$ 2^{n+1}-2$\"}");
        assertThat(problem.reference()).isEqualTo(MathAnswer.of("2^{n+1}-2"));
        assertThat(problem.level()).isEqualTo("8.0");
        assertThat(problem.subject()).isEqualTo("Algebra");
    }

    @Test
    void omniKeepsTheDollarsOfTwoFormulas() {
        assertThat(only(
                                "omni_math_rule",
                                "{\"domain\":[],\"difficulty\":1,\"problem\":\"p\",\"answer\":\"$a$ or $b$\"}")
                        .reference())
                .isEqualTo(MathAnswer.of("$a$ or $b$"));
    }

    @Test
    void omniRestoresTheBackslashThatAFormFeedSwallowed() {
        ProblemSet set = read(
                "omni_math_rule",
                "{\"domain\":[],\"difficulty\":1,\"problem\":\"p\",\"answer\":\"" + "\\" + "frac{7}{12}\"}");
        assertThat(set.problems().get(0).reference()).isEqualTo(MathAnswer.of("\\frac{7}{12}"));
        assertThat(set.notes()).hasSize(1);
    }

    @Test
    void thePasskFormTakesAllItsFields() {
        assertThat(
                        only(
                                "passk",
                                "{\"id\":\"s1\",\"problem\":\"p\",\"answer\":\"$5$\",\"level\":3,\"subject\":\"rates\",\"unit\":\"km\"}"))
                .isEqualTo(new Problem(
                        "bench", 0, "s1", Digests.ofQuestion("p"), new MathAnswer("5", false, "km"), "3", "rates"));
    }

    @Test
    void thePasskFormNeedsTheAnswerAlone() {
        Problem problem = only("passk", "{\"answer\":12}");
        assertThat(problem.id()).isEqualTo("0");
        assertThat(problem.questionDigest()).isEmpty();
    }

    @Test
    void blankLinesAndAByteOrderMarkAreSkippedAndDoNotCountAsPositions() {
        ProblemSet set = read("auto", "\uFEFF", "  ", "{\"answer\":\"1\"}", "\r", "{\"answer\":\"2\"}", "");
        assertThat(set.problems()).extracting(Problem::id).containsExactly("0", "1");
    }

    @Test
    void anUnknownFormatIsTheStudysMistake() {
        assertThatThrownBy(() -> read("gsm8", "not even JSON"))
                .isInstanceOfSatisfying(
                        PasskException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.CONFIGURATION))
                .hasMessage("unknown problem format \"gsm8\", known: auto, gsm8k, math500, minerva_math, olympiadbench,"
                        + " aime24, aime25, amc23, omni_math_rule, human_eval, evalplus, mbpp, livecodebench, "
                        + "code_r1, passk");
    }

    @Test
    void theNamesOfTheFormatsBeginWithAuto() {
        assertThat(ProblemReader.formatNames()).startsWith("auto", "gsm8k").endsWith("passk");
    }

    @Test
    void anUndetectableFileIsToldWithItsKeysAndTheKnownFormats() {
        assertInputError(
                "auto",
                "test.jsonl line 2: the format of the problem file is none of gsm8k, math500, minerva_math, olympiadbench,"
                        + " aime24, aime25, amc23, omni_math_rule, human_eval, evalplus, mbpp, livecodebench, "
                        + "code_r1, passk; state it with format = NAME"
                        + " (found keys: prompt, target)",
                "",
                "{\"prompt\":\"p\",\"target\":null}");
    }

    @Test
    void aMissingFieldIsToldWithLineAndKeys() {
        assertInputError(
                "auto",
                "test.jsonl line 3: \"answer\" is missing (found keys: id, question)",
                SIMPLE,
                "",
                "{\"id\":\"s2\",\"question\":\"q\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gsm8k|{'question':'q','answer':'5'}|\"answer\" holds no \"####\" (found keys: question, answer)",
                "gsm8k|{'question':'q','answer':'#### '}|nothing stands after \"####\" in \"answer\" (found keys: question, answer)",
                "math500|{'problem':'q','solution':'none'}|\"answer\" is missing (found keys: problem, solution)",
                "minerva_math|{'problem':'q','solution':'none'}|\"solution\" holds no \\boxed{...} (found keys: problem, solution)",
                "olympiadbench|{'question':'q'}|\"final_answer\" has 0 entries, expected 1 (found keys: question)",
                "olympiadbench|{'question':'q','final_answer':['1','2']}|\"final_answer\" has 2 entries, expected 1 (found keys: question, final_answer)",
                "olympiadbench|{'question':'q','final_answer':['$$']}|\"final_answer\" is empty (found keys: question, final_answer)",
                "olympiadbench|{'question':'q','final_answer':'1'}|\"final_answer\" is not a list (found keys: question, final_answer)",
                "olympiadbench|{'question':'q','final_answer':['1'],'is_multiple_answer':'no'}|\"is_multiple_answer\" is not true or false (found keys: question, final_answer, is_multiple_answer)",
                "aime24|{'answer':'025'}|\"problem\" or \"question\" is missing (found keys: answer)",
                "amc23|{'question':' ','answer':1.0}|\"question\" is empty (found keys: question, answer)",
                "passk|{'answer':['1']}|\"answer\" is not a string or a number (found keys: answer)",
                "passk|{'answer':{'a':[1]}}|\"answer\" is not a string or a number (found keys: answer)",
            })
    void aReferenceThatIsNotThereIsAnError(String format, String line, String message) {
        assertInputError(format, "test.jsonl line 1: " + message, line.replace('\'', '"'));
    }

    @Test
    void aRepeatedIdIsToldWithBothLines() {
        assertInputError(
                "passk",
                "test.jsonl line 4: the id \"s1\" is already that of the problem on line 1",
                SIMPLE,
                "",
                "{\"id\":\"s2\",\"answer\":\"8\"}",
                SIMPLE);
    }

    @Test
    void aFileWithoutRecordsIsAnError() {
        assertInputError("auto", "test.jsonl: no record, expected one JSON object per line", "", "  ");
    }

    @Test
    void aLineThatIsNoObjectIsAnError() {
        assertInputError(
                "auto", "test.jsonl line 1: a JSON object is expected (one problem per line)", "[" + SIMPLE + "]");
    }

    @Test
    void twoObjectsOnOneLineAreAnError() {
        assertInputError("auto", "test.jsonl line 1: something stands behind the JSON object", SIMPLE + SIMPLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"answer\":\"1", "{\"answer\":1,\"answer\":2}", "{\"answer\":NaN}", "{\"answer\"", "answer"})
    void brokenJsonIsToldWithItsLine(String line) {
        assertThatThrownBy(() -> read("passk", SIMPLE, line))
                .isInstanceOfSatisfying(
                        PasskException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.INPUT))
                .hasMessageStartingWith("test.jsonl line 2: no well-formed JSON: ");
    }

    @Test
    void bytesThatAreNoUtf8AreAnError() {
        byte[] latin1 = "{\"answer\":\"1\",\"question\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> read("bench", "auto", latin1))
                .isInstanceOf(PasskException.class)
                .hasMessageStartingWith("test.jsonl: not UTF-8");
    }

    @Test
    void aStreamThatFailsIsTheOutsideWorldsTrouble() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection lost");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("connection lost");
            }
        };
        assertThatThrownBy(() -> ProblemReader.read(broken, "test.jsonl", "bench", "auto"))
                .isInstanceOfSatisfying(
                        PasskException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.EXTERNAL))
                .hasMessage("test.jsonl: reading failed after line 0")
                .hasRootCauseMessage("connection lost");
    }
}
