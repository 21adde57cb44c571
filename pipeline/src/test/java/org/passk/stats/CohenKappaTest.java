package org.passk.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CohenKappaTest {
    @Test
    void isThatOfExactFractions() {
        // Python 3.11 fractions.Fraction: 2/5, and 40/67.
        CohenKappa two = CohenKappa.of(new long[][] {{20, 5}, {10, 15}});
        assertThat(two.agreement()).isEqualTo(0.7);
        assertThat(two.kappa()).hasValue(0.4);
        CohenKappa three = CohenKappa.of(new long[][] {{7, 1, 2}, {3, 9, 0}, {1, 0, 4}});
        assertThat(three.items()).isEqualTo(27);
        assertThat(three.kappa().orElseThrow()).isCloseTo(0.5970149253731343, within(1e-15));
    }

    @Test
    void isUndefinedWhereBothKnowOneLabelAlone() {
        CohenKappa same = CohenKappa.of(new long[][] {{5, 0}, {0, 0}});
        assertThat(same.agreement()).isEqualTo(1);
        assertThat(same.kappa()).isEmpty();
    }

    @Test
    void isNegativeWhereReviewersContradictEachOther() {
        assertThat(CohenKappa.of(new long[][] {{0, 3}, {3, 0}}).kappa()).hasValue(-1);
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThatIllegalArgumentException().isThrownBy(() -> CohenKappa.of(new long[][] {{0, 0}, {0, 0}}));
        assertThatIllegalArgumentException().isThrownBy(() -> CohenKappa.of(new long[][] {{1, 0}, {0}}));
        assertThatIllegalArgumentException().isThrownBy(() -> CohenKappa.of(new long[][] {{-1}}));
    }
}
