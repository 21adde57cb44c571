package org.passk.stats.interval;

import java.util.List;
import org.passk.stats.distribution.StudentT;

/**
 * The mean of a value in [0, 1] over a finite number N of units in strata, from a sample of units without replacement in
 * each stratum, where the value of a sampled unit is itself estimated without bias from a sample within it (two stages):
 *
 * <pre>ȳ = Σ W_h ȳ_h,   W_h = N_h / N,   f_h = n_h / N_h
 * V = Σ W_h² [ (1 − f_h) s_h² / n_h + f_h · v̄_h / n_h ]</pre>
 *
 * with the mean v̄_h of the units' own variances (Cochran 1977, Sampling Techniques, third edition, chapters 5 and 11;
 * Särndal, Swensson and Wretman 1992, chapter 4; each ȳ_h is the Horvitz-Thompson estimate, doi:10.2307/2280784). ȳ is
 * unbiased; V is unbiased where the v are, and too large where they are bounds. A stratum of which every unit is sampled
 * (f = 1) brings only the variance within its units, and none where that is 0.
 *
 * <p>Few units may not show that others differ. Where a stratum is a sample, 1 / H units of value 0 and as many of the
 * largest possible value are added when s² is taken, H being the number of such strata: over all strata one of each, as in the interval of
 * Agresti and Coull 1998. The quantile is that of Student's t with Σ (n_h − 1) degrees of freedom over these strata, the
 * normal one where there are none.
 *
 * @param mean ȳ
 * @param variance V; NaN where a stratum is a sample of one
 * @param degrees degrees of freedom; infinite where every unit is sampled
 */
public record StratifiedMean(double mean, double variance, double degrees) {
    /**
     * A stratum.
     *
     * @param units N_h
     * @param values the (estimated) value of each sampled unit, in [0, 1], at least one and at most N_h
     * @param variances variance of each, at least 0
     */
    public record Stratum(long units, List<Double> values, List<Double> variances) {
        /** Checks the counts and the ranges. */
        public Stratum {
            values = List.copyOf(values);
            variances = List.copyOf(variances);
            if (values.isEmpty() || values.size() > units || variances.size() != values.size()) {
                throw new IllegalArgumentException(
                        values.size() + " values and " + variances.size() + " variances of " + units + " units");
            }
            for (int i = 0; i < values.size(); i++) {
                if (!(values.get(i) >= 0 && values.get(i) <= 1) || !(variances.get(i) >= 0)) {
                    throw new IllegalArgumentException("value " + values.get(i) + ", variance " + variances.get(i));
                }
            }
        }

        private boolean isSample() {
            return values.size() < units;
        }

        private double mean() {
            return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
        }

        /** The variance of the stratum's mean. */
        private double variance(long samples, double largest) {
            double size = values.size();
            double within = variances.stream().mapToDouble(Double::doubleValue).sum() / size;
            if (!isSample()) {
                return within / size;
            }
            if (values.size() < 2) {
                return Double.NaN;
            }
            double mean = mean();
            double squares = values.stream()
                    .mapToDouble(value -> (value - mean) * (value - mean))
                    .sum();
            double added = 1.0 / samples;
            double above = Math.max(0, largest - mean);
            double spread = (squares + added * (mean * mean + above * above)) / (size + 2 * added - 1);
            double share = size / units;
            return ((1 - share) * spread + share * within) / size;
        }
    }

    /**
     * The mean.
     *
     * @param strata at least one, in a fixed order
     * @param largest the largest value that a unit can have, in [0, 1]
     */
    public static StratifiedMean of(List<Stratum> strata, double largest) {
        long units = strata.stream().mapToLong(Stratum::units).sum();
        long samples = strata.stream().filter(Stratum::isSample).count();
        double mean = 0;
        double variance = 0;
        double degrees = 0;
        for (Stratum stratum : strata) {
            double weight = stratum.units / (double) units;
            mean += weight * stratum.mean();
            variance += weight * weight * stratum.variance(samples, largest);
            degrees += stratum.isSample() ? stratum.values.size() - 1 : 0;
        }
        return new StratifiedMean(
                Math.max(0, Math.min(1, mean)), variance, samples == 0 ? Double.POSITIVE_INFINITY : degrees);
    }

    /** Whether there is an interval: not where a stratum is a sample of one. */
    public boolean hasInterval() {
        return !Double.isNaN(variance);
    }

    /**
     * Half of the width of the interval.
     *
     * @param level nominal coverage, in (0, 1)
     */
    public double halfWidth(double level) {
        Interval.checkLevel(level);
        return variance == 0 ? 0 : StudentT.quantile((1 + level) / 2, degrees) * Math.sqrt(variance);
    }
}
