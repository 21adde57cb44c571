package org.passk.benchmarks;

import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.passk.stats.PassAtK;

/** What one value of pass@k costs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PassAtKBenchmark {
    /** Draws from 1,024 samples with 300 correct ones. */
    @Param({"1", "16", "256"})
    public long k;

    /** One estimate. */
    @Benchmark
    public OptionalDouble estimate() {
        return PassAtK.estimate(1024, 300, k);
    }
}
