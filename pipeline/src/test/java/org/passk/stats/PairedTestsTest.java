package org.passk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedTestsTest {
    /** SciPy 1.17.1: binomtest(b, b + c, 0.5).pvalue. */
    @ParameterizedTest
    @CsvSource({
        "4, 0, 0.125",
        "1, 4, 0.375",
        "0, 0, 1",
        "3, 3, 1",
        "10, 25, 0.016673847800120715",
        "700, 600, 0.0060157938610449395",
        "2000, 1700, 8.738822275817724e-07",
        "5, 300, 6.639561688344555e-82",
    })
    void mcNemarAgreesWithScipyAndTheTablesOfThePaper(long b, long c, double expected) {
        assertThat(McNemar.pValue(b, c)).isCloseTo(expected, within(1e-11 * expected));
        assertThat(McNemar.pValue(c, b)).isCloseTo(expected, within(1e-11 * expected));
    }

    /** SciPy 1.17.1: fisher_exact([[c1, n1 - c1], [c2, n2 - c2]])[1]. */
    @ParameterizedTest
    @CsvSource({
        "128, 0, 128, 6, 0.029433533015114616",
        "1024, 1, 1024, 0, 1",
        "1024, 10, 1024, 0, 0.00191048191241444",
        "8, 3, 10, 9, 0.04298642533936652",
        "256, 40, 512, 60, 0.13973774065727843",
        "1024, 900, 1024, 950, 0.00023332559253220643",
        "64, 1, 64, 8, 0.03260977038220959",
        "5, 5, 5, 0, 0.007936507936507938",
        "10, 10, 12, 12, 1",
    })
    void fisherAgreesWithScipy(long n1, long c1, long n2, long c2, double expected) {
        double tolerance = 1e-10 * expected;
        assertThat(FisherExact.pValue(n1, c1, n2, c2)).isCloseTo(expected, within(tolerance));
        assertThat(FisherExact.pValue(n2, c2, n1, c1)).as("runs exchanged").isCloseTo(expected, within(tolerance));
        assertThat(FisherExact.pValue(n1, n1 - c1, n2, n2 - c2))
                .as("right and wrong exchanged")
                .isCloseTo(expected, within(tolerance));
    }

    @Test
    void everySmallFisherTestEqualsTheSumOfExactFractions() {
        for (int n1 = 0; n1 <= 7; n1++) {
            for (int n2 = 0; n2 <= 7; n2++) {
                for (int c1 = 0; c1 <= n1; c1++) {
                    for (int c2 = 0; c2 <= n2; c2++) {
                        assertThat(FisherExact.pValue(n1, c1, n2, c2))
                                .as("%d of %d against %d of %d", c1, n1, c2, n2)
                                .isCloseTo(exactFisher(n1, c1, n2, c2), within(1e-14));
                    }
                }
            }
        }
    }

    private static double exactFisher(int n1, int c1, int n2, int c2) {
        Exact observed = Exact.choose(n1, c1).times(Exact.choose(n2, c2));
        Exact sum = Exact.ZERO;
        for (int j = 0; j <= c1 + c2; j++) {
            Exact tables = Exact.choose(n1, j).times(Exact.choose(n2, c1 + c2 - j));
            sum = tables.minus(observed).sign() <= 0 ? sum.plus(tables) : sum;
        }
        return sum.over(Exact.choose(n1 + n2, c1 + c2)).toDouble();
    }

    @Test
    void holmAgreesWithStatsmodels() {
        // statsmodels 0.15.0: multipletests(p, method='holm')[1]
        assertThat(Holm.adjusted(0.01, 0.04, 0.03, 0.005, 0.5, 0.04, 0.9, 0.0001))
                .containsExactly(new double[] {0.06, 0.16, 0.15, 0.035, 1, 0.16, 1, 0.0008}, within(1e-15));
    }

    @Test
    void benjaminiAndHochbergAgreeWithScipy() {
        // SciPy 1.17.1: false_discovery_control(p)
        assertThat(BenjaminiHochberg.adjusted(0.01, 0.04, 0.03, 0.005, 0.5, 0.04, 0.9, 0.0001))
                .containsExactly(
                        new double[] {
                            0.026666666666666665,
                            0.05333333333333333,
                            0.05333333333333333,
                            0.02,
                            0.5714285714285714,
                            0.05333333333333333,
                            0.9,
                            0.0008
                        },
                        within(1e-15));
    }

    @Test
    void correctionsOfOneTestAndOfNoneChangeNothing() {
        assertThat(Holm.adjusted(0.3)).containsExactly(0.3);
        assertThat(BenjaminiHochberg.adjusted(0.3)).containsExactly(0.3);
        assertThat(Holm.adjusted()).isEmpty();
        assertThat(BenjaminiHochberg.adjusted()).isEmpty();
    }

    @Test
    void correctionsLeaveTheirArgumentAlone() {
        double[] values = {0.4, 0.01, 0.2};
        Holm.adjusted(values);
        BenjaminiHochberg.adjusted(values);
        assertThat(values).containsExactly(0.4, 0.01, 0.2);
    }

    /** Python 3.11 decimal with 30 digits: 1 - Decimal('0.05') ** (Decimal(1) / n). */
    @ParameterizedTest
    @CsvSource({
        "1, 0.95",
        "128, 0.02313240525174675",
        "256, 0.011633876163163284",
        "1024, 0.0029212446353880283",
        "1000000, 0.0000029957277863525443",
    })
    void unsolvedMeansNoMoreThanTheBound(long n, double expected) {
        assertThat(ZeroCorrectBound.of(n, ZeroCorrectBound.USUAL_ALPHA))
                .isCloseTo(expected, within(4 * Math.ulp(expected)));
    }

    @Test
    void argumentsOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> McNemar.pValue(-1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> McNemar.pValue(1, -2));
        assertThatIllegalArgumentException().isThrownBy(() -> FisherExact.pValue(5, 6, 5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> FisherExact.pValue(5, 1, 5, 6));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holm.adjusted(0.5, 1.5))
                .withMessage("p value 1.5 is not in [0, 1]");
        assertThatIllegalArgumentException().isThrownBy(() -> BenjaminiHochberg.adjusted(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> ZeroCorrectBound.of(0, 0.05));
        assertThatIllegalArgumentException().isThrownBy(() -> ZeroCorrectBound.of(5, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ZeroCorrectBound.of(5, 1));
    }
}
