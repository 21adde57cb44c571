package org.passk.sandbox;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.passk.benchmark.ProblemReader;
import org.passk.benchmark.ProblemSet;
import org.passk.benchmark.code.SuiteReader;
import org.passk.fault.PasskException;
import org.passk.model.Problem;
import org.passk.model.Reference.TestSuite;
import org.passk.testing.ExternalData;

/** A published file of problems with tests and canonical solutions, and a sandbox for them. */
final class PublishedProblems {
    /** Inputs of MBPP+ are infinite at times. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .build();

    private static final SuiteReader SUITES = new SuiteReader(SuiteReader.DEFAULT_MAX_TEST_BYTES);

    private final byte[] file;
    private final ProblemSet problems;

    private PublishedProblems(byte[] file, ProblemSet problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The problems of a file below PASSK_DATA; the calling test is skipped when it is not there. */
    static PublishedProblems read(String name) throws IOException {
        return of(bytes(name));
    }

    /** The problems of the content of a file. */
    static PublishedProblems of(byte[] file) throws IOException {
        return new PublishedProblems(
                file, ProblemReader.read(new ByteArrayInputStream(file), "problems.jsonl", "b", "auto"));
    }

    /** The content of a file below PASSK_DATA, unpacked. */
    static byte[] bytes(String name) throws IOException {
        try (InputStream raw = Files.newInputStream(ExternalData.file(name));
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return in.readAllBytes();
        }
    }

    /** What runs and confines programs here; the calling test is skipped where nothing does. */
    static Capabilities capabilities(SandboxSettings settings) {
        Capabilities capabilities;
        try {
            capabilities = SandboxProbe.probe(settings);
        } catch (PasskException e) {
            return Assumptions.abort("there is no Python here: " + e.getMessage());
        }
        Assumptions.assumeTrue(
                capabilities.confinement() != Confinement.NONE,
                () -> "nothing confines programs here: " + capabilities.findings());
        return capabilities;
    }

    /** A shim in a home folder is of no use to a server without name spaces. */
    static SandboxSettings settings(SandboxMode mode) {
        String python = Files.isExecutable(Path.of("/usr/bin/python3")) ? "/usr/bin/python3" : "python3";
        return new SandboxSettings(python, "bwrap", mode, false);
    }

    static Sandbox sandbox(SandboxMode mode) {
        SandboxSettings settings = settings(mode);
        return new Sandbox(settings, capabilities(settings));
    }

    List<Problem> all() {
        return problems.problems();
    }

    Problem byId(String id) {
        return problems.byId(id).orElseThrow();
    }

    private byte[] record(Problem problem) {
        TestSuite suite = (TestSuite) problem.reference();
        int from = Math.toIntExact(suite.offset());
        return Arrays.copyOfRange(file, from, from + suite.length());
    }

    ObjectNode tests(Problem problem) {
        return SUITES.read((TestSuite) problem.reference(), problem.id(), record(problem));
    }

    /** The canonical solution as a complete program. */
    String canonical(Problem problem) throws IOException {
        JsonNode record = JSON.readTree(record(problem));
        return record.has("code")
                ? record.path("code").asText()
                : record.path("prompt").asText()
                        + record.path("canonical_solution").asText();
    }

    SandboxResult run(Sandbox sandbox, Problem problem, String program) {
        String suite = ((TestSuite) problem.reference()).digest();
        return sandbox.run(suite, () -> tests(problem), program, SandboxLimits.ofCpu(3));
    }
}
