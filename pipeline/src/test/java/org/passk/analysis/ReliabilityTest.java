package org.passk.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReliabilityTest {
    private static final double ULPS = 1e-15;

    private static Metric row(RunProblems problems, String name, long k, double x) {
        return new Reliability()
                .of(problems, Counts.options(1, 2, 4)).stream()
                        .filter(row -> row.name().equals(name)
                                && row.k() == k
                                && row.x().orElse(-1) == x)
                        .findFirst()
                        .orElseThrow();
    }

    // Two draws from four samples of which two are correct: none 1/6, one 4/6, both 1/6.
    @ParameterizedTest
    @CsvSource({
        "pass_hat_k, -1, 0.16666666666666667", "g_pass@k, 0.25, 0.83333333333333333",
                "g_pass@k, 0.5, 0.83333333333333333",
        "g_pass@k, 0.75, 0.16666666666666667", "g_pass@k, 1, 0.16666666666666667", "mg_pass@k, -1, 0.16666666666666667"
    })
    void aProblemHasTheChancesOfDrawingWithoutReplacement(String name, double x, double expected) {
        assertThat(row(Counts.equalN(4, 2), name, 2, x).estimate()).isEqualTo(expected, within(ULPS));
    }

    @Test
    void theMeanOverProblemsHasAnInterval() {
        Metric row = row(Counts.equalN(4, 0, 2, 4), "pass_hat_k", 2, -1);
        assertThat(row.estimate()).isEqualTo((0 + 1 / 6.0 + 1) / 3, within(ULPS));
        assertThat(row.interval().orElseThrow().contains(row.estimate())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0.05, 0.75", "0.1, 0.75", "0.25, 0.75", "0.5, 0.5", "0.75, 0.25", "1, 0.25"})
    void coverCountsTheProblemsThatReachAShare(double tau, double expected) {
        assertThat(row(Counts.equalN(4, 0, 1, 2, 4), "cover", 0, tau).estimate())
                .isEqualTo(expected);
    }

    @Test
    void undecidedSamplesRaiseTheUpperValueAlone() {
        Metric row = row(Counts.none().problems(4, 2, 2, 1).build(), "pass_hat_k", 2, -1);
        assertThat(row.estimate()).isEqualTo(1 / 6.0, within(ULPS));
        assertThat(row.upperUndecided()).isEqualTo(1);
    }

    @Test
    void problemsWithTooFewSamplesAreLeftOutAndOneDrawHasNoUpperHalf() {
        RunProblems problems =
                Counts.none().problems(2, 2, 0, 1).problems(4, 0, 0, 1).build();
        assertThat(row(problems, "pass_hat_k", 4, -1).flags()).contains("subset");
        assertThat(row(problems, "pass_hat_k", 2, -1).flags()).isEmpty();
        List<Metric> rows = new Reliability().of(problems, Counts.options(1));
        assertThat(rows).extracting(Metric::name).doesNotContain("mg_pass@k");
    }
}
