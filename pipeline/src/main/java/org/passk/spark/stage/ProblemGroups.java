package org.passk.spark.stage;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.passk.analysis.Metric;
import org.passk.spark.schema.TableSchema;

/** Rows of {@link ProblemNumbers}, sorted, become rows of metrics: one run and benchmark at a time. */
final class ProblemGroups implements TableFileTask.Reduction {
    private static final long serialVersionUID = 1;

    private final TableSchema table;
    private final Analysis analysis;

    /** Computes the metrics of one run on one benchmark. */
    interface Analysis extends Serializable {
        /**
         * The metrics.
         *
         * @param ids ids of the problems, ascending
         * @param n samples of each
         * @param numbers what the first pass said of each
         */
        List<Metric> of(List<String> ids, long[] n, List<double[]> numbers);
    }

    /**
     * A reduction.
     *
     * @param table what it writes, with the columns of METRICS
     * @param analysis what it computes
     */
    ProblemGroups(TableSchema table, Analysis analysis) {
        this.table = table;
        this.analysis = analysis;
    }

    @Override
    public List<TableSchema> tables() {
        return List.of(table);
    }

    @Override
    public void reduce(Iterator<Row> rows, List<TableFileTask.Output> outputs) throws IOException {
        Group group = null;
        while (rows.hasNext()) {
            Row row = rows.next();
            if (group == null || !group.owns(row)) {
                if (group != null) {
                    group.write(outputs.get(0));
                }
                group = new Group(row.getString(0), row.getString(1));
            }
            group.add(row);
        }
        if (group != null) {
            group.write(outputs.get(0));
        }
    }

    private final class Group {
        private final String run;
        private final String benchmark;
        private final List<String> ids = new ArrayList<>();
        private final List<Long> n = new ArrayList<>();
        private final List<double[]> numbers = new ArrayList<>();

        Group(String run, String benchmark) {
            this.run = run;
            this.benchmark = benchmark;
        }

        boolean owns(Row row) {
            return run.equals(row.getString(0)) && benchmark.equals(row.getString(1));
        }

        void add(Row row) {
            ids.add(row.getString(2));
            n.add(row.getLong(3));
            numbers.add(ProblemNumbers.numbers(row));
        }

        void write(TableFileTask.Output output) throws IOException {
            long[] samples = n.stream().mapToLong(Long::longValue).toArray();
            for (Metric metric : analysis.of(ids, samples, numbers)) {
                output.write(MetricRows.of(metric, run, "", benchmark, List.of()));
            }
        }
    }
}
