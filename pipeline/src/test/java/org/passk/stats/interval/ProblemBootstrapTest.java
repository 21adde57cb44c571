package org.passk.stats.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
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
    void theBandHoldsWholeCurvesAsOftenAsItSays() {
        ProblemBootstrap bootstrap = ProblemBootstrap.of(50, 1999, 7);
        BootstrapMeans means = bootstrap.resample(values(50 * 6, 0, 1), 6);
        List<Interval> band = means.band(1, 6, 0.95);
        assertThat(band).hasSize(5);
        int inside = 0;
        for (int draw = 0; draw < 1999; draw++) {
            boolean all = true;
            for (int j = 0; j < 5; j++) {
                // The draw at the limit itself, but for rounding.
                double mean = means.mean(draw, j + 1);
                all &= band.get(j).low() - 1e-12 <= mean && mean <= band.get(j).high() + 1e-12;
            }
            inside += all ? 1 : 0;
        }
        assertThat(inside).isEqualTo(1900);
        assertThat(band.get(0).flags()).containsExactly(Flag.SIMULTANEOUS);
        assertThat(band.get(2).width())
                .isGreaterThan(1.2 * means.percentile(3, 0.95).width());
    }

    @Test
    void theBandStaysInTheRangeOfTheValues() {
        double[] rare = new double[20];
        rare[3] = 1;
        assertThat(ProblemBootstrap.of(20, 500, 1)
                        .resample(rare, 1)
                        .band(0, 1, 0.95)
                        .get(0)
                        .low())
                .isZero();
        rare[4] = -0.5;
        assertThat(ProblemBootstrap.of(20, 500, 1)
                        .resample(rare, 1)
                        .band(0, 1, 0.95)
                        .get(0)
                        .low())
                .isNegative();
    }

    @Test
    void equalValuesHaveNoSpread() {
        Interval interval = ProblemBootstrap.of(20, 500, 1)
                .resample(new double[20], 1)
                .band(0, 1, 0.95)
                .get(0);
        assertThat(interval.width()).isZero();
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
