package org.passk.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.passk.tally.Count;

/** The curves of parts of the data, under other abscissas, other graders, and models. */
class CurveRelativesTest {
    private static final double ULPS = 1e-15;

    private static List<Metric> slice(List<Metric> rows, String slice) {
        return rows.stream().filter(row -> row.slice().equals(slice)).toList();
    }

    @Test
    void nothingIsExtrapolatedWhereNobodyAsksForMoreThanThereIs() {
        List<Metric> rows = new ModelExtrapolation().of(Counts.equalN(8, 0, 1, 2, 8), Counts.options(1, 8));
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.name()).isEqualTo("chao2_solvable");
            assertThat(row.flags()).containsExactly("model");
            // 7/8 · 1² / (2 · 1) = 0.4375 unseen ones beside the three that are solved, of four.
            assertThat(row.estimate()).isEqualTo(3.4375 / 4, within(ULPS));
        });
    }

    @Test
    void modelsStandSideBySideUpToTheirReach() {
        List<Metric> rows =
                new ModelExtrapolation().of(Counts.equalN(12, 0, 0, 1, 1, 2, 3, 5, 8, 12), Counts.options(1, 16));
        assertThat(slice(rows, "model=zero_inflated_beta_binomial"))
                .extracting(Metric::k)
                .containsExactly(16L, 32L, 64L);
        assertThat(slice(rows, "model=power_law")).extracting(Metric::k).containsExactly(16L, 32L, 64L);
        assertThat(slice(rows, "model=good_toulmin")).extracting(Metric::k).containsExactly(16L);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.flags()).contains("model");
            assertThat(row.interval()).isEmpty();
            // pass@12 of the counts is 7/9, which a fit need not go through.
            assertThat(row.estimate()).isBetween(0.7, 1.0);
        });
    }

    @Test
    void unequalNumbersOfSamplesLeaveTheModelsThatAllowThem() {
        RunProblems problems = Counts.none()
                .problems(8, 3, 0, 2)
                .problems(12, 1, 0, 2)
                .problems(12, 0, 0, 1)
                .build();
        assertThat(new ModelExtrapolation().of(problems, Counts.options(16)))
                .extracting(Metric::slice)
                .containsOnly("model=zero_inflated_beta_binomial", "model=power_law");
    }

    @Test
    void aChannelCountsWhatWasFoundInItAlone() {
        RunProblems problems = Counts.none()
                .problems(4, 3, 0, 1)
                .problems(4, 1, 0, 1)
                .with(Count.BOXED, 2L, 1L)
                .with(Count.LAST_NUMBER, 2L, 3L)
                .with(Count.CORRECT_BOXED, 2L, 0L)
                .with(Count.CORRECT_LAST_NUMBER, 1L, 1L)
                .build();
        List<Metric> rows = new ChannelCurves().of(problems, Counts.options(1, 2, 8));
        assertThat(rows).hasSize(4);
        assertThat(slice(rows, "channel=boxed").get(0).estimate()).isEqualTo(2 / 8.0, within(ULPS));
        // 1 − C(2, 2) / C(4, 2) for the first problem, 0 for the second.
        assertThat(slice(rows, "channel=boxed").get(1).estimate()).isEqualTo(5 / 12.0, within(ULPS));
        assertThat(slice(rows, "channel=last_number").get(0).estimate()).isEqualTo(2 / 8.0, within(ULPS));
    }

    @Test
    void oneChannelNeedsNoCurveOfItsOwn() {
        RunProblems problems = Counts.none()
                .problems(4, 3, 0, 1)
                .with(Count.BOXED, 4L)
                .with(Count.CORRECT_BOXED, 3L)
                .build();
        assertThat(new ChannelCurves().of(problems, Counts.options(1))).isEmpty();
    }

    @Test
    void theAbscissaOfTheTokenCurveIsWhatKSamplesCost() {
        RunProblems problems = Counts.none()
                .problems(4, 2, 0, 1)
                .problems(2, 1, 0, 1)
                .with(Count.WITH_TOKENS, 4L, 2L)
                .with(Count.TOKENS, 400L, 600L)
                .build();
        List<Metric> rows = new TokenCurve().of(problems, Counts.options(1, 2, 4));
        // Samples of the two problems have 100 and 300 tokens; at k = 4 the first problem is left.
        assertThat(rows).extracting(row -> row.x().orElseThrow()).containsExactly(200.0, 400.0, 400.0);
        assertThat(rows.get(0).estimate()).isEqualTo(0.5, within(ULPS));
        assertThat(rows.get(2).flags()).contains("subset");
    }

    @Test
    void oneSampleOfUnknownLengthTakesTheTokenCurveAway() {
        RunProblems problems = Counts.none()
                .problems(4, 2, 0, 1)
                .with(Count.WITH_TOKENS, 3L)
                .with(Count.TOKENS, 300L)
                .build();
        assertThat(new TokenCurve().of(problems, Counts.options(1))).isEmpty();
    }

    @Test
    void theConfusionTableFollowsFromTheCounts() {
        // Ten samples: both accept 4, we alone 2, they alone 1, both reject 3.
        RunProblems problems = Counts.none()
                .problems(10, 6, 0, 1)
                .with(Count.STORED, 10L)
                .with(Count.STORED_CORRECT, 5L)
                .with(Count.STORED_DISAGREES, 3L)
                .build();
        List<Metric> rows = new GraderComparison().of(problems, Counts.options(1, 2));
        assertThat(Counts.whole(rows, "stored_disagreement").get(0).estimate()).isEqualTo(0.3);
        assertThat(rows.stream()
                        .filter(row -> row.name().equals("stored_confusion"))
                        .map(row -> row.slice() + " " + row.samples() + " " + row.estimate()))
                .containsExactly("both_correct 4 0.4", "ours_only 2 0.2", "stored_only 1 0.1", "both_wrong 3 0.3");
        assertThat(slice(rows, "grader=stored").get(0).estimate()).isEqualTo(0.5, within(ULPS));
        List<Metric> differences = Counts.whole(rows, "pass@k_less_stored");
        assertThat(differences.get(0).estimate()).isEqualTo(0.1, within(ULPS));
        // C(5, 2) / C(10, 2) − C(4, 2) / C(10, 2) = (10 − 6) / 45.
        assertThat(differences.get(1).estimate()).isEqualTo(4 / 45.0, within(ULPS));
        assertThat(differences.get(0).samples()).isEqualTo(10);
    }

    @Test
    void aStoredVerdictForSomeSamplesGivesTheShareThatDiffersAndNoCurve() {
        RunProblems problems = Counts.none()
                .problems(10, 6, 0, 1)
                .with(Count.STORED, 4L)
                .with(Count.STORED_CORRECT, 2L)
                .with(Count.STORED_DISAGREES, 1L)
                .build();
        assertThat(new GraderComparison().of(problems, Counts.options(1)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.estimate()).isEqualTo(0.25);
                    assertThat(row.samples()).isEqualTo(4);
                });
        assertThat(new GraderComparison().of(Counts.equalN(4, 1), Counts.options(1)))
                .isEmpty();
    }

    @Test
    void theDecompositionIsThereOnlyWhereAllThreeAreAboutTheSameProblems() {
        PairProblems problems = new PairProblems(
                Counts.none().problems(8, 2, 0, 2).build(),
                Counts.none().problems(8, 2, 0, 1).problems(4, 2, 0, 1).build());
        List<Metric> rows = new SamplingEfficiencyGap().of(problems, Counts.options(4, 8));
        assertThat(Counts.whole(rows, "delta_se")).extracting(Metric::k).containsExactly(4L, 8L);
        assertThat(Counts.whole(rows, "coverage_loss")).extracting(Metric::k).containsExactly(4L);
        assertThat(Counts.whole(rows, "remaining_inefficiency"))
                .extracting(Metric::k)
                .containsExactly(4L);
    }

    @Test
    void theUpperValuesOfTheDecompositionAddUpToo() {
        PairProblems problems = new PairProblems(
                Counts.none().problems(8, 2, 3, 1).build(),
                Counts.none().problems(8, 4, 2, 1).build());
        List<Metric> rows = new SamplingEfficiencyGap().of(problems, Counts.options(2));
        double gap = Counts.whole(rows, "delta_se").get(0).upperUndecided();
        double loss = Counts.whole(rows, "coverage_loss").get(0).upperUndecided();
        double rest = Counts.whole(rows, "remaining_inefficiency").get(0).upperUndecided();
        assertThat(loss + rest).isEqualTo(gap, within(ULPS));
        assertThat(loss)
                .isGreaterThan(Counts.whole(rows, "coverage_loss").get(0).estimate());
    }
}
