package org.passk.jobs.conformance;

import java.util.Objects;

/**
 * What a verifier made of one case.
 *
 * @param score whether it is as expected
 * @param expected what the case expects, in words
 * @param got what came out, in words
 * @param rule the rule that decided
 */
record Finding(Score score, String expected, String got, String rule) {
    Finding {
        Objects.requireNonNull(score, "score");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(got, "got");
        Objects.requireNonNull(rule, "rule");
    }
}
