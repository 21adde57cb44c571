package org.passk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.passk.sandbox.SandboxResult.End;

/** The real server in the strongest confinement that this machine has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class SandboxTest {
    private static final SandboxLimits LIMITS = SandboxLimits.ofCpu(2);

    private SandboxSettings settings;
    private Capabilities capabilities;
    private Sandbox sandbox;

    @BeforeAll
    void startTheSandbox() {
        settings = PublishedProblems.settings(SandboxMode.SPLIT);
        capabilities = PublishedProblems.capabilities(settings);
        sandbox = new Sandbox(settings, capabilities);
    }

    @AfterAll
    void endTheSandbox() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    private static ObjectNode tests() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", "check")
                .put("prompt", "")
                .put("entry", "add")
                .put("test", "def check(candidate):\n    assert candidate(1, 2) == 3\n");
    }

    private SandboxResult run(String body) {
        return sandbox.run("add", SandboxTest::tests, "def add(x, y):\n    " + body + "\n", LIMITS);
    }

    @Test
    void passesARightProgramAndFailsAWrongOne() {
        assertThat(run("return x + y").outcome()).isEqualTo(End.PASSED);
        assertThat(run("return x - y").outcome()).isEqualTo(End.FAILED);
    }

    @Test
    void endsAnEndlessProgramByItsCpuTime() {
        SandboxResult result = run("while True: pass");

        assertThat(result.outcome()).isEqualTo(End.TIMEOUT);
        assertThat(result.cpuSeconds()).isBetween(1.9, 4.0);
    }

    @Test
    void aServerThatIsKilledIsAFaultAndTheNextProgramRuns() {
        assertThat(run("return x + y").outcome()).isEqualTo(End.PASSED);
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);

        assertThat(run("return x + y").outcome()).isEqualTo(End.FAULT);
        assertThat(run("return x + y").outcome()).isEqualTo(End.PASSED);
    }

    @Test
    void leavesNoFolderBehind() throws IOException {
        long before = folders();
        try (Sandbox other = new Sandbox(settings, capabilities)) {
            other.run("add", SandboxTest::tests, "def add(x, y): return 3", LIMITS);
            assertThat(folders()).isEqualTo(before + 1);
        }
        assertThat(folders()).isEqualTo(before);
    }

    private static long folders() throws IOException {
        try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().startsWith("passk-sandbox"))
                    .count();
        }
    }

    @Test
    void runsNothingWhereNothingConfinesPrograms() {
        Capabilities none = new Capabilities(capabilities.python(), Confinement.NONE, List.of("seccomp: not here"));

        assertThatThrownBy(() -> new Sandbox(settings, none).close())
                .hasMessageContaining("seccomp: not here")
                .hasMessageContaining("--unsafe-no-sandbox");
    }

    @Test
    void notANumberArrivesAsThat() {
        ObjectNode evalplus = JsonNodeFactory.instance
                .objectNode()
                .put("kind", "evalplus")
                .put("task", "HumanEval/0")
                .put("entry", "kind")
                .put("prompt", "")
                .put("canonical", "def kind(x):\n    return [type(x).__name__, x != x]\n")
                .put("atol", 0)
                .put("dataset", "humaneval");
        evalplus.putArray("base").addArray().add(Double.NaN);
        evalplus.putArray("plus").addArray().add(Double.NaN);

        SandboxResult result = sandbox.run("nan", () -> evalplus, "def kind(x): return ['float', True]", LIMITS);

        assertThat(result.outcome()).as(result.detail()).isEqualTo(End.PASSED);
        assertThat(result.groups()).containsEntry("base", true).containsEntry("plus", true);
    }

    @Test
    void testsThatCannotBeCompiledAreAFault() {
        SandboxResult result =
                sandbox.run("broken", () -> tests().put("test", "def check(:"), "def add(x, y): return 3", LIMITS);

        assertThat(result.outcome()).isEqualTo(End.FAULT);
        assertThat(result.rule()).isEqualTo("suite");
    }

    @Test
    void slackLetsAProgramGoOnAndTellsHowFar() {
        String program =
                "def add(x, y):\n    import time\n    while time.process_time() < 0.75: pass\n    return x + y\n";
        SandboxLimits half = new SandboxLimits(0.5, 10, 1L << 30, 1 << 20);
        SandboxLimits slack = new SandboxLimits(0.5, 10, 1L << 30, 1 << 20, 2);
        assertThat(sandbox.run("add", SandboxTest::tests, program, half).outcome())
                .isEqualTo(End.TIMEOUT);
        SandboxResult result = sandbox.run("add", SandboxTest::tests, program, slack);
        assertThat(result.outcome()).isEqualTo(End.PASSED);
        assertThat(result.load()).isBetween(1.4, 1.7);
    }

    @Test
    void programsImportNumpyWhereItIsInstalled() {
        // That of a developer rather than that of the system.
        SandboxSettings own = new SandboxSettings("python3", "bwrap", SandboxMode.SPLIT, false);
        Capabilities found = PublishedProblems.capabilities(own);
        Assumptions.assumeFalse(found.numpy().isEmpty(), "numpy is not installed");
        String program = "import numpy\ndef add(x, y):\n    return numpy.int64(x) + numpy.float64(y)\n";
        String array = "import numpy\ndef add(x, y):\n    return numpy.array([x + y])\n";
        try (Sandbox other = new Sandbox(own, found)) {
            assertThat(found.numpy()).matches("\\d+\\.\\d+.*");
            assertThat(other.run("add", SandboxTest::tests, program, LIMITS).outcome())
                    .isEqualTo(End.PASSED);
            assertThat(other.run("add", SandboxTest::tests, array, LIMITS).rule())
                    .isEqualTo("not-plain-data");
        }
    }

    @Test
    void theTimeOfTheCanonicalProgramIsKnownOnceItHasRun() {
        ObjectNode evalplus = JsonNodeFactory.instance
                .objectNode()
                .put("kind", "evalplus")
                .put("task", "HumanEval/0")
                .put("entry", "f")
                .put("prompt", "")
                .put("canonical", "def f(x):\n    return sum(range(x))\n")
                .put("atol", 0)
                .put("dataset", "humaneval");
        evalplus.putArray("base").addArray().add(5_000_000);
        evalplus.putArray("plus").addArray().add(5);

        assertThat(sandbox.canonicalCpuSeconds("timed")).isEmpty();
        assertThat(sandbox.run("timed", () -> evalplus, "def f(x): return x * (x - 1) // 2", LIMITS)
                        .outcome())
                .isEqualTo(End.PASSED);
        assertThat(sandbox.canonicalCpuSeconds("timed").orElseThrow()).isBetween(0.01, 5.0);
        assertThat(run("return x + y").outcome()).isEqualTo(End.PASSED);
        assertThat(sandbox.canonicalCpuSeconds("add")).isEmpty();
    }
}
