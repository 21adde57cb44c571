package org.passk.verify.code;

import java.util.Objects;
import java.util.Optional;
import org.passk.model.Channel;
import org.passk.model.Outcome;
import org.passk.model.Verdict;

/**
 * What tests say of one program.
 *
 * @param outcome by all tests
 * @param rule what decided: {@code passed}, {@code assertion}, {@code exception}, {@code cpu}, …
 * @param detail a message for people; may hold the program's own text
 * @param basePassed whether the base tests held, where they are counted apart
 * @param cpuSeconds CPU time of the run that decided
 * @param nearLimit whether that run ended so near to its limit that another machine might decide otherwise
 */
public record ProgramOutcome(
        Outcome outcome,
        String rule,
        String detail,
        Optional<Boolean> basePassed,
        double cpuSeconds,
        boolean nearLimit) {
    /** Checks that everything is present. */
    public ProgramOutcome {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(basePassed, "basePassed");
    }

    /** A failure of ours. */
    public static ProgramOutcome fault(String rule, String detail) {
        return new ProgramOutcome(Outcome.FAULT, rule, detail, Optional.empty(), 0, false);
    }

    /** Whether the same program need never be run again. */
    public boolean isFinal() {
        return outcome != Outcome.FAULT && !nearLimit;
    }

    /**
     * The verdict on a sample.
     *
     * @param tests which tests decide
     * @param extraction the rule that found the program
     * @param digest the program's key: equal programs are equal answers
     */
    public Verdict verdict(TestScope tests, String extraction, String digest) {
        boolean byBase = tests == TestScope.BASE && outcome != Outcome.FAULT && basePassed.orElse(false);
        return new Verdict(
                byBase ? Outcome.CORRECT : outcome,
                Channel.PROGRAM_RULE,
                extraction + "/" + (byBase ? "passed" : rule),
                digest,
                0);
    }
}
