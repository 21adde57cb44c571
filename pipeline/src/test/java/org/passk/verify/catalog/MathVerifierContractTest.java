package org.passk.verify.catalog;

import java.util.List;
import org.passk.model.Reference;
import org.passk.verify.Verifier;
import org.passk.verify.math.MathOptions;
import org.passk.verify.math.MathVerifier;

class MathVerifierContractTest extends VerifierContract {
    @Override
    Verifier verifier() {
        return new MathVerifier(MathOptions.defaults());
    }

    @Override
    List<Reference> references() {
        return List.of(
                Reference.MathAnswer.of("\\frac{1}{2}"),
                Reference.MathAnswer.of("x=5"),
                Reference.MathAnswer.of("(1, 2)"),
                new Reference.MathAnswer("1, 2", true, "cm"));
    }
}
