package org.passk.stats.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.passk.stats.PassAtK;
import org.passk.stats.ReviewedPassAtK;
import org.passk.stats.interval.StratifiedMean.Stratum;

class StratifiedMeanTest {
    private static StratifiedMean mean(List<Stratum> strata) {
        return StratifiedMean.of(strata, 1);
    }

    private static Stratum stratum(long units, double... values) {
        List<Double> all = Arrays.stream(values).boxed().toList();
        return new Stratum(units, all, Collections.nCopies(values.length, 0.0));
    }

    @Test
    void theMeanOverAllSamplesIsThatOfTheUnits() {
        double[] first = {0.1, 0.4, 0.9, 0.2};
        double[] second = {0.7, 0.3, 0.5};
        List<Double> means = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            for (int j = i + 1; j < 4; j++) {
                for (int left = 0; left < 3; left++) {
                    means.add(mean(List.of(
                                    stratum(4, first[i], first[j]),
                                    stratum(3, second[(left + 1) % 3], second[(left + 2) % 3])))
                            .mean());
                }
            }
        }
        double mean = means.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        assertThat(mean).isCloseTo((1.6 + 1.5) / 7, within(1e-14));
    }

    /** The units that are added cost a sample of six about half of its variance: (5 s² + ½) / 7 for s² = 0.1. */
    @Test
    void theMeanVarianceOverAllSamplesIsAtLeastTheTrueOne() {
        double[] units = {0.05, 0.1, 0.4, 0.45, 0.6, 0.8, 0.85, 0.9, 0.2, 0.7};
        List<StratifiedMean> samples = new ArrayList<>();
        for (int subset = 0; subset < 1 << units.length; subset++) {
            if (Integer.bitCount(subset) == 6) {
                int chosen = subset;
                samples.add(mean(List.of(stratum(
                        units.length,
                        java.util.stream.IntStream.range(0, units.length)
                                .filter(i -> (chosen >> i & 1) == 1)
                                .mapToDouble(i -> units[i])
                                .toArray()))));
            }
        }
        double mean =
                samples.stream().mapToDouble(StratifiedMean::mean).average().orElseThrow();
        double truth = samples.stream()
                .mapToDouble(one -> Math.pow(one.mean() - mean, 2))
                .average()
                .orElseThrow();
        double estimated =
                samples.stream().mapToDouble(StratifiedMean::variance).average().orElseThrow();
        assertThat(estimated).isBetween(truth, 1.5 * truth);
    }

    @Test
    void whereEveryUnitIsSampledOnlyTheirOwnVarianceIsLeft() {
        StratifiedMean census = mean(List.of(stratum(3, 0.1, 0.5, 0.9)));
        assertThat(census.variance()).isZero();
        assertThat(census.halfWidth(0.95)).isZero();
        StratifiedMean within =
                mean(List.of(new Stratum(2, List.of(0.2, 0.4), List.of(0.01, 0.03)), stratum(2, 0.5, 0.5)));
        // (2/4)² · (0.01 + 0.03) / 2².
        assertThat(within.variance()).isCloseTo(0.0025, within(1e-16));
        assertThat(within.halfWidth(0.95)).isCloseTo(1.959963984540054 * 0.05, within(1e-12));
    }

    @Test
    void equalValuesOfASampleDoNotMakeItCertain() {
        StratifiedMean ones = mean(List.of(stratum(50, 1, 1, 1, 1, 1)));
        assertThat(ones.mean()).isEqualTo(1);
        assertThat(ones.halfWidth(0.95)).isGreaterThan(0.2);
    }

    @Test
    void valuesThatCannotBeLargeDoNotMakeTheIntervalWide() {
        Stratum small = stratum(50, 0.01, 0.02, 0.02, 0.03);
        assertThat(StratifiedMean.of(List.of(small), 0.05).halfWidth(0.95))
                .isLessThan(mean(List.of(small)).halfWidth(0.95) / 10);
    }

    @Test
    void aSampleOfOneHasNoInterval() {
        assertThat(mean(List.of(stratum(2, 0.5), stratum(2, 0.1, 0.2))).hasInterval())
                .isFalse();
        assertThat(mean(List.of(stratum(1, 0.5))).hasInterval()).isTrue();
    }

    @Test
    void refusesImpossibleSamples() {
        assertThatIllegalArgumentException().isThrownBy(() -> stratum(1, 0.5, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> stratum(1));
        assertThatIllegalArgumentException().isThrownBy(() -> stratum(1, 1.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Stratum(2, List.of(0.5), List.of(-1.0)))
                .withMessage("value 0.5, variance -1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Stratum(2, List.of(0.5), List.of()));
    }

    /** A benchmark of 40 hard problems, of which 24 are drawn, and up to 4 responses of each; 1,000 reviews of it. */
    @Test
    void simulatedReviewsAreUnbiasedAndTheirIntervalsHoldTheTruth() {
        Random random = new Random(20261123);
        int n = 256;
        int[] c = new int[40];
        int[] valid = new int[40];
        for (int i = 0; i < c.length; i++) {
            c[i] = 1 + random.nextInt(12);
            for (int j = 0; j < c[i]; j++) {
                valid[i] += random.nextDouble() < (i % 4 == 0 ? 0.1 : 0.8) ? 1 : 0;
            }
        }
        for (int k : new int[] {1, 4, 64}) {
            double truth = 0;
            for (int i = 0; i < c.length; i++) {
                truth += PassAtK.estimate(n, valid[i], k).orElseThrow() / c.length;
            }
            double lower = 0;
            double upper = 0;
            int covered = 0;
            double widths = 0;
            int reviews = 1000;
            for (int review = 0; review < reviews; review++) {
                StratifiedMean[] found = review(random, n, c, valid, k);
                lower += found[0].mean() / reviews;
                upper += found[1].mean() / reviews;
                double low = found[0].mean() - found[0].halfWidth(0.95);
                double high = found[1].mean() + found[1].halfWidth(0.95);
                covered += low <= truth && truth <= high ? 1 : 0;
                widths += (high - low) / reviews;
            }
            // Four standard errors of the mean of the reviews, each of which is about a quarter of a width.
            double tolerance = 4 * widths / 4 / Math.sqrt(reviews);
            assertThat(lower).as("k %d", k).isLessThan(truth + tolerance);
            assertThat(upper).as("k %d", k).isGreaterThan(truth - tolerance);
            if (k <= 4) {
                assertThat(lower).as("k %d", k).isCloseTo(truth, within(tolerance));
            }
            // 95 % less two standard errors of 1,000 reviews; the bound of the variance makes it more.
            assertThat(covered).as("k %d", k).isGreaterThan(936);
            assertThat(upper - lower).as("k %d", k).isLessThan(0.02);
        }
    }

    /** Two strata by c; 12 problems of each; 4 responses of each problem. */
    private static StratifiedMean[] review(Random random, int n, int[] c, int[] valid, int k) {
        List<Stratum> lower = new ArrayList<>();
        List<Stratum> upper = new ArrayList<>();
        for (boolean few : new boolean[] {true, false}) {
            List<Integer> units = new ArrayList<>();
            for (int i = 0; i < c.length; i++) {
                if (c[i] <= 6 == few) {
                    units.add(i);
                }
            }
            Collections.shuffle(units, random);
            List<double[]> values = new ArrayList<>();
            for (int i : units.subList(0, Math.min(12, units.size()))) {
                int m = Math.min(4, c[i]);
                List<Boolean> responses = new ArrayList<>();
                for (int j = 0; j < c[i]; j++) {
                    responses.add(j < valid[i]);
                }
                Collections.shuffle(responses, random);
                int v = Collections.frequency(responses.subList(0, m), true);
                ReviewedPassAtK reviewed = ReviewedPassAtK.of(n, c[i], m, k);
                values.add(new double[] {
                    reviewed.lower(v), reviewed.lowerVariance(v), reviewed.upper(v), reviewed.upperVariance(v)
                });
            }
            lower.add(stratum(units.size(), values, 0));
            upper.add(stratum(units.size(), values, 2));
        }
        double largest = PassAtK.estimate(n, 12, k).orElseThrow();
        return new StratifiedMean[] {StratifiedMean.of(lower, largest), StratifiedMean.of(upper, largest)};
    }

    private static Stratum stratum(int units, List<double[]> values, int from) {
        return new Stratum(
                units,
                values.stream().map(value -> value[from]).toList(),
                values.stream().map(value -> value[from + 1]).toList());
    }
}
