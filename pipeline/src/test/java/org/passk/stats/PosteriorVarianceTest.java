package org.passk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PosteriorVarianceTest {
    /** The sum of the definition in Python's fractions, under the uniform prior and under Jeffreys'. */
    @ParameterizedTest
    @CsvSource({
        "8, 2, 8, 3, 0.057467532467532466, 0.05902178875811688",
        "8, 0, 16, 8, 0.06961534828454394, 0.05564248018540947",
        "16, 16, 16, 4, 3.97263555158292e-06, 1.2265500338972831e-06",
        "4, 1, 100, 1, 0.0019047619047619048, 0.00175",
        "0, 0, 5, 5, 0.07575757575757576, 0.06989669799804688"
    })
    void itIsTheSumOfItsDefinition(long n, long c, long planned, long k, double uniform, double jeffreys) {
        assertThat(PosteriorVariance.of(n, c, planned, k, BetaPosterior.UNIFORM))
                .isCloseTo(uniform, within(1e-15));
        assertThat(PosteriorVariance.of(n, c, planned, k, BetaPosterior.JEFFREYS))
                .isCloseTo(jeffreys, within(1e-15));
    }

    @Test
    void itIsTheMeanOfTheTrueVarianceOverThePosterior() {
        // The posterior after 2 of 8 under the uniform prior is Beta(3, 7); midpoints of 20,000 equal steps.
        double sum = 0;
        double all = 0;
        int steps = 20_000;
        for (int i = 0; i < steps; i++) {
            double p = (i + 0.5) / steps;
            double density = p * p * Math.pow(1 - p, 6);
            all += density;
            sum += density * WithinProblemVariance.expected(16, 4, p);
        }
        assertThat(PosteriorVariance.of(8, 2, 16, 4, BetaPosterior.UNIFORM)).isCloseTo(sum / all, within(1e-8));
    }

    @Test
    void moreSamplesLeaveLessVariance() {
        double before = Double.POSITIVE_INFINITY;
        for (long planned = 256; planned <= 8192; planned *= 2) {
            double variance = PosteriorVariance.of(256, 1, planned, 256, BetaPosterior.JEFFREYS);
            assertThat(variance).isPositive().isLessThan(before);
            before = variance;
        }
    }

    @Test
    void fewerSamplesThanDrawsAreRefused() {
        assertThatThrownBy(() -> PosteriorVariance.of(8, 2, 7, 8, BetaPosterior.UNIFORM))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PosteriorVariance.of(8, 2, 8, 0, BetaPosterior.UNIFORM))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
