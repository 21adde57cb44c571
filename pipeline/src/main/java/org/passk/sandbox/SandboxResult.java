package org.passk.sandbox;

import java.util.Map;
import java.util.Objects;

/**
 * How a candidate did.
 *
 * @param outcome the kind of end
 * @param rule what decided: {@code passed}, {@code assertion}, {@code exception}, {@code cpu}, {@code memory}, …
 * @param detail a message for people, at most a few hundred characters; may hold the candidate's own text
 * @param cpuSeconds CPU time of the candidate
 * @param wallSeconds elapsed time
 * @param memoryBytes the most address space it held beyond that of the bare interpreter; 0 where unknown
 * @param groups the groups of tests that are counted apart ({@code base}, {@code plus}) and whether each passed
 * @param load the share of its CPU time that it used, slack not counted: of the whole run, or of the test or group of tests
 *     that came nearest to the limit where each has its own; at least 0, and above 1 where slack let it go on
 */
public record SandboxResult(
        End outcome,
        String rule,
        String detail,
        double cpuSeconds,
        double wallSeconds,
        long memoryBytes,
        Map<String, Boolean> groups,
        double load) {
    /** The kinds of end. */
    public enum End {
        /** All tests held. */
        PASSED,
        /** A test did not hold, or the program broke. */
        FAILED,
        /** It ran beyond its CPU time, or slept beyond the backstop. */
        TIMEOUT,
        /** It wanted more memory, output or files than it may have. */
        RESOURCE,
        /** The sandbox failed; says nothing about the candidate. */
        FAULT
    }

    /** Checks that the texts are present, and copies the groups. */
    public SandboxResult {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(detail, "detail");
        groups = Map.copyOf(groups);
    }

    /** A failure of the sandbox. */
    static SandboxResult fault(String rule, String detail) {
        return new SandboxResult(End.FAULT, rule, detail, 0, 0, 0, Map.of(), 0);
    }
}
