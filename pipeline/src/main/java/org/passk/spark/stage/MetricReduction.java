package org.passk.spark.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.passk.analysis.Metric;
import org.passk.analysis.PairGroup;
import org.passk.analysis.PassAtKCurve;
import org.passk.analysis.ProblemGroup;
import org.passk.analysis.SamplingEfficiencyGap;
import org.passk.spark.schema.TableSchema;
import org.passk.spark.schema.Tables;

/** Histograms of counts, sorted, become rows of METRICS: one metric, run, base run and benchmark at a time. */
final class MetricReduction implements TableFileTask.Reduction {
    private static final long serialVersionUID = 1;

    /** What one histogram is about. */
    static final List<String> KEY = List.of("metric", Tables.RUN_ID, "base_run_id", Tables.BENCHMARK);
    /** The counts of a problem under the run, then under its base run (0 where there is none). */
    static final List<String> COUNTS = List.of("n", "c", "undecided", "base_n", "base_c", "base_undecided");

    private final List<Integer> ks;
    private final Set<String> samplingDiffers;

    /**
     * A reduction.
     *
     * @param ks the values of k
     * @param samplingDiffers ids of runs that are compared with a base run of other sampling parameters
     */
    MetricReduction(List<Integer> ks, Set<String> samplingDiffers) {
        this.ks = List.copyOf(ks);
        this.samplingDiffers = new TreeSet<>(samplingDiffers);
    }

    @Override
    public List<TableSchema> tables() {
        return List.of(Tables.METRICS);
    }

    @Override
    public void reduce(Iterator<Row> rows, List<TableFileTask.Output> outputs) throws IOException {
        Histogram histogram = null;
        while (rows.hasNext()) {
            Row row = rows.next();
            if (histogram == null || !histogram.owns(row)) {
                if (histogram != null) {
                    histogram.write(outputs.get(0));
                }
                histogram = new Histogram(row);
            }
            histogram.add(row);
        }
        if (histogram != null) {
            histogram.write(outputs.get(0));
        }
    }

    private final class Histogram {
        private final List<String> key;
        private final List<ProblemGroup> groups = new ArrayList<>();
        private final List<PairGroup> pairs = new ArrayList<>();

        Histogram(Row row) {
            this.key = key(row);
        }

        private List<String> key(Row row) {
            return List.of(row.getString(0), row.getString(1), row.getString(2), row.getString(3));
        }

        boolean owns(Row row) {
            return key.equals(key(row));
        }

        void add(Row row) {
            long problems = row.getLong(10);
            ProblemGroup run = new ProblemGroup(row.getLong(4), row.getLong(5), row.getLong(6), problems);
            if (key.get(2).isEmpty()) {
                groups.add(run);
            } else {
                ProblemGroup base = new ProblemGroup(row.getLong(7), row.getLong(8), row.getLong(9), problems);
                pairs.add(new PairGroup(base, run));
            }
        }

        void write(TableFileTask.Output output) throws IOException {
            boolean pair = !key.get(2).isEmpty();
            String more = pair && samplingDiffers.contains(key.get(1)) ? Comparison.SAMPLING_DIFFERS : "";
            List<Metric> metrics = pair ? SamplingEfficiencyGap.of(pairs, ks) : PassAtKCurve.of(groups, ks);
            for (Metric metric : metrics) {
                output.write(
                        metric.name(),
                        key.get(1),
                        key.get(2),
                        key.get(3),
                        metric.k(),
                        metric.estimate(),
                        metric.upperUndecided(),
                        metric.standardError().isPresent()
                                ? (Object) metric.standardError().getAsDouble()
                                : null,
                        Metric.TARGET,
                        metric.problems(),
                        metric.samples(),
                        (metric.flags() + " " + more).strip());
            }
        }
    }
}
