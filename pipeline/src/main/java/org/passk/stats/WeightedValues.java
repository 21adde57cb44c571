package org.passk.stats;

import java.util.Arrays;
import java.util.Optional;

/**
 * Per-problem values, each with the number of problems that have it: a histogram instead of a list, because the value of
 * a problem is a function of its few small counts. Values are added in a fixed order (the callers sort by counts), which
 * makes the sums the same bits however the problems were partitioned.
 */
public final class WeightedValues {
    private double[] values = new double[16];
    private long[] weights = new long[16];
    private int size;

    /**
     * Adds a value.
     *
     * @param value the value of each of these problems, finite
     * @param problems how many problems have it, at least 1
     */
    public void add(double value, long problems) {
        if (problems < 1 || !Double.isFinite(value)) {
            throw new IllegalArgumentException(problems + " problems with value " + value);
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
            weights = Arrays.copyOf(weights, size * 2);
        }
        values[size] = value;
        weights[size++] = problems;
    }

    /** The mean over the problems with its standard error; empty when nothing was added. Two passes, O(distinct). */
    public Optional<MeanOverProblems> summary() {
        if (size == 0) {
            return Optional.empty();
        }
        long problems = 0;
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < size; i++) {
            problems += weights[i];
            sum.add(weights[i] * values[i]);
        }
        double mean = sum.value() / problems;
        if (problems == 1) {
            return Optional.of(new MeanOverProblems(1, mean, Double.NaN));
        }
        CompensatedSum squares = new CompensatedSum();
        for (int i = 0; i < size; i++) {
            double deviation = values[i] - mean;
            squares.add(weights[i] * deviation * deviation);
        }
        double variance = squares.value() / (problems - 1);
        return Optional.of(new MeanOverProblems(problems, mean, Math.sqrt(variance / problems)));
    }
}
