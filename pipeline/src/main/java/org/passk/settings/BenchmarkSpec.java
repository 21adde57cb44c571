package org.passk.settings;

import java.io.Serializable;

/**
 * A benchmark of the study.
 *
 * @param name its name, unique in the study
 * @param problems path of the problem file as written; empty when the references come from the records
 * @param format format of the problem file, {@code auto} to detect it
 * @param verifier name of the verifier of its answers
 */
public record BenchmarkSpec(String name, String problems, String format, String verifier) implements Serializable {
    /** Checks the names. */
    public BenchmarkSpec {
        NameRule.check("name", name);
        NameRule.check("format", format);
        NameRule.check("verifier", verifier);
        if (!problems.isEmpty() && !NameRule.isPlain(problems)) {
            throw new IllegalArgumentException("problems has control characters");
        }
    }
}
