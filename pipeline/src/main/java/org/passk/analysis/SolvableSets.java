package org.passk.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.passk.stats.McNemar;

/**
 * The problems that both runs solve, only the base, only the run, and neither (arXiv 2504.13837, tables 4 and 5), by c > 0,
 * with McNemar's exact test; and the problems that only one run solves with the strongest evidence.
 */
public final class SolvableSets implements PairAnalysis {
    /** The two-sided p value of McNemar's exact test of the problems that only one of the runs solves. */
    public static final String MCNEMAR = "mcnemar_p";
    /** A problem that the base alone solves: slice {@code problem=ID}, estimate the q value. */
    public static final String LOST = "problem_lost";
    /** A problem that the run alone solves: slice {@code problem=ID}, estimate the q value. */
    public static final String GAINED = "problem_gained";
    /** What stands before the id in the slice. */
    public static final String PROBLEM = "problem=";

    /** So many problems of either kind have rows; the table PAIR_PROBLEMS has all. */
    private static final int LISTED = 20;

    @Override
    public List<Metric> of(PairProblems problems, MetricOptions options) {
        List<Metric> rows = new ArrayList<>();
        long[] sizes = new long[SolvableSet.values().length];
        for (SolvableSet set : SolvableSet.values()) {
            double[] member = new double[problems.size()];
            for (int i = 0; i < member.length; i++) {
                if (set == SolvableSet.of(problems.base().c()[i], problems.run().c()[i])) {
                    member[i] = 1;
                    sizes[set.ordinal()]++;
                }
            }
            rows.add(PerProblem.share(set.metric(), member, problems, options)
                    .problems(sizes[set.ordinal()])
                    .build());
        }
        double p = McNemar.pValue(sizes[SolvableSet.BASE_ONLY.ordinal()], sizes[SolvableSet.RUN_ONLY.ordinal()]);
        rows.add(Metric.of(MCNEMAR, p, problems).build());
        List<ProblemComparison> compared = ProblemComparison.of(problems);
        rows.addAll(listed(LOST, SolvableSet.BASE_ONLY, compared, problems));
        rows.addAll(listed(GAINED, SolvableSet.RUN_ONLY, compared, problems));
        return rows;
    }

    private static List<Metric> listed(
            String name, SolvableSet set, List<ProblemComparison> compared, PairProblems problems) {
        return compared.stream()
                .filter(one -> one.set() == set)
                .sorted(Comparator.comparingDouble(ProblemComparison::pValue)
                        .thenComparing(ProblemComparison::problemId))
                .limit(LISTED)
                .map(one -> Metric.of(name, one.qValue(), problems)
                        .slice(PROBLEM + one.problemId())
                        .problems(1)
                        .samples(one.baseN() + one.n())
                        .n(Math.min(one.baseN(), one.n()), Math.max(one.baseN(), one.n()))
                        .build())
                .toList();
    }
}
