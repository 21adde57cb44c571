package org.passk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passk.testing.ExternalData;

class RelativesOfPassAtKTest {
    @Test
    void everyRowOfTheOracleAgreesToOneInATrillion() {
        List<JsonNode> rows = ExternalData.jsonLines("oracle/gpassk_exact.jsonl");
        assertThat(rows).hasSize(204);
        for (JsonNode row : rows) {
            long n = row.get("n").asLong();
            long c = row.get("c").asLong();
            long k = row.get("k").asLong();
            assertThat(PassHatK.estimate(n, c, k).orElseThrow())
                    .as("pass^k of %s", row)
                    .isCloseTo(row.get("pass_hat_k").asDouble(), within(1e-12));
            assertThat(GPassAtK.mean(n, c, k).orElseThrow())
                    .as("mG-Pass@k of %s", row)
                    .isCloseTo(row.get("mg_pass").asDouble(), within(1e-12));
            assertThat(row.get("g_pass").size()).isEqualTo(5);
            row.get("g_pass").properties().forEach(entry -> {
                String[] tau = entry.getKey().split("/");
                assertThat(GPassAtK.estimate(n, c, k, Double.parseDouble(tau[0]) / Double.parseDouble(tau[1]))
                                .orElseThrow())
                        .as("tau %s of %s", entry.getKey(), row)
                        .isCloseTo(entry.getValue().asDouble(), within(1e-12));
            });
        }
    }

    @Test
    void everySmallCaseEqualsTheSumOfExactFractions() {
        for (int n = 1; n <= 14; n++) {
            for (int c = 0; c <= n; c++) {
                for (int k = 1; k <= n; k++) {
                    Exact tail = Exact.ZERO;
                    Exact mean = Exact.ZERO;
                    for (int least = k; least >= 1; least--) {
                        tail = tail.plus(Exact.choose(c, least)
                                .times(Exact.choose(n - c, k - least))
                                .over(Exact.choose(n, k)));
                        assertThat(GPassAtK.estimate(n, c, k, (double) least / k)
                                        .orElseThrow())
                                .as("n=%d c=%d k=%d least=%d", n, c, k, least)
                                .isCloseTo(tail.toDouble(), within(1e-15));
                        if (2 * (least - 1) >= k) {
                            mean = mean.plus(tail);
                        }
                    }
                    assertThat(GPassAtK.mean(n, c, k).orElseThrow())
                            .as("n=%d c=%d k=%d", n, c, k)
                            .isCloseTo(mean.toDouble() * 2 / k, within(1e-15));
                }
            }
        }
    }

    /** By SciPy 1.17.1: hypergeom.sf(ceil(tau * k) - 1, n, c, k). */
    @ParameterizedTest
    @CsvSource({
        "4096, 2000, 1024, 0.5, 0.2032126812274078",
        "4096, 1000, 1024, 0.3, 9.650764153201566e-07",
        "100000, 30000, 10000, 0.31, 0.011196654320138725",
    })
    void manySamplesAgreeWithScipy(long n, long c, long k, double tau, double expected) {
        assertThat(GPassAtK.estimate(n, c, k, tau).orElseThrow()).isCloseTo(expected, within(1e-10 * expected));
    }

    @Test
    void thresholdsAtTheEndsArePassAtKAndPassHatKToTheBit() {
        assertThat(GPassAtK.estimate(1000, 371, 50, 0)).isEqualTo(PassAtK.estimate(1000, 371, 50));
        assertThat(GPassAtK.estimate(1000, 371, 50, 1)).isEqualTo(PassHatK.estimate(1000, 371, 50));
    }

