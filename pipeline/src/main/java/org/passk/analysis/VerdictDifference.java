package org.passk.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What two verdicts on the same samples make of pass@k at one k: both curves and their difference, over the problems with at
 * least k samples. The interval is paired by problem, because both verdicts are about the same texts.
 *
 * @param ours pass@k by our verdicts
 * @param theirs pass@k by the other ones
 * @param difference ours less theirs, with the interval over the population of problems; its upper value counts our undecided
 *     samples as correct
 */
public record VerdictDifference(double ours, double theirs, Metric difference) {
    /** Checks that the difference is there. */
    public VerdictDifference {
        Objects.requireNonNull(difference, "difference");
    }

    /** The number of draws. */
    public long k() {
        return difference.k();
    }

    /**
     * The differences at each k that a problem allows.
     *
     * @param name the metric
     * @param both the other verdicts' counts as the base, ours as the run; of the same samples
     * @param options what all analyses are told
     */
    public static List<VerdictDifference> of(String name, PairProblems both, MetricOptions options) {
        List<VerdictDifference> differences = new ArrayList<>();
        for (int k : options.ks()) {
            PairProblems enough = PerProblem.bothAtLeast(both, k);
            if (enough.size() > 0) {
                double[] ours =
                        PassAtKCurve.values(enough.run().n(), enough.run().c(), k);
                double[] theirs =
                        PassAtKCurve.values(enough.base().n(), enough.base().c(), k);
                double[] upper = PassAtKCurve.upperValues(enough.run(), ours, k);
                Metric difference = PerProblem.difference(name, PerProblem.minus(ours, theirs), enough, options)
                        .k(k)
                        .upperUndecided(PassAtKCurve.mean(PerProblem.minus(upper, theirs)))
                        .samples(PerProblem.sum(enough.run().n()))
                        .flagIf(enough.size() < both.size(), Metric.SUBSET)
                        .build();
                differences.add(new VerdictDifference(PassAtKCurve.mean(ours), PassAtKCurve.mean(theirs), difference));
            }
        }
        return differences;
    }
}
