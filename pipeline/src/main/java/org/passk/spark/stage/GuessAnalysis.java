package org.passk.spark.stage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.passk.analysis.GuessFilter;
import org.passk.analysis.Metric;
import org.passk.analysis.MetricOptions;
import org.passk.analysis.RunProblems;
import org.passk.tally.Count;

/** The metrics of a run without guessable problems, from the numbers of {@link GuessTask}. */
final class GuessAnalysis implements ProblemGroups.Analysis {
    private static final long serialVersionUID = 1;

    private final double maxAccuracy;
    private final MetricOptions options;

    GuessAnalysis(double maxAccuracy, MetricOptions options) {
        this.maxAccuracy = maxAccuracy;
        this.options = options;
    }

    @Override
    public List<Metric> of(List<String> ids, long[] n, List<double[]> numbers) {
        long[] directN = column(numbers, 2);
        if (Arrays.stream(directN).sum() == 0) {
            // The direct-answer run has nothing on this benchmark.
            return List.of();
        }
        RunProblems problems =
                new RunProblems(ids, n, Map.of(Count.CORRECT, column(numbers, 0), Count.UNDECIDED, column(numbers, 1)));
        return GuessFilter.of(problems, directN, column(numbers, 3), maxAccuracy, options);
    }

    private static long[] column(List<double[]> numbers, int index) {
        return numbers.stream().mapToLong(row -> (long) row[index]).toArray();
    }
}
