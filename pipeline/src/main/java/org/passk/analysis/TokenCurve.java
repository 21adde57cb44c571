package org.passk.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.passk.tally.Count;

/**
 * The pass@k curve against what it costs: x is the number of tokens that k samples take, k times the mean over the problems
 * of the mean length of their samples. Runs of models that think for longer are compared fairly at equal x, not at equal
 * k. Given where the length of every sample is known.
 */
final class TokenCurve implements RunAnalysis {
    /** The name of the metric. */
    static final String NAME = "pass@k_by_tokens";

    @Override
    public List<Metric> of(RunProblems problems, MetricOptions options) {
        List<Metric> rows = new ArrayList<>();
        if (!Arrays.equals(problems.get(Count.WITH_TOKENS), problems.n())) {
            return rows;
        }
        for (int k : options.ks()) {
            RunProblems enough = PassAtKCurve.atLeast(problems, k);
            if (enough.size() > 0) {
                double[] values = PassAtKCurve.values(enough.n(), enough.c(), k);
                rows.add(PerProblem.mean(NAME, values, enough, options)
                        .k(k)
                        .x(k * meanTokens(enough))
                        .upperUndecided(PassAtKCurve.mean(PassAtKCurve.upperValues(enough, values, k)))
                        .flagIf(enough.size() < problems.size(), Metric.SUBSET)
                        .build());
            }
        }
        return rows;
    }

    private static double meanTokens(RunProblems problems) {
        long[] tokens = problems.get(Count.TOKENS);
        double[] means = new double[tokens.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (double) tokens[i] / problems.n()[i];
        }
        return PassAtKCurve.mean(means);
    }
}
