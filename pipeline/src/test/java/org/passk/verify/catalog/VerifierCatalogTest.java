package org.passk.verify.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;
import org.passk.model.Outcome;
import org.passk.model.Reference;
import org.passk.verify.Verifier;
import org.passk.verify.math.MathOptions;

class VerifierCatalogTest {
    private final VerifierCatalog catalog = new VerifierCatalog(MathOptions.defaults());

    @Test
    void givesTheVerifierOfAName() {
        Verifier math = catalog.verifier("math");
        assertThat(math).isInstanceOf(GuardedVerifier.class);
        assertThat(math.version()).startsWith("math/");
        assertThat(math.verify(Reference.MathAnswer.of("5"), math.extract("\\boxed{5}"), false)
                        .outcome())
                .isEqualTo(Outcome.CORRECT);
    }

    @Test
    void givesTheVerifierOfChoices() {
        Verifier choice = catalog.verifier("choice");
        assertThat(choice.version()).startsWith("choice/");
        assertThat(choice.verify(new Reference.Choice('B'), choice.extract("It is (B)."), false)
                        .outcome())
                .isEqualTo(Outcome.CORRECT);
    }

    @Test
    void anUnknownNameListsTheKnownOnes() {
        assertThat(catalog.names()).containsExactly("math", "choice");
        assertThatThrownBy(() -> catalog.verifier("maths"))
                .isInstanceOfSatisfying(
                        PasskException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.CONFIGURATION))
                .hasMessage("verifier \"maths\" is unknown; known are: math, choice");
    }
}
