package org.passk.stats.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitMixTest {
    @Test
    void theNumbersAreThoseOfThePublishedSequence() {
        // The sequence for seed 1234567 that implementations in other languages publish.
        SplitMix numbers = new SplitMix(1234567);
        for (String expected : new String[] {
            "6457827717110365317",
            "3203168211198807973",
            "9817491932198370423",
            "4593380528125082431",
            "16408922859458223821"
        }) {
            assertThat(Long.toUnsignedString(numbers.next())).isEqualTo(expected);
        }
    }

    @Test
    void streamsOfDifferentIdentitiesAreUncorrelated() {
        int n = 100_000;
        double products = 0;
        SplitMix one = SplitMix.of(1, 0);
        SplitMix other = SplitMix.of(1, 1);
        for (int i = 0; i < n; i++) {
            products += (one.unit() - 0.5) * (other.unit() - 0.5);
        }
        // Each product has variance 1/144; five standard errors.
        assertThat(Math.abs(products / n)).isLessThan(5 / (12 * Math.sqrt(n)));
    }

    @Test
    void belowGivesEachValueItsShare() {
        int[] seen = new int[7];
        SplitMix numbers = SplitMix.of(3);
        for (int i = 0; i < 70_000; i++) {
            seen[numbers.below(7)]++;
        }
        // Five standard deviations of Binomial(70000, 1/7).
        assertThat(IntStream.of(seen).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(10_000 - 463, 10_000 + 463));
    }
}
