package org.passk.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passk.stats.interval.BootstrapMeans;
import org.passk.stats.interval.Interval;
import org.passk.stats.interval.ProblemBootstrap;

/**
 * The pass@k curve with a band that holds for all its k at once, from a bootstrap over problems: what a statement about the
 * curve needs. Only the k that every problem allows are in it.
 */
final class PassAtKBand implements RunAnalysis {
    /** The slice of rows whose interval holds for all k at once. */
    static final String SLICE = "band";

    private final Bootstraps bootstraps;

    PassAtKBand(Bootstraps bootstraps) {
        this.bootstraps = bootstraps;
    }

    @Override
    public List<Metric> of(RunProblems problems, MetricOptions options) {
        List<double[]> columns = new ArrayList<>();
        List<Integer> ks = commonKs(options, problems.smallestN());
        for (int k : ks) {
            columns.add(PassAtKCurve.values(problems.n(), problems.c(), k));
        }
        List<Metric> rows = new ArrayList<>();
        List<Interval> band = band(columns, bootstraps, options);
        for (int i = 0; i < band.size(); i++) {
            rows.add(Metric.of(PassAtKCurve.NAME, PassAtKCurve.mean(columns.get(i)), problems)
                    .slice(SLICE)
                    .k(ks.get(i))
                    .interval(band.get(i))
                    .build());
        }
        return rows;
    }

    /** The k that are asked for and that every problem allows. */
    static List<Integer> commonKs(MetricOptions options, long smallestN) {
        return options.ks().stream().filter(k -> k <= smallestN).toList();
    }

    /**
     * The band of several values per problem, in [0, 1].
     *
     * @param columns for each k the values of the problems
     * @return an interval for each k; none without columns, or where the bootstrap does not fit into memory
     */
    static List<Interval> band(List<double[]> columns, Bootstraps bootstraps, MetricOptions options) {
        return resampled(columns, bootstraps, options)
                .map(means -> means.band(0, columns.size(), options.level()))
                .orElse(List.of());
    }

    /** The same of paired differences, in [−1, 1]. */
    static List<Interval> bandOfDifferences(List<double[]> columns, Bootstraps bootstraps, MetricOptions options) {
        return resampled(columns, bootstraps, options)
                .map(means -> means.bandOfDifferences(0, columns.size(), options.level()))
                .orElse(List.of());
    }

    private static Optional<BootstrapMeans> resampled(
            List<double[]> columns, Bootstraps bootstraps, MetricOptions options) {
        int width = columns.size();
        if (width == 0) {
            return Optional.empty();
        }
        int problems = columns.get(0).length;
        Optional<ProblemBootstrap> bootstrap = bootstraps.of(problems, options);
        if (bootstrap.isEmpty()) {
            return Optional.empty();
        }
        double[] values = new double[problems * width];
        for (int column = 0; column < width; column++) {
            for (int i = 0; i < problems; i++) {
                values[i * width + column] = columns.get(column)[i];
            }
        }
        return Optional.of(bootstrap.get().resample(values, width));
    }
}
