package org.passk.synthetic;

/**
 * Pseudo-random numbers that follow from a seed and an identity: SplitMix64 (Steele, Lea and Flood 2014,
 * doi:10.1145/2660193.2660195). The same on every machine: integers, IEEE basic operations and StrictMath only. Not
 * thread-safe.
 */
final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    Dice(long state) {
        this.state = state;
    }

    /**
     * The numbers of one thing.
     *
     * @param identity what distinguishes it from all others, the seed of the study first
     */
    static Dice of(long... identity) {
        long hash = 0;
        for (long part : identity) {
            hash = mix((hash ^ part) + GOLDEN);
        }
        return new Dice(hash);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** Uniform in [0, 1). */
    double unit() {
        return (next() >>> 11) * UNIT;
    }

    /** Uniform in [0, bound); the bias of at most bound / 2^53 is of no account here. */
    int below(int bound) {
        return (int) (unit() * bound);
    }

    /** Uniform in [from, to]. */
    int between(int from, int to) {
        return from + below(to - from + 1);
    }

    /** True with this probability. */
    boolean chance(double probability) {
        return unit() < probability;
    }

    /** One of these, each with the same probability. */
    @SafeVarargs
    final <T> T pick(T... choices) {
        return choices[below(choices.length)];
    }

    /** Standard normal (Box and Muller 1958, doi:10.1214/aoms/1177706645). */
    double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit());
    }
}
