package org.passk.analysis.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passk.analysis.RunProblems;
import org.passk.analysis.review.ProblemSelection.Band;
import org.passk.analysis.review.ProblemSelection.Chosen;
import org.passk.tally.Count;

class ProblemSelectionTest {
    private static RunProblems problems(long n, long... c) {
        List<String> ids =
                IntStream.range(0, c.length).mapToObj(i -> "p" + (100 + i)).toList();
        long[] samples = new long[c.length];
        Arrays.fill(samples, n);
        return new RunProblems(ids, samples, Map.of(Count.CORRECT, c));
    }

    private static ReviewOptions options(int bands, int perProblem, int problems, long seed) {
        return new ReviewOptions(0.05, bands, perProblem, problems, seed);
    }

    @Test
    void problemsThatWereSolvedBelowTheThresholdAreEligible() {
        // 5 of 100 is not below 5 %; none is not solvable.
        List<Band> bands = ProblemSelection.of("b", problems(100, 0, 1, 2, 3, 4, 5, 100), options(2, 3, 0, 1));
        assertThat(bands).hasSize(2);
        assertThat(bands.get(0).chosen()).extracting(Chosen::c).containsExactly(1L, 2L);
        assertThat(bands.get(1).chosen()).extracting(Chosen::c).containsExactly(3L, 4L);
        assertThat(bands.get(1).chosen()).extracting(Chosen::wanted).containsExactly(3, 3);
        assertThat(bands.get(1).low()).isEqualTo(0.025);
        assertThat(bands.get(1).high()).isEqualTo(0.05);
        assertThat(ProblemSelection.of("b", problems(100, 0, 50), options(2, 3, 0, 1)))
                .isEmpty();
    }

    @Test
    void everyBandIsRepresentedByTwoProblemsOrAllItHas() {
        assertThat(ProblemSelection.allocate(new int[] {100, 4, 1}, 10)).containsExactly(7, 2, 1);
        assertThat(ProblemSelection.allocate(new int[] {60, 40}, 10)).containsExactly(6, 4);
        assertThat(ProblemSelection.allocate(new int[] {33, 33, 34}, 10)).containsExactly(3, 3, 4);
        assertThat(ProblemSelection.allocate(new int[] {3, 4}, 7)).containsExactly(3, 4);
        assertThat(ProblemSelection.allocate(new int[] {3, 4}, 0)).containsExactly(3, 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProblemSelection.allocate(new int[] {100, 4, 1}, 4))
                .withMessageContaining("expected at least 5");
    }

    @Test
    void everyAllocationKeepsItsSumAndItsLimits() {
        for (int first = 1; first <= 9; first++) {
            for (int second = 1; second <= 9; second++) {
                for (int third = 1; third <= 9; third++) {
                    int[] sizes = {first, second, third};
                    int least =
                            Arrays.stream(sizes).map(size -> Math.min(2, size)).sum();
                    for (int wanted = least; wanted <= first + second + third; wanted++) {
                        int[] shares = ProblemSelection.allocate(sizes, wanted);
                        assertThat(Arrays.stream(shares).sum()).isEqualTo(wanted);
                        for (int i = 0; i < 3; i++) {
                            assertThat(shares[i]).isBetween(Math.min(2, sizes[i]), sizes[i]);
                        }
                    }
                }
            }
        }
    }

    @Test
    void theSeedDecidesAndTheRunDoesNot() {
        long[] c = new long[40];
        Arrays.fill(c, 3);
        List<Band> one = ProblemSelection.of("b", problems(200, c), options(1, 2, 10, 7));
        assertThat(one.get(0).eligible()).isEqualTo(40);
        assertThat(one.get(0).chosen())
                .hasSize(10)
                .isSortedAccordingTo((a, b) -> a.problemId().compareTo(b.problemId()));
        Arrays.fill(c, 4);
        List<Band> other = ProblemSelection.of("b", problems(200, c), options(1, 2, 10, 7));
        assertThat(other.get(0).chosen())
                .extracting(Chosen::problemId)
                .isEqualTo(one.get(0).chosen().stream().map(Chosen::problemId).toList());
        assertThat(ProblemSelection.of("b", problems(200, c), options(1, 2, 10, 8))
                        .get(0)
                        .chosen())
                .extracting(Chosen::problemId)
                .isNotEqualTo(
                        one.get(0).chosen().stream().map(Chosen::problemId).toList());
    }

    /** 2,000 seeds: each of 10 problems is drawn 600 times ± 5 standard deviations of 20.5. */
    @Test
    void everyProblemIsEquallyLikely() {
        long[] c = new long[10];
        Arrays.fill(c, 1);
        RunProblems problems = problems(100, c);
        Map<String, Integer> drawn = new HashMap<>();
        for (int seed = 0; seed < 2000; seed++) {
            ProblemSelection.of("b", problems, options(1, 1, 3, seed))
                    .get(0)
                    .chosen()
                    .forEach(one -> drawn.merge(one.problemId(), 1, Integer::sum));
        }
        assertThat(drawn)
                .hasSize(10)
                .allSatisfy((id, count) -> assertThat(count).isBetween(498, 702));
    }

    @Test
    void refusesImpossibleOptions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReviewOptions(0, 1, 1, 0, 1))
                .withMessage("accuracy-below 0.0 is not in (0, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReviewOptions(0.5, 0, 1, 0, 1))
                .withMessage("bands 0 is not in [1, 100]");
        assertThatIllegalArgumentException().isThrownBy(() -> new ReviewOptions(0.5, 1, 0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReviewOptions(0.5, 1, 1, -1, 1));
    }
}
