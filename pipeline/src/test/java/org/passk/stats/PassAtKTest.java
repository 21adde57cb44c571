package org.passk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passk.testing.ExternalData;

class PassAtKTest {
    /** Values by Python 3.11 fractions.Fraction with math.comb, 16 digits. */
    @ParameterizedTest
    @CsvSource({
        "10, 3, 1, 0.3",
        "10, 3, 5, 0.9166666666666666",
        "256, 1, 128, 0.5",
        "8, 1, 4, 0.5",
        "1024, 2, 64, 0.12115102639296188",
        "1024, 17, 64, 0.6691560790615825",
        "1, 0, 1, 0",
        "1, 1, 1, 1",
        "5, 1, 5, 1",
        "100000, 1, 1, 0.00001",
        "2147483647, 1, 1, 4.656612875245797e-10",
        "2147483647, 2147483646, 2, 1",
        "5, 2, 0, 0",
    })
    void estimatesEqualExactFractions(long n, long c, long k, double expected) {
        assertThat(PassAtK.estimate(n, c, k)).hasValue(expected);
    }

    @Test
    void isUndefinedForMoreDrawsThanSamples() {
        assertThat(PassAtK.estimate(5, 2, 6)).isEmpty();
        assertThat(PassAtK.estimate(0, 0, 1)).isEmpty();
        assertThat(PassAtK.complement(5, 2, 6)).isEmpty();
        assertThat(PassAtK.complement(0, 0, 0)).isEmpty();
    }

    @Test
    void rejectsImpossibleCounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PassAtK.estimate(5, 6, 1))
                .withMessage("c 6 is not in [0, n 5]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PassAtK.estimate(5, -1, 1))
                .withMessage("c -1 is not in [0, n 5]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PassAtK.estimate(-5, 0, 1))
                .withMessage("n -5 is negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PassAtK.estimate(5, 2, -1))
                .withMessage("k -1 is negative");
    }

    @Test
    void estimateAndComplementEqualBruteForceForEverySmallCase() {
        for (int n = 1; n <= 24; n++) {
            for (int c = 0; c <= n; c++) {
                for (int k = 0; k <= n; k++) {
                    BigDecimal fail = new BigDecimal(choose(n - c, k))
                            .divide(new BigDecimal(choose(n, k)), MathContext.DECIMAL128);
                    double expected = BigDecimal.ONE.subtract(fail).doubleValue();
                    assertThat(PassAtK.estimate(n, c, k).orElseThrow())
                            .as("n=%d c=%d k=%d", n, c, k)
                            .isCloseTo(expected, within(2 * Math.ulp(expected)));
                    assertThat(PassAtK.complement(n, c, k).orElseThrow())
                            .as("n=%d c=%d k=%d", n, c, k)
                            .isCloseTo(fail.doubleValue(), within(2 * Math.ulp(fail.doubleValue())));
                }
            }
        }
    }

    @Test
    void isWithinFourUlpOfTheExactOracle() {
        List<JsonNode> rows = ExternalData.jsonLines("oracle/passk_exact.jsonl");
        assertThat(rows).hasSizeGreaterThan(1000);
        for (JsonNode row : rows) {
            long n = row.get("n").asLong();
            long c = row.get("c").asLong();
            long k = row.get("k").asLong();
            double pass = Double.parseDouble(row.get("pass_hex").asText());
            double fail = Double.parseDouble(row.get("fail_hex").asText());
            assertThat(PassAtK.estimate(n, c, k).orElseThrow())
                    .as("pass of %s", row)
                    .isCloseTo(pass, within(4 * Math.ulp(pass)));
            assertThat(PassAtK.complement(n, c, k).orElseThrow())
                    .as("fail of %s", row)
                    .isCloseTo(fail, within(4 * Math.ulp(fail)));
        }
    }

    @Test
    void edgeCasesAreAsTheOracleWantsThem() {
        List<JsonNode> rows = ExternalData.jsonLines("oracle/passk_edge.jsonl");
        assertThat(rows).hasSize(19);
        for (JsonNode row : rows) {
            long n = row.get("n").asLong();
            long c = row.get("c").asLong();
            long k = row.get("k").asLong();
            String expect = row.get("expect").asText();
            if (expect.startsWith("invalid")) {
                assertThatIllegalArgumentException().isThrownBy(() -> PassAtK.estimate(n, c, k));
            } else if (expect.startsWith("undefined")) {
                assertThat(PassAtK.estimate(n, c, k)).isEmpty();
            } else {
                String[] quotient = expect.split(" ")[0].split("/");
                double expected = new BigDecimal(quotient[0])
                        .divide(new BigDecimal(quotient.length > 1 ? quotient[1] : "1"), MathContext.DECIMAL64)
                        .doubleValue();
                assertThat(PassAtK.estimate(n, c, k)).as("%s", row).hasValue(expected);
            }
        }
    }

    @Test
    void meansOverProblemsAreWithinOneInATrillionOfTheOracle() {
        for (JsonNode row : ExternalData.jsonLines("oracle/passk_mean_exact.jsonl")) {
            WeightedValues values = new WeightedValues();
            for (int i = 0; i < row.get("n").size(); i++) {
                values.add(
                        PassAtK.estimate(
                                        row.get("n").get(i).asLong(),
                                        row.get("c").get(i).asLong(),
                                        row.get("k").asLong())
                                .orElseThrow(),
                        1);
            }
            assertThat(values.summary().orElseThrow().mean())
                    .as("%s k=%s", row.get("id"), row.get("k"))
                    .isCloseTo(row.get("mean_f64").asDouble(), within(1e-12));
        }
    }

    private static BigInteger choose(int n, int k) {
        if (k > n) {
            return BigInteger.ZERO;
        }
        BigInteger value = BigInteger.ONE;
        for (int i = 0; i < k; i++) {
            value = value.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1L));
        }
        return value;
    }
}
