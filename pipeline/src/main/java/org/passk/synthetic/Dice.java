package org.passk.synthetic;

import org.passk.stats.distribution.SplitMix;

/** What the study draws from the pseudo-random numbers of an identity. Not thread-safe. */
final class Dice {
    private final SplitMix numbers;

    private Dice(SplitMix numbers) {
        this.numbers = numbers;
    }

    Dice(long seed) {
        this(new SplitMix(seed));
    }

    /**
     * The numbers of one thing.
     *
     * @param identity what distinguishes it from all others, the seed of the study first
     */
    static Dice of(long... identity) {
        return new Dice(SplitMix.of(identity));
    }

    long next() {
        return numbers.next();
    }

    /** Uniform in [0, 1). */
    double unit() {
        return numbers.unit();
    }

    /** Uniform in [0, bound). */
    int below(int bound) {
        return numbers.below(bound);
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
