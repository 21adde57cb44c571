package org.passk.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.passk.model.Outcome;

class ConfusionTableTest {
    private static ConfusionTable table(long bothRight, long onlyA, long onlyB, long bothWrong) {
        return ConfusionTable.empty()
                .plus(Outcome.CORRECT, Outcome.CORRECT, bothRight)
                .plus(Outcome.CORRECT, Outcome.INCORRECT, onlyA)
                .plus(Outcome.INCORRECT, Outcome.CORRECT, onlyB)
                .plus(Outcome.INCORRECT, Outcome.INCORRECT, bothWrong);
    }

    @Test
    void kappaIsThatOfTheWorkedExampleOfTheBooks() {
        // 20, 5, 10, 15: p_o = 0.7, p_e = 0.5 (as in the article on Cohen's kappa of Wikipedia).
        ConfusionTable table = table(20, 5, 10, 15);
        assertThat(table.agreement().getAsDouble()).isEqualTo(0.7);
        assertThat(table.kappa().getAsDouble()).isCloseTo(0.4, within(1e-15));
    }

    @Test
    void totalsAreThoseOfRowsAndColumns() {
        ConfusionTable table = table(20, 5, 10, 15).plus(Outcome.FAULT, Outcome.CORRECT, 3);
        assertThat(table.ofA(Outcome.CORRECT)).isEqualTo(25);
        assertThat(table.ofA(Outcome.FAULT)).isEqualTo(3);
        assertThat(table.ofB(Outcome.CORRECT)).isEqualTo(33);
        assertThat(table.samples()).isEqualTo(53);
        assertThat(table.agreeing()).isEqualTo(35);
    }

    @Test
    void kappaIsUndefinedWhereChanceAloneAgreesAlways() {
        assertThat(table(7, 0, 0, 0).kappa()).isEmpty();
        assertThat(table(7, 0, 0, 0).agreement()).hasValue(1);
        assertThat(ConfusionTable.empty().kappa()).isEmpty();
        assertThat(ConfusionTable.empty().agreement()).isEmpty();
    }

    @Test
    void countsThatOverflowWhenTheyAreSquaredDoNoHarm() {
        long many = 1L << 40;
        assertThat(table(20 * many, 5 * many, 10 * many, 15 * many).kappa().getAsDouble())
                .isCloseTo(0.4, within(1e-15));
    }

    @Test
    void aTableStaysAsItIsWhenSamplesAreAdded() {
        ConfusionTable table = table(1, 0, 0, 0);
        table.plus(Outcome.CORRECT, Outcome.CORRECT, 5);
        assertThat(table.samples()).isEqualTo(1);
        assertThatThrownBy(() -> table.plus(Outcome.CORRECT, Outcome.CORRECT, -1))
                .hasMessageContaining("-1");
    }
}
