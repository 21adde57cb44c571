package org.passk.stats.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegularisedBetaTest {
    /** mpmath 1.3.0 at 45 digits: x, a, b, I_x(a, b), 1 - I_x(a, b). */
    @ParameterizedTest
    @CsvSource({
        "0.01, 0.5, 0.5, 0.063768560858519849, 0.93623143914148015",
        "0.3, 2, 3, 0.34829999999999998, 0.65170000000000002",
        "0.5, 10, 10, 0.5, 0.5",
        "0.001, 0.35, 1.2, 0.096814609640534363, 0.90318539035946564",
        "0.999, 0.35, 1.2, 0.99992038328419292, 7.961671580708298e-5",
        "0.2, 100, 900, 1.0, 4.3317933248213567e-18",
        "0.1, 1000.5, 9000.5, 0.49822669985362854, 0.50177330014637146",
        "0.104, 10000, 90000, 0.99998479548942343, 1.5204510576566578e-5",
        "1e-300, 0.01, 3, 0.0010150499999999999, 0.99898495",
        "0.5, 0.001, 0.001, 0.5, 0.5",
        "0.5, 50000, 49000, 0.00074083714322283653, 0.99925916285677716",
        "0.05, 3.5, 250, 0.99944733047320747, 0.00055266952679253012",
        "0.9, 128.5, 0.5, 2.0079050900666848e-7, 0.99999979920949099",
        "1e-05, 1, 100000.0, 0.63212239823342776, 0.36787760176657224",
        "0.0031, 0.5, 512.5, 0.92549557409372678, 0.074504425906273218",
    })
    void bothTailsAreWithinTwelveDigits(double x, double a, double b, double lower, double upper) {
        assertThat(RegularisedBeta.lower(x, a, b)).isCloseTo(lower, within(1e-12 * lower));
        assertThat(RegularisedBeta.upper(x, a, b)).isCloseTo(upper, within(1e-12 * upper));
    }

    @Test
    void agreesWithCommonsStatistics() {
        double[] parameters = {0.01, 0.35, 0.5, 1, 1.2, 3, 17.5, 250, 4000};
        double[] points = {1e-9, 0.001, 0.1, 0.5, 0.8, 0.9999};
        for (double a : parameters) {
            for (double b : parameters) {
                BetaDistribution other = BetaDistribution.of(a, b);
                for (double x : points) {
                    double lower = other.cumulativeProbability(x);
                    double upper = other.survivalProbability(x);
                    assertThat(RegularisedBeta.lower(x, a, b))
                            .as("%s %s %s", x, a, b)
                            .isCloseTo(lower, within(1e-12 * lower));
                    assertThat(RegularisedBeta.upper(x, a, b))
                            .as("%s %s %s", x, a, b)
                            .isCloseTo(upper, within(1e-12 * upper));
                }
            }
        }
    }

    @Test
    void theQuantileIsTheInverse() {
        double[] parameters = {0.05, 0.35, 0.5, 1, 1.2, 3, 17.5, 250, 4000, 1e6};
        double[] probabilities = {1e-12, 0.001, 0.025, 0.3, 0.5, 0.9, 0.975, 0.9999};
        for (double a : parameters) {
            for (double b : parameters) {
                for (double p : probabilities) {
                    double x = RegularisedBeta.quantile(p, a, b);
                    assertThat(x).as("%s %s %s", p, a, b).isBetween(0.0, 1.0);
                    if (x > 1e-300 && x < 0.999) {
                        // 1e-12 in the probability, or what an ulp of x moves it.
                        double step = RegularisedBeta.lower(x * (1 + 4e-16), a, b) - RegularisedBeta.lower(x, a, b);
                        assertThat(RegularisedBeta.lower(x, a, b))
                                .as("%s %s %s", p, a, b)
                                .isCloseTo(p, within(1e-11 * p + step));
                    }
                }
            }
        }
    }

    /** SciPy 1.17.1, stats.beta.ppf(p, a, b). */
    @ParameterizedTest
    @CsvSource({
        "0.025, 0.35, 1.2, 2.0889807824482877e-05",
        "0.975, 0.35, 1.2, 0.883782533318632",
        "0.025, 0.5, 30.5, 1.6231861223464347e-05",
        "0.975, 0.5, 30.5, 0.07967817381725999",
        "0.975, 30.5, 0.5, 0.9999837681387765",
        "0.5, 2, 3, 0.3857275681323895",
        "0.001, 1000, 9000, 0.09095874056891506",
        "1e-06, 5, 1, 0.06309573444801932",
    })
    void quantilesEqualThoseOfScipy(double p, double a, double b, double expected) {
        assertThat(RegularisedBeta.quantile(p, a, b)).isCloseTo(expected, within(1e-11 * expected));
    }

    @Test
    void theEndsAreReached() {
        assertThat(RegularisedBeta.lower(0, 0.5, 2)).isZero();
        assertThat(RegularisedBeta.upper(0, 0.5, 2)).isEqualTo(1);
        assertThat(RegularisedBeta.lower(1, 0.5, 2)).isEqualTo(1);
        assertThat(RegularisedBeta.quantile(0, 0.5, 2)).isZero();
        assertThat(RegularisedBeta.quantile(1, 0.5, 2)).isEqualTo(1);
    }

    @Test
    void quantilesNextToAnEndRoundToIt() {
        // Beta(28, 0.0003): the 2.5 % quantile is e^-4e3 away from 1 in logarithms, hence 1.
        assertThat(RegularisedBeta.quantile(0.975, 27.69219767818287, 2.8264828232724056E-4))
                .isEqualTo(1);
        assertThat(RegularisedBeta.quantile(0.025, 2.8264828232724056E-4, 27.69219767818287))
                .isZero();
        assertThat(RegularisedBeta.quantile(0.5, 1e-100, 1e8)).isZero();
        assertThat(RegularisedBeta.quantile(0.5, 1e8, 1e-100)).isEqualTo(1);
    }

    @Test
    void convergesForTheLargestParameters() {
        assertThat(RegularisedBeta.lower(0.5, 1e8, 1e8)).isCloseTo(0.5, within(1e-10));
        assertThat(RegularisedBeta.upper(0.5, 1e8, 1e8)).isCloseTo(0.5, within(1e-10));
    }

    @Test
    void rejectsWhatIsOutsideItsDomain() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegularisedBeta.lower(1.5, 1, 1))
                .withMessage("probability 1.5 is not in [0, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegularisedBeta.upper(0.5, 0, 1))
                .withMessage("a 0.0 is not in [1.0E-100, 1.0E8]");
        assertThatIllegalArgumentException().isThrownBy(() -> RegularisedBeta.quantile(0.5, 1, 1e9));
        assertThatIllegalArgumentException().isThrownBy(() -> RegularisedBeta.quantile(Double.NaN, 1, 1));
    }

    // For a = 1 the upper tail is (1 − x)^b: the log-odds of the quantile are −ln(1 − p) / b where that is large.
    @ParameterizedTest
    @CsvSource({"0.975, 0.004", "0.975, 0.003", "0.5, 1e-4", "0.001, 1e-7"})
    void quantilesWhoseOddsAreNoDoubleAreFound(double p, double b) {
        assertThat(RegularisedBeta.quantileLogOdds(p, 1, b))
                .isCloseTo(-Math.log1p(-p) / b, Percentage.withPercentage(1e-9));
        assertThat(RegularisedBeta.quantile(p, 1, b)).isEqualTo(1);
        assertThat(RegularisedBeta.quantile(1 - p, b, 1)).isEqualTo(0);
    }
}
