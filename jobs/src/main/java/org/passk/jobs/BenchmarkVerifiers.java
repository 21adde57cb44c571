package org.passk.jobs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.passk.benchmark.ProblemSet;
import org.passk.fault.PasskException;
import org.passk.model.Problem;
import org.passk.model.Reference.Choice;
import org.passk.model.Reference.TestSuite;
import org.passk.settings.BenchmarkSpec;
import org.passk.spark.stage.VerifyContext;
import org.passk.spark.stage.VerifyContext.BenchmarkContext;

/** Which verifier decides about each benchmark of a study. */
final class BenchmarkVerifiers {
    private static final String MATH = "math";
    private static final String CHOICE = "choice";

    private BenchmarkVerifiers() {}

    /**
     * The benchmarks with their verifiers.
     *
     * @param benchmarks the study's benchmarks
     * @param problems problem sets by benchmark, where there are any
     * @throws PasskException of the kind CONFIGURATION where a verifier is named that cannot use the problems
     */
    static Map<String, BenchmarkContext> of(List<BenchmarkSpec> benchmarks, Map<String, ProblemSet> problems) {
        Map<String, BenchmarkContext> contexts = new TreeMap<>();
        for (int i = 0; i < benchmarks.size(); i++) {
            BenchmarkSpec benchmark = benchmarks.get(i);
            ProblemSet set = problems.get(benchmark.name());
            String verifier = verifier("study.benchmarks[" + i + "].verifier: ", benchmark, set);
            contexts.put(
                    benchmark.name(),
                    verifier.equals(VerifyContext.CODE)
                            ? new BenchmarkContext(verifier, set, benchmark.code(set.format()))
                            : new BenchmarkContext(verifier, set));
        }
        return contexts;
    }

    /** The name of the verifier that a benchmark is verified with. */
    static String verifier(String key, BenchmarkSpec benchmark, ProblemSet set) {
        boolean programs = set != null && any(set, TestSuite.class);
        String named = benchmark.verifier();
        if (named.equals(BenchmarkSpec.AUTO)) {
            return programs ? VerifyContext.CODE : set != null && any(set, Choice.class) ? CHOICE : MATH;
        }
        if (programs != named.equals(VerifyContext.CODE)) {
            throw PasskException.configuration(key
                    + (programs
                            ? "the problems of " + benchmark.problems() + " are tests of programs; expected "
                                    + VerifyContext.CODE + " or " + BenchmarkSpec.AUTO
                            : VerifyContext.CODE + " needs a problem file with tests of programs"));
        }
        return named;
    }

    private static boolean any(ProblemSet set, Class<?> reference) {
        return set.problems().stream().map(Problem::reference).anyMatch(reference::isInstance);
    }
}
