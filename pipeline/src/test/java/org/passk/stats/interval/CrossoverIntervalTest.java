package org.passk.stats.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.passk.stats.CountGroup;
import org.passk.stats.CountHistogram;
import org.passk.stats.Crossover;
import org.passk.stats.MeanCurve;

class CrossoverIntervalTest {
    private static final double LEVEL = 0.95;
    private static final int[] BASE = {0, 1, 4, 60, 200};
    private static final int[] TRAINED = {0, 0, 30, 180, 256};

    private static List<PairedCounts> pairs(int n, int repeat, int[] base, int... trained) {
        List<PairedCounts> pairs = new ArrayList<>();
        for (int i = 0; i < base.length * repeat; i++) {
            pairs.add(new PairedCounts(n, base[i % base.length], n, trained[i % base.length]));
        }
        return pairs;
    }

    /** k* of a draw from the definition: both mean curves at every integer. */
    private static int start(List<PairedCounts> pairs, ProblemBootstrap bootstrap, int draw, int n) {
        List<CountGroup> base = new ArrayList<>();
        List<CountGroup> trained = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            int weight = bootstrap.weight(draw, i);
            if (weight > 0) {
                base.add(new CountGroup(n, pairs.get(i).baseC(), weight));
                trained.add(new CountGroup(n, pairs.get(i).trainedC(), weight));
            }
        }
        return Crossover.between(MeanCurve.of(CountHistogram.of(base)), MeanCurve.of(CountHistogram.of(trained)))
                .start()
                .orElse(n + 1);
    }

    @Test
    void thePointIsThatOfTheCurvesAsTheyAre() {
        // Exact fractions: base@71 = 0.601417263596, trained@71 = 0.599994287874, and the other way round at 70.
        List<PairedCounts> pairs = pairs(256, 1, BASE, TRAINED);
        CrossoverInterval interval = CrossoverInterval.of(pairs, ProblemBootstrap.of(5, 200, 1), LEVEL);
        assertThat(interval.point().start()).hasValue(71);
        assertThat(interval.point().signChanges()).isEqualTo(1);
        assertThat(interval.point().largestK()).isEqualTo(256);
    }

    @Test
    void quantilesAreThoseOfTheDefinitionInEveryDraw() {
        List<PairedCounts> pairs = pairs(256, 6, BASE, TRAINED);
        ProblemBootstrap bootstrap = ProblemBootstrap.of(pairs.size(), 999, 8);
        int[] starts = new int[999];
        Arrays.setAll(starts, draw -> start(pairs, bootstrap, draw, 256));
        Arrays.sort(starts);
        double none = Arrays.stream(starts).filter(k -> k > 256).count() / 999.0;
        assertThat(starts[0]).as("the draws differ").isLessThan(starts[750]);
        CrossoverInterval interval = CrossoverInterval.of(pairs, bootstrap, LEVEL);
        // SciPy 1.17.1: norm.cdf(-1.959964 * (sqrt(30 / 29) * t.ppf(0.975, 29) / 1.959964)**3) * 1000 = 9.57
        assertThat(interval.low()).hasValue(starts[8]);
        assertThat(interval.median()).hasValue(starts[499]);
        assertThat(interval.noCrossing()).isEqualTo(none);
        if (none > 0.05) {
            assertThat(interval.high()).isEmpty();
        } else {
            assertThat(interval.high()).isPresent();
        }
    }

    @Test
    void aRunThatWinsOnEveryProblemIsNotCrossed() {
        List<PairedCounts> pairs = pairs(64, 4, new int[] {0, 1, 3, 9}, 1, 5, 10, 30);
        CrossoverInterval interval = CrossoverInterval.of(pairs, ProblemBootstrap.of(16, 300, 1), LEVEL);
        assertThat(interval.verdict()).isEqualTo(CrossoverInterval.Verdict.DOES_NOT_CROSS);
        assertThat(interval.noCrossing()).isGreaterThan(0.95);
        assertThat(interval.median()).isEmpty();
        assertThat(interval.high()).isEmpty();
    }

    @Test
    void equalRunsAreNeverBehind() {
        List<PairedCounts> pairs = pairs(64, 4, new int[] {0, 1, 3, 64}, 0, 1, 3, 64);
        CrossoverInterval interval = CrossoverInterval.of(pairs, ProblemBootstrap.of(16, 300, 1), LEVEL);
        assertThat(interval.verdict()).isEqualTo(CrossoverInterval.Verdict.CROSSES);
        assertThat(interval.low()).hasValue(1);
        assertThat(interval.high()).hasValue(1);
        assertThat(interval.noCrossing()).isZero();
    }

    @Test
    void aSureCrossingHasBothLimits() {
        // The base solves every problem sometimes, the trained run half of them always.
        List<PairedCounts> pairs = pairs(64, 20, new int[] {8, 8}, 64, 0);
        CrossoverInterval interval = CrossoverInterval.of(pairs, ProblemBootstrap.of(40, 500, 1), LEVEL);
        assertThat(interval.verdict()).isEqualTo(CrossoverInterval.Verdict.CROSSES);
        // pass@k of c = 8, n = 64 first reaches 1/2 at k = 6 (1 - C(56,5)/C(64,5) = 0.499, 0.566 at 6).
        assertThat(interval.point().start()).hasValue(6);
        assertThat(interval.low().orElseThrow()).isBetween(2, 5);
        assertThat(interval.high().orElseThrow()).isBetween(7, 12);
        assertThat(interval.noCrossing()).isZero();
    }

    @Test
    void oneProblemThatOnlyTheTrainedRunSolvesLeavesItUndecided() {
        List<PairedCounts> pairs = pairs(64, 1, new int[] {8, 8, 8, 1, 0}, 60, 60, 60, 0, 64);
        CrossoverInterval interval = CrossoverInterval.of(pairs, ProblemBootstrap.of(5, 500, 1), LEVEL);
        assertThat(interval.verdict()).isEqualTo(CrossoverInterval.Verdict.UNDECIDED);
        assertThat(interval.noCrossing()).isBetween(0.05, 0.95);
        assertThat(interval.high()).isEmpty();
    }

    @Test
    void theSmallestNumberOfSamplesIsTheLastK() {
        List<PairedCounts> pairs = List.of(new PairedCounts(64, 8, 100, 3), new PairedCounts(50, 8, 1, 0));
        CrossoverInterval interval = CrossoverInterval.of(pairs, ProblemBootstrap.of(2, 50, 1), LEVEL);
        assertThat(interval.point().largestK()).isEqualTo(1);
        assertThat(interval.low()).isEqualTo(OptionalInt.of(1));
    }

    @Test
    void rejectsWhatDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PairedCounts(5, 6, 5, 0))
                .withMessage("base: 6 correct of 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PairedCounts(5, 5, 0, 0))
                .withMessage("trained: 0 correct of 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossoverInterval.of(
                        List.of(new PairedCounts(5, 1, 5, 1)), ProblemBootstrap.of(2, 5, 1), LEVEL))
                .withMessage("1 problems, but 2 in the bootstrap");
    }
}
