package org.passk.settings;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is measured: which models, on which benchmarks, from which files.
 *
 * @param name the study's name
 * @param output folder of the results, as written
 * @param benchmarks the benchmarks, in the study's order
 * @param models the models, in the study's order
 * @param generations the files, in the study's order
 * @param ks the values of k of every curve, ascending, at least 1 each, without repetition
 * @param allowDuplicateFiles whether two files may hold the same bytes
 * @param scores files of log-probabilities, in the study's order; often none
 * @param guess which runs tell the problems that can be guessed; {@link GuessSpec#NONE} for none
 */
public record Study(
        String name,
        String output,
        List<BenchmarkSpec> benchmarks,
        List<ModelSpec> models,
        List<GenerationSpec> generations,
        List<Integer> ks,
        boolean allowDuplicateFiles,
        List<ScoreSpec> scores,
        GuessSpec guess)
        implements Serializable {
    /** Copies the lists, and checks the names and the order of ks. */
    public Study {
        NameRule.check("name", name);
        if (!NameRule.isPlain(output)) {
            throw new IllegalArgumentException("output is empty or has control characters");
        }
        benchmarks = List.copyOf(benchmarks);
        models = List.copyOf(models);
        generations = List.copyOf(generations);
        ks = List.copyOf(ks);
        scores = List.copyOf(scores);
        Objects.requireNonNull(guess, "guess");
        if (benchmarks.isEmpty() || models.isEmpty() || generations.isEmpty() || ks.isEmpty()) {
            throw new IllegalArgumentException("a list of the study is empty");
        }
        for (int i = 0; i < ks.size(); i++) {
            if (ks.get(i) < 1 || (i > 0 && ks.get(i) <= ks.get(i - 1))) {
                throw new IllegalArgumentException("ks " + ks + " are not positive and ascending");
            }
        }
    }

    /** A study without files of log-probabilities and without a filter of guesses. */
    public Study(
            String name,
            String output,
            List<BenchmarkSpec> benchmarks,
            List<ModelSpec> models,
            List<GenerationSpec> generations,
            List<Integer> ks,
            boolean allowDuplicateFiles) {
        this(name, output, benchmarks, models, generations, ks, allowDuplicateFiles, List.of(), GuessSpec.NONE);
    }

    /** The model of that name, if the study declares one. */
    public Optional<ModelSpec> model(String wanted) {
        return models.stream().filter(model -> model.name().equals(wanted)).findFirst();
    }
}
