package org.passk.stats;

import java.math.BigInteger;
import java.util.OptionalDouble;

/**
 * How far two judges agree on the same items, beyond what their habits would bring by chance: with the share p of equal
 * labels and the share e that independent judges with the same frequencies of labels would have,
 *
 * <pre>κ = (p − e) / (1 − e)</pre>
 *
 * (Cohen 1960, doi:10.1177/001316446002000104; unweighted.) From integer counts, so that p and e are rounded once.
 *
 * @param items items with a label of both, at least 1
 * @param agreement the share p of equal labels
 * @param kappa κ, at most 1; empty where both give one and the same label to everything, so that e is 1
 */
public record CohenKappa(long items, double agreement, OptionalDouble kappa) {
    /**
     * From a table of labels.
     *
     * @param table square; row: label of the one, column: label of the other, entry: number of items
     * @throws IllegalArgumentException if the table is not square, holds a negative count, or is empty
     */
    public static CohenKappa of(long[][] table) {
        long[] rows = new long[table.length];
        long[] columns = new long[table.length];
        long items = 0;
        long equal = 0;
        for (int i = 0; i < table.length; i++) {
            if (table[i].length != table.length) {
                throw new IllegalArgumentException(
                        "row " + i + " has " + table[i].length + " columns of " + table.length);
            }
            for (int j = 0; j < table.length; j++) {
                if (table[i][j] < 0) {
                    throw new IllegalArgumentException("count " + table[i][j] + " is negative");
                }
                rows[i] += table[i][j];
                columns[j] += table[i][j];
                items += table[i][j];
            }
            equal += table[i][i];
        }
        if (items == 0) {
            throw new IllegalArgumentException("no items");
        }
        BigInteger chance = BigInteger.ZERO;
        for (int i = 0; i < table.length; i++) {
            chance = chance.add(product(rows[i], columns[i]));
        }
        BigInteger rest = product(items, items).subtract(chance);
        OptionalDouble kappa = rest.signum() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(product(equal, items).subtract(chance).doubleValue() / rest.doubleValue());
        double agreement = equal / (double) items;
        return new CohenKappa(items, agreement, kappa);
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }
}
