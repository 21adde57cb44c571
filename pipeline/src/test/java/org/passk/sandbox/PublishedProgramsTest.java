package org.passk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.passk.benchmark.ProblemReader;
import org.passk.benchmark.ProblemSet;
import org.passk.benchmark.code.SuiteReader;
import org.passk.fault.PasskException;
import org.passk.model.Problem;
import org.passk.model.Reference.TestSuite;
import org.passk.sandbox.SandboxResult.End;
import org.passk.testing.ExternalData;

/** Published programs and the verdicts of the official harnesses. All of them with {@code -Dpassk.every=1}. */
@Tag("slow")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class PublishedProgramsTest {
    /** Inputs of MBPP+ are infinite at times. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final SuiteReader SUITES = new SuiteReader(SuiteReader.DEFAULT_MAX_TEST_BYTES);

    /** Every how manieth sample is run. */
    private static final int EVERY = Integer.getInteger("passk.every", 16);

    private static byte[] bytes(String file) throws IOException {
        try (InputStream raw = Files.newInputStream(ExternalData.file(file));
                InputStream in = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return in.readAllBytes();
        }
    }

    private static Sandbox sandbox(SandboxMode mode) {
        String python = Files.isExecutable(Path.of("/usr/bin/python3")) ? "/usr/bin/python3" : "python3";
        SandboxSettings settings = new SandboxSettings(python, "bwrap", mode, false);
        Capabilities capabilities;
        try {
            capabilities = SandboxProbe.probe(settings);
        } catch (PasskException e) {
            return Assumptions.abort("there is no Python here: " + e.getMessage());
        }
        Assumptions.assumeTrue(capabilities.confinement() != Confinement.NONE, "nothing confines programs here");
        return new Sandbox(settings, capabilities);
    }

    private static SandboxResult run(Sandbox sandbox, byte[] file, Problem problem, String program) {
        TestSuite suite = (TestSuite) problem.reference();
        int from = Math.toIntExact(suite.offset());
        byte[] record = Arrays.copyOfRange(file, from, from + suite.length());
        return sandbox.run(
                suite.digest(), () -> SUITES.read(suite, problem.id(), record), program, SandboxLimits.ofCpu(3));
    }

    @ParameterizedTest
    @EnumSource(SandboxMode.class)
    void samplesOfHumanEvalGetTheVerdictsOfItsHarness(SandboxMode mode) throws IOException {
        byte[] file = bytes("problems/humaneval/HumanEval.jsonl.gz");
        ProblemSet problems =
                ProblemReader.read(new ByteArrayInputStream(file), "HumanEval.jsonl", "humaneval", "auto");
        List<String> samples = new String(
                        bytes("generations/humaneval-codegen16b/samples.jsonl.gz"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        List<String> others = new ArrayList<>();
        try (Sandbox sandbox = sandbox(mode)) {
            for (int i = 0; i < samples.size(); i += EVERY) {
                JsonNode sample = JSON.readTree(samples.get(i));
                Problem problem = problems.byId(sample.path("task_id").asText()).orElseThrow();
                TestSuite suite = (TestSuite) problem.reference();
                String program = suite.prompt() + sample.path("completion").asText();
                SandboxResult result = run(sandbox, file, problem, program);
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
        byte[] file = bytes("problems/" + name);
        ProblemSet problems = ProblemReader.read(new ByteArrayInputStream(file), "problems.jsonl", "b", "auto");
        assertThat(problems.size()).isEqualTo(total);
        List<String> failed = new ArrayList<>();
        try (Sandbox sandbox = sandbox(SandboxMode.SPLIT)) {
            for (int i = 0; i < total; i += Math.min(EVERY, 8)) {
                Problem problem = problems.problems().get(i);
                TestSuite suite = (TestSuite) problem.reference();
                int from = Math.toIntExact(suite.offset());
                JsonNode record = JSON.readTree(Arrays.copyOfRange(file, from, from + suite.length()));
                String program = record.has("code")
                        ? record.path("code").asText()
                        : record.path("prompt").asText()
                                + record.path("canonical_solution").asText();
                SandboxResult result = run(sandbox, file, problem, program);
                if (result.outcome() != End.PASSED) {
                    failed.add(problem.id() + " " + result);
                }
            }
        }

        assertThat(failed).isEmpty();
    }
}
