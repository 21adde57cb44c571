package org.passk.synthetic;

import java.io.Serializable;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * From a latent normal score to a success rate: p = F⁻¹(Φ(z)) with F of Beta(a, b), tabulated at steps of 1/32 and linear
 * between them. Scores of several runs that are correlated give correlated success rates (a Gaussian copula) with the
 * marginals of the paper. Immutable.
 */
final class AbilityTable implements Serializable {
    private static final long serialVersionUID = 1;

    private static final int STEPS_PER_UNIT = 32;
    private static final int LIMIT = 6;

    private final double[] rates = new double[2 * LIMIT * STEPS_PER_UNIT + 1];

    /**
     * The table of one distribution.
     *
     * @param a first parameter, above 0
     * @param b second parameter, above 0
     */
    AbilityTable(double a, double b) {
        BetaDistribution beta = new BetaDistribution(null, a, b, 1e-12);
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        for (int i = 0; i < rates.length; i++) {
            double score = (double) i / STEPS_PER_UNIT - LIMIT;
            rates[i] = beta.inverseCumulativeProbability(normal.cumulativeProbability(score));
        }
    }

    /** The success rate, in [0, 1], that belongs to a standard normal score. */
    double rate(double score) {
        double place = (Math.max(-LIMIT, Math.min(LIMIT, score)) + LIMIT) * STEPS_PER_UNIT;
        int i = Math.min((int) place, rates.length - 2);
        return rates[i] + (place - i) * (rates[i + 1] - rates[i]);
    }
}
