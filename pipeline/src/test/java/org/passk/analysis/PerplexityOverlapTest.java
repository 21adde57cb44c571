package org.passk.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.passk.stats.distribution.SplitMix;

class PerplexityOverlapTest {
    private static PerplexityTexts texts(double[] values, long... tokens) {
        double[] unknown = new double[values.length];
        Arrays.fill(unknown, Double.NaN);
        return new PerplexityTexts("a", values, tokens, new int[values.length], unknown);
    }

    private static PerplexityTexts alike(double... values) {
        long[] tokens = new long[values.length];
        Arrays.fill(tokens, 10);
        return texts(values, tokens);
    }

    @Test
    void theProbabilityOfTheLowerPerplexityIsThatOfAllPairs() {
        Random random = new Random(5);
        for (int trial = 0; trial < 100; trial++) {
            double[] one =
                    random.ints(1 + random.nextInt(12), 0, 8).asDoubleStream().toArray();
            double[] other =
                    random.ints(1 + random.nextInt(12), 0, 8).asDoubleStream().toArray();
            double wins = 0;
            for (double a : one) {
                for (double b : other) {
                    wins += a < b ? 1 : a == b ? 0.5 : 0;
                }
            }
            double expected = wins / one.length / other.length;
            PerplexityOverlap overlap = new PerplexityOverlap(alike(one), alike(other));
            assertThat(overlap.lower()).isCloseTo(expected, within(1e-14));
            // One length is one stratum.
            assertThat(overlap.lowerAtSameLength().orElseThrow()).isCloseTo(expected, within(1e-14));
        }
    }

    @Test
    void lengthAloneIsNoDifference() {
        // Long texts have low perplexities, whoever wrote them; the first author writes long ones.
        double[] one = new double[40];
        long[] oneTokens = new long[40];
        double[] other = new double[40];
        long[] otherTokens = new long[40];
        for (int i = 0; i < 40; i++) {
            boolean oneLong = i < 30;
            oneTokens[i] = oneLong ? 100 : 10;
            one[i] = (oneLong ? 1 : 2) + (i % 10) / 100.0;
            boolean otherLong = i < 10;
            otherTokens[i] = otherLong ? 100 : 10;
            other[i] = (otherLong ? 1 : 2) + (i % 10) / 100.0;
        }
        PerplexityOverlap overlap = new PerplexityOverlap(texts(one, oneTokens), texts(other, otherTokens));
        // Of the pairs 9/16 differ in length for the first, 1/16 for the second; the others are even.
        assertThat(overlap.lower()).isCloseTo(9 / 16.0 + 6 / 32.0, within(1e-14));
        assertThat(overlap.lowerAtSameLength().orElseThrow()).isCloseTo(0.5, within(1e-14));
        assertThat(overlap.pValue(200, new SplitMix(1)).orElseThrow()).isEqualTo(1);
    }

    @Test
    void thePValueIsTheShareOfExchangesThatAreAsFar() {
        PerplexityOverlap overlap = new PerplexityOverlap(alike(1, 2, 3), alike(4, 5, 6));
        // 2 of the 20 ways to choose three of six are as far from even.
        assertThat(overlap.pValue(40_000, new SplitMix(7)).orElseThrow()).isCloseTo(0.1, within(0.006));
        assertThat(overlap.pValue(500, new SplitMix(7))).isEqualTo(overlap.pValue(500, new SplitMix(7)));
    }

    @Test
    void textsOfDifferentLengthsAreNotCompared() {
        double[] values = new double[20];
        long[] brief = new long[20];
        Arrays.fill(brief, 1);
        long[] lengthy = new long[20];
        Arrays.fill(lengthy, 9);
        PerplexityOverlap overlap = new PerplexityOverlap(texts(values, brief), texts(values, lengthy));
        assertThat(overlap.lower()).isEqualTo(0.5);
        assertThat(overlap.lowerAtSameLength()).isEmpty();
        assertThat(overlap.pValue(100, new SplitMix(1))).isEmpty();
    }

    @Test
    void theOverlapIsOneOfEqualSetsAndZeroOfDisjointOnes() {
        assertThat(new PerplexityOverlap(alike(1, 2, 3, 4), alike(1, 2, 3, 4)).coefficient())
                .isEqualTo(1);
        assertThat(new PerplexityOverlap(alike(1, 2, 3, 4), alike(5, 6, 7, 8)).coefficient())
                .isZero();
        // The median is 3.5: three quarters and one quarter lie below it.
        assertThat(new PerplexityOverlap(alike(1, 2, 3, 6), alike(2.5, 4, 5, 7)).coefficient())
                .isEqualTo(0.5);
    }

    @Test
    void quantilesAreThoseOfNumPy() {
        // numpy.quantile([1, 2, 4, 8], [0.05, 0.25, 0.5, 1]), NumPy 1.26
        double[] sample = {1, 2, 4, 8};
        assertThat(PerplexityQuantile.of(sample, 0.05)).isCloseTo(1.15, within(1e-15));
        assertThat(PerplexityQuantile.of(sample, 0.25)).isCloseTo(1.75, within(1e-15));
        assertThat(PerplexityQuantile.of(sample, 0.5)).isEqualTo(3);
        assertThat(PerplexityQuantile.of(sample, 1)).isEqualTo(8);
    }
}
