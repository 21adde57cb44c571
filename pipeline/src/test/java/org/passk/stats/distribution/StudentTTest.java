package org.passk.stats.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {
    /** mpmath 1.3.0 at 45 digits, by the incomplete beta function. */
    @ParameterizedTest
    @CsvSource({
        "-2, 1, 0.14758361765043327",
        "-12.7, 1, 0.02501216384467208",
        "-2, 29, 0.027471818591483595",
        "-0.001, 5.5, 0.49961869355967467",
        "1.5, 0.5, 0.74604910467594578",
        "-40, 10, 1.1404288715428773e-12",
        "2.045, 29, 0.97498796203879416",
        "-1.96, 1000000.0, 0.024998033792634895",
        "-100000.0, 2.5, 2.2747519231756221e-13",
    })
    void theDistributionFunctionIsWithinTwelveDigits(double t, double degrees, double expected) {
        assertThat(StudentT.cdf(t, degrees)).isCloseTo(expected, within(1e-12 * expected));
    }

    /** mpmath 1.3.0, root of the distribution function at 45 digits. */
    @ParameterizedTest
    @CsvSource({
        "0.975, 1, 12.706204736174693",
        "0.975, 2, 4.3026527297494618",
        "0.975, 29, 2.0452296421327039",
        "0.975, 271, 1.9687563138232459",
        "0.975, 499, 1.9647293909876887",
        "0.025, 3.7, -2.8675207071911893",
        "0.9, 0.5, 10.270324410234511",
        "0.5001, 12, 0.00025593362884942321",
        "1e-10, 4, -416.17514032960412",
        "0.975, 100000.0, 1.9599877075346093",
    })
    void theQuantileIsWithinElevenDigits(double p, double degrees, double expected) {
        // The lower tail of 0.5001 is known to 1e-16 of its distance 1e-4 from the middle.
        assertThat(StudentT.quantile(p, degrees)).isCloseTo(expected, within(1e-11 * Math.abs(expected)));
    }

    @Test
    void agreesWithCommonsStatistics() {
        for (double degrees : new double[] {0.7, 1, 3.5, 29, 271, 12345.6}) {
            TDistribution other = TDistribution.of(degrees);
            for (double t = -30; t < 30; t += 0.171875) {
                double expected = other.cumulativeProbability(t);
                assertThat(StudentT.cdf(t, degrees))
                        .as("t = %s, %s", t, degrees)
                        .isCloseTo(expected, within(1e-11 * expected));
            }
        }
    }

    @Test
    void manyDegreesOfFreedomAreTheNormalDistribution() {
        assertThat(StudentT.quantile(0.975, Double.POSITIVE_INFINITY)).isEqualTo(Normal.quantile(0.975));
        assertThat(StudentT.cdf(-2, 1e9)).isEqualTo(Normal.cdf(-2));
        assertThat(StudentT.quantile(0.975, 0.999e8)).isCloseTo(Normal.quantile(0.975), within(1e-7));
    }

    @Test
    void theEndsAreReached() {
        assertThat(StudentT.cdf(Double.NEGATIVE_INFINITY, 3)).isZero();
        assertThat(StudentT.cdf(1e300, 3)).isEqualTo(1);
        assertThat(StudentT.cdf(-1e300, 3)).isZero();
        assertThat(StudentT.quantile(0, 3)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(StudentT.quantile(1, 3)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(StudentT.quantile(0.5, 3)).isZero();
    }

    @Test
    void rejectsWhatIsOutsideItsDomain() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StudentT.quantile(0.5, 0))
                .withMessage("degrees of freedom 0.0 are not positive");
        assertThatIllegalArgumentException().isThrownBy(() -> StudentT.cdf(0, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> StudentT.quantile(2, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> StudentT.cdf(Double.NaN, 5));
    }
}
