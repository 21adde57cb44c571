package org.passk.verify.code;

import java.util.Objects;

/**
 * A program to be decided.
 *
 * @param source the complete source, or the text that it is to be found in
 * @param sanitizeFor the tested function, where evalplus' sanitize has to find the program; empty for a complete source
 */
public record Candidate(String source, String sanitizeFor) {
    /** Checks that both are present. */
    public Candidate {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(sanitizeFor, "sanitizeFor");
    }

    /** A complete source. */
    public static Candidate of(String source) {
        return new Candidate(source, "");
    }
}
