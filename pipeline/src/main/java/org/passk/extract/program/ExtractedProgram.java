package org.passk.extract.program;

import java.util.Objects;
import org.passk.extract.Extraction;
import org.passk.model.Channel;

/**
 * The program that a rule found.
 *
 * @param rule the rule that was asked
 * @param source the complete source; empty when there is none, or one above the limit
 * @param unfinished whether the text stops inside its reasoning (an unclosed think tag)
 * @param tooLong whether there was a program above the limit
 */
public record ExtractedProgram(ProgramRule rule, String source, boolean unfinished, boolean tooLong) {
    /** Checks that a program above the limit is not kept. */
    public ExtractedProgram {
        Objects.requireNonNull(rule, "rule");
        if (tooLong && !source.isEmpty()) {
            throw new IllegalArgumentException("a program above the limit of " + source.length() + " characters");
        }
    }

    /** Whether there is a program within the limit. */
    public boolean present() {
        return !source.isEmpty();
    }

    /**
     * The program as an answer. Benchmarks run what a text that was cut off has so far, so the answer is never open.
     */
    public Extraction toExtraction() {
        return present() ? new Extraction(Channel.PROGRAM_RULE, source, unfinished) : Extraction.none(unfinished);
    }
}
