package org.passk.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Two runs of five problems with n = 256; the expected values are exact fractions from Python, to twelve digits. */
class WorkedExampleTest {
    private static final double DIGITS = 1e-12;

    private final PairProblems problems =
            new PairProblems(Counts.equalN(256, 0, 1, 4, 60, 200), Counts.equalN(256, 0, 0, 30, 180, 256));

    private static Metric at(List<Metric> rows, String name, long k) {
        return Counts.whole(rows, name).stream()
                .filter(row -> row.k() == k)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theGapHasItsPairedStandardError() {
        List<Metric> rows = new SamplingEfficiencyGap().of(problems, Counts.options(1, 71, 256));
        Metric gap = at(rows, "delta_se", 256);
        assertThat(gap.flags()).containsExactly("headline");
        assertThat(gap.estimate()).isEqualTo(0.4359375, within(DIGITS));
        assertThat(gap.standardError()).hasValueCloseTo(0.214159421489, within(DIGITS));
        assertThat(gap.interval().orElseThrow().contains(0.4359375)).isTrue();
    }

    @Test
    void lostCoverageAndRemainingInefficiencyAddUpToTheGap() {
        List<Metric> rows = new SamplingEfficiencyGap().of(problems, Counts.options(1, 71, 256));
        for (long k : List.of(1L, 71L, 256L)) {
            assertThat(at(rows, "coverage_loss", k).estimate()
                            + at(rows, "remaining_inefficiency", k).estimate())
                    .isEqualTo(at(rows, "delta_se", k).estimate(), within(1e-15));
        }
        // base@256 = 4/5 and RL@256 = 3/5; RL@1 = 0.3640625.
        assertThat(at(rows, "coverage_loss", 256).estimate()).isEqualTo(0.2, within(DIGITS));
        assertThat(at(rows, "remaining_inefficiency", 256).estimate()).isEqualTo(0.6 - 0.3640625, within(DIGITS));
        assertThat(at(rows, "remaining_inefficiency", 1).estimate()).isZero();
    }

    @Test
    void theCurvesCrossAt71() {
        List<Metric> rows = new CrossoverPoint(new Bootstraps()).of(problems, Counts.options(1));
        assertThat(at(rows, "crossover_k", 256).estimate()).isEqualTo(71);
        assertThat(at(rows, "crossover_sign_changes", 256).estimate()).isEqualTo(1);
        // At k = n the base solves whatever the other one solves, in every draw of problems.
        assertThat(at(rows, "crossover_none", 256).flags()).containsExactly("crosses");
        List<Metric> curve = new PassAtKCurve().of(problems.base(), Counts.options(71));
        assertThat(curve.get(0).estimate()).isEqualTo(0.601417263596, within(DIGITS));
        curve = new PassAtKCurve().of(problems.run(), Counts.options(71));
        assertThat(curve.get(0).estimate()).isEqualTo(0.599994287874, within(DIGITS));
    }

    @Test
    void theDifferenceOfTheCurvesChangesItsSignThere() {
        List<Metric> rows =
                new PassAtKDifference(new Bootstraps(), true).of(problems, Counts.options(70, 71, 256, 512));
        assertThat(Counts.whole(rows, "pass@k_difference"))
                .extracting(Metric::k)
                .containsExactly(70L, 71L, 256L);
        assertThat(at(rows, "pass@k_difference", 70).estimate()).isPositive();
        assertThat(at(rows, "pass@k_difference", 71).estimate())
                .isEqualTo(0.599994287874 - 0.601417263596, within(2 * DIGITS));
        assertThat(at(rows, "pass@k_difference", 256).flags()).containsExactly("headline");
    }
}
