package org.passk.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passk.model.Digests;
import org.passk.model.Problem;
import org.passk.model.Reference.MathAnswer;

/** Whole public problem files. Digests are the output of src/test/python/golds.py, which shares no code with passk. */
class ProblemFilesTest {
    private static ProblemSet read(String file, String benchmark, String format) throws IOException {
        String data = System.getenv("PASSK_DATA");
        Assumptions.assumeTrue(data != null, "PASSK_DATA is not set: the public problem files are not here");
        Path path = Path.of(data, "problems").resolve(file);
        Assumptions.assumeTrue(Files.exists(path), () -> path + " does not exist");
        try (InputStream stream = Files.newInputStream(path)) {
            return ProblemReader.read(stream, file, benchmark, format);
        }
    }

    private static String goldsDigest(ProblemSet set) {
        StringBuilder lines = new StringBuilder();
        for (Problem problem : set.problems()) {
            MathAnswer answer = (MathAnswer) problem.reference();
            lines.append(problem.ordinal())
                    .append('\t')
                    .append(problem.id())
                    .append('\t')
                    .append(answer.text().replaceAll("\\s+", " "))
                    .append('\t')
                    .append(answer.multiple())
                    .append('\t')
                    .append(answer.unit())
                    .append('\n');
        }
        return Digests.sha256(lines.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "gsm8k/test.jsonl, gsm8k, 1319, 1319, dcea45c168a7dfd2697c72b57ebd8b4ed4b586521f4c149554c6bf8b4ca4712d",
        "gsm8k/test.limit-of-rlvr.jsonl, gsm8k, 1319, 1319, dcea45c168a7dfd2697c72b57ebd8b4ed4b586521f4c149554c6bf8b4ca4712d",
        "math500/test.jsonl, math500, 500, 500, c3dc53f2ebb30c8c14e08486beced35eb146e075ba14d129c42881b1ad382e52",
        "minerva_math/test.jsonl, minerva_math, 272, 272, e3be787bc9da7dbd3fc478c99ead430f7eda81ac8010817fe67311ebb2c7285d",
        "olympiadbench/test.jsonl, olympiadbench, 675, 675, 46406ae84b9ff7f8b5263df9409ae515ad0d97ae21bd32b7a5adbf8464b405e8",
        "aime24/test.jsonl, aime24, 30, 30, e678ea5476c2497b4b8ea26b3ee13bc16e29cebbc1192356e36f00cd7e05002a",
        "aime25/test.jsonl, aime25, 30, 30, b1cba6f2bee086d65bbbbd4e4117cb3546cd53e32118a14a3c4a55267b51e93a",
        "amc23/test.jsonl, amc23, 40, 40, 57c699efbb48ada9e67d316f08b8d3b857f02c7e16a887cd3037cd679ee6cd58",
        "omni_math_rule/omni_math_rule.jsonl, omni_math_rule, 2821, 2816, 3da33f581be081e556d0e1f476b35931ba9cce4156bf195acd5aaca695eff204"
    })
    void aPublicFileIsDetectedAndGivesTheGoldsOfAnIndependentExtraction(
            String file, String format, int problems, int questions, String golds) throws IOException {
        ProblemSet set = read(file, format, "auto");
        assertThat(set.format()).isEqualTo(format);
        assertThat(set.size()).isEqualTo(problems);
        assertThat(set.problems().stream().map(Problem::questionDigest).distinct())
                .hasSize(questions);
        assertThat(goldsDigest(set)).isEqualTo(golds);
    }

    @Test
    void theSampleStudysProblemsAreInTheProjectsOwnForm() throws IOException {
        Path path = Path.of(System.getProperty("passk.root"), "data-samples/crossing/problems.jsonl");
        try (InputStream stream = Files.newInputStream(path)) {
            ProblemSet set = ProblemReader.read(stream, path.toString(), "samples", "auto");
            assertThat(set.format()).isEqualTo("passk");
            assertThat(set.size()).isEqualTo(24);
            assertThat(set.byId("s04").orElseThrow().reference()).isEqualTo(MathAnswer.of("\\frac{5}{8}"));
            assertThat(set.byOrdinal(23).orElseThrow().id()).isEqualTo("s24");
            assertThat(set.notes()).isEmpty();
        }
    }

    @Test
    void detectionOfAllButAime25NeedsNoHelpFromTheName() throws IOException {
        assertThat(read("aime24/test.jsonl", "b", "auto").format()).isEqualTo("aime24");
        assertThat(read("amc23/test.jsonl", "b", "auto").format()).isEqualTo("amc23");
        assertThat(read("omni_math_rule/omni_math_rule.jsonl", "b", "auto").format())
                .isEqualTo("omni_math_rule");
        assertThat(read("aime25/test.jsonl", "b", "auto").format()).isEqualTo("passk");
    }

    @Test
    void problemsOfOmniThatShareTheirTextAreNotFoundByIt() throws IOException {
        ProblemSet set = read("omni_math_rule/omni_math_rule.jsonl", "omni_math_rule", "auto");
        long found = set.problems().stream()
                .filter(problem -> set.byQuestion(problem.questionDigest()).isPresent())
                .count();
        // 2,816 distinct texts, 5 of which are shared by 10 problems.
        assertThat(found).isEqualTo(2811);
    }

    @Test
    void theTwoLostBackslashesOfOmniAreReported() throws IOException {
        ProblemSet set = read("omni_math_rule/omni_math_rule.jsonl", "omni_math_rule", "auto");
        // grep -n '"answer": "[^"]*\\f' of the file, where \f is not preceded by a backslash.
        assertThat(set.notes()).hasSize(2);
        assertThat(set.notes().get(0)).contains(" line 863: a form feed");
        assertThat(set.notes().get(1)).contains(" line 917: a form feed");
    }
}
