package org.passk.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passk.tally.Count;

class NullCurveTest {
    private static final MetricOptions OPTIONS = new MetricOptions(List.of(1, 2, 8), 0.95, 100, 1);
    private static final RunProblems PROBLEMS =
            new RunProblems(List.of("a", "b"), new long[] {4, 4}, Map.of(Count.CORRECT, new long[] {2, 0}));

    private static Metric row(String name, String slice, long k) {
        return NullCurve.of(PROBLEMS, List.of(new long[] {0, 2}, new long[] {1, 1}), 2, OPTIONS).stream()
                .filter(row -> row.name().equals(name) && row.slice().equals(slice) && row.k() == k)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theNullCurveIsTheMeanOverExchanges() {
        // k = 1: a 0 and 1/2, b 1/4 twice. k = 2: a 0 and 5/6, b 1/2 twice.
        assertThat(row("pass@k", "null", 1).estimate()).isCloseTo(0.25, within(1e-15));
        assertThat(row("pass@k", "null", 2).estimate()).isCloseTo(11 / 24.0, within(1e-15));
        // Of the exchanges 1/8 and 3/8; 1/4 and 2/3.
        assertThat(row(NullCurve.SPREAD, "", 1).estimate()).isCloseTo(0.25 / Math.sqrt(2), within(1e-15));
        assertThat(row(NullCurve.SPREAD, "", 2).estimate()).isCloseTo(5 / 12.0 / Math.sqrt(2), within(1e-15));
    }

    @Test
    void coverageIsAdjustedAsAgreementIs() {
        // pass@1 = 1/4, pass@2 = 5/12.
        assertThat(row(NullCurve.ADJUSTED, "", 1).estimate()).isCloseTo(0, within(1e-15));
        assertThat(row(NullCurve.ADJUSTED, "", 2).estimate())
                .isCloseTo((5 / 12.0 - 11 / 24.0) / (13 / 24.0), within(1e-14));
        // d = (p − 1/4)/(3/4) − (q − 1/4)/(3/4): 1/3 and −1/3; s / √2 = 1/3.
        assertThat(row(NullCurve.ADJUSTED, "", 1).standardError().orElseThrow()).isCloseTo(1 / 3.0, within(1e-14));
    }

    @Test
    void chanceThatSolvesEverythingLeavesNothingToAdjust() {
        List<Metric> rows = NullCurve.of(PROBLEMS, List.of(new long[] {4}, new long[] {4}), 2, OPTIONS);
        assertThat(rows).extracting(Metric::name).containsOnly("pass@k");
    }

    @Test
    void problemsWithoutReferencesFlagTheCurve() {
        List<Metric> rows = NullCurve.of(PROBLEMS, List.of(new long[] {0, 2}, new long[] {1, 1}), 3, OPTIONS);
        assertThat(rows).isNotEmpty().allMatch(row -> row.flags().contains(Metric.SUBSET));
    }

    @Test
    void noProblemKeepsItsReferenceAndEachGoesToOne() {
        for (int size = 2; size < 40; size++) {
            int[] exchange = NullExchange.of(size, 3, size);
            assertThat(exchange)
                    .containsExactlyInAnyOrder(IntStream.range(0, size).toArray());
            assertThat(IntStream.range(0, size).filter(i -> exchange[i] == i)).isEmpty();
        }
        assertThat(NullExchange.of(30, 1)).isEqualTo(NullExchange.of(30, 1)).isNotEqualTo(NullExchange.of(30, 2));
    }
}
