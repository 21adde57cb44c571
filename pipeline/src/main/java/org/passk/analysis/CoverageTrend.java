package org.passk.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.passk.stats.KendallTrend;
import org.passk.stats.distribution.StudentT;

/**
 * How pass@1 and pass@k change over the steps of one training (Figures 1, 14 and 15 of arXiv 2504.13837): the slope of a line
 * fitted with weights 1/s² by least squares, per 100 steps, and the Mann–Kendall test, which asks for no line.
 *
 * <p>The variance of the slope is that of the stated errors or, where the steps scatter about the line by more than these
 * say, that of the scatter (Birge 1932, doi:10.1103/PhysRev.40.207); the interval is Student's t with m − 2 degrees of
 * freedom. The steps share their problems, which moves all points alike and not the slope: the stated errors are an upper
 * bound, and the interval is on the safe side.
 */
public final class CoverageTrend {
    /** The slope per 100 steps. */
    public static final String SLOPE = "trend_pass@k";
    /** Kendall's τ of values and steps. */
    public static final String TAU = "trend_tau";
    /** The two-sided p value of the Mann–Kendall test. */
    public static final String P_VALUE = "trend_p";

    private static final double STEPS = 100;
    private static final String METHOD = "weighted_least_squares_t";

    private CoverageTrend() {}

    /**
     * The trends of the series of a table.
     *
     * @param table the table
     * @param cells its cells
     * @param level nominal coverage
     */
    public static List<StudyRow> of(StudyTable table, List<StudyRow> cells, double level) {
        List<StudyRow> trends = new ArrayList<>();
        Map<String, List<StudyRow>> byRun = cells.stream()
                .filter(cell -> cell.metric().equals(StudyTable.PASS))
                .collect(Collectors.groupingBy(StudyRow::runId));
        table.series().forEach((line, runs) -> {
            Map<Long, TreeMap<Long, StudyRow>> byK = new TreeMap<>();
            for (StudyRun run : runs) {
                for (StudyRow cell : byRun.getOrDefault(run.runId(), List.of())) {
                    byK.computeIfAbsent(cell.k(), k -> new TreeMap<>()).put(run.step(), cell);
                }
            }
            String slice = "family=" + table.family() + " algorithm=" + line;
            byK.forEach((k, points) -> trends.addAll(trend(points, slice, level)));
        });
        return trends;
    }

    private static List<StudyRow> trend(NavigableMap<Long, StudyRow> points, String slice, double level) {
        if (points.values().stream().anyMatch(p -> !(p.standardError().orElse(0) > 0))) {
            // A step with every problem at 0 or 1 has no error to weigh by; the test still holds.
            return test(points, slice);
        }
        double sum = 0;
        double meanX = 0;
        double meanY = 0;
        for (Map.Entry<Long, StudyRow> point : points.entrySet()) {
            double w = weight(point.getValue());
            sum += w;
            meanX += w * (point.getKey() / STEPS);
            meanY += w * point.getValue().estimate();
        }
        meanX /= sum;
        meanY /= sum;
        double xx = 0;
        double xy = 0;
        for (Map.Entry<Long, StudyRow> point : points.entrySet()) {
            double dx = point.getKey() / STEPS - meanX;
            xx += weight(point.getValue()) * dx * dx;
            xy += weight(point.getValue()) * dx * (point.getValue().estimate() - meanY);
        }
        double slope = xy / xx;
        double scatter = 0;
        for (Map.Entry<Long, StudyRow> point : points.entrySet()) {
            double rest = point.getValue().estimate() - meanY - slope * (point.getKey() / STEPS - meanX);
            scatter += weight(point.getValue()) * rest * rest;
        }
        int freedom = points.size() - 2;
        double error = Math.sqrt(Math.max(1, scatter / freedom) / xx);
        double half = StudentT.quantile((1 + level) / 2, freedom) * error;
        List<StudyRow> rows = new ArrayList<>();
        rows.add(StudyRow.of(SLOPE, last(points), slice + " steps=" + points.size(), slope)
                .with(error, slope - half, slope + half, level, METHOD));
        rows.addAll(test(points, slice));
        return rows;
    }

    private static List<StudyRow> test(NavigableMap<Long, StudyRow> points, String slice) {
        KendallTrend test = KendallTrend.of(
                points.values().stream().mapToDouble(StudyRow::estimate).toArray());
        String part = slice + " steps=" + points.size();
        return List.of(
                StudyRow.of(TAU, last(points), part, test.tau()), StudyRow.of(P_VALUE, last(points), part, test.p()));
    }

    private static StudyRow last(NavigableMap<Long, StudyRow> points) {
        return points.lastEntry().getValue();
    }

    private static double weight(StudyRow point) {
        double error = point.standardError().getAsDouble();
        return 1 / (error * error);
    }
}
