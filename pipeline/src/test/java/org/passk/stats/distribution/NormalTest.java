package org.passk.stats.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {
    /** mpmath 1.3.0, ncdf at 45 digits. */
    @ParameterizedTest
    @CsvSource({
        "-37, 5.7255712225245768e-300",
        "-20, 2.7536241186062337e-89",
        "-8, 6.2209605742717841e-16",
        "-5, 2.8665157187919391e-7",
        "-3, 0.0013498980316300945",
        "-2.5, 0.0062096653257761352",
        "-2.4999, 0.0062114183749445897",
        "-1.959963984540054, 0.025000000000000011",
        "-1, 0.15865525393145705",
        "-0.3, 0.38208857781104737",
        "-1e-10, 0.49999999996010577",
        "0.7, 0.75803634777692697",
        "2.2, 0.9860965524865014",
        "4, 0.99996832875816688",
        "6, 0.99999999901341235",
    })
    void theDistributionFunctionIsWithinThirteenDigits(double x, double expected) {
        assertThat(Normal.cdf(x)).isCloseTo(expected, within(1e-13 * expected));
    }

    /** mpmath 1.3.0, root of ncdf(x) = p at 45 digits. */
    @ParameterizedTest
    @CsvSource({
        "1e-300, -37.047096299361199",
        "1e-20, -9.2623400897984076",
        "1e-06, -4.753424308822899",
        "0.001, -3.0902323061678135",
        "0.025, -1.9599639845400542",
        "0.2, -0.84162123357291417",
        "0.4999, -0.00025066283008800749",
        "0.6, 0.25334710313579974",
        "0.975, 1.9599639845400539",
        "0.9995, 3.2905267314919258",
    })
    void theQuantileIsWithinThirteenDigits(double p, double expected) {
        // A double near 1/2 or 1 leaves so much of the quantile open.
        assertThat(Normal.quantile(p)).isCloseTo(expected, within(1e-13 * Math.max(1, Math.abs(expected))));
    }

    @Test
    void agreesWithCommonsStatistics() {
        NormalDistribution other = NormalDistribution.of(0, 1);
        for (double x = -37; x < 9; x += 0.03125) {
            double expected = other.cumulativeProbability(x);
            assertThat(Normal.cdf(x)).as("x = %s", x).isCloseTo(expected, within(2e-13 * expected));
        }
    }

    @Test
    void theEndsAreReached() {
        assertThat(Normal.cdf(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Normal.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Normal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Normal.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Normal.quantile(0.5)).isZero();
        assertThat(Normal.quantile(Double.MIN_VALUE)).isCloseTo(-38.467405617144344, within(0.01));
    }

    @Test
    void rejectsWhatIsNoProbability() {
        assertThatIllegalArgumentException().isThrownBy(() -> Normal.quantile(-0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> Normal.cdf(Double.NaN));
    }
}
