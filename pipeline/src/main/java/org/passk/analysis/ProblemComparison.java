package org.passk.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.passk.stats.BenjaminiHochberg;
import org.passk.stats.FisherExact;
import org.passk.stats.ZeroCorrectBound;

/**
 * What two runs make of one problem. "Solved by one only" rests on single samples: the p value says whether the success
 * rates differ, and the upper bound how rarely correct a run without a correct sample may still be.
 *
 * @param problemId the problem
 * @param baseN samples of the base run
 * @param baseC correct ones among them
 * @param n samples of the run
 * @param c correct ones among them
 * @param set who solves it
 * @param pValue of Fisher's exact test that both solve it equally often
 * @param qValue the p value adjusted by Benjamini and Hochberg; the family is the common problems of the two runs on one
 *     benchmark
 * @param upperBound the 95 % upper bound of the run's success rate where c = 0
 */
public record ProblemComparison(
        String problemId,
        long baseN,
        long baseC,
        long n,
        long c,
        SolvableSet set,
        double pValue,
        double qValue,
        OptionalDouble upperBound) {
    /** Compares the runs on each of their common problems, in their order. */
    public static List<ProblemComparison> of(PairProblems problems) {
        RunProblems base = problems.base();
        RunProblems run = problems.run();
        double[] p = new double[problems.size()];
        for (int i = 0; i < p.length; i++) {

            p[i] = FisherExact.pValue(base.n()[i], base.c()[i], run.n()[i], run.c()[i]);
        }
        double[] q = BenjaminiHochberg.adjusted(p);
        List<ProblemComparison> comparisons = new ArrayList<>(p.length);
        for (int i = 0; i < p.length; i++) {
            long n = run.n()[i];
            long c = run.c()[i];
            comparisons.add(new ProblemComparison(
                    run.ids().get(i),
                    base.n()[i],
                    base.c()[i],
                    n,
                    c,
                    SolvableSet.of(base.c()[i], c),
                    p[i],
                    q[i],
                    c > 0
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(ZeroCorrectBound.of(n, ZeroCorrectBound.USUAL_ALPHA))));
        }
        return comparisons;
    }
}
