package org.passk.stats.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passk.stats.interval.CoverageSimulation.Kind;
import org.passk.stats.interval.CoverageSimulation.Score;

/** A few cells of the tables of docs/metrics.md, with fewer data sets. The seeds are fixed: a failure is a change. */
class CoverageTest {
    private static final int SETS = 400;

    private static List<Map<Kind, Score>> scores(SimulatedTruth truth, int n, int problems, int... ks) {
        return new ArrayList<>(
                new CoverageSimulation(truth, n).run(problems, SETS, ks).values());
    }

    private static void assertCoverage(List<Map<Kind, Score>> scores, Kind... kinds) {
        for (Map<Kind, Score> ofK : scores) {
            for (Kind kind : kinds) {
                // 93 % less two standard errors of 400 sets.
                assertThat(ofK.get(kind).coverage()).as("%s", kind).isGreaterThan(0.905);
                assertThat(ofK.get(kind).refused()).isZero();
            }
        }
    }

    @Test
    void fewProblemsSomeOfThemUnsolvable() {
        SimulatedTruth truth = SimulatedTruth.beta("unsolvable", "", 0.2, 0.35, 1.2);
        List<Map<Kind, Score>> scores = scores(truth, 64, 30, 1, 8, 32);
        assertCoverage(scores, Kind.MEAN, Kind.DIFFERENCE, Kind.BENCHMARK);
        // What the plain normal interval of the within-problem variance is not good enough for.
        assertThat(scores.get(2).get(Kind.BENCHMARK).plainCoverage()).isLessThan(0.9);
        for (Map<Kind, Score> ofK : scores) {
            assertThat(ofK.get(Kind.MEAN).widthRatio()).isLessThan(1.15);
        }
    }

    @Test
    void fewProblemsAlmostAllOfThemSolved() {
        SimulatedTruth truth = SimulatedTruth.pair("solved", "", 0, 0.3890, 0.1338, 0.5806, 1.1024);
        List<Map<Kind, Score>> scores = scores(truth, 64, 30, 8, 32, 64);
        assertCoverage(scores, Kind.MEAN, Kind.DIFFERENCE);
        assertCoverage(scores.subList(0, 2), Kind.BENCHMARK);
        // Half of the data sets hold no unsolved problem, and then the plain interval is a point.
        assertThat(scores.get(2).get(Kind.MEAN).plainCoverage()).isLessThan(0.9);
    }

    @Test
    void clustersOfVersionsOfAQuestion() {
        SimulatedTruth truth = SimulatedTruth.beta("versions", "", 0.2, 0.35, 1.2);
        List<Map<Kind, Score>> scores = scores(truth, 32, 150, 1, 32);
        assertCoverage(scores, Kind.CLUSTERED);
        // Versions of a question are no independent problems.
        assertThat(scores.get(1).get(Kind.CLUSTERED).widthRatio()).isLessThan(1.15);
    }

    /** Two problems of 272 differ: the limit has to leave room for problems that most data sets do not hold. */
    @Test
    void differencesThatRestOnAFewProblems() {
        SimulatedTruth truth = SimulatedTruth.pair("few", "", 0, 1, 1, 2, 1);
        assertCoverage(scores(truth, 128, 136, 64), Kind.DIFFERENCE);
    }

    @Test
    void aBandHoldsWholeCurvesWhereMostProblemsAreSolved() {
        SimulatedTruth truth = SimulatedTruth.pair("solved", "", 0, 0.3890, 0.1338, 0.5806, 1.1024);
        BandCoverage.Result result = new BandCoverage(truth, 64).run(30, SETS, 300);
        assertThat(result.curve()).isGreaterThan(0.905);
        assertThat(result.difference()).isGreaterThan(0.905);
    }

    @Test
    void theCrossoverOfFewProblems() {
        SimulatedTruth truth = CrossoverCoverage.truths().get(0);
        assertThat(CrossoverCoverage.start(truth, 64)).isEqualTo(13);
        CrossoverCoverage.Result result = CrossoverCoverage.of(truth, 30, 64, SETS, 300);
        assertThat(result.held()).isGreaterThan(0.905);
        assertThat(result.doesNotCross()).isLessThan(0.05);
    }

    @Test
    void curvesThatDoNotCrossAreSeldomSaidTo() {
        SimulatedTruth truth = CrossoverCoverage.truths().get(3);
        assertThat(CrossoverCoverage.start(truth, 64)).isEqualTo(65);
        CrossoverCoverage.Result result = CrossoverCoverage.of(truth, 60, 64, SETS, 300);
        // 5 % and two standard errors of 400 sets.
        assertThat(result.crosses()).isLessThan(0.075);
        assertThat(result.held()).isGreaterThan(0.905);
    }
}
