package org.passk.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassAtKCurveTest {
    private static final double ULPS = 1e-15;

    @Test
    void itIsTheMeanOverTheProblemsWithTheirStandardError() {
        // Three problems with 2 of 4, one with 0 of 4. pass@1: 1/2, 1/2, 1/2, 0; pass@2: 5/6, 5/6, 5/6, 0.
        List<Metric> curve =
                PassAtKCurve.of(List.of(new ProblemGroup(4, 0, 0, 1), new ProblemGroup(4, 2, 0, 3)), List.of(1, 2));
        assertThat(curve).hasSize(2);
        Metric first = curve.get(0);
        assertThat(first.name()).isEqualTo("pass@k");
        assertThat(first.k()).isEqualTo(1);
        assertThat(first.estimate()).isEqualTo(3 / 8.0, within(ULPS));
        // s² = (3 · (1/8)² + (3/8)²) / 3 = 1/16, and s / √4 = 1/8.
        assertThat(first.standardError()).hasValueCloseTo(1 / 8.0, within(ULPS));
        assertThat(first.problems()).isEqualTo(4);
        assertThat(first.samples()).isEqualTo(16);
        assertThat(first.flags()).isEmpty();
        assertThat(curve.get(1).estimate()).isEqualTo(5 / 8.0, within(ULPS));
    }

    @Test
    void aKAboveEveryNIsAbsent() {
        List<Metric> curve = PassAtKCurve.of(List.of(new ProblemGroup(4, 1, 0, 2)), List.of(1, 4, 5, 1024));
        assertThat(curve).extracting(Metric::k).containsExactly(1L, 4L);
        assertThat(curve.get(1).estimate()).isEqualTo(1);
    }

    @Test
    void aKThatLeavesOutProblemsIsFlaggedAndTellsHowManyAreLeft() {
        List<ProblemGroup> groups = List.of(new ProblemGroup(2, 2, 0, 5), new ProblemGroup(8, 1, 0, 3));
        Metric subset = PassAtKCurve.of(groups, List.of(4)).get(0);
        assertThat(subset.flags()).isEqualTo("subset");
        assertThat(subset.problems()).isEqualTo(3);
        assertThat(subset.samples()).isEqualTo(24);
        // 1 − C(7, 4) / C(8, 4) = 1 − 35/70.
        assertThat(subset.estimate()).isEqualTo(0.5, within(ULPS));
        assertThat(PassAtKCurve.of(groups, List.of(2)).get(0).flags()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 0.25, 0.75", "2, 0.5, 1"})
    void undecidedSamplesCountForTheUpperEstimateAlone(int k, double estimate, double upper) {
        Metric metric = PassAtKCurve.of(List.of(new ProblemGroup(4, 1, 2, 1)), List.of(k))
                .get(0);
        assertThat(metric.estimate()).isEqualTo(estimate, within(ULPS));
        assertThat(metric.upperUndecided()).isEqualTo(upper, within(ULPS));
    }

    @Test
    void oneProblemHasNoStandardErrorOverProblems() {
        Metric metric = PassAtKCurve.of(List.of(new ProblemGroup(4, 1, 0, 1)), List.of(1))
                .get(0);
        assertThat(metric.standardError()).isEmpty();
    }

    @Test
    void withoutProblemsThereIsNoCurve() {
        assertThat(PassAtKCurve.of(List.of(), List.of(1, 2))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 1", "4, -1, 0, 1", "4, 0, -1, 1", "4, 3, 2, 1", "4, 1, 1, 0"})
    void impossibleCountsAreRefused(long n, long c, long undecided, long problems) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ProblemGroup(n, c, undecided, problems));
    }
}
