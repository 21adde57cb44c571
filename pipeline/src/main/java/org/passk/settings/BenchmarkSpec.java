package org.passk.settings;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.passk.extract.program.ProgramRule;
import org.passk.verify.code.CodeBenchmark;
import org.passk.verify.code.TestScope;

/**
 * A benchmark of the study.
 *
 * @param name its name, unique in the study
 * @param problems path of the problem file as written; empty when the references come from the records
 * @param format format of the problem file, {@code auto} to detect it
 * @param verifier name of the verifier of its answers, {@code auto} for what the problem file asks for
 * @param programRule how programs are found in texts; null for the benchmark's own rule
 * @param tests which tests of programs decide
 * @param cpuSeconds CPU time of a program; NaN for the benchmark's own limit
 */
public record BenchmarkSpec(
        String name,
        String problems,
        String format,
        String verifier,
        ProgramRule programRule,
        TestScope tests,
        double cpuSeconds)
        implements Serializable {
    /** The verifier that the problem file asks for. */
    public static final String AUTO = LegalNames.AUTO;

    static final DoubleRange CPU_SECONDS = new DoubleRange(0.1, CodeBenchmark.MAX_CPU_SECONDS);

    /** Checks the names. */
    public BenchmarkSpec {
        NameRule.check("name", name);
        NameRule.check("format", format);
        NameRule.check("verifier", verifier);
        if (!problems.isEmpty() && !NameRule.isPlain(problems)) {
            throw new IllegalArgumentException("problems has control characters");
        }
        Objects.requireNonNull(tests, "tests");
        CPU_SECONDS.checkIfStated("cpuSeconds", cpuSeconds);
    }

    /** A benchmark with what its own harness does where it is one of programs. */
    public BenchmarkSpec(String name, String problems, String format, String verifier) {
        this(name, problems, format, verifier, null, TestScope.ALL, Double.NaN);
    }

    /**
     * How its programs are found and run.
     *
     * @param problemFormat the name of the format that the problem file was read with
     */
    public CodeBenchmark code(String problemFormat) {
        return CodeBenchmark.of(problemFormat, Optional.ofNullable(programRule), cpuSeconds, tests);
    }
}
