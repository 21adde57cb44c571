package org.passk.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The analyses that METRICS consists of, in the order of their rows. */
public final class Analyses {
    private Analyses() {}

    /**
     * Of each run.
     *
     * @param bootstraps the task's
     * @param groups what is wanted beside pass@k
     */
    public static List<RunAnalysis> ofRuns(Bootstraps bootstraps, Set<MetricGroup> groups) {
        List<RunAnalysis> analyses = new ArrayList<>(List.of(new PassAtKCurve()));
        if (groups.contains(MetricGroup.RELIABILITY)) {
            analyses.add(new Reliability());
        }
        if (groups.contains(MetricGroup.HISTOGRAMS)) {
            analyses.add(new AccuracyHistogram());
        }
        if (groups.contains(MetricGroup.MODELS)) {
            analyses.add(new ModelExtrapolation());
        }
        if (groups.contains(MetricGroup.SLICES)) {
            analyses.addAll(List.of(new ChannelCurves(), new TokenCurve(), new GraderComparison()));
        }
        if (groups.contains(MetricGroup.BANDS)) {
            analyses.add(new PassAtKBand(bootstraps));
        }
        return List.copyOf(analyses);
    }

    /**
     * Of each run with its base run.
     *
     * @param bootstraps the task's
     * @param groups what is wanted
     */
    public static List<PairAnalysis> ofPairs(Bootstraps bootstraps, Set<MetricGroup> groups) {
        List<PairAnalysis> analyses = new ArrayList<>();
        if (groups.contains(MetricGroup.COMPARISONS)) {
            analyses.add(new SamplingEfficiencyGap());
        }
        if (groups.contains(MetricGroup.PROBLEMS)) {
            analyses.add(new SolvableSets());
        }
        if (groups.contains(MetricGroup.HISTOGRAMS)) {
            analyses.add(new AccuracyMigration());
        }
        if (groups.contains(MetricGroup.COMPARISONS)) {
            analyses.add(new PassAtKDifference(bootstraps, groups.contains(MetricGroup.BANDS)));
        }
        if (groups.contains(MetricGroup.CROSSOVERS)) {
            analyses.add(new CrossoverPoint(bootstraps));
        }
        return List.copyOf(analyses);
    }
}
