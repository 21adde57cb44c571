package org.passk.settings;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.passk.analysis.MetricGroup;
import org.passk.analysis.MetricOptions;

/**
 * How metrics are computed.
 *
 * @param level nominal coverage of intervals, in [0.5, 0.9999]
 * @param draws draws of a bootstrap over problems, in [100, 1000000]
 * @param seed of everything that is drawn
 * @param nullRounds how often the references of a benchmark are exchanged to find out what chance gives, in [0, 1000]; 0
 *     for never
 * @param groups what is computed beside pass@k
 */
public record MetricSettings(double level, int draws, long seed, int nullRounds, Set<MetricGroup> groups)
        implements Serializable {
    static final DoubleRange LEVEL = new DoubleRange(0.5, 0.9999);
    static final LongRange DRAWS = new LongRange(100, 1_000_000);
    static final LongRange NULL_ROUNDS = new LongRange(0, 1_000);

    /** Checks the ranges. */
    public MetricSettings {
        LEVEL.check("level", level);
        DRAWS.check("draws", draws);
        NULL_ROUNDS.check("nullRounds", nullRounds);
        // In the order of the groups, whatever that of the study was.
        EnumSet<MetricGroup> sorted = EnumSet.noneOf(MetricGroup.class);
        sorted.addAll(groups);
        groups = Collections.unmodifiableSet(sorted);
    }

    /**
     * Settings of all groups.
     *
     * @param level nominal coverage of intervals
     * @param draws draws of a bootstrap over problems
     * @param seed of everything that is drawn
     * @param nullRounds how often the references of a benchmark are exchanged
     */
    public MetricSettings(double level, int draws, long seed, int nullRounds) {
        this(level, draws, seed, nullRounds, EnumSet.allOf(MetricGroup.class));
    }

    /** Whether a group is wanted. */
    public boolean wants(MetricGroup group) {
        return groups.contains(group);
    }

    /**
     * What analyses are told.
     *
     * @param ks the values of k of every curve
     */
    public MetricOptions options(List<Integer> ks) {
        return new MetricOptions(ks, level, draws, seed);
    }
}
