package org.passk.stats;

import java.util.OptionalDouble;

/**
 * The share of correct samples of a problem:
 *
 * <pre>accuracy = c / n</pre>
 *
 * It is pass@1, and it is avg@k for every k: the mean number of correct ones in k samples drawn without replacement,
 * divided by k, is c / n. A table that quotes avg@32 from n = 1,024 samples therefore quotes this value; only its
 * uncertainty would differ had 32 samples been drawn.
 */
public final class Accuracy {
    private Accuracy() {}

    /**
     * The accuracy, rounded once.
     *
     * @param n number of samples, at least 0
     * @param c number of correct ones, in [0, n]
     * @return a value in [0, 1]; empty for n = 0
     * @throws IllegalArgumentException if a count is negative or c &gt; n
     */
    public static OptionalDouble estimate(long n, long c) {
        PassAtK.checkCounts(n, c, 1);
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) c / n);
    }
}
