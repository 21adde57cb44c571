package org.passk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WeightedValuesTest {
    @Test
    void weightsCountProblems() {
        WeightedValues values = new WeightedValues();
        values.add(0, 2);
        values.add(0.5, 1);
        values.add(1, 1);
        // Python 3.11 statistics: mean([0,0,.5,1]) = 0.375, stdev = 0.47871355387816905, / sqrt(4)
        MeanOverProblems summary = values.summary().orElseThrow();
        assertThat(summary.problems()).isEqualTo(4);
        assertThat(summary.mean()).isEqualTo(0.375);
        assertThat(summary.standardError()).isCloseTo(0.23935677693908453, within(1e-16));
    }

    @Test
    void nothingHasNoMean() {
        assertThat(new WeightedValues().summary()).isEmpty();
    }

    @Test
    void oneProblemHasNoStandardError() {
        WeightedValues values = new WeightedValues();
        values.add(0.25, 1);
        assertThat(values.summary().orElseThrow().mean()).isEqualTo(0.25);
        assertThat(values.summary().orElseThrow().standardError()).isNaN();
    }

    @Test
    void theSumIsCompensated() {
        WeightedValues values = new WeightedValues();
        values.add(1, 1);
        for (int i = 0; i < 1_000_000; i++) {
            values.add(1e-16, 1);
        }
        // A plain sum loses every small term and gives 1 / 1000001; exact: (1 + 1e-10) / 1000001.
        assertThat(values.summary().orElseThrow().mean() * 1_000_001).isCloseTo(1 + 1e-10, within(3e-16));
    }

    @Test
    void rejectsWhatIsNoValue() {
        WeightedValues values = new WeightedValues();
        assertThatIllegalArgumentException().isThrownBy(() -> values.add(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> values.add(0.5, 0));
    }
}
