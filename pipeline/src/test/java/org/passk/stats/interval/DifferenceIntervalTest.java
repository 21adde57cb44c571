package org.passk.stats.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DifferenceIntervalTest {
    private static final double LEVEL = 0.95;
    private static final double[] SKEWED = {.5, .25, -.125, 0, 0, .75};

    /** NumPy 2.4.6 and SciPy 1.17.1 (t.ppf) from the formulas of the Javadoc, as below. */
    @Test
    void isTheTIntervalWithTheLongerTailMovedOut() {
        assertLimits(DifferenceInterval.of(SKEWED, LEVEL), -0.27151094542144516, 0.6831166793689392);
        double[] symmetric =
                IntStream.rangeClosed(0, 40).mapToDouble(i -> i / 100.0 - 0.2).toArray();
        assertLimits(DifferenceInterval.of(symmetric, LEVEL), -0.039057412562852105, 0.03905741256285209);
    }

    @Test
    void runsThatAgreeOnEveryProblemMayDifferOnTheNext() {
        assertLimits(DifferenceInterval.of(new double[30], LEVEL), -0.09558791282515175, 0.09558791282515175);
    }

    /** By the same formulas. The exact binomial limits for 1 of 272 are 0.0001 and 0.0203, those of the t interval -0.0036. */
    @Test
    void oneProblemThatDiffersLeavesRoomForOthersLikeItAndUnlikeIt() {
        double[] differences = new double[272];
        differences[100] = 1;
        assertLimits(DifferenceInterval.of(differences, LEVEL), -0.004894961118522592, 0.01565561689932105);
    }

    @Test
    void whereEveryProblemDiffersByAsMuchAsCanBeThereIsNothingBeyond() {
        double[] differences = new double[30];
        Arrays.fill(differences, 1);
        assertLimits(DifferenceInterval.of(differences, LEVEL), 0.8799244708754302, 1);
    }

    @Test
    void theOtherWayRoundIsMirrored() {
        Interval interval = DifferenceInterval.of(SKEWED, LEVEL);
        double[] reversed = Arrays.stream(SKEWED).map(value -> -value).toArray();
        assertLimits(DifferenceInterval.of(reversed, LEVEL), -interval.high(), -interval.low());
    }

    @Test
    void limitsStayBetweenMinusOneAndOne() {
        assertLimits(DifferenceInterval.of(new double[] {1, -1}, LEVEL), -1, 1);
    }

    @Test
    void namesItsTargetAndMethod() {
        Interval interval = DifferenceInterval.of(SKEWED, LEVEL);
        assertThat(interval.target()).isEqualTo(Target.POPULATION);
        assertThat(interval.method().label()).isEqualTo("paired_t");
    }

    @Test
    void refusesOneProblemAndRejectsWhatIsNoDifference() {
        assertThat(DifferenceInterval.of(new double[1], LEVEL).refusal()).isEqualTo("no variance from 1 problems");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DifferenceInterval.of(new double[] {0, -1.5}, LEVEL))
                .withMessage("difference -1.5 is not in [-1, 1]");
        assertThatIllegalArgumentException().isThrownBy(() -> DifferenceInterval.of(SKEWED, 0));
    }

    private static void assertLimits(Interval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, within(1e-12));
        assertThat(interval.high()).isCloseTo(high, within(1e-12));
    }
}
