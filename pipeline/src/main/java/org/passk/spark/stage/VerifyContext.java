package org.passk.spark.stage;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.passk.benchmark.ProblemSet;
import org.passk.format.ReadLimits;
import org.passk.model.Digests;
import org.passk.model.Reference.TestSuite;
import org.passk.settings.QuarantineSettings;
import org.passk.settings.SegmentSettings;
import org.passk.verify.code.CodeBenchmark;
import org.passk.verify.code.CodeOptions;
import org.passk.verify.math.MathOptions;

/**
 * Everything that verification needs beside its split; sent to each executor once.
 *
 * @param benchmarks the study's benchmarks by name
 * @param modelSteps the study's models by name, each with the step that the study gives, or -1
 * @param math options of the mathematics verifier
 * @param code options of the verification of programs
 * @param codeVersion what its verdicts depend on beside programs and tests; empty where the study has no programs
 * @param limits what a record may cost
 * @param quarantine how much of a rejected record is kept
 * @param segments how segments are written
 * @param cacheEntries how many decided answers a task remembers
 */
public record VerifyContext(
        Map<String, BenchmarkContext> benchmarks,
        Map<String, Long> modelSteps,
        MathOptions math,
        CodeOptions code,
        String codeVersion,
        ReadLimits limits,
        QuarantineSettings quarantine,
        SegmentSettings segments,
        int cacheEntries)
        implements Serializable {

    /**
     * A benchmark.
     *
     * @param verifier the name of its verifier
     * @param problems its problems; null where the references come from the records
     * @param code how its programs are found and run; null where its answers are no programs
     */
    public record BenchmarkContext(String verifier, ProblemSet problems, CodeBenchmark code) implements Serializable {
        /** A benchmark whose answers are no programs. */
        public BenchmarkContext(String verifier, ProblemSet problems) {
            this(verifier, problems, null);
        }
    }

    /** The name of the verifier of programs, which are not decided where their texts are read. */
    public static final String CODE = "code";

    private static final int SUITE_DIGITS = 32;

    /** Fixes the order, which the digest depends on. */
    public VerifyContext {
        benchmarks = new TreeMap<>(benchmarks);
        modelSteps = new TreeMap<>(modelSteps);
    }

    /** Key of the tests of a problem, with everything else that decides about a program. */
    String suiteKey(String benchmark, TestSuite suite) {
        String key = "suite 1\n" + codeVersion + "\n"
                + benchmarks.get(benchmark).code().cpuSeconds() + "\n" + suite.kind() + " " + suite.digest();
        return Digests.sha256(key).substring(0, SUITE_DIGITS);
    }

    /**
     * What the verdicts of a split depend on beside its bytes.
     *
     * @param benchmark the split's benchmark; empty where its records name theirs
     * @param verifierVersion versions of the verifiers, settings included
     */
    String meaning(String benchmark, String verifierVersion) {
        // The form of segments comes first: what they hold, and how texts are hashed.
        StringBuilder text =
                new StringBuilder("segments 3\n").append(verifierVersion).append('\n');
        benchmarks.forEach((name, context) -> {
            if (benchmark.isEmpty() || benchmark.equals(name)) {
                String problems = context.problems() == null
                        ? "from records"
                        : context.problems().digest();
                text.append(name)
                        .append(' ')
                        .append(context.verifier())
                        .append(' ')
                        .append(problems)
                        .append(context.code() == null ? "" : " " + context.code() + " " + codeVersion)
                        .append('\n');
            }
        });
        return Digests.sha256(
                text.append(modelSteps).append('\n').append(limits).toString());
    }
}
