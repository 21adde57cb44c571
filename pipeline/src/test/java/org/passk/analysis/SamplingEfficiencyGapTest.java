package org.passk.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplingEfficiencyGapTest {
    private static final double ULPS = 1e-15;

    private static PairGroup pair(long baseN, long baseC, long runN, long runC, long problems) {
        return new PairGroup(new ProblemGroup(baseN, baseC, 0, problems), new ProblemGroup(runN, runC, 0, problems));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 3, 2", "100, 100, 64", "300, 40, 32", "40, 300, 32", "256, 256, 256", "255, 999, 128"})
    void theHeadlineIsTheLargestPowerOfTwoThatBothHave(long baseN, long runN, long headline) {
        assertThat(SamplingEfficiencyGap.headlineK(List.of(pair(1000, 0, 1000, 0, 1), pair(baseN, 0, runN, 0, 1))))
                .isEqualTo(headline);
    }

    @Test
    void theHeadlineIsNeverAbove256() {
        assertThat(SamplingEfficiencyGap.headlineK(List.of(pair(1024, 0, 4096, 0, 1))))
                .isEqualTo(256);
    }

    @Test
    void itIsWhatTheBaseReachesWithKDrawsLessWhatTheRunReachesWithOne() {
        List<Metric> gaps = SamplingEfficiencyGap.of(List.of(pair(4, 1, 4, 2, 1)), List.of(1, 2, 4));
        assertThat(gaps).extracting(Metric::name).containsOnly("delta_se");
        assertThat(gaps).extracting(Metric::k).containsExactly(1L, 2L, 4L);
        // pass@1, 2 and 4 of the base are 1/4, 1/2 and 1; pass@1 of the run is 1/2.
        assertThat(gaps.get(0).estimate()).isEqualTo(-0.25, within(ULPS));
        assertThat(gaps.get(1).estimate()).isEqualTo(0, within(ULPS));
        assertThat(gaps.get(2).estimate()).isEqualTo(0.5, within(ULPS));
        assertThat(gaps).extracting(Metric::flags).containsExactly("", "", "headline");
        assertThat(gaps).extracting(Metric::samples).containsOnly(8L);
    }

    @Test
    void theHeadlineIsThereThoughNobodyAskedForIt() {
        List<Metric> gaps = SamplingEfficiencyGap.of(List.of(pair(20, 1, 18, 2, 1)), List.of(3, 1));
        assertThat(gaps).extracting(Metric::k).containsExactly(1L, 3L, 16L);
        assertThat(gaps.get(2).flags()).isEqualTo("headline");
    }

    @Test
    void aLargerKOverFewerProblemsIsASubsetAndNeverTheHeadline() {
        List<Metric> gaps =
                SamplingEfficiencyGap.of(List.of(pair(2, 0, 8, 8, 3), pair(8, 8, 8, 0, 2)), List.of(1, 8, 16));
        assertThat(gaps).extracting(Metric::k).containsExactly(1L, 2L, 8L);
        assertThat(gaps).extracting(Metric::flags).containsExactly("", "headline", "subset");
        // Three problems with 0 − 1 and two with 1 − 0; at k = 8 the two are left.
        assertThat(gaps.get(1).estimate()).isEqualTo(-0.2, within(ULPS));
        assertThat(gaps.get(2).estimate()).isEqualTo(1, within(ULPS));
        assertThat(gaps.get(2).problems()).isEqualTo(2);
        assertThat(gaps.get(2).samples()).isEqualTo(32);
    }

    @Test
    void theStandardErrorIsThatOfTheDifferences() {
        // The two runs differ by 1/2 on every problem, however different the problems are.
        List<Metric> gaps = SamplingEfficiencyGap.of(List.of(pair(2, 1, 2, 0, 4), pair(2, 2, 2, 1, 4)), List.of(1));
        assertThat(gaps.get(0).estimate()).isEqualTo(0.5, within(ULPS));
        assertThat(gaps.get(0).standardError()).hasValueCloseTo(0.0, within(ULPS));
        // Differences 1 and −1, once each: s = √2, s / √2 = 1.
        List<Metric> apart = SamplingEfficiencyGap.of(List.of(pair(1, 0, 1, 1, 1), pair(1, 1, 1, 0, 1)), List.of(1));
        assertThat(apart.get(0).standardError()).hasValueCloseTo(1.0, within(ULPS));
    }

    @Test
    void undecidedSamplesOfTheBaseWidenTheGapAndThoseOfTheRunDoNot() {
        List<Metric> gaps = SamplingEfficiencyGap.of(
                List.of(new PairGroup(new ProblemGroup(4, 1, 1, 1), new ProblemGroup(4, 2, 2, 1))), List.of(1));
        assertThat(gaps.get(0).estimate()).isEqualTo(-0.25, within(ULPS));
        assertThat(gaps.get(0).upperUndecided()).isEqualTo(0, within(ULPS));
    }

    @Test
    void withoutCommonProblemsThereIsNoGap() {
        assertThat(SamplingEfficiencyGap.of(List.of(), List.of(1))).isEmpty();
    }

    @Test
    void bothSidesAreAboutAsManyProblems() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PairGroup(new ProblemGroup(1, 0, 0, 1), new ProblemGroup(1, 0, 0, 2)));
    }
}
