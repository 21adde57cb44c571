package org.passk.analysis;

import java.util.ArrayList;
import java.util.List;
import org.passk.stats.interval.Target;

/**
 * A trained model beside its base at equal entropy (arXiv 2504.13837, section 4.4): the temperature of {@link EntropyMatch},
 * and ΔSE(k) of the base run and the sampled run nearest to it.
 */
public final class EntropyComparison {
    /** The name of the matching temperature. */
    public static final String TEMPERATURE = "matched_temperature";
    /** The slice of what compares the two runs. */
    public static final String SLICE = "entropy_matched";
    /** Flag of a temperature that lies between those that were sampled: the comparison is with the nearest. */
    public static final String NEAREST = "nearest_run";

    private EntropyComparison() {}

    /**
     * The rows.
     *
     * @param match the match
     * @param temperature of the nearest run
     * @param problems the common problems of that run and the base run, at least one
     * @param options what all analyses are told
     */
    public static List<Metric> of(
            EntropyMatch match, double temperature, PairProblems problems, MetricOptions options) {
        boolean between = Double.compare(match.temperature(), temperature) != 0;
        List<Metric> rows = new ArrayList<>();
        rows.add(Metric.of(TEMPERATURE, match.temperature(), problems)
                .target(Target.BENCHMARK)
                .flagIf(between, NEAREST)
                .build());
        for (Metric row : new SamplingEfficiencyGap().of(problems, options)) {
            rows.add(SlicedMetric.of(row, SLICE));
        }
        return rows;
    }
}
