package org.passk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.testing.ExternalData;

/** One server for all tests: what one of them does to it must not be seen by the next. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class ServerProtocolTest {
    private static final String ADD = """
            {"kind": "check", "prompt": "", "entry": "add",
             "test": "def check(f):\\n    assert f(1, 2) == 3\\n    assert f(20, 22) == 42\\n"}""";
    private static final String RIGHT = "def add(x, y):\n    return x + y\n";

    private Path work;
    private List<String> interpreter;
    private ServerProcess server;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        work = folder;
        interpreter = ServerProcess.interpreter("python3");
        server = ServerProcess.start(interpreter, work, "--confine", "full");
        JsonNode hello = server.hello();
        if (!hello.path("confined").booleanValue()) {
            server.close();
            assumeTrue(false, "no confinement here: " + hello.path("reason").textValue());
        }
    }

    @BeforeEach
    void knowTheTestsOfAdd() throws IOException {
        server.suite("add", ADD);
    }

    @AfterAll
    void stop() throws IOException {
        if (server != null) {
            List<ProcessHandle> started = server.processes();
            server.close();
            for (ProcessHandle process : started) {
                process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
            }
        }
    }

    private static String rule(JsonNode answer) {
        return answer.path("outcome").textValue() + " " + answer.path("rule").textValue();
    }

    @Test
    void theServerIntroducesItself() {
        JsonNode hello = server.hello();

        assertThat(hello.path("hello").intValue()).isEqualTo(1);
        assertThat(hello.path("python").textValue()).startsWith("3.");
        assertThat(hello.path("seccomp").booleanValue()).isTrue();
        assertThat(hello.path("baseline").longValue()).isBetween(1L << 20, 1L << 30);
    }

    @Test
    void anAnswerNamesItsRequestAndWhatItCost() throws IOException {
        JsonNode answer = server.run("add", "split", RIGHT);

        assertThat(answer.path("id").intValue()).isEqualTo(17);
        assertThat(answer.path("cpu").doubleValue()).isBetween(0.0001, 2.0);
        assertThat(answer.path("wall").doubleValue()).isBetween(0.0001, 30.0);
        assertThat(answer.path("memory").isIntegralNumber()).isTrue();
        assertThat(answer.has("groups")).isFalse();
    }

    /** Tests, a program that passes and one that fails, for each kind. */
    private static Stream<Arguments> kinds() {
        String square = "def square(x):\n    return x * x\n";
        String twice = "def square(x):\n    return x + x\n";
        String node = """
                class Node:
                    def __init__(self, value):
                        self.value, self.left = value, None
                def height(node):
                    return 0 if node is None else 1 + height(node.left)
                """;
        String evalplus = """
                {"kind": "evalplus", "task": "HumanEval/0", "entry": "square", "prompt": "", "atol": 0,
                 "dataset": "humaneval", "canonical": "def square(x):\\n    return x * x\\n",
                 "base": [[2], [0]], "plus": [[1.5], [7]]}""";
        return Stream.of(
                Arguments.of(ADD, RIGHT, "def add(x, y):\n    return x - y\n"),
                Arguments.of("""
                        {"kind": "asserts", "setup": "root = Node(1)\\nroot.left = Node(2)", "entries": ["height"],
                         "tests": ["assert height(root) == 2", "assert root.left.value == 2"]}""", node, node.replace("1 + height", "2 + height")),
                Arguments.of("""
                        {"kind": "program", "tests": "assert square(3) == 9\\nassert square(4) == 16"}""", square, twice),
                Arguments.of("""
                        {"kind": "functional", "func": "square", "tests": [["2", "4"], ["3", "9"]]}""", "class Solution:\n    def square(self, x):\n        return pow(x, 2)\n", twice),
                Arguments.of("""
                        {"kind": "stdin", "tests": [["3 4\\n", "7\\n"], ["1 1\\n", "2.0"]]}""", "a, b = map(int, input().split())\nprint(a + b)\n", "print(7)\n"),
                Arguments.of(
                        """
                        {"kind": "stdin", "compare": "whole", "tests": [["3 4\\n", "7\\n"]]}""",
                        "a, b = map(int, input().split())\nprint(a + b)\n",
                        "a, b = map(int, input().split())\nprint(float(a + b))\n"),
                Arguments.of(evalplus, square, twice));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aRightProgramPassesAndAWrongOneDoesNot(String tests, String right, String wrong) throws IOException {
        server.suite("tests", tests);

        for (String mode : List.of("split", "compat")) {
            assertThat(rule(server.run("tests", mode, right))).as(mode).isEqualTo("PASSED passed");
            assertThat(rule(server.run("tests", mode, wrong))).as(mode).isEqualTo("FAILED assertion");
        }
    }

    @Test
    void theGroupsOfEvalPlusAreToldApart() throws IOException {
        List<Arguments> kinds = kinds().toList();
        server.suite("square", (String) kinds.get(kinds.size() - 1).get()[0]);

        JsonNode groups = server.run("square", "split", "def square(x):\n    return int(x) * x\n")
                .path("groups");

        assertThat(groups.path("base").booleanValue()).isTrue();
        assertThat(groups.path("plus").isBoolean()).isTrue();
        assertThat(groups.path("plus").booleanValue()).isFalse();
    }

    private static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of("def add(x", "FAILED syntax"),
                Arguments.of("def sub(x, y):\n    return x - y", "FAILED no-entry-point"),
                Arguments.of("import sys\nsys.exit(0)", "FAILED exit"),
                Arguments.of("import os\nos._exit(0)", "FAILED exit"),
                Arguments.of("def add(x, y):\n    import os\n    os._exit(0)", "FAILED exit"),
                Arguments.of("def add(x, y):\n    raise ValueError('no')", "FAILED exception"),
                Arguments.of("def add(x, y):\n    return object()", "FAILED not-plain-data"),
                Arguments.of("import ctypes\nctypes.string_at(0)", "FAILED signal-11"),
                Arguments.of("import os\nos.abort()", "FAILED signal-6"),
                Arguments.of("while True:\n    pass", "TIMEOUT cpu"),
                Arguments.of("def add(x, y):\n    return [0] * 10 ** 9", "RESOURCE memory"),
                Arguments.of("def add(x, y):\n    while True:\n        print('x' * 1000)", "RESOURCE output"),
                Arguments.of(
                        "import time\nfor i in range(2000):\n    open('f%d' % i, 'w').close()\ntime.sleep(9)",
                        "RESOURCE files"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void everyEndOfAProgramHasItsRule(String program, String expected) throws IOException {
        assertThat(rule(server.run("add", "split", program))).isEqualTo(expected);
        assertThat(rule(server.run("add", "split", RIGHT))).isEqualTo("PASSED passed");
        assertThat(work).isEmptyDirectory();
    }

    @Test
    void aSleeperIsStoppedByTheWallClock() throws IOException {
        ObjectNode request = ServerProcess.request("add", "split", "import time\ntime.sleep(100)")
                .put("wall", 0.5);

        assertThat(rule(server.ask(request))).isEqualTo("TIMEOUT wall");
    }

    @Test
    void testsThatNeverEndBecauseOfAValueAreTheProgramsTimeout() throws IOException {
        server.suite("endless", """
                {"kind": "check", "prompt": "", "entry": "f",
                 "test": "def check(f):\\n    n = f()\\n    while n:\\n        pass\\n"}""");

        ObjectNode endless = ServerProcess.request("endless", "split", "def f():\n    return 1");
        assertThat(rule(server.ask(endless.put("cpu", 0.2)))).isEqualTo("TIMEOUT cpu");
        assertThat(rule(server.run("endless", "split", "def f():\n    return 0")))
                .isEqualTo("PASSED passed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class E:\n    def __eq__(s, o): return True\ndef add(x, y): return E()",
                "class I(int):\n    def __eq__(s, o): return True\n    __hash__ = int.__hash__\ndef add(x, y): return I(0)",
                "import os\ndef add(x, y):\n    os.write(4, b'P\\x00\\x00\\x00\\x00')\n    os._exit(0)",
                "import os\nfor i in range(3, 64):\n    try: os.write(i, b'R\\x00\\x00\\x00\\x00' * 9)\n"
                        + "    except OSError: pass\nos._exit(0)",
                "import builtins\nbuiltins.len = lambda *a: 0\nbuiltins.all = lambda *a: True\ndef add(x, y): return None",
                "import gc\ndef add(x, y):\n    return [o for o in gc.get_objects() if callable(o)"
                        + " and getattr(o, '__name__', '') == 'check'][0]",
            })
    void aForgedResultDoesNotPass(String program) throws IOException {
        assertThat(server.run("add", "split", program).path("outcome").textValue())
                .isEqualTo("FAILED");
        assertThat(rule(server.run("add", "split", RIGHT))).isEqualTo("PASSED passed");
    }

    @Test
    void aSuiteThatIsNotKnownIsAFault() throws IOException {
        assertThat(rule(server.run("other", "split", RIGHT))).isEqualTo("FAULT unknown-suite");
    }

    @Test
    void theLeastRecentlyUsedSuiteIsForgotten() throws IOException {
        for (int i = 0; i < 8; i++) {
            server.suite("more" + i, ADD);
        }

        assertThat(rule(server.run("add", "split", RIGHT))).isEqualTo("FAULT unknown-suite");
        assertThat(rule(server.run("more0", "split", RIGHT))).isEqualTo("PASSED passed");
    }

    @Test
    void testsThatCannotBeCompiledAreRefused() throws IOException {
        JsonNode request = new ObjectMapper()
                .readTree("{\"op\": \"suite\", \"id\": \"bad\", \"kind\": \"program\", \"tests\": \"assert (\"}");

        JsonNode answer = server.ask(request);

        assertThat(answer.path("suite").textValue()).isEqualTo("bad");
        assertThat(answer.path("ok").booleanValue()).isFalse();
        assertThat(answer.path("detail").textValue()).contains("SyntaxError");
        ((ObjectNode) request)
                .put("kind", "check")
                .put("entry", "add")
                .put("prompt", "")
                .put("test", "def (");
        assertThat(server.ask(request).path("ok").booleanValue()).isFalse();
        assertThat(rule(server.run("add", "split", RIGHT))).isEqualTo("PASSED passed");
    }

    @Test
    void smallSuitesShareAProcessAndStatementsHaveTheirOwn(@TempDir Path folder) throws IOException {
        try (ServerProcess other = ServerProcess.start(interpreter, folder, "--confine", "full")) {
            other.suite("add", ADD);
            int processes = other.processes().size();

            other.suite("more", ADD);
            assertThat(other.processes()).hasSize(processes);
            other.suite("statements", "{\"kind\": \"program\", \"tests\": \"assert add(1, 2) == 3\"}");
            assertThat(other.processes()).hasSize(processes + 1);
            for (String suite : List.of("add", "more", "statements")) {
                assertThat(rule(other.run(suite, "split", RIGHT))).as(suite).isEqualTo("PASSED passed");
            }
        }
    }

    @Test
    void aSharedProcessThatHasSeenManySuitesIsReplacedAndForgetsNone() throws IOException {
        for (int i = 0; i < 300; i++) {
            server.suite("many" + i % 4, ADD);
            assertThat(rule(server.run("add", "split", RIGHT))).isEqualTo("PASSED passed");
        }
        for (int i = 0; i < 4; i++) {
            assertThat(rule(server.run("many" + i, "split", RIGHT))).isEqualTo("PASSED passed");
        }
    }

    @Test
    void aCheckerThatIsKilledIsAFaultAndAllItsSuitesWorkAfterwards(@TempDir Path folder)
            throws IOException, InterruptedException {
        try (ServerProcess other = ServerProcess.start(interpreter, folder, "--confine", "full")) {
            other.suite("add", ADD);
            other.suite("more", ADD);
            List<ProcessHandle> before = other.processes();
            ProcessHandle checker = before.stream()
                    .max((a, b) -> Long.compare(a.pid(), b.pid()))
                    .orElseThrow();
            other.send(ServerProcess.request("add", "split", "import time\ntime.sleep(20)"));
            while (other.processes().size() == before.size()) {
                Thread.sleep(5);
            }

            checker.destroyForcibly();

            assertThat(rule(other.receive())).isEqualTo("FAULT harness");
            assertThat(rule(other.run("more", "split", RIGHT))).isEqualTo("PASSED passed");
            assertThat(rule(other.run("add", "split", RIGHT))).isEqualTo("PASSED passed");
            assertThat(other.processes()).hasSameSizeAs(before);
        }
    }

    @Test
    void theServerEndsWhenToldTo(@TempDir Path folder) throws IOException {
        JsonNode request = new ObjectMapper().createObjectNode().put("op", "end");

        try (ServerProcess other = ServerProcess.start(interpreter, folder, "--confine", "full")) {
            assertThat(other.ask(request).path("ended").booleanValue()).isTrue();
            assertThat(ended(other)).isTrue();
        }
    }

    private static boolean ended(ServerProcess server) {
        long patience = Duration.ofSeconds(10).toMillis();
        for (long waited = 0; server.alive() && waited < patience; waited += 10) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return !server.alive();
    }

    @Tag("slow")
    @Test
    void everyHostileProgramGetsItsVerdictAndLeavesNothingBehind(@TempDir Path outside) throws IOException {
        abuse(server, outside);
        assertThat(work).isEmptyDirectory();
    }

    @Tag("slow")
    @Test
    void rootBecomesAnotherUserForTheHostilePrograms(@TempDir Path outside, @TempDir Path open) throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "not root: there is no user to drop to");
        List<String> system = ServerProcess.interpreter("/usr/bin/python3");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        try (ServerProcess dropped = ServerProcess.start(system, open, "--confine", "full", "--drop-user", "65534")) {
            assertThat(dropped.hello().path("confined").booleanValue()).isTrue();
            abuse(dropped, outside);
        }
    }

    private static void abuse(ServerProcess server, Path outside) throws IOException {
        JsonNode manifest = new ObjectMapper()
                .readTree(ExternalData.file("conformance/code/abuse/manifest.json")
                        .toFile());
        ObjectNode suite = manifest.path("problem").deepCopy();
        suite.put("kind", "check").put("entry", suite.path("entry_point").textValue());
        server.suite("abuse", suite.toString());
        Path canary = Files.createDirectory(outside.resolve("canary"));
        Files.writeString(canary.resolve("secret"), "untouched");
        int processes = server.processes().size();

        for (JsonNode entry : manifest.path("programs")) {
            String file = entry.path("file").textValue();
            String program = source(file)
                    .replace("@CANARY@", canary.toString())
                    .replace("@OUTSIDE@", outside.resolve("new").toString());
            JsonNode answer = server.run("abuse", "split", program);
            assertThat(entry.path("expected").toString())
                    .as(file + ": " + answer)
                    .contains(official(answer.path("outcome").textValue()));
            assertThat(server.processes()).as(file).hasSize(processes);
            assertThat(canary.resolve("secret")).as(file).hasContent("untouched");
            try (Stream<Path> files = Files.walk(outside)) {
                assertThat(files).as(file).hasSize(3);
            }
        }
        assertThat(rule(server.run("abuse", "split", RIGHT))).isEqualTo("PASSED passed");
    }

    /** The text of a hostile program. One holds the bytes of a lone surrogate, which no charset of Java decodes. */
    private static String source(String file) throws IOException {
        byte[] bytes = Files.readAllBytes(ExternalData.file("conformance/code/abuse/" + file));
        String surrogate = new String(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, StandardCharsets.ISO_8859_1);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.contains(surrogate)) {
            return text.replace(surrogate, "\ud800");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The word of the manifest for an outcome. */
    private static String official(String outcome) {
        return switch (outcome) {
            case "PASSED" -> "\"passed\"";
            case "FAILED", "RESOURCE" -> "\"failed\"";
            case "TIMEOUT" -> "\"timed out\"";
            default -> "never: " + outcome;
        };
    }
}
