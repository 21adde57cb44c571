package org.passk.extract.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.extract.Extraction;
import org.passk.model.Channel;
import org.passk.testing.ExternalData;

/** Expected programs are those of the harnesses' own code, run by CPython 3.11, where nothing else is said. */
class ProgramExtractorTest {
    private static final ProgramExtractor EXTRACTOR = new ProgramExtractor(1 << 20);

    private static String program(ProgramRule rule, String text) {
        return EXTRACTOR.extract(text, rule, "PROMPT\n").source();
    }

    @Test
    void aCompletionStandsBehindThePrompt() {
        assertThat(program(ProgramRule.COMPLETION, "    return 1\nprint(f())"))
                .isEqualTo("PROMPT\n    return 1\nprint(f())");
        assertThat(program(ProgramRule.COMPLETION, "")).isEqualTo("PROMPT\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "x~def g():~ y | x",
                "x~class A:~def b | x",
                "x~  if y:~if z: | x~  if y:",
                "x~# c | x",
                "x~print(1)~class | x",
                "x~printer = 1 | x",
                "~def | ``",
                "def f(): | def f():",
                "x | x"
            })
    void aStoppedCompletionEndsBeforeTheFirstStopWord(String text, String body) {
        assertThat(program(ProgramRule.COMPLETION_STOPPED, text.replace('~', '\n')))
                .isEqualTo("PROMPT\n" + body.replace('~', '\n'));
    }

    @Test
    void aSolutionIsTheTextAndABaseModelsIsTheTextWithoutMargins() {
        assertThat(program(ProgramRule.SOLUTION, " x\n ")).isEqualTo(" x\n ");
        assertThat(program(ProgramRule.STRIPPED, "\u00a0\u2003\u0085\n x\n\u001c\u3000 "))
                .isEqualTo("x");
        assertThat(program(ProgramRule.STRIPPED, "\u200bx\ufeff")).isEqualTo("\u200bx\ufeff");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '%',
            delimiter = '|',
            value = {
                "a~```python~x~y~```~b | x~y",
                "```~first~```~```~second~``` | second",
                "```~first~```~between~``` | between",
                "~```py~x~ says ``` here | x",
                "```~``` | %%",
                "```~~``` | %%",
                "```~~~``` | ~",
                "```python~x | %%",
                "``` x ``` | %%",
                "no fence | %%",
                "%% | %%",
                "````~x~```` | x"
            })
    void theLastFencesAreThoseOfLiveCodeBench(String text, String program) {
        assertThat(program(ProgramRule.LAST_FENCES, text.replace('~', '\n'))).isEqualTo(program.replace('~', '\n'));
    }

    @Test
    void pythonTagsGoBeforeFences() {
        assertThat(program(ProgramRule.PYTHON_TAGS, "[PYTHON]\nx\n[/PYTHON]\n```\ny\n```"))
                .isEqualTo("x");
        assertThat(program(ProgramRule.PYTHON_TAGS, "[PYTHON]\n```\ny\n```")).isEqualTo("y");
        assertThat(program(ProgramRule.PYTHON_TAGS, "[PYTHON]\ny")).isEmpty();
    }

    @Test
    void theFirstPythonBlockIsClosed() {
        assertThat(program(ProgramRule.FIRST_PYTHON_BLOCK, "```\na\n```\n```python\nb\n```\n```python\nc\n```"))
                .isEqualTo("b");
        assertThat(program(ProgramRule.FIRST_PYTHON_BLOCK, "```python\n```")).isEmpty();
        assertThat(program(ProgramRule.FIRST_PYTHON_BLOCK, "```python\nb")).isEmpty();
        assertThat(program(ProgramRule.FIRST_PYTHON_BLOCK, "```python3\nb\n```"))
                .isEmpty();
    }

