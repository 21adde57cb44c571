package org.passk.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.passk.extract.Extraction;
import org.passk.model.Reference;
import org.passk.model.Verdict;
import org.passk.verify.Verifier;
import org.passk.verify.catalog.VerifierCatalog;
import org.passk.verify.math.MathOptions;

/** What one mathematical generation costs: finding its answer in 4 kB of text, and comparing it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class VerificationBenchmark {
    /** An answer in the surface forms that models use. */
    @Param({"42", "\\\\frac{1}{2}", "\\\\left(3, \\\\frac{\\\\pi}{2}\\\\right)", "1{,}234.50"})
    public String answer;

    private Verifier verifier;
    private String text;
    private Extraction extraction;
    private Reference reference;

    /** Builds the text. */
    @Setup
    public void prepare() {
        verifier = new VerifierCatalog(MathOptions.defaults()).verifier("math");
        String sentence = "We substitute $x = 3$ and get $2x + 1 = 7$, so that the next term is 12. ";
        text = sentence.repeat(56) + "The final answer is $\\boxed{" + answer.replace("\\\\", "\\") + "}$.";
        extraction = verifier.extract(text);
        reference = Reference.MathAnswer.of(answer.replace("\\\\", "\\"));
    }

    /** Text to answer. */
    @Benchmark
    public Extraction extract() {
        return verifier.extract(text);
    }

    /** Answer to verdict, without the cache that a task has. */
    @Benchmark
    public Verdict verify() {
        return verifier.verify(reference, extraction, false);
    }
}
