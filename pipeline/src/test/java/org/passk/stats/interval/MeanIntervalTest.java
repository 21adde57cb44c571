package org.passk.stats.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeanIntervalTest {
    private static final double LEVEL = 0.95;
    private static final double[] VALUES = {.1, .2, .9, .8, .5, .6, 0, .1, 1, 1, .3, .4};

    @Test
    void namesItsTargetAndMethod() {
        Interval interval = MeanInterval.of(VALUES, LEVEL);
        assertThat(interval.target()).isEqualTo(Target.POPULATION);
        assertThat(interval.method().label()).isEqualTo("effective_binomial");
        assertThat(interval.level()).isEqualTo(LEVEL);
        assertThat(interval.flags()).isEmpty();
    }

    /** The numbers of these tests are by SciPy 1.17.1 (brentq over beta.cdf) from the formulas of the Javadoc. */
    @Test
    void isTheMidPIntervalOfTheEffectiveNumber() {
        assertLimits(MeanInterval.of(VALUES, LEVEL), 0.2681668525428889, 0.717910752818101);
        double[] even = IntStream.range(0, 40).mapToDouble(i -> i % 2).toArray();
        assertLimits(MeanInterval.of(even, LEVEL), 0.3411956126252267, 0.6588043873747733);
        double[] steps = IntStream.rangeClosed(0, 40).mapToDouble(i -> i / 40.0).toArray();
        assertLimits(MeanInterval.of(steps, LEVEL), 0.40596181491822336, 0.5940381850817766);
        double[] few = Arrays.copyOf(new double[] {.1, .2, .05, .4, .9}, 30);
        assertLimits(MeanInterval.of(few, 0.9), 0.016344874401251635, 0.1454945172451757);
    }

    @Test
    void allEqualToAnEndIsTheBinomialIntervalOfAsManyProblems() {
        double[] ones = new double[30];
        Arrays.fill(ones, 1);
        assertLimits(MeanInterval.of(ones, LEVEL), 0.8938273229161958, 1);
        assertThat(MeanInterval.of(ones, LEVEL).high()).isEqualTo(1);
        assertLimits(MeanInterval.of(new double[30], LEVEL), 0, 0.10617267708380418);
    }

    @Test
    void equalValuesInTheMiddleHaveLimitsOnBothSides() {
        double[] halves = new double[30];
        Arrays.fill(halves, 0.5);
        Interval interval = MeanInterval.of(halves, LEVEL);
        assertThat(interval.low()).isBetween(0.3, 0.499);
        assertThat(interval.high()).isCloseTo(1 - interval.low(), within(1e-12));
    }

    @Test
    void equalValuesOfManyProblemsAreWorthNoMoreThanTheLimitsCanBeToldApartFor() {
        double[] halves = new double[2000];
        Arrays.fill(halves, 0.5);
        assertLimits(MeanInterval.of(halves, LEVEL), 0.4996901025058618, 0.5003098974941382);
    }

    @Test
    void failuresHaveTheMirroredInterval() {
        Interval interval = MeanInterval.of(VALUES, LEVEL);
        double[] failures = Arrays.stream(VALUES).map(value -> 1 - value).toArray();
        assertLimits(MeanInterval.of(failures, LEVEL), 1 - interval.high(), 1 - interval.low());
    }

    @Test
    void clustersAreCountedTogether() {
        int[] clusters = {0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 4, 5};
        Interval interval = MeanInterval.clustered(VALUES, clusters, LEVEL);
        assertLimits(interval, 0.15072939515960437, 0.8351540094246479);
        assertThat(interval.flags()).containsExactly(Flag.CLUSTERED, Flag.FEW_CLUSTERS);
    }

    @Test
    void clustersOfOneAreNoClusters() {
        int[] clusters = IntStream.range(0, VALUES.length).toArray();
        Interval interval = MeanInterval.clustered(VALUES, clusters, LEVEL);
        Interval expected = MeanInterval.of(VALUES, LEVEL);
        assertLimits(interval, expected.low(), expected.high());
        assertThat(interval.flags()).containsExactly(Flag.CLUSTERED);
    }

    @Test
    void oneProblemOrClusterHasNoVariance() {
        assertThat(MeanInterval.of(new double[] {0.5}, LEVEL).refusal()).isEqualTo("no variance from 1 problems");
        assertThat(MeanInterval.of(new double[0], LEVEL).isRefused()).isTrue();
        Interval interval = MeanInterval.clustered(new double[] {0.5, 1}, new int[] {0, 0}, LEVEL);
        assertThat(interval.refusal()).isEqualTo("no variance from 1 clusters");
        assertThat(interval.low()).isNaN();
        assertThat(interval.contains(0.5)).isFalse();
    }

    @Test
    void rejectsWhatIsOutsideItsDomain() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeanInterval.of(new double[] {0, 1.5}, LEVEL))
                .withMessage("value 1.5 is not in [0, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeanInterval.of(VALUES, 1))
                .withMessage("level 1.0 is not in (0, 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeanInterval.clustered(new double[3], new int[] {0, 2, 2}, LEVEL))
                .withMessage("cluster 1 of 3 has no problem");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeanInterval.clustered(new double[3], new int[] {0, -1, 1}, LEVEL))
                .withMessage("cluster -1 is negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeanInterval.clustered(new double[3], new int[] {0, 1}, LEVEL))
                .withMessage("2 clusters for 3 values");
    }

    private static void assertLimits(Interval interval, double low, double high) {
        assertThat(interval.isRefused()).isFalse();
        assertThat(interval.low()).isCloseTo(low, within(1e-9));
        assertThat(interval.high()).isCloseTo(high, within(1e-9));
    }
}
