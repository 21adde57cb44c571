package org.passk.settings;

import java.util.Map;
import java.util.Optional;

/** Studies that tests start from, and ways to load them without a process around. */
final class Studies {
    /** Every key of the study block at least once. */
    static final String FULL = """
            study {
              name = my-study, output = out/my-study
              benchmarks = [
                { name = math500, problems = "data/math500.jsonl", format = math500, verifier = math }
                { name = aime24 }
              ]
              models = [
                { name = base, role = base }
                { name = rl, role = rl, base = base, algorithm = GRPO, step = 150 }
              ]
              generations = [
                { path = "gen/base_*.jsonl", format = auto, model = base, benchmark = math500, prompt_kind = cot,
                  temperature = 0.6, top_p = 0.95, max_tokens = 16384, samples = 128, seed = 7, step = 3 }
                { path = "gen/{model}/step_{step}/{benchmark}_seed{seed}.jsonl", format = qwen-math }
              ]
              ks = [1, 4, 2, 8]
              allow_duplicate_files = true
              scores = [{ path = "scores/*.jsonl" }, { path = "scores/more", format = parquet }]
              guess { prompt_kind = direct, max_accuracy = 0.1 }
            }
            """;

    private Studies() {}

    static LoadedStudy load(String text) {
        return load(text, Map.of());
    }

    static LoadedStudy load(String text, Map<String, String> overrides) {
        return load(text, Map.of(), overrides, Map.of());
    }

    static LoadedStudy load(
            String text, Map<String, String> files, Map<String, String> overrides, Map<String, String> variables) {
        IncludeResolver includes = name -> Optional.ofNullable(files.get(name));
        return new StudyLoader(Surroundings.of(variables, Map.of())).load(text, "study.conf", includes, overrides);
    }
}
