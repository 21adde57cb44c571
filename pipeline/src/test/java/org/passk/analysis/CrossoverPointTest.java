package org.passk.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CrossoverPointTest {
    private static final int PROBLEMS = 40;

    private static List<Metric> rows(RunProblems base, RunProblems run) {
        return new CrossoverPoint(new Bootstraps()).of(new PairProblems(base, run), Counts.options(1));
    }

    private static Optional<Metric> row(List<Metric> rows, String name) {
        return Counts.whole(rows, name).stream().findFirst();
    }

    /** So many problems of forty with every sample correct, the others with none. */
    private static RunProblems solved(int number) {
        return Counts.equalN(
                16, LongStream.range(0, PROBLEMS).map(i -> i < number ? 16 : 0).toArray());
    }

    private static RunProblems each(long c) {
        return Counts.equalN(16, LongStream.range(0, PROBLEMS).map(i -> c).toArray());
    }

    @Test
    void aBaseThatSolvesEverythingAtLastCrossesARunThatSolvesHalf() {
        // pass@k of the base is k/16, of the run 1/2.
        List<Metric> rows = rows(each(1), solved(20));
        Metric start = row(rows, "crossover_k").orElseThrow();
        assertThat(start.estimate()).isEqualTo(8);
        assertThat(start.k()).isEqualTo(16);
        assertThat(start.interval().orElseThrow().contains(8)).isTrue();
        assertThat(start.interval().orElseThrow().low()).isLessThan(8);
        Metric none = row(rows, "crossover_none").orElseThrow();
        assertThat(none.estimate()).isZero();
        assertThat(none.flags()).containsExactly("crosses");
        assertThat(row(rows, "crossover_sign_changes").orElseThrow().estimate()).isEqualTo(1);
    }

    @Test
    void aBaseThatSolvesNothingDoesNotCross() {
        List<Metric> rows = rows(each(0), solved(20));
        assertThat(row(rows, "crossover_k")).isEmpty();
        assertThat(rows).extracting(Metric::slice).containsOnly("");
        Metric none = row(rows, "crossover_none").orElseThrow();
        assertThat(none.estimate()).isEqualTo(1);
        assertThat(none.flags()).containsExactly("does_not_cross");
        assertThat(row(rows, "crossover_sign_changes").orElseThrow().estimate()).isZero();
    }

    @Test
    void aCrossingThatOtherProblemsMightNotHaveIsUndecidedAndUnbounded() {
        // At k = 16 the base solves 21 problems and the run 20, of which 19 are the same.
        RunProblems base = Counts.equalN(
                16, LongStream.range(0, PROBLEMS).map(i -> i < 21 ? 1 : 0).toArray());
        RunProblems run = Counts.equalN(
                16,
                LongStream.range(0, PROBLEMS)
                        .map(i -> i < 19 || i == 30 ? 16 : 0)
                        .toArray());
        List<Metric> rows = rows(base, run);
        Metric start = row(rows, "crossover_k").orElseThrow();
        // 21 k / 16 reaches 20 at k = 16 for the first time (15: 19.7).
        assertThat(start.estimate()).isEqualTo(16);
        assertThat(start.flags()).containsExactly("unbounded");
        assertThat(start.interval()).isEmpty();
        assertThat(row(rows, "crossover_none").orElseThrow().flags()).containsExactly("undecided");
        assertThat(rows)
                .filteredOn(row -> row.slice().equals("low"))
                .singleElement()
                .satisfies(row -> assertThat(row.estimate()).isLessThanOrEqualTo(16));
    }

    @Test
    void aBaseThatIsNeverBehindHasNotCrossed() {
        List<Metric> rows = rows(solved(30), solved(20));
        assertThat(row(rows, "crossover_k").orElseThrow().estimate()).isEqualTo(1);
        assertThat(row(rows, "crossover_none").orElseThrow().flags()).contains("never_behind");
    }
}
