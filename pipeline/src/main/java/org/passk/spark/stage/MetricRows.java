package org.passk.spark.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.passk.analysis.Metric;
import org.passk.analysis.StudyRow;
import org.passk.spark.schema.Tables;
import org.passk.stats.interval.Interval;

/** Metrics as rows of {@link Tables#METRICS} and of the tables of the same columns. */
final class MetricRows {
    private MetricRows() {}

    /**
     * A row.
     *
     * @param metric the metric
     * @param run id of the run that it is about; empty for none
     * @param base id of the run that it is compared with; empty for none
     * @param benchmark the benchmark
     * @param flags words beside those of the metric
     */
    static Object[] of(Metric metric, String run, String base, String benchmark, List<String> flags) {
        List<String> words = new ArrayList<>(metric.flags());
        words.addAll(flags);
        return new Object[] {
            metric.name(),
            run,
            base,
            benchmark,
            metric.slice(),
            metric.k(),
            metric.x().isPresent() ? (Object) metric.x().getAsDouble() : null,
            metric.estimate(),
            metric.upperUndecided(),
            metric.standardError().isPresent() ? (Object) metric.standardError().getAsDouble() : null,
            metric.interval().map(Interval::low).orElse(null),
            metric.interval().map(Interval::high).orElse(null),
            metric.interval().map(Interval::level).orElse(null),
            metric.interval().map(found -> found.method().label()).orElse(""),
            metric.target().label(),
            metric.problems(),
            metric.samples(),
            metric.minN(),
            metric.maxN(),
            String.join(" ", words)
        };
    }

    /** A row of METRICS as a row of the table. */
    static Object[] of(StudyRow row) {
        return new Object[] {
            row.metric(),
            row.runId(),
            row.baseRunId(),
            row.benchmark(),
            row.slice(),
            row.k(),
            value(row.x()),
            row.estimate(),
            row.upperUndecided(),
            value(row.standardError()),
            value(row.low()),
            value(row.high()),
            row.low().isPresent() ? (Object) row.level() : null,
            row.method(),
            row.target(),
            row.problems(),
            row.samples(),
            row.minN(),
            row.maxN(),
            row.flags()
        };
    }

    private static Object value(OptionalDouble value) {
        return value.isPresent() ? (Object) value.getAsDouble() : null;
    }

    /**
     * A row as it was read.
     *
     * @param row one value for each column, null where an optional one is absent
     */
    static StudyRow read(Object[] row) {
        return new StudyRow(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (Long) row[5],
                optional(row[6]),
                (Double) row[7],
                (Double) row[8],
                optional(row[9]),
                optional(row[10]),
                optional(row[11]),
                row[12] == null ? Double.NaN : (Double) row[12],
                (String) row[13],
                (String) row[14],
                (Long) row[15],
                (Long) row[16],
                (Long) row[17],
                (Long) row[18],
                (String) row[19]);
    }

    private static OptionalDouble optional(Object value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of((Double) value);
    }
}
