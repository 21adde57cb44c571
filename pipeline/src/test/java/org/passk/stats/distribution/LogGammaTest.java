package org.passk.stats.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogGammaTest {
    /** mpmath 1.3.0, loggamma at 60 digits. */
    @ParameterizedTest
    @CsvSource({
        "1e-300, 690.77552789821371",
        "1e-10, 23.025850929882735",
        "0.1, 2.2527126517342059",
        "0.35, 0.93458122714623262",
        "0.499999, 0.57236690643719346",
        "0.5, 0.57236494292470009",
        "0.75, 0.20328095143129537",
        "0.9999999, 5.7721574684441928e-8",
        "1.0000001, -5.7721558299185071e-8",
        "1.3, -0.10817480950786048",
        "1.4999, -0.12078588195849394",
        "1.5, -0.12078223763524522",
        "1.9999999, -4.2278430309861298e-8",
        "2.0000001, 4.2278436665324979e-8",
        "2.5, 0.28468287047291916",
        "2.6, 0.35741186354897984",
        "3.7, 1.4280723266653881",
        "7.25, 7.0521854507385394",
        "9.999, 12.799575780077414",
        "10, 12.80182748008147",
        "12.5, 18.734347511936446",
        "100, 359.1342053695754",
        "1000000.0, 12815504.569147612",
        "1e15, 33538776394910669",
        "1e+300, 6.8977552789821374e+302",
    })
    void isWithinFourteenDigitsOfTheExactValue(double x, double expected) {
        assertThat(LogGamma.value(x)).isCloseTo(expected, within(1e-14 * Math.abs(expected)));
    }

    @Test
    void agreesWithCommonsMath() {
        for (int i = 1; i < 5000; i++) {
            double x = i * 0.013;
            double other = Gamma.logGamma(x);
            assertThat(LogGamma.value(x))
                    .as("x = %s", x)
                    .isCloseTo(other, within(1e-13 * Math.max(1, Math.abs(other))));
        }
    }

    @Test
    void isUndefinedWhereGammaIsNotPositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogGamma.value(0))
                .withMessage("x 0.0 is not positive and finite");
        assertThatIllegalArgumentException().isThrownBy(() -> LogGamma.value(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> LogGamma.value(Double.POSITIVE_INFINITY));
    }
}
