package org.passk.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passk.stats.interval.Target;
import org.passk.tally.Count;

class PassAtKCurveTest {
    private static final double ULPS = 1e-15;

    private static List<Metric> curve(RunProblems problems, Target target, Integer... ks) {
        return new PassAtKCurve()
                .of(problems, Counts.options(ks)).stream()
                        .filter(row -> row.target() == target)
                        .toList();
    }

    private static List<Metric> curve(RunProblems problems, Integer... ks) {
        return curve(problems, Target.POPULATION, ks);
    }

    @Test
    void itIsTheMeanOverTheProblemsWithTheirStandardError() {
        // Three problems with 2 of 4, one with 0 of 4. pass@1: 1/2, 1/2, 1/2, 0; pass@2: 5/6, 5/6, 5/6, 0.
        List<Metric> curve = curve(Counts.equalN(4, 0, 2, 2, 2), 1, 2);
        assertThat(curve).hasSize(2);
        Metric first = curve.get(0);
        assertThat(first.name()).isEqualTo("pass@k");
        assertThat(first.slice()).isEmpty();
        assertThat(first.k()).isEqualTo(1);
        assertThat(first.estimate()).isEqualTo(3 / 8.0, within(ULPS));
        // s² = (3 · (1/8)² + (3/8)²) / 3 = 1/16, and s / √4 = 1/8.
        assertThat(first.standardError()).hasValueCloseTo(1 / 8.0, within(ULPS));
        assertThat(first.problems()).isEqualTo(4);
        assertThat(first.samples()).isEqualTo(16);
        assertThat(first.minN()).isEqualTo(4);
        assertThat(first.flags()).isEmpty();
        assertThat(curve.get(1).estimate()).isEqualTo(5 / 8.0, within(ULPS));
    }

    @Test
    void aKAboveEveryNIsAbsent() {
        List<Metric> curve = curve(Counts.equalN(4, 1, 1), 1, 4, 5, 1024);
        assertThat(curve).extracting(Metric::k).containsExactly(1L, 4L);
        assertThat(curve.get(1).estimate()).isEqualTo(1);
    }

    @Test
    void aKThatLeavesOutProblemsIsFlaggedAndTellsHowManyAreLeft() {
        RunProblems problems =
                Counts.none().problems(2, 2, 0, 5).problems(8, 1, 0, 3).build();
        Metric subset = curve(problems, 4).get(0);
        assertThat(subset.flags()).containsExactly("subset");
        assertThat(subset.problems()).isEqualTo(3);
        assertThat(subset.samples()).isEqualTo(24);
        assertThat(subset.minN()).isEqualTo(8);
        // 1 − C(7, 4) / C(8, 4) = 1 − 35/70.
        assertThat(subset.estimate()).isEqualTo(0.5, within(ULPS));
        assertThat(curve(problems, 2).get(0).flags()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 0.25, 0.75", "2, 0.5, 1"})
    void undecidedSamplesCountForTheUpperEstimateAlone(int k, double estimate, double upper) {
        Metric metric = curve(Counts.none().problems(4, 1, 2, 1).build(), k).get(0);
        assertThat(metric.estimate()).isEqualTo(estimate, within(ULPS));
        assertThat(metric.upperUndecided()).isEqualTo(upper, within(ULPS));
    }

    @Test
    void oneProblemHasNeitherStandardErrorNorIntervalOverProblems() {
        Metric metric = curve(Counts.equalN(4, 1), 1).get(0);
        assertThat(metric.standardError()).isEmpty();
        assertThat(metric.interval()).isEmpty();
        assertThat(metric.flags()).containsExactly("no_interval");
    }

    @Test
    void bothTargetsHaveAnIntervalAroundTheEstimate() {
        RunProblems problems = Counts.equalN(16, 0, 1, 2, 5, 8, 12, 16);
        for (Target target : Target.values()) {
            assertThat(curve(problems, target, 1, 8)).hasSize(2).allSatisfy(row -> {
                assertThat(row.interval().orElseThrow().contains(row.estimate()))
                        .isTrue();
                assertThat(row.interval().orElseThrow().level()).isEqualTo(0.95);
            });
        }
    }

    @Test
    void theRowAboutTheseProblemsIsAbsentWhereTwiceKIsAboveN() {
        assertThat(curve(Counts.equalN(16, 1, 2, 3), Target.BENCHMARK, 8, 9, 16))
                .extracting(Metric::k)
                .containsExactly(8L);
    }

    @Test
    void withoutProblemsThereIsNoCurve() {
        assertThat(curve(Counts.none().build(), 1, 2)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "4, -1, 0", "4, 0, -1", "4, 3, 2"})
    void impossibleCountsAreRefused(long n, long c, long undecided) {
        Counts counts = Counts.none().problems(n, c, undecided, 1);
        assertThatIllegalArgumentException().isThrownBy(counts::build);
    }

    @Test
    void everyProblemHasAnIdAndEveryCount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RunProblems(List.of("a"), new long[] {1, 1}, Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new RunProblems(List.of("a"), new long[] {1}, Map.of(Count.CORRECT, new long[] {1, 1})));
    }
}
