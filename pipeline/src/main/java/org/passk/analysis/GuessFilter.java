package org.passk.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.passk.stats.interval.Target;

/**
 * The pass@k curve without the problems that can be guessed (arXiv 2504.13837, appendix D.2, Figure 12): those that are
 * solved at times, but with an accuracy below a bound, when the answer is asked for without any reasoning. Problems that
 * the direct-answer run does not have are kept.
 */
public final class GuessFilter {
    /** The slice of pass@k. */
    public static final String SLICE = "guess_filtered";
    /** Share of the problems that are removed. */
    public static final String GUESSABLE = "guessable";

    private GuessFilter() {}

    /**
     * The rows: pass@k of the problems that are left, and the share of those that are removed, with their number as the
     * abscissa.
     *
     * @param problems the run's problems
     * @param directN samples of each in the direct-answer run; 0 where it has none
     * @param directC how many of them are correct
     * @param maxAccuracy the bound
     * @param options what all analyses are told
     */
    public static List<Metric> of(
            RunProblems problems, long[] directN, long[] directC, double maxAccuracy, MetricOptions options) {
        int[] kept = IntStream.range(0, problems.size())
                .filter(i -> !isGuessable(directN[i], directC[i], maxAccuracy))
                .toArray();
        int removed = problems.size() - kept.length;
        List<Metric> rows = new ArrayList<>();
        rows.add(Metric.of(GUESSABLE, removed / (double) problems.size(), problems)
                .x(removed)
                .target(Target.BENCHMARK)
                .flagIf(IntStream.range(0, directN.length).anyMatch(i -> directN[i] == 0), Metric.SUBSET)
                .build());
        if (kept.length > 0) {
            for (Metric row : new PassAtKCurve().of(problems.select(kept), options)) {
                rows.add(SlicedMetric.of(row, SLICE));
            }
        }
        return rows;
    }

    private static boolean isGuessable(long n, long c, double maxAccuracy) {
        return c > 0 && c < maxAccuracy * n;
    }
}
