package org.passk.stats.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passk.stats.distribution.Normal;
import org.passk.stats.distribution.SplitMix;

class ProblemBootstrapTest {
    private static double[] values(int count, double from, double to) {
        SplitMix numbers = SplitMix.of(11, count);
        double[] values = new double[count];
        Arrays.setAll(values, i -> from + (to - from) * numbers.unit());
        return values;
    }

    @Test
    void everyDrawHoldsAsManyProblemsAsThereAre() {
        ProblemBootstrap bootstrap = ProblemBootstrap.of(37, 50, 5);
        long[] seen = new long[37];
        for (int draw = 0; draw < 50; draw++) {
            int total = 0;
            for (int problem = 0; problem < 37; problem++) {
                total += bootstrap.weight(draw, problem);
                seen[problem] += bootstrap.weight(draw, problem);
            }
            assertThat(total).isEqualTo(37);
        }
        // Binomial(1850, 1/37): 50 with standard deviation 7.
        assertThat(Arrays.stream(seen).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(15L, 85L));
    }

    @Test
    void theSeedDecides() {
        double[] values = values(20, 0, 1);
        assertThat(ProblemBootstrap.of(20, 10, 3).resample(values, 1).draws(0))
                .isEqualTo(ProblemBootstrap.of(20, 10, 3).resample(values, 1).draws(0))
                .isNotEqualTo(ProblemBootstrap.of(20, 10, 4).resample(values, 1).draws(0));
    }

    @Test
    void aDrawDoesNotDependOnTheNumberOfDraws() {
        double[] values = values(20, 0, 1);
        assertThat(ProblemBootstrap.of(20, 100, 3).resample(values, 1).draws(0))
                .startsWith(ProblemBootstrap.of(20, 10, 3).resample(values, 1).draws(0));
    }

    @Test
    void theKernelIsTheWeightedMean() {
        // More columns than a block of the kernel, and draws that do not fill one.
        int columns = 300;
        double[] values = values(13 * columns, -1, 1);
        ProblemBootstrap bootstrap = ProblemBootstrap.of(13, 21, 1);
        BootstrapMeans means = bootstrap.resample(values, columns);
        for (int column = 0; column < columns; column++) {
            double point = 0;
            for (int problem = 0; problem < 13; problem++) {
                point += values[problem * columns + column] / 13;
            }
            assertThat(means.point(column)).isCloseTo(point, within(1e-15));
            for (int draw = 0; draw < 21; draw++) {
                double sum = 0;
                for (int problem = 0; problem < 13; problem++) {
                    sum += bootstrap.weight(draw, problem) * values[problem * columns + column];
                }
                assertThat(means.mean(draw, column)).isCloseTo(sum / 13, within(1e-15));
            }
        }
        double[] some = bootstrap.means(values, columns, 270, 290, 20, 3);
        assertThat(some).hasSize(40);
        assertThat(some[19]).isEqualTo(means.mean(20, 289));
        assertThat(some[20]).isEqualTo(means.mean(3, 270));
    }

    @Test
    void theSpreadOfTheMeansIsTheStandardErrorOfTheMean() {
        double[] values = values(200, 0, 1);
        double[] means = ProblemBootstrap.of(200, 4000, 1).resample(values, 1).draws(0);
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance =
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / 200;
        double spread = Arrays.stream(means).map(m -> (m - mean) * (m - mean)).sum() / 4000;
        // A variance estimated from 4000 draws has a relative standard error of 2.2 %.
        assertThat(spread).isCloseTo(variance / 200, within(0.1 * variance / 200));
    }

    @Test
    void thePercentileIntervalIsMadeOfOrderStatistics() {
        ProblemBootstrap bootstrap = ProblemBootstrap.of(30, 1999, 7);
        BootstrapMeans means = bootstrap.resample(values(60, 0, 1), 2);
        double[] sorted = means.draws(1);
        Arrays.sort(sorted);
        Interval interval = means.percentile(1, 0.95);
        assertThat(interval.low()).isEqualTo(sorted[49]);
        assertThat(interval.high()).isEqualTo(sorted[1949]);
        assertThat(interval.method()).isEqualTo(Method.BOOTSTRAP_PERCENTILE);
        assertThat(interval.target()).isEqualTo(Target.POPULATION);
    }