    /** Expected: {@code "\n".join(re.findall(r"```(?:\w+)?\n(.*?)\n```", text, re.DOTALL))}. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '%',
            delimiter = '|',
            value = {
                "<answer>```python~x~```</answer> | x",
                "```~x~```~<answer>```~y~```</answer> | y",
                "<answer>```~y~```</answer><answer>```~z~```</answer> | z",
                "<answer>```~y~```</answer><answer>```~z~``` | y",
                "<answer>```~y~``` | y",
                "```py~a~```~text~```~b~``` | a~b",
                "````py~a~```` | a",
                "```c++~a~```~```~b~``` | ```~b",
                "```~```~x~``` | ```~x",
                "```~~``` | %%",
                "```~x | %%",
                "```\u00e9\u00b2_1~x~``` | x",
                "``` py~x~```  | %%"
            })
    void codeR1JoinsTheBlocksOfTheLastAnswer(String text, String program) {
        assertThat(program(ProgramRule.ANSWER_BLOCKS, text.replace('~', '\n'))).isEqualTo(program.replace('~', '\n'));
    }

    @Test
    void theExtractionSaysHowAndWhetherTheTextStopsInItsReasoning() {
        ExtractedProgram found = EXTRACTOR.extract("<think>\n```\nx\n```", ProgramRule.LAST_FENCES, "");
        assertThat(found.rule()).isEqualTo(ProgramRule.LAST_FENCES);
        assertThat(found.present()).isTrue();
        assertThat(found.toExtraction()).isEqualTo(new Extraction(Channel.PROGRAM_RULE, "x", true));
        ExtractedProgram none = EXTRACTOR.extract("text", ProgramRule.LAST_FENCES, "");
        assertThat(none.present()).isFalse();
        assertThat(none.toExtraction()).isEqualTo(Extraction.none(false));
    }

    @Test
    void aProgramAboveTheLimitIsNone() {
        ProgramExtractor small = new ProgramExtractor(8);
        assertThat(small.extract("12345678", ProgramRule.SOLUTION, "long prompt")
                        .source())
                .isEqualTo("12345678");
        ExtractedProgram long9 = small.extract("12345678", ProgramRule.COMPLETION, "p");
        assertThat(long9.tooLong()).isTrue();
        assertThat(long9.present()).isFalse();
        assertThatThrownBy(() -> new ProgramExtractor(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ExtractedProgram(ProgramRule.SOLUTION, "x", false, true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyRuleIsFoundByItsName() {
        for (ProgramRule rule : ProgramRule.values()) {
            assertThat(ProgramRule.named(rule.word())).contains(rule);
        }
        assertThat(ProgramRule.named("guess")).isEmpty();
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3})
    void noTextBreaksARuleOrItsPlaceInTheText(long seed) {
        Random random = new Random(seed);
        String[] parts = {"```", "`", "\n", "python", "<answer>", "</answer>", "PYTHON]", "x", " ", "\ud83d", "\ndef"};
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(20); j > 0; j--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            for (ProgramRule rule : ProgramRule.values()) {
                String found = EXTRACTOR.extract(text.toString(), rule, "").source();
                assertThat(rule == ProgramRule.ANSWER_BLOCKS || text.indexOf(found) >= 0)
                        .as(rule + " of " + text)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"```", "`", "```\n", "<answer>", "```python\n", "PYTHON]\n", "\n", "```a", "</answer>"})
    void timeIsLinearInTheText(String part) {
        String text = part.repeat(2_000_000 / part.length());
        ProgramExtractor wide = new ProgramExtractor(Integer.MAX_VALUE);
        org.assertj.core.api.Assertions.assertThatCode(() -> {
                    for (ProgramRule rule : ProgramRule.values()) {
                        wide.extract(text, rule, "");
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void theProgramsOf880PublishedOutputsAreThoseThatLiveCodeBenchExtracted() throws IOException {
        JsonNode problems;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(ExternalData.file(
                "generations/livecodebench-o1-mini/O1-Mini-2024-09-12.codegeneration_1_0.2_eval_all.json.gz")))) {
            problems = new ObjectMapper().readTree(in);
        }
        int compared = 0;
        int empty = 0;
        for (JsonNode problem : problems) {
            for (int i = 0; i < problem.get("output_list").size(); i++) {
                String expected = problem.get("code_list").get(i).textValue();
                assertThat(program(
                                ProgramRule.LAST_FENCES,
                                problem.get("output_list").get(i).textValue()))
                        .as(problem.get("question_id").asText())
                        .isEqualTo(expected);
                compared++;
                empty += expected.isEmpty() ? 1 : 0;
            }
        }
        assertThat(compared).isEqualTo(880);
        assertThat(empty).isEqualTo(6);
    }
}
