package org.passk.analysis;

import java.util.List;

/** The analyses that METRICS consists of, in the order of their rows. */
public final class Analyses {
    /** Of each run. */
    public static final List<RunAnalysis> OF_RUNS = List.of(new PassAtKCurve());

    /** Of each run with its base run. */
    public static final List<PairAnalysis> OF_PAIRS = List.of(new SamplingEfficiencyGap());

    private Analyses() {}
}
