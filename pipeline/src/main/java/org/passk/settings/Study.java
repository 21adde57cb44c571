package org.passk.settings;

import java.io.Serializable;
import java.util.List;
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
 */
public record Study(
        String name,
        String output,
        List<BenchmarkSpec> benchmarks,
        List<ModelSpec> models,
        List<GenerationSpec> generations,
        List<Integer> ks,
        boolean allowDuplicateFiles)
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
        if (benchmarks.isEmpty() || models.isEmpty() || generations.isEmpty() || ks.isEmpty()) {
            throw new IllegalArgumentException("a list of the study is empty");
        }
        for (int i = 0; i < ks.size(); i++) {
            if (ks.get(i) < 1 || (i > 0 && ks.get(i) <= ks.get(i - 1))) {
                throw new IllegalArgumentException("ks " + ks + " are not positive and ascending");
            }
        }
    }

    /** The model of that name, if the study declares one. */
    public Optional<ModelSpec> model(String wanted) {
        return models.stream().filter(model -> model.name().equals(wanted)).findFirst();
    }
}
