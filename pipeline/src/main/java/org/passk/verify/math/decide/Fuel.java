package org.passk.verify.math.decide;

/** The steps that a decision may take: about an addition of machine numbers each. */
public final class Fuel {
    private final int budget;
    private int left;

    /**
     * A full tank.
     *
     * @param budget steps, at least 1
     */
    public Fuel(int budget) {
        this.budget = budget;
        this.left = budget;
    }

    /** The steps spent so far. */
    public int spent() {
        return budget - Math.max(0, left);
    }

    /** Whether nothing is left. */
    boolean isEmpty() {
        return left < 0;
    }

    /** Spends steps. */
    void burn(long steps) {
        left = (int) Math.max(-1, left - Math.min(steps, Integer.MAX_VALUE));
        if (left < 0) {
            throw Stop.outOfFuel();
        }
    }

    /** Spends what a greatest common divisor of numbers of this many bits costs. */
    void reduce(long bits) {
        burn(1 + (bits >> 6) * (bits >> 6) / 4);
    }

    /** Spends what multiplying two numbers of this many bits costs. */
    void multiply(long bits, long otherBits) {
        burn(1 + (bits >> 6) * (otherBits >> 6) / 16 + (bits + otherBits) / 1_024);
    }

    /** Spends what writing a sum of this many bits costs. */
    void add(long bits) {
        burn(1 + bits / 1_024);
    }
}
