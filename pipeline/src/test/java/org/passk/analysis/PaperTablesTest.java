package org.passk.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tables of the paper (arXiv 2504.13837v2), from counts that {@code paper_counts.py} constructs at n = 256: printed
 * values are percentages with one decimal.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaperTablesTest {
    private static final String BASE = "Qwen2.5-7B";
    /** Half a unit of the last printed digit. */
    private static final double ROUNDING = 0.0005;

    private final Map<String, Counts> counts = new TreeMap<>();
    private final Map<String, double[]> printed = new TreeMap<>();

    @BeforeAll
    void read() throws IOException {
        for (String[] cells : rows("paper_counts.csv")) {
            String key = cells[0] + " " + cells[1];
            counts.computeIfAbsent(key, k -> Counts.none())
                    .problems(Long.parseLong(cells[4]), Long.parseLong(cells[5]), 0, Integer.parseInt(cells[6]));
            printed.put(key, new double[] {Double.parseDouble(cells[2]) / 100, Double.parseDouble(cells[3]) / 100});
        }
    }

    private static List<String[]> rows(String name) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(PaperTablesTest.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
            in.lines().skip(1).forEach(line -> rows.add(line.split(",")));
        }
        return rows;
    }

    private Metric gap(String model, String benchmark) {
        PairProblems problems = new PairProblems(
                counts.get(BASE + " " + benchmark).build(),
                counts.get(model + " " + benchmark).build());
        return Counts.whole(new SamplingEfficiencyGap().of(problems, Counts.options(1)), "delta_se").stream()
                .filter(row -> row.k() == problems.headlineK())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyCurveHasThePrintedEnds() {
        assertThat(counts).hasSize(30);
        counts.forEach((key, run) -> {
            List<Metric> curve = new PassAtKCurve()
                    .of(run.build(), Counts.options(1, 256)).stream()
                            .filter(row -> row.k() == 1 || row.k() == 256)
                            .toList();
            assertThat(curve.get(0).estimate()).as(key).isEqualTo(printed.get(key)[0], within(ROUNDING));
            assertThat(curve.get(curve.size() - 1).estimate()).as(key).isEqualTo(printed.get(key)[1], within(ROUNDING));
        });
    }

    @Test
    void everyGapIsTheDifferenceOfThePrintedValues() {
        int compared = 0;
        for (String key : counts.keySet()) {
            String[] words = key.split(" ");
            if (!words[0].equals(BASE)) {
                double expected = printed.get(BASE + " " + words[1])[1] - printed.get(key)[0];
                Metric gap = gap(words[0], words[1]);
                assertThat(gap.k()).isEqualTo(256);
                // Two roundings.
                assertThat(gap.estimate()).as(key).isEqualTo(expected, within(2 * ROUNDING));
                assertThat(gap.interval().orElseThrow().contains(gap.estimate()))
                        .isTrue();
                compared++;
            }
        }
        assertThat(compared).isEqualTo(27);
    }

    // Figure 8, above the columns.
    @ParameterizedTest
    @CsvSource({"Omni-MATH-Train, DAPO, 0.358", "Omni-MATH-Test, RLOO, 0.410", "MATH500, DAPO, 0.206"})
    void theSmallestGapOfEachColumnIsThePrintedOne(String benchmark, String algorithm, double smallest) {
        Map<String, Double> gaps = new TreeMap<>();
        for (String model : List.of("GRPO", "PPO", "ReMax", "RLOO", "Reinforce++", "DAPO")) {
            gaps.put(model, gap(model, benchmark).estimate());
        }
        assertThat(gaps.get(algorithm)).isEqualTo(smallest, within(ROUNDING));
        assertThat(gaps.values()).allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(gaps.get(algorithm)));
    }

    @ParameterizedTest
    @CsvSource({"4, 19, 4, 0, 7, 0.125", "5, 19, 4, 1, 26, 0.375"})
    void theSolvableSetsAreThoseOfTheTables(
            String table, long both, long baseOnly, long runOnly, long neither, double p) throws IOException {
        Counts base = Counts.none();
        Counts run = Counts.none();
        for (String[] cells : rows("paper_sets.csv")) {
            if (cells[0].equals(table)) {
                base.problems(1024, Long.parseLong(cells[2]), 0, 1);
                run.problems(1024, Long.parseLong(cells[3]), 0, 1);
            }
        }
        List<Metric> rows = new SolvableSets().of(new PairProblems(base.build(), run.build()), Counts.options(1));
        assertThat(List.of("both", "base_only", "run_only", "neither"))
                .extracting(set -> Counts.whole(rows, "solvable_" + set).get(0).problems())
                .containsExactly(both, baseOnly, runOnly, neither);
        assertThat(Counts.whole(rows, "mcnemar_p").get(0).estimate()).isEqualTo(p, within(1e-15));
    }
}
