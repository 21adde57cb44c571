package org.passk.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.passk.stats.Chao2;
import org.passk.stats.CountHistogram;
import org.passk.stats.Extrapolation;
import org.passk.stats.GoodToulmin;
import org.passk.stats.MeanCurve;
import org.passk.stats.PowerLaw;
import org.passk.stats.ZeroInflatedBetaBinomial;

/**
 * What models expect of more draws than there are samples, side by side and flagged {@code model}; each is wrong by several
 * points where its assumption fails, and nothing says which. Values are given at the powers of two above the smallest n up
 * to 8 n (2 n for Good–Toulmin), where the study asks for a k that some problem does not allow: fits take some ten
 * milliseconds, too long for thousands of runs of which nobody asks. The lower bound of the solvable share is cheap and always
 * given.
 */
final class ModelExtrapolation implements RunAnalysis {
    /** Chao's lower bound of the share of problems that can be solved at all. */
    static final String SOLVABLE_SHARE = "chao2_solvable";
    /** What stands before the model's name in the slice. */
    static final String MODEL = "model=";

    private static final String NOT_CONVERGED = "not_converged";

    @Override
    public List<Metric> of(RunProblems problems, MetricOptions options) {
        List<Metric> rows = new ArrayList<>();
        if (problems.size() > 0) {
            CountHistogram counts = problems.histogram();
            long largest =
                    options.ks().stream().mapToLong(Integer::longValue).max().orElse(0);
            if (largest > problems.smallestN()) {
                Optional<ZeroInflatedBetaBinomial> beta = ZeroInflatedBetaBinomial.fit(counts);
                beta.ifPresent(model -> add(rows, "zero_inflated_beta_binomial", model, !model.converged(), problems));
                PowerLaw.fit(MeanCurve.of(counts)).ifPresent(model -> add(rows, "power_law", model, false, problems));
                GoodToulmin.fit(counts).ifPresent(model -> add(rows, "good_toulmin", model, false, problems));
            }
            OptionalDouble share = Chao2.solvableShare(counts);
            if (share.isPresent()) {
                rows.add(Metric.of(SOLVABLE_SHARE, share.getAsDouble(), problems)
                        .flag(Metric.MODEL)
                        .build());
            }
        }
        return rows;
    }

    private static void add(
            List<Metric> rows, String name, Extrapolation model, boolean notConverged, RunProblems problems) {
        for (long k = 2 * Long.highestOneBit(model.n()); k <= model.largestK(); k *= 2) {
            rows.add(Metric.of(PassAtKCurve.NAME, model.passAtK(k).orElseThrow(), problems)
                    .slice(MODEL + name)
                    .k(k)
                    .flag(Metric.MODEL)
                    .flagIf(notConverged, NOT_CONVERGED)
                    .build());
        }
    }
}
