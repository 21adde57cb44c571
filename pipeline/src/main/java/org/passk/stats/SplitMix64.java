package org.passk.stats;

/**
 * Pseudo-random numbers that follow from a seed: SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195),
 * the same on every machine. Not thread-safe.
 */
final class SplitMix64 {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    SplitMix64(long seed) {
        state = seed;
    }

    long next() {
        state += GOLDEN;
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Uniform in [0, bound), without bias: the incomplete last block of 2^63 is drawn again. */
    int below(int bound) {
        long bits = next() >>> 1;
        long value = bits % bound;
        while (bits - value + (bound - 1) < 0) {
            bits = next() >>> 1;
            value = bits % bound;
        }
        return (int) value;
    }
}
