package org.passk.analysis;

import java.io.Serializable;
import java.util.List;

/**
 * What all analyses are told.
 *
 * @param ks the values of k of every curve, ascending, each at least 1
 * @param level nominal coverage of intervals, in (0, 1). Default 0.95
 * @param draws draws of a bootstrap over problems, at least 100. Default 2,000
 * @param seed of everything that is drawn
 */
public record MetricOptions(List<Integer> ks, double level, int draws, long seed) implements Serializable {
    private static final int FEWEST_DRAWS = 100;

    /** Checks the ranges, and copies the list. */
    public MetricOptions {
        ks = List.copyOf(ks);
        if (!(level > 0 && level < 1) || draws < FEWEST_DRAWS) {
            throw new IllegalArgumentException("level " + level + ", draws " + draws);
        }
    }
}
