package org.passk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.passk.model.Problem;
import org.passk.model.Reference.TestSuite;
import org.passk.sandbox.SandboxResult.End;

/** Published programs and the verdicts of the official harnesses. All of them with {@code -Dpassk.every=1}. */
@Tag("slow")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class PublishedProgramsTest {
    /** Every how manieth sample is run. */
    private static final int EVERY = Integer.getInteger("passk.every", 16);

    @ParameterizedTest
    @EnumSource(SandboxMode.class)
    void samplesOfHumanEvalGetTheVerdictsOfItsHarness(SandboxMode mode) throws IOException {
        PublishedProblems problems = PublishedProblems.read("problems/humaneval/HumanEval.jsonl.gz");
        List<String> samples = new String(
                        PublishedProblems.bytes("generations/humaneval-codegen16b/samples.jsonl.gz"),
                        StandardCharsets.UTF_8)
                .lines()
                .toList();
        List<String> others = new ArrayList<>();
        try (Sandbox sandbox = PublishedProblems.sandbox(mode)) {
            for (int i = 0; i < samples.size(); i += EVERY) {
                JsonNode sample = PublishedProblems.JSON.readTree(samples.get(i));
                Problem problem = problems.byId(sample.path("task_id").asText());
                TestSuite suite = (TestSuite) problem.reference();
                String program = suite.prompt() + sample.path("completion").asText();
                SandboxResult result = problems.run(sandbox, problem, program);
                boolean wanted = sample.path("official_passed").asBoolean();
                boolean timedOut = sample.path("official_result").asText().equals("timed out");
                boolean same = (result.outcome() == End.PASSED) == wanted
                        && result.outcome() != End.FAULT
                        && (!timedOut || result.outcome() == End.TIMEOUT);
                if (!same) {
                    others.add(i + " " + problem.id() + " " + sample.path("official_result") + " " + result);
                }
            }
        }

        assertThat(others).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "humaneval/HumanEval.jsonl.gz, 164",
        "humaneval_plus/HumanEvalPlus.jsonl.gz, 164",
        "mbpp/mbpp.jsonl, 974",
        "mbpp_plus/MbppPlus.jsonl.gz, 378"
    })
    void canonicalSolutionsPass(String name, int total) throws IOException {
        PublishedProblems problems = PublishedProblems.read("problems/" + name);
        assertThat(problems.all()).hasSize(total);
        List<String> failed = new ArrayList<>();
        try (Sandbox sandbox = PublishedProblems.sandbox(SandboxMode.SPLIT)) {
            for (int i = 0; i < total; i += Math.min(EVERY, 8)) {
                Problem problem = problems.all().get(i);
                SandboxResult result = problems.run(sandbox, problem, problems.canonical(problem));
                if (result.outcome() != End.PASSED) {
                    failed.add(problem.id() + " " + result);
                }
            }
        }

        assertThat(failed).isEmpty();
    }
}
