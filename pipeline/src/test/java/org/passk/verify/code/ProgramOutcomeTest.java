package org.passk.verify.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passk.model.Channel;
import org.passk.model.Outcome;
import org.passk.model.Verdict;

class ProgramOutcomeTest {
    @ParameterizedTest
    @CsvSource({
        "CORRECT, true, ALL, CORRECT, solution/rule",
        "INCORRECT, true, ALL, INCORRECT, solution/rule",
        "INCORRECT, true, BASE, CORRECT, solution/passed",
        "TIMEOUT, true, BASE, CORRECT, solution/passed",
        "INCORRECT, false, BASE, INCORRECT, solution/rule",
        "INCORRECT, , BASE, INCORRECT, solution/rule",
        "CORRECT, , BASE, CORRECT, solution/rule",
        "FAULT, true, BASE, FAULT, solution/rule"
    })
    void theBaseTestsDecideWhereTheyAreAskedFor(
            Outcome outcome, Boolean base, TestScope tests, Outcome verdict, String rule) {
        ProgramOutcome found = new ProgramOutcome(outcome, "rule", "", Optional.ofNullable(base), 1, false);
        assertThat(found.verdict(tests, "solution", "digest"))
                .isEqualTo(new Verdict(verdict, Channel.PROGRAM_RULE, rule, "digest", 0));
    }
}
