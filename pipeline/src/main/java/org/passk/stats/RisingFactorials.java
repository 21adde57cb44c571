package org.passk.stats;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The logarithms of x (x + 1) … (x + m − 1) for several m at once, which is all that a beta-binomial likelihood needs.
 * Factors are multiplied as long as they fit into a double and only then taken the logarithm of: the error does not
 * depend on a cancellation of log-gammas, and the cost is O(largest m) multiplications. Immutable.
 */
final class RisingFactorials {
    private static final double LARGE = 1e200;

    private final long[] orders;

    /** For these m, at least 0 each, in any order, possibly repeated. */
    RisingFactorials(LongStream orders) {
        this.orders = orders.sorted().distinct().toArray();
    }

    /** Where the logarithm for this m stands in the result. */
    int indexOf(long m) {
        return Arrays.binarySearch(orders, m);
    }

    /** The logarithms for x above 0 and below 10^100. */
    double[] logs(double x) {
        double[] logs = new double[orders.length];
        CompensatedSum sum = new CompensatedSum();
        double product = 1;
        long next = 0;
        for (int i = 0; i < orders.length; i++) {
            for (; next < orders[i]; next++) {
                product *= x + next;
                if (product > LARGE) {
                    sum.add(StrictMath.log(product));
                    product = 1;
                }
            }
            logs[i] = sum.value() + StrictMath.log(product);
        }
        return logs;
    }
}
