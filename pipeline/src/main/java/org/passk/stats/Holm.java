package org.passk.stats;

/**
 * Holm's correction of the p values of a family of m tests, for claims of which not one may be wrong ("A is better than
 * B"): with p(1) ≤ … ≤ p(m),
 *
 * <pre>adjusted p(i) = max over j ≤ i of min(1, (m − j + 1) p(j))</pre>
 *
 * A test whose adjusted value is at most α is significant with a family-wise error rate of at most α, whatever the
 * dependence between the tests (Holm 1979, doi:10.2307/4615733). m is the length of the array: state it with the result.
 */
public final class Holm {
    private Holm() {}

    /**
     * The adjusted p values.
     *
     * @param values the p values of the whole family, each in [0, 1]
     * @return a new array in the order of the argument
     * @throws IllegalArgumentException if a value is outside its range
     */
    public static double[] adjusted(double... values) {
        int[] order = PValues.ascending(values);
        double[] adjusted = new double[values.length];
        double largest = 0;
        for (int i = 0; i < order.length; i++) {
            largest = Math.max(largest, Math.min(1, (order.length - i) * values[order[i]]));
            adjusted[order[i]] = largest;
        }
        return adjusted;
    }
}
