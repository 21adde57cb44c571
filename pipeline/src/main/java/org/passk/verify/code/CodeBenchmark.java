package org.passk.verify.code;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.passk.extract.program.ProgramRule;
import org.passk.format.TextForm;

/**
 * How the programs of one benchmark are found and how long they may run.
 *
 * @param rule the rule for texts as the model wrote them; completions and solutions say themselves what they are
 * @param cpuSeconds CPU time of a program (of one test, where the benchmark limits each), above 0 and at most 1,800
 * @param tests which tests decide
 */
public record CodeBenchmark(ProgramRule rule, double cpuSeconds, TestScope tests) implements Serializable {
    /** A second run may take twice as long, and servers take an hour at most. */
    public static final double MAX_CPU_SECONDS = 1_800;

    /** Checks the range. */
    public CodeBenchmark {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(tests, "tests");
        if (!(cpuSeconds > 0 && cpuSeconds <= MAX_CPU_SECONDS)) {
            throw new IllegalArgumentException("cpu " + cpuSeconds + " s");
        }
    }

    /**
     * What the harness of a benchmark does, unless something else is wanted.
     *
     * @param format name of the format of the problem file
     * @param rule another rule for texts as the model wrote them, if any
     * @param cpuSeconds another limit; NaN for the harness's own
     * @param tests which tests decide
     */
    public static CodeBenchmark of(String format, Optional<ProgramRule> rule, double cpuSeconds, TestScope tests) {
        return new CodeBenchmark(
                rule.orElse(officialRule(format)),
                Double.isNaN(cpuSeconds) ? officialSeconds(format) : cpuSeconds,
                tests);
    }

    private static ProgramRule officialRule(String format) {
        return switch (format) {
            case "livecodebench" -> ProgramRule.LAST_FENCES;
            case "code_r1" -> ProgramRule.ANSWER_BLOCKS;
            default -> ProgramRule.SANITIZE;
        };
    }

    /** human-eval and its users: 3 s; evalplus: 4 s an input; LiveCodeBench: 6 s a test; Code-R1: 30 s. */
    private static double officialSeconds(String format) {
        return switch (format) {
            case "evalplus" -> 4;
            case "livecodebench" -> 6;
            case "code_r1" -> 30;
            default -> 3;
        };
    }

    /** The rule for a text of that form. */
    public ProgramRule rule(TextForm form) {
        return switch (form) {
            case GENERATION -> rule;
            case COMPLETION -> ProgramRule.COMPLETION;
            case SOLUTION -> ProgramRule.SOLUTION;
        };
    }
}
