package org.passk.analysis.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passk.analysis.RunProblems;
import org.passk.analysis.StudyRow;
import org.passk.analysis.StudyRun;
import org.passk.fault.PasskException;
import org.passk.tally.Count;

/**
 * The counts are those of two runs of 40 problems with n = 16: base solves 2 of 16 of problems 0 … 29, the trained run 12 of 16
 * of problems 0 … 19, its next step 13 of 16. So pass@1 is 0.09375, 0.375 and 0.40625, pass@16 0.75, 0.5 and 0.5, and the
 * curves cross where 0.75 (1 − C(14, k)/C(16, k)) ≥ 0.5 (1 − C(4, k)/C(16, k)): at k = 7 (0.5250 against 0.5), not at 6
 * (0.46875 against 0.5).
 */
class ClaimCheckTest {
    private static RunProblems counts(int solved, int correct) {
        List<String> ids = IntStream.range(0, 40).mapToObj("p%02d"::formatted).toList();
        long[] n = new long[40];
        long[] c = new long[40];
        for (int i = 0; i < 40; i++) {
            n[i] = 16;
            c[i] = i < solved ? correct : 0;
        }
        return new RunProblems(ids, n, Map.of(Count.CORRECT, c));
    }

    private static final StudyRun BASE = new StudyRun("b", "qwen T=0.6", "qwen", "base", "", "", -1, "T=0.6");
    private static final StudyRun FIRST =
            new StudyRun("r1", "grpo step=100", "grpo-100", "rl", "qwen", "GRPO", 100, "T=0.6");
    private static final StudyRun SECOND =
            new StudyRun("r2", "grpo step=200", "grpo-200", "rl", "qwen", "GRPO", 200, "T=0.6");

    private record Study(List<StudyRun> runs, List<String> benchmarks) implements ClaimStudy {
        @Override
        public Optional<RunProblems> problems(String runId, String benchmark) {
            if (benchmark.equals("other")) {
                return Optional.empty();
            }
            return Optional.of(
                    switch (runId) {
                        case "b" -> counts(30, 2);
                        case "r1" -> counts(20, 12);
                        default -> counts(20, 13);
                    });
        }

        @Override
        public List<StudyRow> metrics() {
            return List.of(new StudyRow(
                    "maj@k",
                    "b",
                    "",
                    "math",
                    "",
                    8,
                    OptionalDouble.empty(),
                    0.3,
                    0.3,
                    OptionalDouble.of(0.1),
                    OptionalDouble.of(0.1),
                    OptionalDouble.of(0.5),
                    0.95,
                    "t",
                    "population",
                    40,
                    640,
                    16,
                    16,
                    ""));
        }
    }

