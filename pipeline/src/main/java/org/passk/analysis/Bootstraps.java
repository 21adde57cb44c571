package org.passk.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.passk.stats.interval.ProblemBootstrap;

/**
 * The draws of problems that intervals without a formula rest on, made once for each number of problems: they follow from
 * the options and that number, so that all runs with as many problems share them. Saves work and changes no result. Not
 * thread-safe; a task has one.
 */
public final class Bootstraps {
    /** At two bytes each: 64 MB, which is 2,000 draws of 16,000 problems. */
    private static final long MOST_WEIGHTS = 1L << 25;

    private final Map<Key, ProblemBootstrap> made = new LinkedHashMap<>(16, 0.75f, true);
    private long weights;

    private record Key(int problems, int draws, long seed) {
        long weights() {
            return (long) problems * draws;
        }
    }

    /**
     * The draws; empty where there are no problems, or more than fit into memory.
     *
     * @param problems how many problems there are
     * @param options number of draws and seed
     */
    Optional<ProblemBootstrap> of(int problems, MetricOptions options) {
        Key key = new Key(problems, options.draws(), options.seed());
        if (problems < 1 || problems > Short.MAX_VALUE || key.weights() > MOST_WEIGHTS) {
            return Optional.empty();
        }
        ProblemBootstrap found = made.get(key);
        if (found == null) {
            var oldest = made.keySet().iterator();
            while (oldest.hasNext() && weights + key.weights() > MOST_WEIGHTS) {
                weights -= oldest.next().weights();
                oldest.remove();
            }
            found = ProblemBootstrap.of(problems, options.draws(), options.seed());
            made.put(key, found);
            weights += key.weights();
        }
        return Optional.of(found);
    }
}
