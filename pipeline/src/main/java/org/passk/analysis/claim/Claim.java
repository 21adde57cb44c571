package org.passk.analysis.claim;

import java.util.OptionalDouble;

/**
 * A line of a claim file.
 *
 * @param line its number, from 1
 * @param text the line without comment
 * @param quantity what it is about
 * @param relation how it compares
 * @param threshold with what
 * @param level nominal coverage of the interval that has to lie on the right side as a whole; empty where estimates decide
 * @param benchmark the benchmark; empty for every one
 */
public record Claim(
        int line,
        String text,
        Quantity quantity,
        Relation relation,
        double threshold,
        OptionalDouble level,
        String benchmark) {
    /** Checks the level. */
    public Claim {
        double coverage = level.orElse(0.5);
        if (!(coverage > 0 && coverage < 1)) {
            throw new IllegalArgumentException("level " + coverage + " is not in (0, 1)");
        }
    }
}
