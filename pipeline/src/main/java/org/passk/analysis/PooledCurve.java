package org.passk.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.passk.stats.distribution.StudentT;

/**
 * pass@k and ΔSE pooled over the benchmarks of a run, with equal weights of benchmarks (1/B) and with equal weights of
 * problems (P_b/ΣP). Benchmarks are independent samples of problems, so the variance is Σ w² s² with the standard errors s
 * of the benchmarks, and the interval is that of Student's t with the degrees of freedom of Welch and Satterthwaite,
 * (Σ w² s²)² / Σ (w² s²)² / (P_b − 1) (Satterthwaite 1946, doi:10.2307/3002019). A k is pooled where every benchmark of the
 * run has it with all of its problems, so that no k is about other benchmarks than the one before.
 */
public final class PooledCurve {
    /** The benchmark of pooled rows. */
    public static final String POOLED = "pooled";

    private static final String METHOD = "pooled_t";

    private PooledCurve() {}

    /**
     * The pooled rows of all runs.
     *
     * @param rows METRICS
     * @param level nominal coverage
     */
    public static List<StudyRow> of(List<StudyRow> rows, double level) {
        Map<List<String>, Map<Long, List<StudyRow>>> curves =
                new TreeMap<>((a, b) -> String.join("\n", a).compareTo(String.join("\n", b)));
        for (StudyRow row : rows) {
            boolean curve =
                    row.metric().equals(PassAtKCurve.NAME) || row.metric().equals(SamplingEfficiencyGap.NAME);
            if (curve && row.isWhole() && row.standardError().isPresent()) {
                curves.computeIfAbsent(List.of(row.metric(), row.runId(), row.baseRunId()), key -> new TreeMap<>())
                        .computeIfAbsent(row.k(), k -> new ArrayList<>())
                        .add(row);
            }
        }
        List<StudyRow> pooled = new ArrayList<>();
        curves.forEach((key, byK) -> {
            long benchmarks = byK.values().stream()
                    .flatMap(List::stream)
                    .map(StudyRow::benchmark)
                    .distinct()
                    .count();
            byK.forEach((k, parts) -> {
                if (parts.size() > 1 && parts.size() == benchmarks) {
                    double all = parts.stream().mapToLong(StudyRow::problems).sum();
                    pooled.add(row(parts, "weights=benchmarks", part -> 1.0 / benchmarks, level));
                    pooled.add(row(parts, "weights=problems", part -> part.problems() / all, level));
                }
            });
        });
        return pooled;
    }

    private static StudyRow row(List<StudyRow> parts, String slice, ToDoubleFunction<StudyRow> weight, double level) {
        double estimate = 0;
        double upper = 0;
        double variance = 0;
        double spread = 0;
        for (StudyRow part : parts) {
            double w = weight.applyAsDouble(part);
            double share = w * w * square(part.standardError().getAsDouble());
            estimate += w * part.estimate();
            upper += w * part.upperUndecided();
            variance += share;
            // A benchmark of one problem has no standard error and is not here.
            spread += share * share / Math.max(1, part.problems() - 1);
        }
        StudyRow first = parts.get(0);
        StudyRow value = StudyRow.of(first.metric(), first, slice, estimate)
                .about(
                        POOLED,
                        upper,
                        parts.stream().mapToLong(StudyRow::problems).sum(),
                        parts.stream().mapToLong(StudyRow::samples).sum(),
                        parts.stream().mapToLong(StudyRow::minN).min().getAsLong(),
                        parts.stream().mapToLong(StudyRow::maxN).max().getAsLong());
        if (variance == 0) {
            // Every benchmark is solved or unsolved throughout: there is nothing to combine.
            return value;
        }
        double error = Math.sqrt(variance);
        double half = StudentT.quantile((1 + level) / 2, variance * variance / spread) * error;
        double least = first.metric().equals(PassAtKCurve.NAME) ? 0 : -1;
        return value.with(error, Math.max(least, estimate - half), Math.min(1, estimate + half), level, METHOD);
    }

    private static double square(double value) {
        return value * value;
    }
}
