package org.passk.analysis.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionTest {
    @Test
    void theMostFrequentLabelDecides() {
        assertThat(Decision.of(List.of(Label.VALID))).isEqualTo(Decision.VALID);
        assertThat(Decision.of(List.of(Label.INVALID, Label.VALID, Label.INVALID)))
                .isEqualTo(Decision.INVALID);
        assertThat(Decision.of(List.of(Label.UNSURE, Label.VALID, Label.UNSURE)))
                .isEqualTo(Decision.UNSURE);
    }

    @Test
    void equalNumbersDecideNothing() {
        assertThat(Decision.of(List.of(Label.VALID, Label.INVALID))).isEqualTo(Decision.TIE);
        assertThat(Decision.of(List.of(Label.VALID, Label.UNSURE))).isEqualTo(Decision.TIE);
        assertThat(Decision.of(List.of(Label.VALID, Label.INVALID, Label.UNSURE)))
                .isEqualTo(Decision.TIE);
        assertThat(Decision.of(List.of())).isEqualTo(Decision.MISSING);
    }

    @Test
    void onlyValidAndInvalidAreLabels() {
        assertThat(List.of(Decision.values()).stream().filter(Decision::isLabelled))
                .containsExactly(Decision.VALID, Decision.INVALID);
    }

    @Test
    void labelsAreReadInAnyCase() {
        assertThat(Label.of(" Valid ")).contains(Label.VALID);
        assertThat(Label.of("ok")).isEmpty();
    }

    @Test
    void agreementIsAboutWhatBothLabelled() {
        List<Agreement> pairs = Agreement.of(Map.of(
                "r1", Map.of("ada", Label.VALID, "bo", Label.VALID, "cy", Label.INVALID),
                "r2", Map.of("ada", Label.INVALID, "bo", Label.INVALID),
                "r3", Map.of("ada", Label.VALID, "bo", Label.INVALID),
                "r4", Map.of("bo", Label.VALID, "dee", Label.UNSURE)));
        assertThat(pairs.stream().map(pair -> pair.first() + " " + pair.second()))
                .containsExactly("ada bo", "ada cy", "bo cy", "bo dee");
        // Equal in 2 of 3; chance (2 · 1 + 1 · 2) / 9.
        assertThat(pairs.get(0).kappa().items()).isEqualTo(3);
        assertThat(pairs.get(0).kappa().kappa().orElseThrow()).isCloseTo(0.4, within(1e-15));
    }
}
