package org.passk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.passk.testing.ExternalData;

class MeanCurveTest {
    @Test
    void meansOfTheOracleAreMetToTwoUlp() {
        List<JsonNode> rows = ExternalData.jsonLines("oracle/passk_mean_exact.jsonl");
        int checked = 0;
        for (JsonNode row : rows) {
            List<CountGroup> groups = new ArrayList<>();
            for (int i = 0; i < row.get("n").size(); i++) {
                groups.add(new CountGroup(
                        row.get("n").get(i).asLong(), row.get("c").get(i).asLong(), 1));
            }
            CountHistogram counts = CountHistogram.of(groups);
            long k = row.get("k").asLong();
            if (k >= 1 && k <= counts.smallestN()) {
                double mean = new BigDecimal(row.get("mean").asText()).doubleValue();
                checked++;
                assertThat(MeanCurve.of(counts, k).at(k))
                        .as("%s k=%d", row.get("id"), k)
                        .isCloseTo(mean, within(2 * Math.ulp(mean)));
            }
        }
        assertThat(checked).isGreaterThan(300);
    }

    @Test
    void everyPointOfALongCurveAgreesWithPassAtK() {
        for (long n : new long[] {1, 2, 7, 100, 1024, 4096}) {
            for (long c : new long[] {0, 1, 2, 3, n / 7, n / 2, n - 1, n}) {
                if (c >= 0 && c <= n) {
                    MeanCurve curve = MeanCurve.of(CountHistogram.of(List.of(new CountGroup(n, c, 3))));
                    assertThat(curve.largestK()).isEqualTo((int) n);
                    for (long k = 1; k <= n; k++) {
                        double expected = PassAtK.estimate(n, c, k).orElseThrow();
                        assertThat(curve.at(k))
                                .as("n=%d c=%d k=%d", n, c, k)
                                .isCloseTo(expected, within(2 * Math.ulp(expected)));
                    }
                }
            }
        }
    }

    /** The worked example 5 and 8 of exact fractions, to 12 digits. */
    @Test
    void workedExamplesAreMet() {
        List<CountGroup> six = new ArrayList<>();
        for (long c : new long[] {0, 1, 2, 17, 512, 1024}) {
            six.add(new CountGroup(1024, c, 1));
        }
        MeanCurve curve = MeanCurve.of(CountHistogram.of(six));
        assertThat(curve.at(64)).isCloseTo(0.475467850909, within(5e-13));
        assertThat(curve.at(1024)).isCloseTo(0.833333333333, within(5e-13));
        assertThat(curve.problems()).isEqualTo(6);
        MeanCurve unequal = MeanCurve.of(CountHistogram.of(List.of(
                new CountGroup(16, 1, 1),
                new CountGroup(32, 1, 1),
                new CountGroup(64, 1, 1),
                new CountGroup(128, 1, 1))));
        assertThat(unequal.largestK()).isEqualTo(16);
        assertThat(unequal.at(16)).isEqualTo(0.46875);
    }

    @Test
    void theOrderAndTheSplittingOfTheProblemsChangeNoBit() {
        Random random = new Random(17);
        List<CountGroup> groups = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            groups.add(new CountGroup(60 + random.nextInt(4), random.nextInt(60), 1 + random.nextInt(3)));
        }
        double[] expected = MeanCurve.of(CountHistogram.of(groups)).values();
        List<CountGroup> single = new ArrayList<>();
        for (CountGroup group : groups) {
            for (int i = 0; i < group.problems(); i++) {
                single.add(new CountGroup(group.n(), group.c(), 1));
            }
        }
        Collections.shuffle(single, random);
        CountHistogram shuffled = CountHistogram.of(single);
        assertThat(MeanCurve.of(shuffled).values()).containsExactly(expected);
        assertThat(shuffled.groups())
                .isEqualTo(CountHistogram.of(groups).groups())
                .hasSizeLessThan(200);
    }

    @Test
    void aCurveNeverFallsAndEndsAtTheShareOfSolvedProblems() {
        List<CountGroup> groups = new ArrayList<>();
        for (long c = 0; c <= 4096; c += 9) {
            groups.add(new CountGroup(4096, c, 1 + c % 5));
        }
        CountHistogram counts = CountHistogram.of(groups);
        double[] values = MeanCurve.of(counts).values();
        assertThat(values).hasSize(4096).isSorted();
        assertThat(values[4095]).isEqualTo(1 - 1.0 / counts.problems());
    }

    @Test
    void whatIsNotOnTheCurveIsRefused() {
        CountHistogram counts = CountHistogram.of(List.of(new CountGroup(8, 1, 1), new CountGroup(4, 1, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeanCurve.of(counts, 5))
                .withMessage("largest k 5 is not in [1, smallest n 4]");
        assertThatIllegalArgumentException().isThrownBy(() -> MeanCurve.of(counts, 0));
        MeanCurve curve = MeanCurve.of(counts, 3);
        assertThatIllegalArgumentException().isThrownBy(() -> curve.at(0));
        assertThatIllegalArgumentException().isThrownBy(() -> curve.at(4)).withMessage("k 4 is not in [1, 3]");
        assertThatIllegalArgumentException().isThrownBy(() -> CountHistogram.of(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new CountGroup(0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new CountGroup(4, 5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new CountGroup(4, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new CountGroup(4, 1, 0));
    }
}
