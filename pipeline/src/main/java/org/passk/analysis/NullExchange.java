package org.passk.analysis;

import org.passk.stats.distribution.SplitMix;

/**
 * Random exchanges of references among problems: permutations that leave no problem its own reference, by Sattolo's
 * algorithm (Sattolo 1986, doi:10.1016/0020-0190(86)90073-6), which draws uniformly among the permutations of one cycle.
 */
public final class NullExchange {
    private NullExchange() {}

    /**
     * An exchange.
     *
     * @param problems how many problems, at least 2
     * @param identity what distinguishes the exchange from others, the seed first
     * @return for each problem the one whose reference it gets, never itself
     */
    public static int[] of(int problems, long... identity) {
        if (problems < 2) {
            throw new IllegalArgumentException(problems + " problems have no references to exchange");
        }
        SplitMix random = SplitMix.of(identity);
        int[] other = new int[problems];
        for (int i = 0; i < problems; i++) {
            other[i] = i;
        }
        for (int i = problems - 1; i > 0; i--) {
            int j = random.below(i);
            int kept = other[j];
            other[j] = other[i];
            other[i] = kept;
        }
        return other;
    }
}
