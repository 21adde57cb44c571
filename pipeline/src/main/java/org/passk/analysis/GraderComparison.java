package org.passk.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.passk.tally.Count;

/**
 * Our verdicts against those that the input brings: how often they differ, and, where every sample has one, the confusion
 * table and what the difference does to pass@k.
 *
 * <p>The table follows from counts: C correct for us, S for the input and D samples with different verdicts leave (D + C −
 * S) / 2 that we alone accept and (D − C + S) / 2 that the input alone accepts.
 */
final class GraderComparison implements RunAnalysis {
    /** The share of samples with a verdict in the input whose verdict differs from ours. */
    static final String DISAGREEMENT = "stored_disagreement";
    /** The share of samples in each cell of the confusion table; the slice is the cell. */
    static final String CONFUSION = "stored_confusion";
    /** Our pass@k less that of the input's verdicts. */
    static final String DIFFERENCE = "pass@k_less_stored";
    /** The slice of the curve by the input's verdicts. */
    static final String SLICE = "grader=stored";

    @Override
    public List<Metric> of(RunProblems problems, MetricOptions options) {
        List<Metric> rows = new ArrayList<>();
        long stored = PerProblem.sum(problems.get(Count.STORED));
        if (stored > 0) {
            double differs = PerProblem.sum(problems.get(Count.STORED_DISAGREES));
            rows.add(Metric.of(DISAGREEMENT, differs / stored, problems)
                    .samples(stored)
                    .build());
            if (Arrays.equals(problems.get(Count.STORED), problems.n())) {
                confusion(rows, problems, stored);
                RunProblems theirs = problems.withCorrect(Count.STORED_CORRECT);
                rows.addAll(PassAtKCurve.slice(SLICE, theirs, options));
                VerdictDifference.of(DIFFERENCE, new PairProblems(theirs, problems), options)
                        .forEach(at -> rows.add(at.difference()));
            }
        }
        return rows;
    }

    private static void confusion(List<Metric> rows, RunProblems problems, long samples) {
        long ours = PerProblem.sum(problems.c());
        long theirs = PerProblem.sum(problems.get(Count.STORED_CORRECT));
        long differ = PerProblem.sum(problems.get(Count.STORED_DISAGREES));
        long oursOnly = (differ + ours - theirs) / 2;
        long theirsOnly = (differ - ours + theirs) / 2;
        cell(rows, "both_correct", ours - oursOnly, samples, problems);
        cell(rows, "ours_only", oursOnly, samples, problems);
        cell(rows, "stored_only", theirsOnly, samples, problems);
        cell(rows, "both_wrong", samples - ours - theirsOnly, samples, problems);
    }

    private static void cell(List<Metric> rows, String cell, long count, long samples, RunProblems problems) {
        rows.add(Metric.of(CONFUSION, (double) count / samples, problems)
                .slice(cell)
                .samples(count)
                .build());
    }
}
