package org.passk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.sandbox.SandboxResult.End;

/** A sandbox whose parts are killed or stopped is a fault of ours, leaves nothing, and judges the next program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class BrokenSandboxTest {
    private static final String RIGHT = "def add(x, y):\n    return x + y\n";
    private static final String WRONG = "def add(x, y):\n    return x - y\n";
    private static final String SLEEPER = "import time\ndef add(x, y):\n    time.sleep(60)\n    return x + y\n";
    private static final SandboxLimits LIMITS = new SandboxLimits(2, 4, 1L << 30, 1 << 20);

    /** Whoever may be killed, from the outside inwards. */
    private enum Part {
        OUTERMOST,
        SERVER,
        NURSERY,
        CHECKER
    }

    private final Set<ProcessHandle> seen = new HashSet<>();
    private SandboxSettings settings;
    private Capabilities capabilities;

    @BeforeAll
    void probe() {
        settings = PublishedProblems.settings(SandboxMode.SPLIT);
        capabilities = PublishedProblems.capabilities(settings);
    }

    /** Whatever a test has started is gone a moment later. */
    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        for (int waited = 0; waited < 100 && seen.stream().anyMatch(ProcessHandle::isAlive); waited++) {
            Thread.sleep(50);
        }
        assertThat(seen).noneMatch(ProcessHandle::isAlive);
        seen.clear();
    }

    private static ObjectNode tests() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", "check")
                .put("prompt", "")
                .put("entry", "add")
                .put("test", "def check(candidate):\n    assert candidate(1, 2) == 3\n");
    }

    private static SandboxResult run(Sandbox sandbox, String program) {
        return sandbox.run("add", BrokenSandboxTest::tests, program, LIMITS);
    }

    private static void judgesTheNext(Sandbox sandbox) {
        assertThat(run(sandbox, RIGHT).outcome()).isEqualTo(End.PASSED);
        assertThat(run(sandbox, WRONG).outcome()).isEqualTo(End.FAILED);
    }

    /** Lets a candidate run, does something to a part of its sandbox, and gives what becomes of it. */
    private SandboxResult struck(Sandbox sandbox, Part part, String signal) throws IOException, InterruptedException {
        assertThat(run(sandbox, RIGHT).outcome()).isEqualTo(End.PASSED);
        CompletableFuture<SandboxResult> result = CompletableFuture.supplyAsync(() -> run(sandbox, SLEEPER));
        ProcessHandle target = part(part);
        seen.addAll(ProcessHandle.current().descendants().toList());
        new ProcessBuilder("kill", "-" + signal, Long.toString(target.pid()))
                .start()
                .waitFor();
        return result.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static ProcessHandle part(Part part) throws InterruptedException {
        while (true) {
            for (ProcessHandle outermost : ProcessHandle.current().children().toList()) {
                List<ProcessHandle> chain = new ArrayList<>(List.of(outermost));
                List<ProcessHandle> children = outermost.children().toList();
                while (children.size() == 1) {
                    chain.add(children.get(0));
                    children = children.get(0).children().toList();
                }
                // The nursery is the one that has a child, the candidate, which by now sleeps.
                List<ProcessHandle> parents = children.stream()
                        .filter(child -> child.children().findAny().isPresent())
                        .toList();
                if (children.size() == 2 && parents.size() == 1) {
                    Thread.sleep(200);
                    return switch (part) {
                        case OUTERMOST -> outermost;
                        case SERVER -> chain.get(chain.size() - 1);
                        case NURSERY -> parents.get(0);
                        case CHECKER ->
                            children.stream()
                                    .filter(child -> !child.equals(parents.get(0)))
                                    .max(Comparator.comparing(ProcessHandle::pid))
                                    .orElseThrow();
                    };
                }
            }
            Thread.sleep(20);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPartThatIsKilledIsAFault(Part part) throws IOException, InterruptedException {
        try (Sandbox sandbox = new Sandbox(settings, capabilities)) {
            assertThat(struck(sandbox, part, "KILL").outcome()).isEqualTo(End.FAULT);
            judgesTheNext(sandbox);
        }
    }

    /** Takes the wall clock and the grace for a busy machine each time. */
    @Tag("slow")
    @ParameterizedTest
    @EnumSource
    void aPartThatIsStoppedIsAFault(Part part) throws IOException, InterruptedException {
        // Of bubblewrap, which only waits, nobody notices that it is stopped.
        Assumptions.assumeTrue(
                part != Part.OUTERMOST || capabilities.confinement() != Confinement.NAMESPACES,
                "bubblewrap takes no part in a run");
        try (Sandbox sandbox = new Sandbox(settings, capabilities)) {
            assertThat(struck(sandbox, part, "STOP").outcome()).isEqualTo(End.FAULT);
            judgesTheNext(sandbox);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIGKILL", "SIGSTOP", "SIGTERM", "SIGINT", "SIGSEGV"})
    void aCandidateHarmsNobodyThatItCanSee(String signal) {
        String program = """
                import os, signal
                def attack(target):
                    try:
                        os.kill(target, signal.%s)
                    except OSError:
                        pass
                def add(x, y):
                    me = os.getpid()
                    for target in [-1, 0, os.getppid()] + [pid for pid in range(1, 400) if pid != me]:
                        attack(target)
                    for near in range(1, 40):
                        attack(me - near), attack(me + near), attack(-near)
                    return x + y
                """.formatted(signal);
        try (Sandbox sandbox = new Sandbox(settings, capabilities)) {
            assertThat(run(sandbox, program).outcome()).isEqualTo(End.PASSED);
            judgesTheNext(sandbox);
        }
    }

    @Test
    void aCandidateThatStopsItselfIsStoppedByTheClock() {
        String program = "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)\n" + RIGHT;
        try (Sandbox sandbox = new Sandbox(settings, capabilities)) {
            SandboxResult result = run(sandbox, program);

            assertThat(result.outcome()).isEqualTo(End.TIMEOUT);
            assertThat(result.rule()).isEqualTo("wall");
            judgesTheNext(sandbox);
        }
    }

    @Test
    void aCandidateThatFillsItsDiskLeavesTheWholeOfItToTheNext() {
        String fills = """
                def add(x, y):
                    try:
                        for i in range(900):
                            with open('f%d' % i, 'wb') as file:
                                file.write(bytes(1 << 20))
                    except OSError:
                        pass
                    return x + y
                """;
        String writes = """
                def add(x, y):
                    with open('file', 'wb') as file:
                        file.write(bytes(8 << 20))
                    return x + y
                """;
        try (Sandbox sandbox = new Sandbox(settings, capabilities)) {
            SandboxResult result = run(sandbox, fills);

            assertThat(result.outcome()).isEqualTo(End.RESOURCE);
            assertThat(result.rule()).isEqualTo("files");
            assertThat(run(sandbox, writes).outcome()).isEqualTo(End.PASSED);
        }
    }

    @Test
    void aWorkFolderWithoutRoomIsAFault(@TempDir Path work) throws IOException {
        List<String> prefix = List.of(
                "bwrap", "--dev-bind", "/", "/", "--size", Integer.toString(1 << 20), "--tmpfs", work.toString());
        Assumptions.assumeTrue(
                capabilities.confinement() == Confinement.NAMESPACES, "a small file system needs name spaces");
        try (ServerProcess server = ServerProcess.startBehind(
                prefix, ServerProcess.interpreter(settings.python()), work, "--confine", "full")) {
            seen.addAll(server.processes());
            server.suite("add", tests().toString());

            assertThat(server.run("add", "split", RIGHT).path("outcome").asText())
                    .isEqualTo("FAULT");
            assertThat(server.run("add", "split", RIGHT).path("rule").asText()).isEqualTo("disk");
        }
    }

    /** A script in the place of the interpreter that misbehaves the first time and is the interpreter from then on. */
    private Sandbox unreliable(Path folder, String body) throws IOException {
        Path script = folder.resolve("python");
        Path mark = folder.resolve("mark");
        Files.writeString(
                script, """
                #!/bin/sh
                if [ ! -e %s ]; then
                    : > %s
                    %s
                fi
                exec %s "$@"
                """.formatted(mark, mark, body, capabilities.python().executable()));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Python python = new Python(
                script.toString(),
                capabilities.python().version(),
                capabilities.python().prefixes());
        SandboxSettings open = new SandboxSettings("python3", "bwrap", SandboxMode.SPLIT, true);
        return new Sandbox(open, new Capabilities(python, Confinement.NONE, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exit 1",
                "printf 'Traceback: no such thing'; exit 0",
                "printf '\\000\\000\\000\\002{}'; head -c 100 >/dev/null; printf '\\000\\000\\000\\005hello'; exit 0",
                "printf '\\000\\000\\000\\002{}'; head -c 9 >/dev/null;"
                        + " printf '\\000\\000\\000\\047{\"id\":7,\"outcome\":\"PASSED\",\"rule\":\"none\"}'; exec sleep 60",
                "printf '\\000\\000\\000\\002{}'; head -c 9 >/dev/null;"
                        + " printf '\\000\\000\\000\\046{\"id\":1,\"outcome\":\"RIGHT\",\"rule\":\"none\"}'; exec sleep 60",
            })
    void aServerThatAnswersGarbageIsAFault(String body, @TempDir Path folder) throws IOException {
        try (Sandbox sandbox = unreliable(folder, body)) {
            assertThat(run(sandbox, RIGHT).outcome()).isEqualTo(End.FAULT);
            judgesTheNext(sandbox);
            seen.addAll(ProcessHandle.current().descendants().toList());
        }
    }

    @Tag("slow")
    @Test
    void aServerThatAnswersNothingIsAFaultInTime(@TempDir Path folder) throws IOException {
        try (Sandbox sandbox = unreliable(folder, "printf '\\000\\000\\000\\002{}'; exec sleep 600")) {
            long start = System.nanoTime();

            assertThat(run(sandbox, RIGHT).outcome()).isEqualTo(End.FAULT);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(40));
            judgesTheNext(sandbox);
        }
    }
}
