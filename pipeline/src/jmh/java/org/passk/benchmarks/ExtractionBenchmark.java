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
import org.passk.extract.AnswerExtractor;
import org.passk.extract.Extraction;

/** What finding the answer of a text costs, by how the text ends and by its length; divide by the length for a KB. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ExtractionBenchmark {
    /** The ends of texts. */
    public enum Ending {
        /** A box. */
        BOXED("The final answer is $\\boxed{42}$."),
        /** A sentence that states the answer. */
        STATED("The final answer is $42$."),
        /** The mark of GSM8K. */
        HASHES("\n#### 42"),
        /** A sentence that asserts a result. */
        CONCLUDED("So the total is 42."),
        /** A number that nothing is said of. */
        MENTIONED("This is problem 5"),
        /** Nothing. */
        NOTHING("We stop here"),
        /** A box behind a closed reasoning. */
        REASONED("</think>\nIt is $\\boxed{42}$.");

        private final String text;

        Ending(String text) {
            this.text = text;
        }
    }

    /** How the text ends. */
    @Param
    public Ending ending;

    /** How long it is, about. */
    @Param({"4", "60"})
    public int kilobytes;

    private final AnswerExtractor extractor = new AnswerExtractor(2_000);
    private String text;

    /** Builds the text. */
    @Setup
    public void prepare() {
        String sentence = "We substitute $x = 3$ and get $2x + 1 = 7$, so that the next term is 12. ";
        String reasoning = sentence.repeat(kilobytes * 1024 / sentence.length());
        text = (ending == Ending.REASONED ? "<think>" : "") + reasoning + ending.text;
    }

    /** Text to answer. */
    @Benchmark
    public Extraction extract() {
        return extractor.extract(text);
    }
}
