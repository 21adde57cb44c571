package org.passk.analysis;

import java.util.ArrayList;
import java.util.List;

/** The analyses that METRICS consists of, in the order of their rows. */
public final class Analyses {
    /** Of each run, without a bootstrap. */
    public static final List<RunAnalysis> OF_RUNS = List.of(
            new PassAtKCurve(),
            new Reliability(),
            new AccuracyHistogram(),
            new ModelExtrapolation(),
            new ChannelCurves(),
            new TokenCurve(),
            new GraderComparison());

    /** Of each run with its base run, without a bootstrap. */
    public static final List<PairAnalysis> OF_PAIRS =
            List.of(new SamplingEfficiencyGap(), new SolvableSets(), new AccuracyMigration());

    private Analyses() {}

    /**
     * Of each run.
     *
     * @param bootstraps the task's
     */
    public static List<RunAnalysis> ofRuns(Bootstraps bootstraps) {
        List<RunAnalysis> analyses = new ArrayList<>(OF_RUNS);
        analyses.add(new PassAtKBand(bootstraps));
        return List.copyOf(analyses);
    }

    /**
     * Of each run with its base run.
     *
     * @param bootstraps the task's
     */
    public static List<PairAnalysis> ofPairs(Bootstraps bootstraps) {
        List<PairAnalysis> analyses = new ArrayList<>(OF_PAIRS);
        analyses.add(new PassAtKDifference(bootstraps));
        analyses.add(new CrossoverPoint(bootstraps));
        return List.copyOf(analyses);
    }
}
