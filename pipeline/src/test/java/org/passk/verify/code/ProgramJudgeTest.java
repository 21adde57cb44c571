package org.passk.verify.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passk.fault.PasskException;
import org.passk.model.Outcome;
import org.passk.sandbox.Capabilities;
import org.passk.sandbox.Confinement;
import org.passk.sandbox.Sandbox;
import org.passk.sandbox.SandboxProbe;
import org.passk.sandbox.SandboxResult;
import org.passk.sandbox.SandboxSettings;

/** Programs that burn a stated CPU time, under a limit of one second. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ProgramJudgeTest {
    private static final String RIGHT = "def add(x, y):\n    return x + y\n";

    private Sandbox sandbox;
    private int aloneRuns;

    private final ProgramJudge.Turns turns = new ProgramJudge.Turns() {
        @Override
        public SandboxResult beside(Supplier<SandboxResult> run) {
            return run.get();
        }

        @Override
        public SandboxResult alone(Supplier<SandboxResult> run) {
            aloneRuns++;
            return run.get();
        }
    };

    @BeforeAll
    void open() {
        Capabilities capabilities;
        try {
            capabilities = SandboxProbe.probe(SandboxSettings.defaults());
        } catch (PasskException e) {
            Assumptions.abort("there is no Python here: " + e.getMessage());
            return;
        }
        Assumptions.assumeTrue(capabilities.confinement() != Confinement.NONE, "nothing confines programs here");
        sandbox = new Sandbox(SandboxSettings.defaults(), capabilities);
    }

    @AfterAll
    void close() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    private ProgramJudge judge(LimitPolicy policy) {
        aloneRuns = 0;
        CodeOptions all = CodeOptions.defaults();
        return new ProgramJudge(
                sandbox,
                new CodeOptions(all.sandbox(), policy, all.memoryBytes(), all.outputBytes(), all.maxProgramChars()),
                turns);
    }

    private static ObjectNode tests() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", "check")
                .put("prompt", "")
                .put("entry", "add")
                .put("test", "def check(candidate):\n    assert candidate(1, 2) == 3\n");
    }

    private static Suite suite(String canonical) {
        return new Suite("add", ProgramJudgeTest::tests, Optional.of(canonical), 1);
    }

    private static String busy(double seconds) {
        return "def add(x, y):\n    import time\n    while time.process_time() < %s: pass\n    return x + y\n"
                .formatted(seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "0.2, CORRECT, 0, false",
        "0.75, CORRECT, 1, false",
        "1.4, TIMEOUT, 1, false",
        "1.0, TIMEOUT, 1, true",
        "9, TIMEOUT, 0, false"
    })
    void onlyAProgramBetweenHalfAndTwiceItsLimitRunsAgainAlone(
            double seconds, Outcome outcome, int alone, boolean near) {
        ProgramOutcome found = judge(LimitPolicy.OFFICIAL).judge(suite(RIGHT), Candidate.of(busy(seconds)));
        assertThat(found.outcome()).isEqualTo(outcome);
        assertThat(aloneRuns).isEqualTo(alone);
        assertThat(found.nearLimit()).isEqualTo(near);
        assertThat(found.isFinal()).isEqualTo(!near);
    }

    @Test
    void aSleeperIsStoppedByTheClockOnce() {
        Suite brief = new Suite("add", ProgramJudgeTest::tests, Optional.of(RIGHT), 0.25);
        ProgramOutcome found = judge(LimitPolicy.OFFICIAL)
                .judge(brief, Candidate.of("import time\ndef add(x, y):\n    time.sleep(60)\n    return x + y\n"));
        assertThat(found.outcome()).isEqualTo(Outcome.TIMEOUT);
        assertThat(found.rule()).isEqualTo("wall");
        assertThat(aloneRuns).isZero();
    }

    @Test
    void whereTheCanonicalSolutionFailsNothingIsDecided() {
        ProgramOutcome found =
                judge(LimitPolicy.OFFICIAL).judge(suite("def add(x, y):\n    return 0\n"), Candidate.of(RIGHT));
        assertThat(found.outcome()).isEqualTo(Outcome.FAULT);
        assertThat(found.rule()).isEqualTo("canonical");
        assertThat(found.isFinal()).isFalse();
    }

    @Test
    void tightLimitsFollowTheCanonicalSolutionAndOfficialOnesDoNot() {
        ProgramJudge judge = judge(LimitPolicy.TIGHT);
        // The canonical solution takes milliseconds: half a second is the limit, and a whole one far above it.
        assertThat(judge.judge(suite(RIGHT), Candidate.of(busy(1.5))).outcome()).isEqualTo(Outcome.TIMEOUT);
        assertThat(judge.judge(suite(RIGHT), Candidate.of(busy(0.2))).outcome()).isEqualTo(Outcome.CORRECT);
        assertThat(judge.judgeOfficially(suite(RIGHT), Candidate.of(busy(0.8))).outcome())
                .isEqualTo(Outcome.CORRECT);
    }

    @Test
    void aProgramIsFoundInATextByWhatTheFunctionNeeds() {
        String text = """
                Here it is, isn't it?
                ```python
                import math

                ONE = 1

                def one(x):
                    return x * ONE

                def add(x, y):
                    return one(x) + y

                print(undefined)
                ```
                It's done.
                """;
        ProgramJudge judge = judge(LimitPolicy.OFFICIAL);
        assertThat(judge.judge(suite(RIGHT), new Candidate(text, "add")).outcome())
                .isEqualTo(Outcome.CORRECT);
        assertThat(judge.judge(suite(RIGHT), Candidate.of(text)).outcome()).isEqualTo(Outcome.INCORRECT);
        assertThat(judge.judge(suite(RIGHT), new Candidate("no program at all", "add"))
                        .outcome())
                .isEqualTo(Outcome.INCORRECT);
    }

    private static ObjectNode expectedValues() {
        ObjectNode suite = JsonNodeFactory.instance
                .objectNode()
                .put("kind", "evalplus")
                .put("task", "Judge/0")
                .put("entry", "add")
                .put("canonical", RIGHT)
                .put("prompt", "")
                .put("atol", 0)
                .put("dataset", "humaneval");
        suite.putArray("base").addArray().add(1).add(2);
        suite.putArray("plus").addArray().add(3).add(4);
        return suite;
    }

    @Test
    void suitesThatComputeTheirExpectedValuesTellTheTimeThatTightLimitsNeed() {
        Suite suite = new Suite("values", ProgramJudgeTest::expectedValues, Optional.empty(), 4);
        ProgramJudge judge = judge(LimitPolicy.TIGHT);
        assertThat(judge.judge(suite, Candidate.of(RIGHT)).outcome()).isEqualTo(Outcome.CORRECT);
        assertThat(judge.judge(suite, Candidate.of(busy(1.5))).outcome()).isEqualTo(Outcome.TIMEOUT);
        ProgramOutcome wrong = judge.judge(suite, Candidate.of("def add(x, y):\n    return 3\n"));
        assertThat(wrong.outcome()).isEqualTo(Outcome.INCORRECT);
        assertThat(wrong.basePassed()).contains(true);
    }

    @Test
    void testsThatCannotBeMadeAreAFaultOfOurs() {
        Suite broken = new Suite("broken", () -> tests().put("test", "def check(:"), Optional.empty(), 1);
        for (LimitPolicy policy : LimitPolicy.values()) {
            ProgramOutcome found = judge(policy).judge(broken, Candidate.of(RIGHT));
            assertThat(found.outcome()).isEqualTo(Outcome.FAULT);
            assertThat(found.rule()).isEqualTo("suite");
        }
        Suite unhealthy = new Suite("broken", () -> tests().put("test", "def check(:"), Optional.of(RIGHT), 1);
        assertThat(judge(LimitPolicy.TIGHT)
                        .judgeOfficially(unhealthy, Candidate.of(RIGHT))
                        .rule())
                .isEqualTo("canonical");
    }

    @Test
    void aProgramThatTakesTooMuchMemoryIsOverItsLimit() {
        ProgramOutcome found = judge(LimitPolicy.OFFICIAL)
                .judge(suite(RIGHT), Candidate.of("def add(x, y):\n    return [0] * (1 << 40)\n"));
        assertThat(found.outcome()).isEqualTo(Outcome.RESOURCE_LIMIT);
    }

    @Test
    void aWorkingSandboxHasNoTrouble() {
        assertThat(judge(LimitPolicy.OFFICIAL).trouble()).isEmpty();
    }
}
