package org.passk.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntropyMeanTest {
    private static final RunProblems PROBLEMS = new RunProblems(List.of("a", "b", "c"), new long[] {4, 4, 4}, Map.of());

    @Test
    void everyProblemCountsAlikeWithATIntervalOverProblems() {
        Metric row = EntropyMean.of(PROBLEMS, new double[] {1, 2, 3}, new long[] {4, 4, 4}, 0.95)
                .orElseThrow();
        assertThat(row.estimate()).isEqualTo(2);
        // 1 / √3, and the table of t: 4.302653 for 2 degrees of freedom.
        assertThat(row.standardError().orElseThrow()).isCloseTo(0.5773502691896258, within(1e-15));
        assertThat(row.interval().orElseThrow().high())
                .isCloseTo(2 + 4.302652729911275 * 0.5773502691896258, within(1e-9));
        assertThat(row.flags()).isEmpty();
    }

    @Test
    void samplesWithoutEntropyAreFlagged() {
        Metric row = EntropyMean.of(PROBLEMS, new double[] {1, 2, 0}, new long[] {4, 3, 0}, 0.95)
                .orElseThrow();
        assertThat(row.estimate()).isEqualTo(1.5);
        assertThat(row.problems()).isEqualTo(2);
        assertThat(row.samples()).isEqualTo(7);
        assertThat(row.flags()).containsExactly(Metric.SUBSET);
    }

    @Test
    void aRunWithoutEntropiesHasNoRow() {
        assertThat(EntropyMean.of(PROBLEMS, new double[3], new long[3], 0.95)).isEmpty();
    }
}
