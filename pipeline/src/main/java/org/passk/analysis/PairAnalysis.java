package org.passk.analysis;

import java.util.List;

/** An analysis of a run and its base run on one benchmark. Stateless: a function of counts and options. */
public interface PairAnalysis {
    /**
     * The rows.
     *
     * @param problems the common problems, at least one
     * @param options what all analyses are told
     */
    List<Metric> of(PairProblems problems, MetricOptions options);
}
