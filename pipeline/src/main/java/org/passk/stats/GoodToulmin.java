package org.passk.stats;

import java.util.Optional;

/**
 * The extrapolation of Good and Toulmin (1956, doi:10.1093/biomet/43.1-2.45) from species to problems: with F(j) of P
 * problems solved by exactly j of n samples and m = k − n further samples of each,
 *
 * <pre>pass@k ≈ pass@n − Σ (−m / n)^j F(j) / P   over j ≥ 1</pre>
 *
 * It assumes nothing about the problems, and is unbiased when j is Poisson, that is for rarely solved problems; for the
 * others the terms nearly cancel. The series is of use up to k = 2 n only, and its noise grows towards there. The value
 * is not clipped: with few problems it may fall below pass@n or rise above 1. For k &lt; n the series interpolates.
 */
public final class GoodToulmin extends Extrapolation {
    private static final int FACTOR = 2;

    private final CountHistogram counts;

    private GoodToulmin(CountHistogram counts) {
        super(counts.smallestN(), FACTOR);
        this.counts = counts;
    }

    /**
     * Takes the counts.
     *
     * @param counts the counts of the problems
     * @return the model; empty when the problems have unequal numbers of samples
     */
    public static Optional<GoodToulmin> fit(CountHistogram counts) {
        return counts.hasOneN() ? Optional.of(new GoodToulmin(counts)) : Optional.empty();
    }

    @Override
    double expected(long k) {
        double ratio = -((double) (k - n()) / n());
        double power = 1;
        long done = 0;
        CompensatedSum sum = new CompensatedSum();
        for (CountGroup group : counts.groups()) {
            if (group.c() > 0) {
                while (done < group.c()) {
                    power *= ratio;
                    done++;
                }
                sum.add((1 - power) * group.problems());
            }
        }
        return sum.value() / counts.problems();
    }
}
