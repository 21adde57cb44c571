package org.passk.stats.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectiveBinomialTest {
    /** SciPy 1.17.1: brentq of binom.sf(x, n, p) + binom.pmf(x, n, p) / 2 - 0.025, and the same for the failures. */
    @ParameterizedTest
    @CsvSource({
        "30, 0, 0.9049661471446958, 1.0",
        "29, 1, 0.8463907588084472, 0.9983327200342748",
        "1, 29, 0.0016672799657252789, 0.15360924119155284",
        "15, 15, 0.3253149963614564, 0.6746850036385437",
        "7, 23, 0.10818411223651297, 0.40789208396405296",
        "450, 50, 0.8713244839751039, 0.9240542527490938",
        "1, 499, 0.00010004045158132698, 0.009823375254183642",
        "0, 30, 0, 0.0950338528553042",
    })
    void limitsAreTheMidPLimits(int x, int y, double low, double high) {
        assertThat(EffectiveBinomial.lower(x, y, 0.025)).isCloseTo(low, within(1e-10));
        assertThat(EffectiveBinomial.upper(x, y, 0.025)).isCloseTo(high, within(1e-10));
    }
}
