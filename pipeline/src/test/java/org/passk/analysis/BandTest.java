package org.passk.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.passk.stats.interval.Flag;
import org.passk.stats.interval.Interval;
import org.passk.stats.interval.Method;

class BandTest {
    private final RunProblems problems = Counts.equalN(16, 0, 0, 1, 2, 4, 8, 12, 15, 16, 16);

    @Test
    void everyKThatAllProblemsAllowHasAnIntervalOfTheBand() {
        List<Metric> rows = new PassAtKBand(new Bootstraps()).of(problems, Counts.options(1, 4, 16, 32));
        assertThat(rows).extracting(Metric::k).containsExactly(1L, 4L, 16L);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.name()).isEqualTo("pass@k");
            assertThat(row.slice()).isEqualTo("band");
            Interval interval = row.interval().orElseThrow();
            assertThat(interval.method()).isEqualTo(Method.BOOTSTRAP_BAND);
            assertThat(interval.flags()).containsExactly(Flag.SIMULTANEOUS);
            assertThat(interval.contains(row.estimate())).isTrue();
            assertThat(row.flags()).containsExactly("simultaneous");
        });
    }

    @Test
    void sharedDrawsGiveTheSameBitsAsFreshOnes() {
        Bootstraps shared = new Bootstraps();
        MetricOptions options = Counts.options(1, 2, 16);
        new PassAtKBand(shared).of(Counts.equalN(4, 1, 2, 3), options);
        List<Metric> first = new PassAtKBand(shared).of(problems, options);
        assertThat(new PassAtKBand(shared).of(problems, options)).isEqualTo(first);
        assertThat(new PassAtKBand(new Bootstraps()).of(problems, options)).isEqualTo(first);
    }

    @Test
    void anotherSeedGivesOtherLimits() {
        MetricOptions other = new MetricOptions(List.of(1), 0.95, 200, 8);
        assertThat(new PassAtKBand(new Bootstraps()).of(problems, other))
                .isNotEqualTo(new PassAtKBand(new Bootstraps()).of(problems, Counts.options(1)));
    }

    @Test
    void drawsThatDoNotFitIntoMemoryAreNotMade() {
        MetricOptions many = new MetricOptions(List.of(1), 0.95, 1_000_000, 1);
        Bootstraps bootstraps = new Bootstraps();
        assertThat(bootstraps.of(34, many)).isEmpty();
        assertThat(bootstraps.of(0, Counts.options(1))).isEmpty();
        assertThat(bootstraps.of(40_000, Counts.options(1))).isEmpty();
        assertThat(new PassAtKBand(bootstraps)
                        .of(Counts.none().problems(1, 0, 0, 34).build(), many))
                .isEmpty();
    }

    @Test
    void drawsAreKeptUntilOthersNeedTheirPlace() {
        MetricOptions options = new MetricOptions(List.of(1), 0.95, 20_000, 1);
        Bootstraps bootstraps = new Bootstraps();
        var first = bootstraps.of(800, options).orElseThrow();
        assertThat(bootstraps.of(800, options)).containsSame(first);
        bootstraps.of(900, options);
        var again = bootstraps.of(800, options).orElseThrow();
        assertThat(again).isNotSameAs(first);
        assertThat(again.weight(7, 11)).isEqualTo(first.weight(7, 11));
    }

    @Test
    void theDifferencesOfTwoRunsHaveABandOfTheirOwn() {
        PairProblems pair = new PairProblems(problems, Counts.equalN(16, 0, 1, 0, 8, 8, 8, 16, 16, 16, 16));
        List<Metric> rows = new PassAtKDifference(new Bootstraps(), true)
                .of(pair, Counts.options(1, 4)).stream()
                        .filter(row -> row.slice().equals("band"))
                        .toList();
        assertThat(rows).extracting(Metric::k).containsExactly(1L, 4L);
        // (0 + 1 − 1 + 6 + 4 + 0 + 4 + 1 + 0 + 0) / 16 / 10.
        assertThat(rows.get(0).estimate()).isEqualTo(15 / 160.0);
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.interval().orElseThrow().contains(row.estimate()))
                        .isTrue());
    }

    @Test
    void theDifferenceOfEqualCountsIsNothingHoweverTheProblemsDiffer() {
        Metric row = new PassAtKDifference(new Bootstraps(), true)
                .of(new PairProblems(problems, problems), Counts.options(4))
                .get(0);
        assertThat(row.estimate()).isZero();
        assertThat(row.standardError()).hasValue(0);
        assertThat(row.interval().orElseThrow().contains(0)).isTrue();
    }
}
