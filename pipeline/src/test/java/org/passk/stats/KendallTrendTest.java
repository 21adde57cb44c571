package org.passk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KendallTrendTest {
    /** Counted over all permutations with Python's itertools and fractions. */
    @ParameterizedTest
    @CsvSource({
        "1 2 3, 1, 1, 1, 3",
        "1 2 3 4, 1, 1, 1, 12",
        "1 3 2 4 5, 4, 5, 1, 12",
        "5 4 3 2 1 0, -1, 1, 1, 360",
        "2 1 4 3 6 5 7, 5, 7, 19, 630"
    })
    void withoutTiesThePValueIsExact(String values, double over, double under, double p, double q) {
        KendallTrend trend = KendallTrend.of(Arrays.stream(values.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray());
        assertThat(trend.tau()).isEqualTo(over / under);
        assertThat(trend.p()).isCloseTo(p / q, within(1e-14));
    }

    /** By scipy 1.17.1: norm.cdf of (|S| − 1) over the standard deviation with the correction for ties. */
    @Test
    void tiesAndManyValuesAreApproximated() {
        assertThat(KendallTrend.of(1, 2, 2, 3, 5, 4).p()).isCloseTo(0.035378171962853575, within(1e-12));
        double[] many = IntStream.range(0, 60)
                .mapToDouble(i -> i == 10 ? 20 : i == 20 ? 10 : i)
                .toArray();
        assertThat(KendallTrend.of(many).tau()).isCloseTo(0.9785310734463277, within(1e-14));
        assertThat(KendallTrend.of(many).p()).isLessThan(1e-20);
    }

    @Test
    void equalValuesHaveNoTrend() {
        assertThat(KendallTrend.of(3, 3, 3)).isEqualTo(new KendallTrend(0, 1));
        assertThat(KendallTrend.of(1, 2, 2, 1).p()).isEqualTo(1);
    }

    @Test
    void fewerThanTwoValuesAreRefused() {
        assertThatThrownBy(() -> KendallTrend.of(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KendallTrend.of(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
