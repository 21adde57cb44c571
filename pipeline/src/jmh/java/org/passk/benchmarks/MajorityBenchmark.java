package org.passk.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.passk.stats.AnswerVotes;
import org.passk.stats.MajorityAtK;

/** maj@k of one problem with 1,024 samples at eleven powers of two, with 2,000 draws where it is not exact. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MajorityBenchmark {
    private static final List<Integer> KS = List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024);

    /** How the samples agree: two answers head to head, a dozen, or as good as none twice. */
    @Param({"two", "dozen", "scattered"})
    String answers;

    private AnswerVotes votes;

    /** Makes up the votes. */
    @Setup
    public void setUp() {
        votes = switch (answers) {
            case "two" -> AnswerVotes.of(new long[] {520}, new long[] {490}, 14);
            case "dozen" ->
                AnswerVotes.of(new long[] {300}, new long[] {290, 100, 60, 30, 12, 8, 4, 2, 1, 1, 1}, 215);
            default -> {
                long[] wrong = new long[600];
                Arrays.fill(wrong, 1);
                yield AnswerVotes.of(new long[] {40}, wrong, 384);
            }
        };
    }

    /** All k at once. */
    @Benchmark
    public List<Optional<MajorityAtK>> curve() {
        return MajorityAtK.curve(votes, KS, 2000, 1);
    }
}
