package org.passk.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passk.model.Outcome;

class MajorityCurveTest {
    private static final MetricOptions OPTIONS = new MetricOptions(List.of(1, 2, 4, 8), 0.95, 100, 1);

    /** Two right answers, one wrong, one none: of the six pairs one is right twice, two tie, two are right alone. */
    private static MajorityVotes mixed() {
        MajorityVotes votes = new MajorityVotes();
        votes.add("1", Outcome.CORRECT, 2);
        votes.add("7", Outcome.INCORRECT, 1);
        votes.add("", Outcome.NO_ANSWER, 1);
        return votes;
    }

    private static MajorityVotes mostlyWrong() {
        MajorityVotes votes = new MajorityVotes();
        votes.add("2", Outcome.CORRECT, 1);
        votes.add("7", Outcome.INCORRECT, 3);
        return votes;
    }

    private static List<Metric> rows(MajorityVotes... votes) {
        long[] n = new long[votes.length];
        List<double[][]> curves = new java.util.ArrayList<>();
        List<String> ids = new java.util.ArrayList<>();
        for (int i = 0; i < n.length; i++) {
            n[i] = votes[i].n();
            curves.add(votes[i].curve(OPTIONS, 1));
            ids.add("p" + i);
        }
        return MajorityCurve.of(new RunProblems(ids, n, Map.of()), curves, OPTIONS);
    }

    @Test
    void theMeanOverProblemsIsThatOfTheirSubsets() {
        List<Metric> rows = rows(mixed(), mostlyWrong());
        assertThat(rows).extracting(Metric::k).containsExactly(1L, 2L, 4L);
        assertThat(rows.get(0).estimate()).isCloseTo(3 / 8.0, within(1e-15));
        assertThat(rows.get(1).estimate()).isCloseTo(11 / 24.0, within(1e-15));
        assertThat(rows.get(2).estimate()).isCloseTo(1 / 2.0, within(1e-15));
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.flags()).isEmpty();
            assertThat(row.problems()).isEqualTo(2);
            assertThat(row.samples()).isEqualTo(8);
            assertThat(row.interval().orElseThrow().contains(row.estimate())).isTrue();
        });
    }

    @Test
    void undecidedAnswersVoteAndAreBoundedFromAbove() {
        MajorityVotes votes = new MajorityVotes();
        votes.add("x", Outcome.UNDECIDED, 3);
        votes.add("1", Outcome.CORRECT, 1);
        List<Metric> rows = rows(votes, mixed());
        assertThat(rows.get(2).estimate()).isEqualTo(0.5);
        assertThat(rows.get(2).upperUndecided()).isEqualTo(1);
    }

    @Test
    void answersOfSamplesThatRanIntoALimitDoNotVote() {
        MajorityVotes votes = new MajorityVotes();
        votes.add("5", Outcome.RESOURCE_LIMIT, 3);
        votes.add("1", Outcome.CORRECT, 1);
        assertThat(votes.n()).isEqualTo(4);
        assertThat(votes.curve(OPTIONS, 1)[2]).containsExactly(1, 1, 0);
    }

    @Test
    void problemsWithFewerSamplesAreLeftOutAndFlagged() {
        MajorityVotes one = new MajorityVotes();
        one.add("1", Outcome.CORRECT, 1);
        List<Metric> rows = rows(mixed(), one);
        assertThat(rows.get(0).flags()).isEmpty();
        assertThat(rows.get(1).flags()).containsExactlyInAnyOrder(Metric.SUBSET, "no_interval");
        assertThat(rows.get(1).problems()).isEqualTo(1);
    }

    @Test
    void theErrorOfRandomSubsetsIsAddedToThatOfTheProblems() {
        double[][] drawn = {{0.4, 0.4, 0.3}, {0.4, 0.4, 0.3}, {0.4, 0.4, 0.3}, {0.4, 0.4, 0.3}};
        double[][] exact = {{0.8, 0.8, 0}, {0.8, 0.8, 0}, {0.8, 0.8, 0}, {0.8, 0.8, 0}};
        List<Metric> rows = MajorityCurve.of(
                new RunProblems(List.of("a", "b"), new long[] {8, 8}, Map.of()), List.of(drawn, exact), OPTIONS);
        // s / √2 = 0.2 of the problems, 0.3 / 2 = 0.15 of the draws.
        assertThat(rows.get(0).standardError().orElseThrow()).isCloseTo(0.25, within(1e-15));
        assertThat(rows.get(0).flags()).containsExactly(MajorityCurve.MONTE_CARLO);
    }
}
