package org.passk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CrossoverTest {
    private static MeanCurve curve(long n, long... correct) {
        List<CountGroup> groups = new ArrayList<>();
        for (long c : correct) {
            groups.add(new CountGroup(n, c, 1));
        }
        return MeanCurve.of(CountHistogram.of(groups));
    }

    /** Expected values by Python 3.11 fractions. */
    @Test
    void theBaseOfTheTwoModelExampleOvertakesAt71() {
        MeanCurve base = curve(256, 0, 1, 4, 60, 200);
        MeanCurve trained = curve(256, 0, 0, 30, 180, 256);
        assertThat(Crossover.between(base, trained)).isEqualTo(new Crossover(OptionalInt.of(71), 1, 256));
        assertThat(base.at(71)).isCloseTo(0.601417263596, within(5e-13));
        assertThat(trained.at(71)).isCloseTo(0.599994287874, within(5e-13));
        assertThat(base.at(70)).isLessThan(trained.at(70));
    }

    @Test
    void smallRunsAgreeWithTheEnumerationOfAllSubsets() {
        Random random = new Random(5);
        int ties = 0;
        for (int trial = 0; trial < 300; trial++) {
            int n = 2 + random.nextInt(9);
            int problems = 1 + random.nextInt(5);
            long[] base = random.longs(problems, 0, n + 1L).toArray();
            long[] trained = random.longs(problems, 0, n + 1L).toArray();
            int start = 1;
            int changes = 0;
            int sign = 0;
            for (int k = 1; k <= n; k++) {
                long difference = subsetsWithCorrect(n, k, base) - subsetsWithCorrect(n, k, trained);
                ties += difference == 0 ? 1 : 0;
                start = difference < 0 ? k + 1 : start;
                changes += Long.signum(difference) * sign < 0 ? 1 : 0;
                sign = difference == 0 ? sign : Long.signum(difference);
            }
            OptionalInt expected = start > n ? OptionalInt.empty() : OptionalInt.of(start);
            assertThat(Crossover.between(curve(n, base), curve(n, trained)))
                    .as("n=%d base=%s trained=%s", n, base, trained)
                    .isEqualTo(new Crossover(expected, changes, n));
        }
        assertThat(ties).isGreaterThan(100);
    }

    /** Over all k-subsets of n samples, the first c of which are correct: how many hold a correct one; over problems. */
    private static long subsetsWithCorrect(int n, int k, long... correct) {
        long count = 0;
        for (long c : correct) {
            int right = (1 << c) - 1;
            for (int subset = 0; subset < 1 << n; subset++) {
                count += Integer.bitCount(subset) == k && (subset & right) != 0 ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void differencesInTheLastDigitsAreNoCrossing() {
        double half = 0.5;
        double above = half + 4 * Math.ulp(half);
        double farther = half + 5 * Math.ulp(half);
        assertThat(Crossover.between(new double[] {half}, new double[] {above}))
                .isEqualTo(new Crossover(OptionalInt.of(1), 0, 1));
        assertThat(Crossover.between(new double[] {half}, new double[] {farther}))
                .isEqualTo(new Crossover(OptionalInt.empty(), 0, 1));
    }

    @Test
    void signChangesPassOverEqualValues() {
        double[] base = {0.1, 0.2, 0.3, 0.5, 0.5, 0.7};
        double[] trained = {0.2, 0.2, 0.2, 0.5, 0.6, 0.6};
        assertThat(Crossover.between(base, trained)).isEqualTo(new Crossover(OptionalInt.of(6), 3, 6));
        assertThat(Crossover.between(trained, base)).isEqualTo(new Crossover(OptionalInt.empty(), 3, 6));
    }

    @Test
    void onlyTheCommonPartOfTheCurvesIsCompared() {
        assertThat(Crossover.between(new double[] {0, 0.5, 0.1}, new double[] {0.1, 0.2}))
                .isEqualTo(new Crossover(OptionalInt.of(2), 1, 2));
    }

    @Test
    void curvesThatAreNoneAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Crossover.between(new double[0], new double[1]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Crossover.between(new double[] {0, 0.5}, new double[] {0, Double.NaN}))
                .withMessage("base 0.5, trained NaN at k 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Crossover.between(new double[] {Double.POSITIVE_INFINITY}, new double[] {0}));
        assertThatIllegalArgumentException().isThrownBy(() -> new Crossover(OptionalInt.of(3), 0, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Crossover(OptionalInt.of(0), 0, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Crossover(OptionalInt.of(1), -1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Crossover(OptionalInt.empty(), 0, 0));
    }
}
