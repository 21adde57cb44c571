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

    private static List<Metric> gaps(Counts base, Counts run, Integer... ks) {
        return gaps(new PairProblems(base.build(), run.build()), ks);
    }

    private static List<Metric> gaps(PairProblems problems, Integer... ks) {
        return Counts.whole(new SamplingEfficiencyGap().of(problems, Counts.options(ks)), "delta_se");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 3, 2", "100, 100, 64", "300, 40, 32", "40, 300, 32", "256, 256, 256", "255, 999, 128"})
    void theHeadlineIsTheLargestPowerOfTwoThatBothHave(long baseN, long runN, long headline) {
        PairProblems problems = new PairProblems(
                Counts.none().problems(1000, 0, 0, 1).problems(baseN, 0, 0, 1).build(),
                Counts.none().problems(1000, 0, 0, 1).problems(runN, 0, 0, 1).build());
        assertThat(problems.headlineK()).isEqualTo(headline);
    }

    @Test
    void theHeadlineIsNeverAbove256() {
        assertThat(new PairProblems(Counts.equalN(1024, 0), Counts.equalN(4096, 0)).headlineK())
                .isEqualTo(256);
    }

    @Test
    void itIsWhatTheBaseReachesWithKDrawsLessWhatTheRunReachesWithOne() {
        List<Metric> gaps = gaps(new PairProblems(Counts.equalN(4, 1), Counts.equalN(4, 2)), 1, 2, 4);
        assertThat(gaps).extracting(Metric::k).containsExactly(1L, 2L, 4L);
        // pass@1, 2 and 4 of the base are 1/4, 1/2 and 1; pass@1 of the run is 1/2.
        assertThat(gaps.get(0).estimate()).isEqualTo(-0.25, within(ULPS));
        assertThat(gaps.get(1).estimate()).isEqualTo(0, within(ULPS));
        assertThat(gaps.get(2).estimate()).isEqualTo(0.5, within(ULPS));
        assertThat(gaps).extracting(row -> row.flags().contains("headline")).containsExactly(false, false, true);
        assertThat(gaps).extracting(Metric::samples).containsOnly(8L);
    }

    @Test
    void theHeadlineIsThereThoughNobodyAskedForIt() {
        List<Metric> gaps = gaps(new PairProblems(Counts.equalN(20, 1, 2), Counts.equalN(18, 2, 3)), 3, 1);
        assertThat(gaps).extracting(Metric::k).containsExactly(1L, 3L, 16L);
        assertThat(gaps.get(2).flags()).containsExactly("headline");
    }

    @Test
    void aLargerKOverFewerProblemsIsASubsetAndNeverTheHeadline() {
        List<Metric> gaps = gaps(
                Counts.none().problems(2, 0, 0, 3).problems(8, 8, 0, 2),
                Counts.none().problems(8, 8, 0, 3).problems(8, 0, 0, 2),
                1,
                8,
                16);
        assertThat(gaps).extracting(Metric::k).containsExactly(1L, 2L, 8L);
        assertThat(gaps).extracting(Metric::flags).containsExactly(List.of(), List.of("headline"), List.of("subset"));
        // Three problems with 0 − 1 and two with 1 − 0; at k = 8 the two are left.
        assertThat(gaps.get(1).estimate()).isEqualTo(-0.2, within(ULPS));
        assertThat(gaps.get(2).estimate()).isEqualTo(1, within(ULPS));
        assertThat(gaps.get(2).problems()).isEqualTo(2);
        assertThat(gaps.get(2).samples()).isEqualTo(32);
    }

    @Test
    void theStandardErrorIsThatOfTheDifferences() {
        // The two runs differ by 1/2 on every problem, however different the problems are.
        List<Metric> gaps = gaps(
                Counts.none().problems(2, 1, 0, 4).problems(2, 2, 0, 4),
                Counts.none().problems(2, 0, 0, 4).problems(2, 1, 0, 4),
                1);
        assertThat(gaps.get(0).estimate()).isEqualTo(0.5, within(ULPS));
        assertThat(gaps.get(0).standardError()).hasValueCloseTo(0.0, within(ULPS));
        // Differences 1 and −1, once each: s = √2, s / √2 = 1.
        List<Metric> apart = gaps(new PairProblems(Counts.equalN(1, 0, 1), Counts.equalN(1, 1, 0)), 1);
        assertThat(apart.get(0).standardError()).hasValueCloseTo(1.0, within(ULPS));
    }

    @Test
    void undecidedSamplesOfTheBaseWidenTheGapAndThoseOfTheRunDoNot() {
        List<Metric> gaps =
                gaps(Counts.none().problems(4, 1, 1, 1), Counts.none().problems(4, 2, 2, 1), 1);
        assertThat(gaps.get(0).estimate()).isEqualTo(-0.25, within(ULPS));
        assertThat(gaps.get(0).upperUndecided()).isEqualTo(0, within(ULPS));
    }

    @Test
    void bothSidesAreAboutTheSameProblems() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PairProblems(Counts.equalN(1, 0), Counts.equalN(1, 0, 0)));
    }
}
