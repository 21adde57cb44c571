package org.passk.stats;

import java.util.OptionalInt;

/**
 * Where the curve of a base run comes up to that of a run trained from it and stays there:
 *
 * <pre>k* = min { k : base(j) ≥ trained(j) for all integers j in [k, K] }</pre>
 *
 * (Yue et al. 2025, arXiv 2504.13837, section 3.) It is a statement about two curves, not about their uncertainty.
 *
 * <p>Values that are equal in exact arithmetic may differ in their last digits: a difference of at most 4 ulp of the
 * larger value counts as equal, which is what two values of {@link MeanCurve} can be wrong by. There is no other
 * tolerance.
 *
 * @param start k*; empty when the base is behind at K. It is 1 when the base is never behind, which is no crossing
 * @param signChanges how often base − trained goes from positive to negative or back; values that are equal are passed
 *     over
 * @param largestK K, the last k that both curves have
 */
public record Crossover(OptionalInt start, int signChanges, int largestK) {
    private static final int EQUAL_ULPS = 4;

    /** Checks that the start lies on the curves. */
    public Crossover {
        if (largestK < 1 || signChanges < 0 || start.orElse(1) < 1 || start.orElse(1) > largestK) {
            throw new IllegalArgumentException(
                    "start " + start + ", sign changes " + signChanges + ", largest k " + largestK);
        }
    }

    /**
     * Compares two curves.
     *
     * @param base the values of the base run at k = 1, 2, …; finite
     * @param trained those of the other run; what one curve has more than the other is not looked at
     * @throws IllegalArgumentException if a curve is empty or a value is not finite
     */
    public static Crossover between(double[] base, double[] trained) {
        int largestK = Math.min(base.length, trained.length);
        if (largestK == 0) {
            throw new IllegalArgumentException("a curve without values");
        }
        int start = 1;
        int changes = 0;
        int sign = 0;
        for (int i = 0; i < largestK; i++) {
            int next = compare(base[i], trained[i], i + 1);
            if (next < 0) {
                start = i + 2;
            }
            if (next * sign < 0) {
                changes++;
            }
            sign = next == 0 ? sign : next;
        }
        return new Crossover(start > largestK ? OptionalInt.empty() : OptionalInt.of(start), changes, largestK);
    }

    /** Compares two curves over the k that both have. */
    public static Crossover between(MeanCurve base, MeanCurve trained) {
        return between(base.values(), trained.values());
    }

    private static int compare(double base, double trained, int k) {
        if (!Double.isFinite(base) || !Double.isFinite(trained)) {
            throw new IllegalArgumentException("base " + base + ", trained " + trained + " at k " + k);
        }
        double larger = Math.max(Math.abs(base), Math.abs(trained));
        return Math.abs(base - trained) <= EQUAL_ULPS * Math.ulp(larger) ? 0 : Double.compare(base, trained);
    }
}
