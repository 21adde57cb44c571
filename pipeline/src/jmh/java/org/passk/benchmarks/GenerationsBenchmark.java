package org.passk.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.passk.verify.AnswerVerifier;
import org.passk.verify.Verifier;
import org.passk.verify.catalog.VerifierCatalog;
import org.passk.verify.math.MathOptions;

/**
 * What a generation of a file costs, its text in memory: the answer found and compared, without a cache of answers. One
 * operation is one generation; the benchmark goes round the file.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GenerationsBenchmark {
    private static final int MAX_CASES = 50_000;

    /** JSON lines with the text as {@code text}, {@code response} or {@code code[]}. */
    @Param({""})
    public String generations;

    /** JSON lines with {@code id} or {@code problem_id}, and {@code answer}; empty where the lines above hold the answers. */
    @Param({""})
    public String problems;

    private record Case(AnswerVerifier reference, String text) {}

    private final List<Case> cases = new ArrayList<>();
    private Verifier verifier;
    private int next;

    /** Reads the files. */
    @Setup
    public void prepare() throws IOException {
        if (generations.isEmpty()) {
            throw new IllegalArgumentException("name a file: -p generations=FILE [-p problems=FILE]");
        }
        verifier = new VerifierCatalog(MathOptions.defaults()).verifier("math");
        Map<String, AnswerVerifier> references = new HashMap<>();
        if (!problems.isEmpty()) {
            for (JsonNode problem : lines(problems)) {
                references.put(
                        problem.path(problem.has("id") ? "id" : "problem_id").asText(),
                        against(problem.path("answer").asText()));
            }
        }
        for (JsonNode line : lines(generations)) {
            AnswerVerifier reference = references.isEmpty()
                    ? against(line.path(line.has("gold") ? "gold" : "answer").asText())
                    : references.get(line.path("problem_id").asText());
            String column = Stream.of("code", "text", "response")
                    .filter(line::has)
                    .findFirst()
                    .orElse("");
            if (reference != null && line.path(column).isArray()) {
                line.get(column).forEach(text -> cases.add(new Case(reference, text.asText())));
            } else if (reference != null && line.path(column).isTextual()) {
                cases.add(new Case(reference, line.get(column).asText()));
            }
        }
        long chars = cases.stream().mapToLong(one -> one.text().length()).sum();
        System.out.println(cases.size() + " generations of " + chars / cases.size() + " characters");
    }

    private AnswerVerifier against(String answer) {
        return verifier.against(Reference.MathAnswer.of(answer));
    }

    private static List<JsonNode> lines(String file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> all = new ArrayList<>();
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            for (String line : (Iterable<String>) lines.limit(MAX_CASES)::iterator) {
                if (line.startsWith("{") && line.endsWith("}")) {
                    all.add(mapper.readTree(line));
                }
            }
        }
        return all;
    }

    private Case next() {
        next = next + 1 < cases.size() ? next + 1 : 0;
        return cases.get(next);
    }

    /** Text to answer. */
    @Benchmark
    public Extraction extract() {
        return verifier.extract(next().text());
    }

    /** Text to verdict. */
    @Benchmark
    public Verdict verify() {
        Case one = next();
        return one.reference().verify(verifier.extract(one.text()), false);
    }
}
