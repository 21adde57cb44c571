package org.passk.verify.catalog;

import java.util.List;
import org.passk.model.Reference;
import org.passk.verify.Verifier;
import org.passk.verify.choice.ChoiceOptions;
import org.passk.verify.choice.ChoiceVerifier;

class ChoiceVerifierContractTest extends VerifierContract {
    @Override
    Verifier verifier() {
        return new ChoiceVerifier(new ChoiceOptions("ABCDE", true, true, 2_000));
    }

    @Override
    List<Reference> references() {
        return List.of(new Reference.Choice('A'), Reference.MathAnswer.of("(B) 12"));
    }
}
