package org.passk.analysis;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The mean entropy of a run's samples: of each problem the mean over the samples whose entropy the input states, then the
 * mean over the problems, in the unit of the input (nats per token in most tools), with a t interval over problems.
 */
public final class EntropyMean {
    /** The name of the metric. */
    public static final String NAME = "mean_entropy";

    private EntropyMean() {}

    /**
     * The row.
     *
     * @param problems the run's problems, with n
     * @param means mean entropy of each
     * @param counts samples of each whose entropy is stated
     * @param level nominal coverage
     * @return the row, flagged where some samples have no entropy; empty where none has
     */
    public static Optional<Metric> of(RunProblems problems, double[] means, long[] counts, double level) {
        int[] kept =
                IntStream.range(0, counts.length).filter(i -> counts[i] > 0).toArray();
        if (kept.length == 0) {
            return Optional.empty();
        }
        double[] values = IntStream.of(kept).mapToDouble(i -> means[i]).toArray();
        double mean = PassAtKCurve.mean(values);
        double error = PassAtKCurve.standardError(values);
        return Optional.of(Metric.of(NAME, mean, problems.select(kept))
                .standardError(error)
                .interval(StudentInterval.of(mean, error, kept.length, level))
                .samples(Arrays.stream(counts).sum())
                .flagIf(!Arrays.equals(counts, problems.n()), Metric.SUBSET)
                .build());
    }
}
