package org.passk.stats.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BenchmarkIntervalTest {
    private static final double LEVEL = 0.95;

    private static int[] samples(int n, int problems) {
        int[] all = new int[problems];
        java.util.Arrays.fill(all, n);
        return all;
    }

    /** Python 3.11 math.comb and SciPy 1.17.1 (t.ppf) from the formulas of the Javadoc. */
    @Test
    void isTheTIntervalOfTheUnbiasedVariance() {
        Interval interval = BenchmarkInterval.of(samples(128, 8), new int[] {0, 1, 5, 64, 127, 2, 9, 30}, 8, LEVEL);
        assertThat(interval.low()).isCloseTo(0.4184342981795732, within(1e-10));
        assertThat(interval.high()).isCloseTo(0.5320687392933185, within(1e-10));
        assertThat(interval.target()).isEqualTo(Target.BENCHMARK);
        assertThat(interval.method().label()).isEqualTo("within_problem_t");
    }

    @Test
    void withoutAnyCorrectSampleItStillHasAnUpperLimit() {
        Interval interval = BenchmarkInterval.of(samples(16, 10), new int[10], 4, LEVEL);
        assertThat(interval.low()).isZero();
        // t(0.975, 1) * sqrt(1/2) * (4/16) / 10
        assertThat(interval.high()).isCloseTo(0.22461608830234386, within(1e-12));
    }

    @Test
    void limitsStayBetweenZeroAndOne() {
        Interval interval = BenchmarkInterval.of(samples(128, 4), new int[] {0, 3, 5, 20}, 64, LEVEL);
        assertThat(interval.low()).isZero();
        assertThat(interval.high()).isEqualTo(1);
    }

    @Test
    void refusesWhereNoUnbiasedVarianceExists() {
        Interval interval = BenchmarkInterval.of(new int[] {128, 10}, new int[] {5, 5}, 6, LEVEL);
        assertThat(interval.refusal()).isEqualTo("2k = 12 is above n = 10");
        assertThat(BenchmarkInterval.of(new int[0], new int[0], 6, LEVEL).refusal())
                .isEqualTo("no problems");
        assertThat(BenchmarkInterval.of(samples(12, 2), new int[] {5, 5}, 6, LEVEL)
                        .isRefused())
                .isFalse();
    }

    @Test
    void rejectsImpossibleCounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchmarkInterval.of(new int[] {5}, new int[] {6}, 1, LEVEL))
                .withMessage("c 6 is not in [0, n 5]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchmarkInterval.of(new int[] {5}, new int[] {5, 5}, 1, LEVEL))
                .withMessage("1 values of n and 2 of c");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchmarkInterval.of(new int[] {5}, new int[] {5}, 0, LEVEL))
                .withMessage("k 0 is below 1");
    }
}
