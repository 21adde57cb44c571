package org.passk.stats;

/**
 * The mean over problems of the pass@k estimate at every integer k from 1 to K.
 *
 * <p>For each pair (n, c) the chance of k failures follows from that of k − 1,
 *
 * <pre>fail(k) = fail(k − 1) · (n − c − k + 1) / (n − k + 1)</pre>
 *
 * carried in about 106 bits as {@link PassAtK} does, so that pass@k = 1 − fail(k) is correct to 1 ulp at every k. The
 * problems are added in the order of their counts with the rounding errors of products and sums kept: a mean is within 2
 * ulp of the exact one. The cost is O(K) for each distinct pair (n, c). Immutable.
 */
public final class MeanCurve {
    private final long problems;
    private final double[] values;

    private MeanCurve(long problems, double... values) {
        this.problems = problems;
        this.values = values;
    }

    /**
     * The curve up to the largest k that every problem allows.
     *
     * @param counts the counts of the problems
     */
    public static MeanCurve of(CountHistogram counts) {
        return of(counts, counts.smallestN());
    }

    /**
     * The curve up to a given k.
     *
     * @param counts the counts of the problems
     * @param largestK the last k of the curve, at least 1 and at most the smallest n of the problems
     * @throws IllegalArgumentException if largestK is outside its range
     */
    public static MeanCurve of(CountHistogram counts, long largestK) {
        if (largestK < 1 || largestK > counts.smallestN()) {
            throw new IllegalArgumentException(
                    "largest k " + largestK + " is not in [1, smallest n " + counts.smallestN() + "]");
        }
        int length = Math.toIntExact(largestK);
        double[] sums = new double[length];
        double[] compensations = new double[length];
        double[] pass = new double[length];
        for (CountGroup group : counts.groups()) {
            fill(pass, group.n(), group.c());
            double weight = group.problems();
            for (int i = 0; i < length; i++) {
                double term = weight * pass[i];
                double next = sums[i] + term;
                double lost = sums[i] >= term ? (sums[i] - next) + term : (term - next) + sums[i];
                compensations[i] += lost + Math.fma(weight, pass[i], -term);
                sums[i] = next;
            }
        }
        long problems = counts.problems();
        for (int i = 0; i < length; i++) {
            sums[i] = (sums[i] + compensations[i]) / problems;
        }
        return new MeanCurve(problems, sums);
    }

    private static void fill(double[] pass, long n, long c) {
        FractionProduct fail = new FractionProduct();
        for (int i = 0; i < pass.length; i++) {
            if (!fail.isZero()) {
                // Once the wrong samples are used up a draw is correct for certain.
                fail.multiply(Math.max(0, n - c - i), n - i);
            }
            pass[i] = fail.complement();
        }
    }

    /** The number of problems that each mean is taken over. */
    public long problems() {
        return problems;
    }

    /** The last k of the curve. */
    public int largestK() {
        return values.length;
    }

    /**
     * The mean of pass@k.
     *
     * @param k in [1, largestK]
     * @throws IllegalArgumentException if k is outside its range
     */
    public double at(long k) {
        if (k < 1 || k > values.length) {
            throw new IllegalArgumentException("k " + k + " is not in [1, " + values.length + "]");
        }
        return values[(int) k - 1];
    }

    /** The means for k = 1, 2, …: that of k is at index k − 1. */
    public double[] values() {
        return values.clone();
    }
}
