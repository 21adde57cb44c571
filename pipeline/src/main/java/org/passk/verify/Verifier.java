package org.passk.verify;

import org.passk.extract.Extraction;
import org.passk.model.Reference;
import org.passk.model.Verdict;

/**
 * Verifies generations in two steps, so that the text can be let go before the reference is known: {@link #extract}
 * needs the text alone, {@link #verify} needs only the small extraction.
 *
 * <p>Implementations never throw on any input, are deterministic functions of their arguments and settings, bounded by
 * steps and sizes and never by a clock, and safe for use by several threads.
 */
public interface Verifier {
    /** Name and version; a change of any verdict changes it. Part of the fingerprint of every segment. */
    String version();

    /**
     * Finds the answer in a generation.
     *
     * @param text the generation as sampled
     * @return the answer and its channel
     */
    Extraction extract(String text);

    /**
     * Compares an extracted answer with the reference.
     *
     * @param reference the problem's reference
     * @param extraction what {@link #extract} found
     * @param truncated whether the generation was cut off at the token limit ({@code finish_reason = length})
     * @return the verdict
     */
    Verdict verify(Reference reference, Extraction extraction, boolean truncated);

    /**
     * Reads a reference once for many answers.
     *
     * @param reference the problem's reference
     * @return gives the verdicts of {@link #verify}
     */
    default AnswerVerifier against(Reference reference) {
        return (extraction, truncated) -> verify(reference, extraction, truncated);
    }
}
