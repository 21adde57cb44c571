package org.passk.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passk.stats.interval.Target;
import org.passk.tally.Count;

class GuessFilterTest {
    private static final MetricOptions OPTIONS = new MetricOptions(List.of(1, 2), 0.95, 100, 1);
    private static final RunProblems PROBLEMS = new RunProblems(
            List.of("a", "b", "c", "d"), new long[] {4, 4, 4, 4}, Map.of(Count.CORRECT, new long[] {1, 2, 3, 4}));

    @Test
    void onlyProblemsThatAreSolvedAtTimesByGuessingAreRemoved() {
        // a never, b in 4 of 100, c in exactly 5 of 100, d not sampled.
        List<Metric> rows =
                GuessFilter.of(PROBLEMS, new long[] {100, 100, 100, 0}, new long[] {0, 4, 5, 0}, 0.05, OPTIONS);
        assertThat(rows.get(0).name()).isEqualTo("guessable");
        assertThat(rows.get(0).estimate()).isEqualTo(0.25);
        assertThat(rows.get(0).x().orElseThrow()).isEqualTo(1);
        assertThat(rows.get(0).flags()).containsExactly(Metric.SUBSET);
        Metric once = rows.stream()
                .filter(row -> row.k() == 1 && row.target() == Target.POPULATION)
                .findFirst()
                .orElseThrow();
        assertThat(once.slice()).isEqualTo("guess_filtered");
        assertThat(once.problems()).isEqualTo(3);
        assertThat(once.estimate()).isCloseTo(2 / 3.0, within(1e-15));
    }

    @Test
    void nothingIsLeftWhereEverythingCanBeGuessed() {
        long[] n = {100, 100, 100, 100};
        List<Metric> rows = GuessFilter.of(PROBLEMS, n, new long[] {1, 1, 1, 1}, 0.05, OPTIONS);
        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.estimate()).isEqualTo(1));
    }
}