    @Test
    void aThresholdIsTheNumberThatWasWritten() {
        // 0.1 * 30 and 0.07 * 100 are a little above 3 and 7 in doubles.
        assertThat(Threshold.smallestCount(30, 0.1)).isEqualTo(3);
        assertThat(Threshold.smallestCount(100, 0.07)).isEqualTo(7);
        assertThat(CoverAtTau.estimate(30, 3, 0.1)).hasValue(1);
        assertThat(CoverAtTau.estimate(30, 2, 0.1)).hasValue(0);
        for (int total = 1; total <= 300; total++) {
            for (int count = 0; count <= total; count++) {
                assertThat(Threshold.smallestCount(total, (double) count / total))
                        .as("%d of %d", count, total)
                        .isEqualTo(count);
            }
        }
        for (int percent = 0; percent <= 100; percent++) {
            for (int total = 1; total <= 300; total++) {
                assertThat(Threshold.smallestCount(total, percent / 100.0))
                        .as("%d percent of %d", percent, total)
                        .isEqualTo((percent * total + 99) / 100);
            }
        }
    }

    @Test
    void coverIsTheShareOfProblemsThatReachTheThreshold() {
        CountHistogram counts = CountHistogram.of(
                List.of(new CountGroup(30, 3, 2), new CountGroup(30, 2, 5), new CountGroup(10, 1, 1)));
        MeanOverProblems mean = CoverAtTau.mean(counts, 0.1);
        assertThat(mean.mean()).isEqualTo(3 / 8.0);
        // Python 3.11 statistics: stdev([1] * 3 + [0] * 5) / sqrt(8)
        assertThat(mean.standardError()).isCloseTo(0.18298126367784998, within(1e-16));
        assertThat(CoverAtTau.mean(counts, 0).mean()).isEqualTo(1);
        assertThat(CoverAtTau.mean(counts, 0.1 + 1e-12).mean()).isZero();
    }

    @Test
    void passAtKIsTheMeanOfCoverWeightedByItsBetaDensity() {
        // pass@k = integral of Cover(tau) k (1 - tau)^(k-1), for accuracies 0.25 (3 problems) and 0.5 (1): the plug-in
        // value 1 - (1 - c/n)^k is 1 - 0.75^3 and 1 - 0.5^3.
        CountHistogram counts = CountHistogram.of(List.of(new CountGroup(8, 2, 3), new CountGroup(8, 4, 1)));
        int steps = 4000;
        double integral = 0;
        for (int i = 0; i < steps; i++) {
            double tau = (i + 0.5) / steps;
            integral += CoverAtTau.mean(counts, tau).mean() * 3 * (1 - tau) * (1 - tau) / steps;
        }
        assertThat(integral).isCloseTo((3 * (1 - 0.421875) + 0.875) / 4, within(1e-6));
    }

    @Test
    void accuracyIsTheMeanShareOfEveryKSubset() {
        assertThat(Accuracy.estimate(10, 3)).hasValue(0.3);
        assertThat(Accuracy.estimate(0, 0)).isEmpty();
        Hypergeometric draws = Hypergeometric.of(10, 3, 6);
        double mean = 0;
        for (int i = 0; i < draws.size(); i++) {
            mean += draws.probability(i) * (draws.first() + i) / 6;
        }
        assertThat(mean).isCloseTo(0.3, within(1e-15));
    }

    @Test
    void moreDrawsThanSamplesAreUndefined() {
        assertThat(PassHatK.estimate(5, 5, 6)).isEmpty();
        assertThat(PassHatK.estimate(0, 0, 1)).isEmpty();
        assertThat(GPassAtK.estimate(5, 5, 6, 0.5)).isEmpty();
        assertThat(GPassAtK.mean(5, 5, 6)).isEmpty();
        assertThat(CoverAtTau.estimate(0, 0, 0.5)).isEmpty();
    }

    @Test
    void argumentsOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PassHatK.estimate(5, 6, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GPassAtK.estimate(5, 3, 0, 0.5))
                .withMessage("k 0 is below 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GPassAtK.estimate(5, 3, 2, 1.5))
                .withMessage("tau 1.5 is not in [0, 1]");
        assertThatIllegalArgumentException().isThrownBy(() -> CoverAtTau.estimate(5, 3, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Accuracy.estimate(5, -1));
    }
}
