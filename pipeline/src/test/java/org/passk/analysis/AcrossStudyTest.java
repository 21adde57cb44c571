package org.passk.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passk.stats.interval.DifferenceInterval;
import org.passk.tally.Count;

/** Expected numbers of pooled intervals and trends are by scipy 1.17.1 and numpy, from their formulas. */
class AcrossStudyTest {
    private static StudyRow row(
            String metric, String run, String benchmark, long k, double estimate, double error, long problems) {
        return new StudyRow(
                metric,
                run,
                "",
                benchmark,
                "",
                k,
                OptionalDouble.empty(),
                estimate,
                estimate,
                OptionalDouble.of(error),
                OptionalDouble.of(estimate),
                OptionalDouble.of(estimate),
                0.95,
                "t",
                "population",
                problems,
                problems * 8,
                8,
                8,
                "");
    }

    private static StudyRun run(String id, String base, String algorithm, long step) {
        return new StudyRun(id, id, id, base.isEmpty() ? "base" : "rl", base, algorithm, step, "T=0.6");
    }

    @Test
    void pooledValuesWeighBenchmarksOrProblemsEqually() {
        List<StudyRow> pooled = PooledCurve.of(
                List.of(row("pass@k", "r", "aime", 1, 0.4, 0.05, 30), row("pass@k", "r", "math", 1, 0.8, 0.02, 500)),
                0.95);
        assertThat(pooled).extracting(StudyRow::slice).containsExactly("weights=benchmarks", "weights=problems");
        assertThat(pooled).allSatisfy(r -> {
            assertThat(r.benchmark()).isEqualTo("pooled");
            assertThat(r.problems()).isEqualTo(530);
        });
        assertThat(pooled.get(0).estimate()).isCloseTo(0.6, within(1e-15));
        assertThat(pooled.get(0).standardError().getAsDouble()).isCloseTo(0.026925824035672525, within(1e-15));
        assertThat(pooled.get(0).low().getAsDouble()).isCloseTo(0.5455357905291219, within(1e-12));
        assertThat(pooled.get(0).high().getAsDouble()).isCloseTo(0.6544642094708782, within(1e-12));
        assertThat(pooled.get(1).estimate()).isCloseTo(0.7773584905660378, within(1e-15));
        assertThat(pooled.get(1).low().getAsDouble()).isCloseTo(0.7398766100716727, within(1e-12));
    }

    @Test
    void aKThatABenchmarkLacksIsNotPooled() {
        List<StudyRow> rows = new ArrayList<>(List.of(
                row("pass@k", "r", "aime", 1, 0.4, 0.05, 30),
                row("pass@k", "r", "math", 1, 0.8, 0.02, 500),
                row("pass@k", "r", "math", 2, 0.9, 0.02, 500)));
        rows.add(new StudyRow(
                "pass@k",
                "r",
                "",
                "aime",
                "",
                2,
                OptionalDouble.empty(),
                0.5,
                0.5,
                OptionalDouble.of(0.1),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Double.NaN,
                "",
                "population",
                10,
                80,
                2,
                8,
                "subset"));
        assertThat(PooledCurve.of(rows, 0.95)).extracting(StudyRow::k).containsExactly(1L, 1L);
    }

    private static List<StudyRun> training() {
        return List.of(
                run("base", "", "", -1),
                run("rl150", "base", "GRPO", 150),
                run("rl300", "base", "GRPO", 300),
                run("rl450", "base", "GRPO", 450),
                run("ppo", "base", "PPO", 150));
    }

    private static List<StudyRow> trainingRows() {
        List<StudyRow> rows = new ArrayList<>();
        for (StudyRun run : training()) {
            rows.add(row("pass@k", run.runId(), "math", 1, 0.3, 0.02, 100));
            rows.add(row("pass@k", run.runId(), "math", 512, 0.9, 0.02, 100));
        }
        rows.add(row("pass@k", "base", "math", 8, 0.7, 0.02, 100));
        rows.add(row("pass@k", "rl150", "math", 8, 0.6, 0.02, 100));
        rows.add(row("pass@k", "rl300", "math", 8, 0.66, 0.03, 100));
        rows.add(row("pass@k", "rl450", "math", 8, 0.65, 0.025, 100));
        rows.add(row("pass@k", "ppo", "math", 8, 0.5, 0.025, 100));
        rows.add(row("delta_se", "ppo", "math", 8, 0.4, 0.03, 100));
        return rows;
    }