    @Test
    void theBandIsMadeOfTheIntervalsOfItsColumnsAtTheLevelThatHoldsAllDraws() {
        double[] values = values(50 * 6, 0, 1);
        BootstrapMeans means = ProblemBootstrap.of(50, 1999, 7).resample(values, 6);
        List<Interval> band = means.band(1, 6, 0.95);
        assertThat(band).hasSize(5);
        double[] largest = new double[1999];
        for (int column = 1; column < 6; column++) {
            double[] drawn = means.draws(column);
            double mean = Arrays.stream(drawn).average().orElseThrow();
            double variance =
                    Arrays.stream(drawn).map(v -> (v - mean) * (v - mean)).sum() / 1999;
            for (int draw = 0; draw < 1999; draw++) {
                double distance = Math.abs(drawn[draw] - means.point(column)) / Math.sqrt(variance);
                largest[draw] = Math.max(largest[draw], distance);
            }
        }
        Arrays.sort(largest);
        // 1,900 of the draws stay within it in every column.
        double each = 1 - 2 * Normal.cdf(-largest[1899]);
        assertThat(each).isBetween(0.95, 1 - 0.05 / 5);
        for (int column = 1; column < 6; column++) {
            Interval single = MeanInterval.of(column(values, 6, column), each);
            assertThat(band.get(column - 1).low()).isCloseTo(single.low(), within(1e-12));
            assertThat(band.get(column - 1).high()).isCloseTo(single.high(), within(1e-12));
            assertThat(band.get(column - 1).level()).isEqualTo(0.95);
        }
        assertThat(band.get(0).method()).isEqualTo(Method.BOOTSTRAP_BAND);
        assertThat(band.get(0).flags()).containsExactly(Flag.SIMULTANEOUS);
    }

    @Test
    void theBandOfDifferencesIsMadeOfTheirIntervals() {
        double[] values = values(40 * 2, -1, 1);
        List<Interval> band =
                ProblemBootstrap.of(40, 500, 3).resample(values, 2).bandOfDifferences(0, 1, 0.95);
        Interval single = DifferenceInterval.of(column(values, 2, 0), 0.95);
        // One column: its supremum is that of a nearly normal variable.
        assertThat(band.get(0).low()).isCloseTo(single.low(), within(0.1 * single.width()));
        assertThat(band.get(0).high()).isCloseTo(single.high(), within(0.1 * single.width()));
    }

    @Test
    void theBandStaysInTheRangeOfTheValues() {
        double[] rare = new double[20];
        rare[3] = 1;
        assertThat(band(rare).low()).isNotNegative();
    }

    @Test
    void theBandOfDifferencesMayReachBelowZeroWhereNoneIsSeenThere() {
        double[] gains = new double[20];
        gains[3] = 0.01;
        assertThat(ProblemBootstrap.of(20, 500, 1)
                        .resample(gains, 1)
                        .bandOfDifferences(0, 1, 0.95)
                        .get(0)
                        .low())
                .isNegative();
    }

    @Test
    void theBandOfEqualValuesLeavesRoomForTheUnseen() {
        assertThat(band(new double[20]).low()).isZero();
        assertThat(band(new double[20]).high())
                .isEqualTo(MeanInterval.of(new double[20], 0.95).high());
    }

    @Test
    void oneProblemHasNoBand() {
        assertThat(band(0.5).refusal()).isEqualTo("no variance from 1 problems");
    }

    private static Interval band(double... values) {
        return ProblemBootstrap.of(values.length, 500, 1)
                .resample(values, 1)
                .band(0, 1, 0.95)
                .get(0);
    }

    private static double[] column(double[] values, int columns, int column) {
        return IntStream.range(0, values.length / columns)
                .mapToDouble(i -> values[i * columns + column])
                .toArray();
    }

    @Test
    void rejectsWhatIsOutsideItsDomain() {
        ProblemBootstrap bootstrap = ProblemBootstrap.of(2, 3, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> ProblemBootstrap.of(0, 3, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> ProblemBootstrap.of(40_000, 3, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> ProblemBootstrap.of(2, 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bootstrap.resample(new double[3], 2))
                .withMessage("3 values for 2 problems of 2 columns");
        assertThatIllegalArgumentException().isThrownBy(() -> bootstrap.resample(new double[0], 0));
        assertThatIllegalArgumentException().isThrownBy(() -> bootstrap.resample(new double[] {0, 2}, 1));
        BootstrapMeans means = bootstrap.resample(new double[2], 1);
        assertThatIllegalArgumentException().isThrownBy(() -> means.band(0, 2, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> means.band(-1, 1, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> means.band(1, 1, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> means.percentile(0, 1.5));
    }
}
