package org.passk.spark.stage;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.passk.model.Run;
import org.passk.settings.ModelSpec;
import org.passk.settings.Study;

/**
 * A run and the run of its base that it is compared with.
 *
 * @param run the run
 * @param base the base's run
 * @param sameSampling whether both were sampled with the same parameters
 */
public record Comparison(Run run, Run base, boolean sameSampling) implements Serializable {
    /** Flag of a comparison of runs with different sampling parameters. */
    static final String SAMPLING_DIFFERS = "sampling_differs";

    /**
     * The comparisons of a study: each run of a model that has a base, with the base's run of the same sampling
     * parameters; failing that, with the base's only run. Of several runs none is chosen.
     *
     * @param study says which model started from which
     * @param runs the runs that were found
     */
    public static List<Comparison> of(Study study, Collection<Run> runs) {
        List<Comparison> comparisons = new ArrayList<>();
        for (Run run : runs) {
            String base = study.model(run.model()).map(ModelSpec::base).orElse("");
            List<Run> candidates =
                    runs.stream().filter(r -> r.model().equals(base)).toList();
            Optional<Run> same =
                    candidates.stream().filter(r -> sameSampling(run, r)).findFirst();
            if (same.isPresent()) {
                comparisons.add(new Comparison(run, same.get(), true));
            } else if (candidates.size() == 1) {
                comparisons.add(new Comparison(run, candidates.get(0), false));
            }
        }
        return comparisons;
    }

    private static boolean sameSampling(Run a, Run b) {
        return a.promptKind().equals(b.promptKind())
                && Double.compare(a.temperature(), b.temperature()) == 0
                && Double.compare(a.topP(), b.topP()) == 0
                && a.maxTokens() == b.maxTokens();
    }
}
