package org.passk.spark.stage;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.passk.benchmark.ProblemSet;
import org.passk.format.ReadLimits;
import org.passk.model.Digests;
import org.passk.settings.QuarantineSettings;
import org.passk.settings.SegmentSettings;
import org.passk.verify.math.MathOptions;

/**
 * Everything that verification needs beside its split; sent to each executor once.
 *
 * @param benchmarks the study's benchmarks by name
 * @param modelSteps the study's models by name, each with the step that the study gives, or -1
 * @param math options of the mathematics verifier
 * @param limits what a record may cost
 * @param quarantine how much of a rejected record is kept
 * @param segments how segments are written
 * @param cacheEntries how many decided answers a task remembers
 */
public record VerifyContext(
        Map<String, BenchmarkContext> benchmarks,
        Map<String, Long> modelSteps,
        MathOptions math,
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
     */
    public record BenchmarkContext(String verifier, ProblemSet problems) implements Serializable {}

    /** Fixes the order, which the digest depends on. */
    public VerifyContext {
        benchmarks = new TreeMap<>(benchmarks);
        modelSteps = new TreeMap<>(modelSteps);
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
                new StringBuilder("segments 2\n").append(verifierVersion).append('\n');
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
                        .append('\n');
            }
        });
        return Digests.sha256(
                text.append(modelSteps).append('\n').append(limits).toString());
    }
}
