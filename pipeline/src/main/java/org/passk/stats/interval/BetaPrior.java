package org.passk.stats.interval;

import org.passk.stats.ZeroInflatedBetaBinomial;

/**
 * A prior for the success rate of a problem: 0 for a share of the problems, Beta(a, b) for the others.
 *
 * @param zeroShare the share that no sample ever solves, in [0, 1)
 * @param a first parameter, positive
 * @param b second parameter, positive
 */
public record BetaPrior(double zeroShare, double a, double b) {
    /** Jeffreys' prior Beta(½, ½), which never believes that a problem cannot be solved. */
    public static final BetaPrior JEFFREYS = new BetaPrior(0, 0.5, 0.5);

    /** The prior that the problems of a run themselves suggest. */
    public static BetaPrior of(ZeroInflatedBetaBinomial fit) {
        return new BetaPrior(fit.zeroShare(), fit.a(), fit.b());
    }

    /** Checks the ranges. */
    public BetaPrior {
        if (!(zeroShare >= 0 && zeroShare < 1)) {
            throw new IllegalArgumentException("zero share " + zeroShare + " is not in [0, 1)");
        }
        if (!(a > 0 && a < Double.POSITIVE_INFINITY && b > 0 && b < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a " + a + " and b " + b + " are not both positive and finite");
        }
    }
}
