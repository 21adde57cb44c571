package org.passk.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The p values of a family of tests in ascending order, equal ones in the order in which they came. */
final class PValues {
    private PValues() {}

    /** The indices of the values from the smallest to the largest. */
    static int[] ascending(double... values) {
        for (double value : values) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("p value " + value + " is not in [0, 1]");
            }
        }
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> values[index]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