    private static ClaimResult check(String line) {
        ClaimCheck check = new ClaimCheck(new Study(List.of(BASE, FIRST, SECOND), List.of("math")), 500, 1);
        List<ClaimResult> results =
                check.check(ClaimParser.parse(line, "claims").get(0));
        assertThat(results).hasSize(1);
        return results.get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pass@1(base) > 0.09|HOLDS",
                "pass@1(base) > 0.0937|HOLDS",
                "pass@1(base) > 0.0938|FAILS",
                "pass@1(base) >= 0.09375|HOLDS",
                "pass@1(qwen) > 0.01 at 95 %|HOLDS",
                "pass@1(qwen) > 0.09 at 95 %|UNDECIDED",
                "pass@1(qwen) > 0.5 at 95 %|FAILS",
                "pass@16(base) <= 0.75|HOLDS",
                "pass@17(base) > 0|UNDECIDED",
                "pass@1(grpo-100) - pass@1(base) > 0 at 95 %|HOLDS",
                "pass@1(base) - pass@1(grpo-100) > 0 at 95 %|FAILS",
                "pass@16(base) - pass@16(grpo-100) > 0.249|HOLDS",
                "pass@16(base) - pass@16(grpo-100) > 0.24 at 95 %|UNDECIDED",
                "delta_se(grpo-100) < 0.376|HOLDS",
                "delta_se(grpo-100) < 0.374|FAILS",
                "delta_se(grpo-100) < 0.376 at 90 %|UNDECIDED",
                "k*(grpo-100) <= 7|HOLDS",
                "k*(grpo-100) < 7|FAILS",
                "k*(grpo-100) > 1 at 95 %|HOLDS",
                "k*(grpo-100) < 17 at 80 %|HOLDS",
                "drift(pass@1, last) < 0.0313|HOLDS",
                "drift(pass@1(GRPO), last) < 0.031|FAILS",
                "drift(pass@1, last) < 0.2 at 95 %|HOLDS",
                "drift(pass@16, last) <= 0|HOLDS",
                "maj@8(base) > 0.2|HOLDS",
                "maj@8(base) > 0.05 at 95 %|HOLDS",
                "maj@8(base) > 0.05 at 90 %|UNDECIDED",
                "maj@4(base) > 0.05|UNDECIDED",
            })
    void aClaimHoldsFailsOrIsUndecided(String line, ClaimResult.Verdict verdict) {
        ClaimResult result = check(line);
        assertThat(result.verdict()).as(result.explanation()).isEqualTo(verdict);
        assertThat(result.explanation()).isNotEmpty();
    }

    @Test
    void curvesThatDoNotCrossAreAboveTheLastK() {
        // The trained run is ahead of itself at a later step nowhere: base and run changed places.
        StudyRun never = new StudyRun("r2", "never", "never", "rl", "worse", "", -1, "");
        StudyRun worse = new StudyRun("b0", "worse", "worse", "base", "", "", -1, "");
        ClaimStudy study = new Study(List.of(worse, never), List.of("math"));
        ClaimStudy swapped = new ClaimStudy() {
            @Override
            public List<StudyRun> runs() {
                return study.runs();
            }

            @Override
            public List<String> benchmarks() {
                return study.benchmarks();
            }

            @Override
            public Optional<RunProblems> problems(String runId, String benchmark) {
                return Optional.of(runId.equals("b0") ? counts(5, 1) : counts(30, 4));
            }

            @Override
            public List<StudyRow> metrics() {
                return List.of();
            }
        };
        ClaimCheck check = new ClaimCheck(swapped, 500, 1);
        for (String[] wanted : new String[][] {
            {"k* < 10", "FAILS"},
            {"k* < 256", "UNDECIDED"},
            {"k* > 16", "HOLDS"},
            {"k* > 16 at 95 %", "HOLDS"},
            {"k* > 20 at 95 %", "UNDECIDED"}
        }) {
            ClaimResult result =
                    check.check(ClaimParser.parse(wanted[0], "f").get(0)).get(0);
            assertThat(result.verdict().name())
                    .as(wanted[0] + ": " + result.explanation())
                    .isEqualTo(wanted[1]);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pass@1(rl) > 0|rl is 2 runs",
                "pass@1(nobody) > 0|nobody is no run",
                "k* < 8|k* without a run is 2 runs",
                "k*(base) < 8|the base of qwen T=0.6 is no run",
                "drift(pass@1(base), last) < 1|drift needs one training",
                "pass@1(base) > 0 on nowhere|there is no benchmark \"nowhere\"",
            })
    void namesThatFitNoneOrSeveralAreMistakes(String line, String message) {
        assertThatThrownBy(() -> check(line))
                .isInstanceOf(PasskException.class)
                .hasMessageStartingWith("line 1: " + message);
    }

    @Test
    void withoutABenchmarkAClaimIsAboutEveryOne() {
        ClaimCheck check = new ClaimCheck(new Study(List.of(BASE), List.of("math", "other")), 500, 1);
        assertThat(check.check(ClaimParser.parse("pass@1(base) > 0.01", "f").get(0)))
                .extracting(ClaimResult::verdict)
                .containsExactly(ClaimResult.Verdict.HOLDS, ClaimResult.Verdict.UNDECIDED);
    }
}
