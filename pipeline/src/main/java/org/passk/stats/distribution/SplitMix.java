package org.passk.stats.distribution;

/**
 * Pseudo-random numbers that follow from a seed and an identity: SplitMix64 (Steele, Lea and Flood 2014,
 * doi:10.1145/2660193.2660195). The same on every machine. Independent streams come from different identities, so that
 * parts of a computation can be made in any order. Not thread-safe.
 */
public final class SplitMix {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    /**
     * The sequence that published implementations give for this seed.
     *
     * @param seed any number
     */
    public SplitMix(long seed) {
        this.state = seed;
    }

    /**
     * The numbers of one thing.
     *
     * @param identity what distinguishes it from all others, the seed first
     */
    public static SplitMix of(long... identity) {
        long hash = 0;
        for (long part : identity) {
            hash = mix((hash ^ part) + GOLDEN);
        }
        return new SplitMix(hash);
    }

    /** The next 64 bits. */
    public long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** Uniform in [0, 1), a multiple of 2<sup>−53</sup>. */
    public double unit() {
        return (next() >>> 11) * UNIT;
    }

    /**
     * Uniform in [0, bound); the bias of at most bound / 2<sup>53</sup> is of no account.
     *
     * @param bound at least 1
     */
    public int below(int bound) {
        return (int) (unit() * bound);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
