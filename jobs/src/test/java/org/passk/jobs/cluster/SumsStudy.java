package org.passk.jobs.cluster;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** A study of sums, large enough to be interrupted: right, wrong and absent answers, and lines that are no records. */
final class SumsStudy {
    static final int PROBLEMS = 100;
    static final int SAMPLES = 300;
    /** Of the 30,000 lines, one in 997 is cut off. */
    static final int BROKEN = 31;

    private static final int WORDS = 500;

    private SumsStudy() {}

    /** Writes the study; its file. */
    static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("study.conf"), """
                study {
                  name = sums
                  output = out
                  benchmarks = [{ name = sums, problems = "problems.jsonl" }]
                  models = [{ name = a, role = base }, { name = b, role = rl, base = a }]
                  generations = [{ path = "gen-{model}.jsonl", benchmark = sums, prompt_kind = cot, temperature = 0.6
                                   top_p = 0.95, max_tokens = 2048, samples = 150 }]
                }
                """);
        StringBuilder problems = new StringBuilder();
        for (int i = 0; i < PROBLEMS; i++) {
            problems.append("{\"id\": \"p%d\", \"question\": \"What is %d + 1?\", \"answer\": \"%d\"}\n"
                    .formatted(i, i, i + 1));
        }
        Files.writeString(folder.resolve("problems.jsonl"), problems);
        Random random = new Random(11);
        int line = 0;
        for (String model : new String[] {"a", "b"}) {
            try (Writer out = Files.newBufferedWriter(folder.resolve("gen-" + model + ".jsonl"))) {
                for (int i = 0; i < PROBLEMS * SAMPLES / 2; i++) {
                    line++;
                    out.write(record(i, random, line % 997 == 0 || line == 1));
                }
            }
        }
        return folder.resolve("study.conf");
    }

    private static String record(int i, Random random, boolean broken) {
        int problem = i % PROBLEMS;
        String answer = switch (random.nextInt(3)) {
            case 0 -> "\\\\boxed{" + (problem + 1) + "}";
            case 1 -> "\\\\boxed{" + random.nextInt(PROBLEMS) + "}";
            default -> "I do not know";
        };
        String text = "{\"problem_id\": \"p%d\", \"sample_index\": %d, \"text\": \"%s%s\"}"
                .formatted(problem, i / PROBLEMS, "thus x + 1 ".repeat(WORDS / 3), answer);
        return (broken ? text.substring(0, text.length() / 2) : text) + "\n";
    }
}
