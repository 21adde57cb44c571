package org.passk.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.passk.stats.CoverAtTau;
import org.passk.stats.GPassAtK;
import org.passk.stats.PassHatK;

/**
 * How reliably a run solves what it can solve, from the same counts as pass@k: pass^k (all of k draws are correct; Yao et
 * al. 2024, arXiv 2406.12045), G-Pass@k at several τ with its mean (Liu et al. 2024, arXiv 2412.13147), and Cover@τ (Dragoi
 * et al. 2025, arXiv 2510.08325), each with the interval over the population of problems.
 */
final class Reliability implements RunAnalysis {
    static final String PASS_HAT = "pass_hat_k";
    static final String G_PASS = "g_pass@k";
    static final String MEAN_G_PASS = "mg_pass@k";
    static final String COVER = "cover";

    private static final List<Double> DRAW_SHARES = List.of(0.25, 0.5, 0.75, 1.0);
    private static final List<Double> SAMPLE_SHARES = List.of(0.05, 0.1, 0.25, 0.5, 0.75, 1.0);

    @Override
    public List<Metric> of(RunProblems problems, MetricOptions options) {
        List<Metric> rows = new ArrayList<>();
        for (int k : options.ks()) {
            RunProblems enough = PassAtKCurve.atLeast(problems, k);
            if (enough.size() > 0) {
                boolean subset = enough.size() < problems.size();
                rows.add(row(
                                PASS_HAT,
                                enough,
                                options,
                                (n, c) -> PassHatK.estimate(n, c, k).getAsDouble())
                        .k(k)
                        .flagIf(subset, Metric.SUBSET)
                        .build());
                for (double tau : DRAW_SHARES) {
                    rows.add(row(
                                    G_PASS,
                                    enough,
                                    options,
                                    (n, c) -> GPassAtK.estimate(n, c, k, tau).getAsDouble())
                            .k(k)
                            .x(tau)
                            .flagIf(subset, Metric.SUBSET)
                            .build());
                }
                // The sum over the upper half of the thresholds is empty for one draw.
                if (k > 1) {
                    rows.add(row(
                                    MEAN_G_PASS,
                                    enough,
                                    options,
                                    (n, c) -> GPassAtK.mean(n, c, k).getAsDouble())
                            .k(k)
                            .flagIf(subset, Metric.SUBSET)
                            .build());
                }
            }
        }
        for (double tau : SAMPLE_SHARES) {
            rows.add(row(
                            COVER,
                            problems,
                            options,
                            (n, c) -> CoverAtTau.estimate(n, c, tau).getAsDouble())
                    .x(tau)
                    .build());
        }
        return rows;
    }

    private static Metric.Builder row(
            String name, RunProblems problems, MetricOptions options, ToDoubleBiFunction<Long, Long> value) {
        Metric.Builder row = PerProblem.mean(name, values(problems.n(), problems.c(), value), problems, options);
        return problems.hasUndecided()
                ? row.upperUndecided(PassAtKCurve.mean(values(problems.n(), problems.upperC(), value)))
                : row;
    }

    private static double[] values(long[] n, long[] c, ToDoubleBiFunction<Long, Long> value) {
        double[] values = new double[n.length];
        for (int i = 0; i < n.length; i++) {
            values[i] = value.applyAsDouble(n[i], c[i]);
        }
        return values;
    }
}
