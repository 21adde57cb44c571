package org.passk.report.render;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passk.report.Report;
import org.passk.report.RunSummary;

/** The names of runs in texts: their labels without the parameters that all runs of the report have in common. */
final class RunNames {
    /** How the word of a label that gives the training step begins. */
    static final String STEP = "step=";

    private final Set<String> shared;
    private final Map<String, String> labels = new HashMap<>();

    RunNames(Report report) {
        this.shared = sharedParameters(report);
        report.runs().forEach(run -> labels.putIfAbsent(run.runId(), run.label()));
    }

    /** The parameters that all runs have in common, in the order of a label; none where there is but one run. */
    private static Set<String> sharedParameters(Report report) {
        Set<String> shared = new LinkedHashSet<>();
        for (RunSummary run : report.runs()) {
            List<String> parameters = parameters(run.label());
            if (shared.isEmpty()) {
                shared.addAll(parameters);
            }
            shared.retainAll(parameters);
            if (shared.isEmpty()) {
                break;
            }
        }
        return shared;
    }

    private static List<String> parameters(String label) {
        String[] words = label.split(" ");
        return List.of(words).subList(1, words.length);
    }

    /** What all runs have in common, in words; empty for nothing. */
    String shared() {
        return String.join(" ", shared);
    }

    /** Whether all runs have a word of their labels in common. */
    boolean isShared(String word) {
        return shared.contains(word);
    }

    /** The training step of a run, if it has one. */
    Optional<String> step(String runId) {
        return parameters(labels.getOrDefault(runId, runId)).stream()
                .filter(word -> word.startsWith(STEP))
                .map(word -> word.substring(STEP.length()))
                .findFirst();
    }

    /** The name of a run by its id. */
    String of(String runId) {
        String label = labels.getOrDefault(runId, runId);
        StringBuilder name = new StringBuilder(label.split(" ")[0]);
        parameters(label).stream()
                .filter(p -> !shared.contains(p))
                .forEach(p -> name.append(' ').append(p));
        return name.toString();
    }
}
