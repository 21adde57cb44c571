package org.passk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls reach a candidate before the tests make them: no verdict and no secret may depend on that. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class ForeseenCallsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ServerProcess server;

    @BeforeAll
    void start(@TempDir Path work) throws IOException {
        server = ServerProcess.start(ServerProcess.interpreter("python3"), work, "--confine", "full");
        if (!server.hello().path("confined").booleanValue()) {
            server.close();
            assumeTrue(false, "no confinement here");
        }
    }

    @AfterAll
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    private void know(String check) throws IOException {
        ObjectNode suite = JSON.createObjectNode()
                .put("kind", "check")
                .put("prompt", "")
                .put("entry", "f")
                .put("test", "def check(f):\n" + check.indent(4));
        server.suite("f", suite.toString());
    }

    private JsonNode answer(String program) throws IOException {
        return server.ask(ServerProcess.request("f", "split", program).put("cpu", 1.0));
    }

    private String rule(String program) throws IOException {
        JsonNode answer = answer(program);
        return answer.path("outcome").textValue() + " " + answer.path("rule").textValue();
    }

    private static String afterAWrongAnswer(String statement) {
        return "import os, sys\ndef f(x):\n    if x == 1:\n        return 0\n    " + statement + "\n";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while True: pass",
                "while True: print('x' * 1000)",
                "return [0] * 10 ** 9",
                "os._exit(0)",
                "os.abort()",
                "raise ValueError",
                "return object()"
            })
    void aWrongAnswerIsWrongWhateverALaterCallWouldDo(String later) throws IOException {
        know("assert f(1) == 1\nassert f(2) == 2");

        for (int i = 0; i < 20; i++) {
            assertThat(rule(afterAWrongAnswer(later))).isEqualTo("FAILED assertion");
        }
    }

    @Test
    void anAnswerThatIsNoDataIsThatWhateverALaterCallWouldDo() throws IOException {
        know("assert f(1) == 1\nassert f(2) == 2");

        for (int i = 0; i < 20; i++) {
            assertThat(rule("def f(x):\n    while x == 2: pass\n    return object()\n"))
                    .isEqualTo("FAILED not-plain-data");
        }
    }

    @Test
    void anEndlessCallIsWaitedForOnce() throws IOException {
        know("assert f(1) == 1\nassert f(2) == 2\nassert f(3) == 3");

        JsonNode answer = answer("def f(x):\n    while x == 2: pass\n    return x\n");

        assertThat(answer.path("outcome").textValue()).isEqualTo("TIMEOUT");
        assertThat(answer.path("cpu").doubleValue()).isBetween(1.0, 1.5);
        assertThat(answer.path("wall").doubleValue()).isLessThan(30);
    }

    /** Tests, and a program that passes them only if its calls are those that the tests make, in their order. */
    private static Stream<Arguments> ways() {
        String echo = "def f(x):\n    return x\n";
        String count = "n = 0\ndef f(x):\n    global n\n    n += 1\n    return n\n";
        return Stream.of(
                Arguments.of("assert f(f(f(3))) == 3", echo),
                Arguments.of("assert f(0) == 1\nassert f(0) == 2\nassert f(0) == 3", count),
                Arguments.of("if f(1) > 5:\n    assert f(100) == 7\nelse:\n    assert f(0) == 2", count),
                Arguments.of(
                        "x = f(1)\nassert x == 0\nif x > 5:\n    assert f(100) == 7",
                        "def f(x):\n    while x == 100: pass\n    return 0\n"),
                Arguments.of("for i in f([1, 2, 3]):\n    assert f(i) == i", echo),
                Arguments.of("import random\nfor _ in range(9):\n    x = random.random()\n    assert f(x) == x", echo),
                Arguments.of("x = f(3)\nwhile x > 0:\n    x = x - 1\nassert f(4) == 4", echo),
                Arguments.of(
                        "a = [3]\nf(a)\nassert a == [3, 1]\nf(a)\nassert a == [3, 1, 1]",
                        "def f(x):\n    x.append(1)\n"),
                Arguments.of(
                        "try:\n    f(1)\n    assert False\nexcept KeyError:\n    pass\nassert f(2) == 2",
                        "def f(x):\n    if x == 1:\n        raise KeyError(x)\n    return x\n"),
                Arguments.of(
                        "for i in range(2000):\n    assert f('x' * 100 + str(i)) == 103 + len(str(i)) - 3",
                        "f = len\n"),
                Arguments.of("assert f('x' * 100000) == 100000\nassert f('y') == 1", "f = len\n"));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void theTestsDecideWhichCallsCount(String check, String program) throws IOException {
        know(check);

        assertThat(rule(program)).isEqualTo("PASSED passed");
        assertThat(rule(program)).as("once more, with what was learnt").isEqualTo("PASSED passed");
        assertThat(rule("def f(*x):\n    return -1\n")).startsWith("FAILED ");
    }

    @Test
    void aCandidateFindsNoResultAmongItsCalls() throws IOException {
        know("x = f('the argument')\nassert x == 'the ' + 'secret'\nassert f(x) == 'another'\nassert f('more') == 1");

        JsonNode answer = answer("""
                import gc
                links = [o for o in gc.get_objects() if type(o).__name__ == 'Link']
                raise RuntimeError(str([link._data for link in links]))
                """);

        assertThat(answer.path("detail").textValue()).contains("the argument").doesNotContain("secret");
    }
}
