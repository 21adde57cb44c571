package org.passk.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.passk.format.JsonLinesReader;
import org.passk.format.PasskJsonl;
import org.passk.format.ReadLimits;
import org.passk.format.ReadSummary;
import org.passk.format.RecordSink;
import org.passk.format.Reject;
import org.passk.format.Sample;

/** What reading one long record of 4 kB costs, beside a bare Jackson loop over the same bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReadBenchmark {
    private static final int RECORDS = 2000;

    private final byte[] file = file();

    private static byte[] file() {
        StringBuilder lines = new StringBuilder();
        String text = "We substitute $x = 3$ and get $2x + 1 = 7$.\\n".repeat(90);
        for (int i = 0; i < RECORDS; i++) {
            lines.append("{\"problem_id\": \"p").append(i % 50).append("\", \"sample_index\": ").append(i / 50)
                    .append(", \"text\": \"").append(text).append("\", \"finish_reason\": \"stop\"}\n");
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** passk's reader, the texts dropped. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public ReadSummary reader(Blackhole blackhole) throws IOException {
        JsonLinesReader reader =
                new JsonLinesReader(new PasskJsonl(), new ReadLimits(1 << 26, 1L << 32, 200, 1000), 200);
        return reader.read(new ByteArrayInputStream(file), 0, file.length, new RecordSink<Integer>() {
            @Override
            public Integer text(String text) {
                return text.length();
            }

            @Override
            public void sample(Sample<Integer> sample) {
                blackhole.consume(sample);
            }

            @Override
            public void reject(Reject reject) {
                throw new IllegalStateException(reject.message());
            }
        });
    }

    /** Jackson alone: every value decoded. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public int jackson(Blackhole blackhole) throws IOException {
        int values = 0;
        try (JsonParser parser = new JsonFactory().createParser(file)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue()) {
                    blackhole.consume(parser.getText());
                    values++;
                }
            }
        }
        return values;
    }
}
