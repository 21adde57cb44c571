package org.passk.stats.interval;

import java.util.EnumSet;
import org.passk.stats.distribution.LogGamma;
import org.passk.stats.distribution.RegularisedBeta;

/**
 * The credible interval for the mean of 1 − (1 − p)<sup>k</sup> over exactly these problems (target
 * {@link Target#BENCHMARK}), for any k, also where 2k &gt; n or k &gt; n. It rests on the prior and is flagged
 * {@link Flag#MODEL}: a problem without a correct sample has the pass@k that the prior believes, which for a uniform
 * prior, n = 128 and k = 1024 is 0.888. A prior fitted to the same data with a share of unsolvable problems is better than
 * any fixed one.
 *
 * <p>The posterior of a problem is Beta(a + c, b + n − c), where c = 0 mixed with 0 by Bayes' rule, and
 *
 * <pre>E (1 − p)^j = B(a + c, b + n − c + j) / B(a + c, b + n − c)</pre>
 *
 * gives its mean (j = k) and variance (j = 2k) exactly. The mean over independent problems is approximated by the Beta
 * distribution with its mean and variance.
 */
public final class BetaPosteriorInterval {
    private BetaPosteriorInterval() {}

    /**
     * The interval.
     *
     * @param n number of samples of each problem
     * @param c number of correct ones of each problem, in [0, n]
     * @param k number of draws, at least 1
     * @param prior the prior of every problem
     * @param level the probability of the interval, such as 0.95
     * @return the interval; refused without problems
     * @throws IllegalArgumentException if the counts are impossible or the level is outside its range
     */
    public static Interval of(int[] n, int[] c, int k, BetaPrior prior, double level) {
        Interval.checkLevel(level);
        int problems = BenchmarkInterval.checkCounts(n, c, k);
        if (problems == 0) {
            return Interval.refused(
                    "no problems", level, Target.BENCHMARK, Method.BETA_POSTERIOR, EnumSet.of(Flag.MODEL));
        }
        double failed = 0;
        double variance = 0;
        for (int i = 0; i < problems; i++) {
            double impossible = c[i] == 0 ? impossible(n[i], prior) : 0;
            double a = prior.a() + c[i];
            double b = prior.b() + n[i] - c[i];
            double once = impossible + (1 - impossible) * allFail(a, b, k);
            double twice = impossible + (1 - impossible) * allFail(a, b, 2.0 * k);
            failed += once;
            variance += Math.max(0, twice - once * once);
        }
        double fail = failed / problems;
        double pass = 1 - fail;
        variance /= (double) problems * problems;
        double low = pass;
        double high = pass;
        double size = pass * fail / variance - 1;
        // Otherwise the posterior has no spread that a double can show.
        if (variance > 0 && size * Math.min(pass, fail) > 0 && size < 1e8) {
            low = RegularisedBeta.quantile((1 - level) / 2, size * pass, size * fail);
            high = 1 - RegularisedBeta.quantile((1 - level) / 2, size * fail, size * pass);
        }
        return Interval.of(low, high, level, Target.BENCHMARK, Method.BETA_POSTERIOR, EnumSet.of(Flag.MODEL));
    }

    /** The posterior probability that a problem with no correct sample among n has none to give. */
    private static double impossible(int n, BetaPrior prior) {
        double unlucky = (1 - prior.zeroShare()) * allFail(prior.a(), prior.b(), n);
        return prior.zeroShare() / (prior.zeroShare() + unlucky);
    }

    /** E (1 − p)^j for p with distribution Beta(a, b). */
    private static double allFail(double a, double b, double j) {
        return StrictMath.exp(
                LogGamma.value(b + j) - LogGamma.value(b) - (LogGamma.value(a + b + j) - LogGamma.value(a + b)));
    }
}
