package org.passk.spark.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passk.analysis.CoverageTrend;
import org.passk.analysis.PairwiseDifferences;
import org.passk.analysis.PooledCurve;
import org.passk.analysis.StudyRow;
import org.passk.analysis.StudyTable;
import org.passk.report.MetricRow;

/** The rows of the report that are about several runs or benchmarks: small, from METRICS, on the driver. */
final class AcrossRuns {
    /** Some hundred megabytes while they are read: more stay with the executors. */
    private static final long MOST_TALLY_ROWS = 200_000;

    private AcrossRuns() {}

    /**
     * The rows.
     *
     * @param study the study
     * @param level nominal coverage of intervals
     */
    static List<StudyRow> of(StoredStudy study, double level) {
        List<StudyRow> rows = new ArrayList<>(PooledCurve.of(study.metrics(), level));
        for (StudyTable table : StudyTable.of(study.runs(), study.metrics())) {
            List<StudyRow> cells = table.rows(study.metrics());
            rows.addAll(cells);
            rows.addAll(CoverageTrend.of(table, cells, level));
            if (table.runs().size() <= PairwiseDifferences.MOST_RUNS && study.tallyRows() <= MOST_TALLY_ROWS) {
                rows.addAll(PairwiseDifferences.of(
                        table, run -> study.problems(run, table.benchmark()).orElseThrow(), level));
            }
        }
        return rows;
    }

    /** A row of the report. */
    static MetricRow row(StudyRow row) {
        return new MetricRow(
                row.metric(),
                row.runId(),
                row.baseRunId(),
                row.benchmark(),
                row.slice(),
                row.k(),
                row.x(),
                row.estimate(),
                row.upperUndecided(),
                row.standardError(),
                row.low().isPresent()
                        ? Optional.of(new MetricRow.Limits(
                                row.low().getAsDouble(), row.high().getAsDouble(), row.level()))
                        : Optional.empty(),
                row.method(),
                row.target(),
                row.problems(),
                row.samples(),
                row.minN(),
                row.maxN(),
                row.flags());
    }
}
