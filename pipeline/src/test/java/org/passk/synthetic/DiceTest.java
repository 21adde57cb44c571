package org.passk.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DiceTest {
    @Test
    void differentIdentitiesHaveDifferentNumbers() {
        assertThat(Dice.of(1, 2, 3).next()).isEqualTo(Dice.of(1, 2, 3).next());
        assertThat(Dice.of(1, 2, 3).next())
                .isNotEqualTo(Dice.of(1, 3, 2).next())
                .isNotEqualTo(Dice.of(1, 2, 3, 0).next())
                .isNotEqualTo(Dice.of(2, 2, 3).next());
    }

    @Test
    void theNormalNumbersHaveMeanZeroAndVarianceOne() {
        int n = 100_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double x = Dice.of(7, i).gaussian();
            sum += x;
            squares += x * x;
        }
        // Five standard errors.
        assertThat(sum / n).isCloseTo(0, within(5 / Math.sqrt(n)));
        assertThat(squares / n).isCloseTo(1, within(5 * Math.sqrt(2.0 / n)));
    }
}
