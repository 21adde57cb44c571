package org.passk.model;

import java.util.Objects;

/**
 * What a verifier says of one generation. Deterministic: a function of the text, the reference and the settings alone.
 *
 * @param outcome the outcome
 * @param channel how the answer was found
 * @param rule the stable name of the rule that decided, for example {@code exact-rational}; never empty
 * @param answer the canonical answer, equal for equivalent answers of one problem, wrong ones included; empty when
 *     there is none
 * @param fuel the steps spent, at least 0
 */
public record Verdict(Outcome outcome, Channel channel, String rule, String answer, int fuel) {
    /** Checks that nothing is null, the rule has a name and the fuel is not negative. */
    public Verdict {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(answer, "answer");
        if (rule.isEmpty()) {
            throw new IllegalArgumentException("rule is empty");
        }
        if (fuel < 0) {
            throw new IllegalArgumentException("fuel " + fuel + " is negative");
        }
    }
}
