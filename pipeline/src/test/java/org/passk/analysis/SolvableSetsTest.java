package org.passk.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SolvableSetsTest {
    private static Metric whole(List<Metric> rows, String name) {
        return Counts.whole(rows, name).get(0);
    }

    @Test
    void oneCorrectSampleAmongAHundredThousandIsASolvedProblem() {
        RunProblems base = Counts.equalN(100_000, 1, 0, 5, 0, 1);
        RunProblems run = Counts.equalN(100_000, 0, 1, 5, 0, 0);
        List<Metric> rows = new SolvableSets().of(new PairProblems(base, run), Counts.options(1));
        assertThat(whole(rows, "solvable_both").problems()).isEqualTo(1);
        assertThat(whole(rows, "solvable_base_only").problems()).isEqualTo(2);
        assertThat(whole(rows, "solvable_base_only").estimate()).isEqualTo(0.4);
        assertThat(whole(rows, "solvable_run_only").problems()).isEqualTo(1);
        assertThat(whole(rows, "solvable_neither").problems()).isEqualTo(1);
        // Of three problems with a difference, one on the rarer side: 2 (1 + 3) / 8.
        assertThat(whole(rows, "mcnemar_p").estimate()).isEqualTo(1);
        assertThat(rows)
                .filteredOn(row -> row.name().equals("problem_lost"))
                .extracting(Metric::slice)
                .containsExactly("problem=p0000", "problem=p0004");
        assertThat(rows)
                .filteredOn(row -> row.name().equals("problem_gained"))
                .extracting(Metric::slice)
                .containsExactly("problem=p0001");
    }

    @Test
    void noMoreThanTwentyProblemsOfAKindAreListedTheSurestFirst() {
        Counts base = Counts.none();
        Counts run = Counts.none();
        for (int i = 1; i <= 30; i++) {
            base.problems(32, i, 0, 1);
            run.problems(32, 0, 0, 1);
        }
        List<Metric> rows = new SolvableSets()
                .of(new PairProblems(base.build(), run.build()), Counts.options(1)).stream()
                        .filter(row -> row.name().equals("problem_lost"))
                        .toList();
        assertThat(rows).hasSize(20);
        assertThat(rows.get(0).slice()).isEqualTo("problem=p0029");
        assertThat(rows.get(0).samples()).isEqualTo(64);
        assertThat(rows).extracting(Metric::estimate).isSorted();
    }

    @Test
    void aProblemThatLostItsOnlyCorrectSampleIsNotALostProblem() {
        PairProblems problems = new PairProblems(Counts.equalN(1024, 1, 512, 0), Counts.equalN(1024, 0, 0, 0));
        List<ProblemComparison> compared = ProblemComparison.of(problems);
        ProblemComparison noise = compared.get(0);
        assertThat(noise.set()).isEqualTo(SolvableSet.BASE_ONLY);
        assertThat(noise.pValue()).isEqualTo(1, within(1e-12));
        // 1 − 0.05^(1/1024).
        assertThat(noise.upperBound()).hasValueCloseTo(0.002921, within(1e-6));
        ProblemComparison lost = compared.get(1);
        assertThat(lost.pValue()).isLessThan(1e-100);
        assertThat(lost.qValue()).isEqualTo(3 * lost.pValue(), within(1e-110));
        assertThat(compared.get(2).set()).isEqualTo(SolvableSet.NEITHER);
    }

    @Test
    void aSolvedProblemHasNoUpperBoundForNoCorrectSample() {
        PairProblems problems = new PairProblems(Counts.equalN(4, 0), Counts.equalN(4, 1));
        ProblemComparison gained = ProblemComparison.of(problems).get(0);
        assertThat(gained.upperBound()).isEmpty();
        assertThat(gained.set().label()).isEqualTo("run_only");
        assertThat(gained.set().metric()).isEqualTo("solvable_run_only");
    }

    @ParameterizedTest
    @CsvSource({
        "30, 0, 0",
        "30, 1, '(0, 0.1]'",
        "30, 3, '(0, 0.1]'",
        "30, 4, '(0.1, 0.2]'",
        "1000, 100, '(0, 0.1]'",
        "1000, 101, '(0.1, 0.2]'",
        "10, 9, '(0.8, 0.9]'",
        "1000, 901, '(0.9, 1)'",
        "1000, 999, '(0.9, 1)'",
        "1000, 1000, 1",
        "1, 1, 1",
        "3, 1, '(0.3, 0.4]'"
    })
    void aProblemLiesInTheBinOfItsExactAccuracy(long n, long c, String bin) {
        assertThat(new AccuracyHistogram().of(Counts.equalN(n, c), Counts.options(1)))
                .filteredOn(row -> row.estimate() == 1)
                .singleElement()
                .satisfies(row -> assertThat(row.slice()).isEqualTo(bin));
    }

    @Test
    void theHistogramHasAllBinsAndAddsUp() {
        List<Metric> rows = new AccuracyHistogram().of(Counts.equalN(10, 0, 0, 1, 5, 10), Counts.options(1));
        assertThat(rows).extracting(Metric::slice).isEqualTo(AccuracyHistogram.bins());
        assertThat(rows).hasSize(12);
        assertThat(rows.get(0).problems()).isEqualTo(2);
        assertThat(rows.stream().mapToDouble(Metric::estimate).sum()).isEqualTo(1, within(1e-15));
    }

    @Test
    void theMigrationMatrixSaysWhereProblemsWent() {
        PairProblems problems = new PairProblems(Counts.equalN(10, 0, 0, 5, 5), Counts.equalN(4, 0, 4, 4, 4));
        List<Metric> rows = new AccuracyMigration().of(problems, Counts.options(1));
        assertThat(rows).extracting(Metric::slice).containsExactly("0 -> 0", "0 -> 1", "(0.4, 0.5] -> 1");
        assertThat(rows).extracting(Metric::estimate).containsExactly(0.25, 0.25, 0.5);
        assertThat(rows).extracting(Metric::problems).containsExactly(1L, 1L, 2L);
    }
}
