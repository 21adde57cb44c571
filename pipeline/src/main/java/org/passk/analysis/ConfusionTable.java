package org.passk.analysis;

import java.util.OptionalDouble;
import org.passk.model.Outcome;
import org.passk.stats.CohenKappa;

/**
 * How often two verifiers, A and B, gave each pair of outcomes to the same samples. Immutable.
 */
public final class ConfusionTable {
    private static final int SIZE = Outcome.values().length;

    private final long[][] counts;

    private ConfusionTable(long[][] counts) {
        this.counts = counts;
    }

    /** A table of nothing. */
    public static ConfusionTable empty() {
        return new ConfusionTable(new long[SIZE][SIZE]);
    }

    /**
     * The table with further samples.
     *
     * @param a what A said of them
     * @param b what B said of them
     * @param count how many they are, at least 0
     */
    public ConfusionTable plus(Outcome a, Outcome b, long count) {
        if (count < 0) {
            throw new IllegalArgumentException("count " + count + " is negative");
        }
        long[][] sum = new long[SIZE][];
        for (int i = 0; i < SIZE; i++) {
            sum[i] = counts[i].clone();
        }
        sum[a.ordinal()][b.ordinal()] += count;
        return new ConfusionTable(sum);
    }

    /** Samples with this pair of outcomes. */
    public long count(Outcome a, Outcome b) {
        return counts[a.ordinal()][b.ordinal()];
    }

    /** Samples to which A gave this outcome. */
    public long ofA(Outcome outcome) {
        return PerProblem.sum(counts[outcome.ordinal()]);
    }

    /** Samples to which B gave this outcome. */
    public long ofB(Outcome outcome) {
        long sum = 0;
        for (long[] row : counts) {
            sum += row[outcome.ordinal()];
        }
        return sum;
    }

    /** All samples. */
    public long samples() {
        long sum = 0;
        for (long[] row : counts) {
            sum += PerProblem.sum(row);
        }
        return sum;
    }

    /** Samples of equal outcomes. */
    public long agreeing() {
        long sum = 0;
        for (int i = 0; i < SIZE; i++) {
            sum += counts[i][i];
        }
        return sum;
    }

    /** The share of equal outcomes; empty without samples. */
    public OptionalDouble agreement() {
        long samples = samples();
        return samples == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) agreeing() / samples);
    }

    /** Cohen's kappa; empty without samples, and where both gave one and the same outcome to all, which leaves it undefined. */
    public OptionalDouble kappa() {
        return samples() == 0 ? OptionalDouble.empty() : CohenKappa.of(counts).kappa();
    }
}
