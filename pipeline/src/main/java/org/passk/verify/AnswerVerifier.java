package org.passk.verify;

import org.passk.extract.Extraction;
import org.passk.model.Verdict;

/** Verifies answers to one problem, whose reference it holds in a form made for it. As safe as its {@link Verifier}. */
@FunctionalInterface
public interface AnswerVerifier {
    /**
     * Compares an extracted answer with the reference.
     *
     * @param extraction what {@link Verifier#extract} found
     * @param truncated whether the generation was cut off at the token limit
     * @return the verdict
     */
    Verdict verify(Extraction extraction, boolean truncated);
}
