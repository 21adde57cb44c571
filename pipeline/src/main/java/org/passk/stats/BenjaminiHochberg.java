package org.passk.stats;

/**
 * The correction of Benjamini and Hochberg of the p values of a family of m tests, for lists of which a known share may
 * be wrong (problems that training lost): with p(1) ≤ … ≤ p(m),
 *
 * <pre>adjusted p(i) = min over j ≥ i of min(1, m p(j) / j)</pre>
 *
 * The tests whose adjusted value is at most q have an expected share of false ones of at most q, for tests that are
 * independent or positively dependent (Benjamini and Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x). m is the
 * length of the array: state it with the result.
 */
public final class BenjaminiHochberg {
    private BenjaminiHochberg() {}

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
        double smallest = 1;
        for (int i = order.length - 1; i >= 0; i--) {
            smallest = Math.min(smallest, order.length * values[order[i]] / (i + 1));
            adjusted[order[i]] = smallest;
        }
        return adjusted;
    }
}
