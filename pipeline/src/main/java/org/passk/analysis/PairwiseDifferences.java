package org.passk.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Function;
import org.passk.stats.Holm;
import org.passk.stats.interval.DifferenceInterval;
import org.passk.stats.interval.Interval;

/**
 * All differences between two runs of a table, at k = 1 and at the table's k, paired by problem, with p values that Holm's
 * procedure adjusts for the whole table: the family is every pair and k of one table, and its size stands in each row. The
 * p value is the level at which the paired interval ({@link DifferenceInterval}) begins to hold 0, so that the two never
 * contradict each other before adjustment.
 */
public final class PairwiseDifferences {
    /** The paired difference of pass@k, run less base run. */
    public static final String DIFFERENCE = "pairwise_difference";
    /** Its p value, adjusted within the table. */
    public static final String P_VALUE = "pairwise_p_holm";

    /** A table of more runs has no claims of the kind "A is better than B" that survive its 4,000 differences. */
    public static final int MOST_RUNS = 64;

    private static final double SMALLEST_P = 1e-15;
    private static final int HALVINGS = 60;

    private record Pair(StudyRun run, StudyRun other, long k, PairProblems problems) {}

    private PairwiseDifferences() {}

    /**
     * The rows of a table.
     *
     * @param table the table, of at most {@link #MOST_RUNS} runs
     * @param counts the counts of a run on the table's benchmark, by run id
     * @param level nominal coverage of the intervals
     */
    public static List<StudyRow> of(StudyTable table, Function<String, RunProblems> counts, double level) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < table.runs().size(); i++) {
            for (int j = 0; j < i; j++) {
                StudyRun run = table.runs().get(i);
                StudyRun other = table.runs().get(j);
                PairProblems common = PairProblems.common(counts.apply(other.runId()), counts.apply(run.runId()));
                if (common.size() > 1) {
                    new TreeSet<>(List.of(1L, table.k())).forEach(k -> pairs.add(new Pair(run, other, k, common)));
                }
            }
        }
        double[] p = new double[pairs.size()];
        List<StudyRow> rows = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            double[] differences = differences(pairs.get(i).problems, pairs.get(i).k);
            Interval interval = DifferenceInterval.of(differences, level);
            p[i] = pValue(differences);
            rows.add(row(DIFFERENCE, pairs.get(i), table, p.length, PassAtKCurve.mean(differences))
                    .with(
                            PassAtKCurve.standardError(differences),
                            interval.low(),
                            interval.high(),
                            level,
                            interval.method().label()));
        }
        double[] adjusted = Holm.adjusted(p);
        for (int i = 0; i < p.length; i++) {
            rows.add(row(P_VALUE, pairs.get(i), table, p.length, adjusted[i]));
        }
        return rows;
    }

    private static double[] differences(PairProblems problems, long k) {
        double[] run = PassAtKCurve.values(problems.run().n(), problems.run().c(), k);
        double[] other =
                PassAtKCurve.values(problems.base().n(), problems.base().c(), k);
        for (int i = 0; i < run.length; i++) {
            run[i] -= other[i];
        }
        return run;
    }

    /**
     * The two-sided p value of a mean difference of 0: one less the level of the interval that just reaches 0. Found by
     * halving an interval of logarithms; not below {@link #SMALLEST_P}.
     *
     * @param differences of two or more problems
     */
    static double pValue(double... differences) {
        if (PassAtKCurve.mean(differences) == 0) {
            return 1;
        }
        double low = StrictMath.log(SMALLEST_P);
        double high = 0;
        for (int step = 0; step < HALVINGS; step++) {
            double middle = (low + high) / 2;
            // At a small p the interval is wide and reaches 0.
            if (DifferenceInterval.of(differences, -StrictMath.expm1(middle)).contains(0)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return StrictMath.exp(high);
    }

    private static StudyRow row(String name, Pair pair, StudyTable table, int size, double value) {
        RunProblems run = pair.problems.run();
        RunProblems other = pair.problems.base();
        long samples = 0;
        for (int i = 0; i < run.size(); i++) {
            samples += run.n()[i] + other.n()[i];
        }
        String slice = "family=" + table.family() + " size=" + size;
        return new StudyRow(
                name,
                pair.run.runId(),
                pair.other.runId(),
                table.benchmark(),
                slice,
                pair.k,
                OptionalDouble.empty(),
                value,
                value,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Double.NaN,
                "",
                "population",
                pair.problems.size(),
                samples,
                pair.problems.smallestN(),
                Math.max(run.largestN(), other.largestN()),
                "");
    }
}
