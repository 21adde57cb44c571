package org.passk.analysis;

import java.util.List;

/** An analysis of one run on one benchmark. Stateless: a function of counts and options. */
public interface RunAnalysis {
    /**
     * The rows.
     *
     * @param problems the run's problems, at least one
     * @param options what all analyses are told
     */
    List<Metric> of(RunProblems problems, MetricOptions options);
}
