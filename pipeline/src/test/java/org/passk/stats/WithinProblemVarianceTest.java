package org.passk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passk.testing.ExternalData;

class WithinProblemVarianceTest {
    @Test
    void itsExpectationIsTheVarianceOfTheOracle() {
        List<JsonNode> rows = ExternalData.jsonLines("oracle/passk_var_exact.jsonl");
        int refused = 0;
        for (JsonNode row : rows) {
            int n = row.get("n").asInt();
            int k = row.get("k").asInt();
            String[] p = row.get("p").asText().split("/");
            double success = Double.parseDouble(p[0]) / Double.parseDouble(p[1]);
            double variance = row.get("var_f64").asDouble();
            assertThat(WithinProblemVariance.expected(n, k, success))
                    .as("true variance of %s", row)
                    .isCloseTo(variance, within(1e-14));
            if (2 * k > n) {
                refused++;
                assertThat(WithinProblemVariance.estimate(n, n / 2, k))
                        .as("%s", row)
                        .isEmpty();
            } else {
                assertThat(expectation(n, k, new BigDecimal(p[0]).divide(new BigDecimal(p[1]), MathContext.DECIMAL128)))
                        .as("expectation for %s", row)
                        .isCloseTo(variance, within(1e-10));
            }
        }
        assertThat(rows).hasSize(124);
        assertThat(refused).isEqualTo(19);
    }

    /** Sum over c of the binomial probability times V(n, c, k). */
    private static double expectation(int n, int k, BigDecimal p) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int c = 0; c <= n; c++) {
            BigDecimal probability = new BigDecimal(Exact.choose(n, c).numerator())
                    .multiply(p.pow(c, MathContext.DECIMAL128))
                    .multiply(BigDecimal.ONE.subtract(p).pow(n - c, MathContext.DECIMAL128));
            double value = WithinProblemVariance.estimate(n, c, k).orElseThrow();
            sum = sum.add(probability.multiply(BigDecimal.valueOf(value)));
        }
        return sum.doubleValue();
    }

    @Test
    void everySmallCaseEqualsExactFractionsWhichAreNeverNegative() {
        int negative = 0;
        for (int n = 2; n <= 20; n++) {
            for (int c = 0; c <= n; c++) {
                for (int k = 1; 2 * k <= n; k++) {
                    Exact fail = Exact.choose(n - c, k).over(Exact.choose(n, k));
                    Exact twice = Exact.choose(n - c, 2L * k).over(Exact.choose(n, 2L * k));
                    Exact expected = fail.times(fail).minus(twice);
                    negative += expected.sign() < 0 ? 1 : 0;
                    assertThat(WithinProblemVariance.estimate(n, c, k).orElseThrow())
                            .as("n=%d c=%d k=%d", n, c, k)
                            .isCloseTo(expected.toDouble(), within(3e-16));
                }
            }
        }
        assertThat(negative).isZero();
    }

    @Test
    void expectedEqualsTheBinomialVarianceForOneDraw() {
        // Var(c/n) = p (1 - p) / n
        assertThat(WithinProblemVariance.expected(50, 1, 0.3)).isCloseTo(0.3 * 0.7 / 50, within(1e-17));
        assertThat(WithinProblemVariance.expected(50, 1, 0)).isZero();
        assertThat(WithinProblemVariance.expected(50, 50, 1)).isZero();
        assertThat(WithinProblemVariance.expected(50, 0, 0.5)).isZero();
        // All n draws: f is 1 with probability q^n, else 0.
        double q = 0.7 * 0.7 * 0.7 * 0.7;
        assertThat(WithinProblemVariance.expected(4, 4, 0.3)).isCloseTo(q * (1 - q), within(1e-16));
    }

    @Test
    void argumentsOutsideTheirRangeAreRefused() {
        assertThat(WithinProblemVariance.estimate(0, 0, 0)).isEmpty();
        assertThat(WithinProblemVariance.estimate(5, 5, Long.MAX_VALUE)).isEmpty();
        assertThat(WithinProblemVariance.estimate(5, 5, 0)).hasValue(0);
        // f(1) - g = 2.2e-19 here, less than their roundings.
        assertThat(WithinProblemVariance.estimate(2147483647, 1, 1).orElseThrow())
                .isBetween(0.0, 3e-16);
        assertThatIllegalArgumentException().isThrownBy(() -> WithinProblemVariance.estimate(5, 6, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> WithinProblemVariance.expected(5, 6, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> WithinProblemVariance.expected(0, 0, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> WithinProblemVariance.expected(5, 2, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> WithinProblemVariance.expected(5, -1, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> WithinProblemVariance.expected(5, 1, 1.5));
    }
}
