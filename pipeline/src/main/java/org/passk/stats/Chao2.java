package org.passk.stats;

import java.util.OptionalDouble;

/**
 * Chao's lower bound of the number of problems that can be solved although none of their n samples is correct, from the
 * numbers F1 and F2 of problems with one and with two correct samples:
 *
 * <pre>unseen ≥ (n − 1) / n · F1² / (2 F2)</pre>
 *
 * and (n − 1) / n · F1 (F1 − 1) / 2 for F2 = 0 (Chao 1987, doi:10.2307/2531532, for incidences). It is a bound in
 * expectation, whatever the distribution of the problems' probabilities of success, and says nothing of how many draws
 * they would take. It is at most the number of problems without a correct sample, of which the unseen ones are a part.
 */
public final class Chao2 {
    private Chao2() {}

    /**
     * The lower bound of the number of solvable problems among the unsolved ones.
     *
     * @param counts the counts of the problems
     * @return a number of problems, not rounded; empty when the problems have unequal numbers of samples
     */
    public static OptionalDouble unseen(CountHistogram counts) {
        if (!counts.hasOneN()) {
            return OptionalDouble.empty();
        }
        double n = counts.smallestN();
        double once = counts.problemsWith(1);
        double twice = counts.problemsWith(2);
        double pairs = twice > 0 ? once * once / (2 * twice) : once * Math.max(0, once - 1) / 2;
        return OptionalDouble.of(Math.min((double) counts.problemsWith(0), (n - 1) / n * pairs));
    }

    /**
     * The lower bound of the share of problems that can be solved at all, the limit of pass@k for large k.
     *
     * @param counts the counts of the problems
     * @return a value in [0, 1]; empty when the problems have unequal numbers of samples
     */
    public static OptionalDouble solvableShare(CountHistogram counts) {
        OptionalDouble unseen = unseen(counts);
        long problems = counts.problems();
        return unseen.isEmpty()
                ? unseen
                : OptionalDouble.of((problems - counts.problemsWith(0) + unseen.getAsDouble()) / problems);
    }
}