    @Test
    void aTableHasOneKForAllItsRuns() {
        List<StudyTable> tables = StudyTable.of(training(), trainingRows());
        assertThat(tables).hasSize(1);
        StudyTable table = tables.get(0);
        assertThat(table.k()).isEqualTo(8);
        assertThat(table.runs()).extracting(StudyRun::runId).containsExactly("base", "rl150", "rl300", "rl450", "ppo");
        List<StudyRow> cells = table.rows(trainingRows());
        assertThat(cells).hasSize(11);
        assertThat(cells.get(10).metric()).isEqualTo("table_delta_se");
        assertThat(cells.get(10).slice()).isEqualTo("family=base algorithm=PPO step=150");
    }

    @Test
    void runsThatAreSampledOtherwiseAreNotInOneTable() {
        StudyRun hot = new StudyRun("ppo", "ppo", "ppo", "rl", "base", "PPO", 150, "T=1.0");
        List<StudyRun> runs = List.of(run("base", "", "", -1), hot);
        assertThat(StudyTable.of(runs, trainingRows())).isEmpty();
    }

    @Test
    void theTrendIsTheWeightedLineThroughTheSteps() {
        StudyTable table = StudyTable.of(training(), trainingRows()).get(0);
        List<StudyRow> trends = CoverageTrend.of(table, table.rows(trainingRows()), 0.95);
        StudyRow slope = trends.stream()
                .filter(r -> r.metric().equals("trend_pass@k") && r.k() == 8)
                .findFirst()
                .orElseThrow();
        assertThat(slope.slice()).isEqualTo("family=base algorithm=GRPO steps=3");
        assertThat(slope.estimate()).isCloseTo(0.01780180180180182, within(1e-14));
        assertThat(slope.standardError().getAsDouble()).isCloseTo(0.010925755300465162, within(1e-14));
        assertThat(slope.low().getAsDouble()).isCloseTo(-0.1210230819432544, within(1e-10));
        assertThat(slope.high().getAsDouble()).isCloseTo(0.15662668554685805, within(1e-10));
        StudyRow tau = trends.stream()
                .filter(r -> r.metric().equals("trend_tau") && r.k() == 8)
                .findFirst()
                .orElseThrow();
        assertThat(tau.estimate()).isCloseTo(1.0 / 3, within(1e-15));
    }

    private static RunProblems counts(int problems, int shift) {
        List<String> ids =
                IntStream.range(0, problems).mapToObj("p%03d"::formatted).toList();
        long[] n = new long[problems];
        long[] c = new long[problems];
        for (int i = 0; i < problems; i++) {
            n[i] = 8;
            c[i] = (i * 5L + shift * (i % 3L)) % 9;
        }
        return new RunProblems(ids, n, Map.of(Count.CORRECT, c));
    }

    @Test
    void everyPairOfATableIsInOneNamedFamily() {
        StudyTable table = StudyTable.of(training(), trainingRows()).get(0);
        List<StudyRow> rows =
                PairwiseDifferences.of(table, id -> counts(100, id.equals("ppo") ? 3 : id.length()), 0.95);
        assertThat(rows).hasSize(2 * 10 * 2);
        assertThat(rows).allSatisfy(r -> assertThat(r.slice()).isEqualTo("family=base size=20"));
        List<StudyRow> adjusted =
                rows.stream().filter(r -> r.metric().equals("pairwise_p_holm")).toList();
        assertThat(adjusted).allSatisfy(r -> assertThat(r.estimate()).isBetween(0.0, 1.0));
        // Three runs have the same counts: nothing differs there.
        assertThat(adjusted.stream().filter(r -> r.estimate() == 1).count()).isGreaterThanOrEqualTo(6);
    }

    @Test
    void thePValueIsTheLevelAtWhichTheIntervalReachesZero() {
        double[] differences =
                IntStream.range(0, 40).mapToDouble(i -> (i * 7 % 11 - 4) / 20.0).toArray();
        double p = PairwiseDifferences.pValue(differences);
        assertThat(DifferenceInterval.of(differences, 1 - p).low()).isCloseTo(0, within(1e-9));
        assertThat(PairwiseDifferences.pValue(0.1, -0.1)).isEqualTo(1);
    }

    private static RunProblems some(String... ids) {
        long[] n = new long[ids.length];
        Arrays.fill(n, 4);
        return new RunProblems(List.of(ids), n, Map.of());
    }

    @Test
    void commonProblemsAreThoseOfBothRuns() {
        PairProblems pair = PairProblems.common(some("a", "c", "d", "f"), some("b", "c", "f", "g"));
        assertThat(pair.run().ids()).containsExactly("c", "f");
        assertThat(PairProblems.common(some("a"), some("b")).size()).isZero();
    }
}
