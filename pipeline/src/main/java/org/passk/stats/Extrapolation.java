package org.passk.stats;

import java.util.OptionalDouble;

/**
 * A model that was fitted to the counts of the problems of one run and benchmark, and the mean pass@k that it expects for
 * more draws than there are samples.
 *
 * <p>What it gives is <b>not an estimate in the sense of {@link PassAtK}</b>: no unbiased one exists for k &gt; n, and each
 * model is wrong by several points where its assumption fails. Show it apart, under the model's name, beside the values
 * of other models and the interval [pass@n, 1] that holds whatever the truth. Models refuse to go beyond their reach.
 */
public abstract sealed class Extrapolation permits ZeroInflatedBetaBinomial, PowerLaw, GoodToulmin {
    /** No model is asked for more than this many times the samples that it was fitted to. */
    public static final int LARGEST_FACTOR = 8;

    private final long n;
    private final int factor;

    Extrapolation(long n, int factor) {
        this.n = n;
        this.factor = factor;
    }

    /** The number of samples per problem that the model was fitted to: the smallest n. */
    public final long n() {
        return n;
    }

    /** The largest k that the model gives a value for. */
    public final long largestK() {
        return factor * n;
    }

    /**
     * The mean pass@k under the model.
     *
     * @param k number of draws, at least 1
     * @return the model's value; empty for k above {@link #largestK}
     * @throws IllegalArgumentException if k is below 1
     */
    public final OptionalDouble passAtK(long k) {
        if (k < 1) {
            throw new IllegalArgumentException("k " + k + " is below 1");
        }
        return k > largestK() ? OptionalDouble.empty() : OptionalDouble.of(expected(k));
    }

    /** The value for k in [1, largestK]. */
    abstract double expected(long k);
}
