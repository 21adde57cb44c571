package org.passk.spark.compare;

import java.util.Comparator;
import org.passk.model.Channel;
import org.passk.model.Outcome;

/**
 * What two studies say of a sample.
 *
 * @param outcomeA outcome in the first study
 * @param channelA how the first study found the answer
 * @param ruleA the rule that decided there
 * @param outcomeB outcome in the second study
 * @param channelB how the second study found the answer
 * @param ruleB the rule that decided there
 */
public record VerdictPair(
        Outcome outcomeA, Channel channelA, String ruleA, Outcome outcomeB, Channel channelB, String ruleB)
        implements Comparable<VerdictPair> {
    private static final Comparator<VerdictPair> ORDER = Comparator.comparing(VerdictPair::outcomeA)
            .thenComparing(VerdictPair::outcomeB)
            .thenComparing(VerdictPair::channelA)
            .thenComparing(VerdictPair::ruleA)
            .thenComparing(VerdictPair::channelB)
            .thenComparing(VerdictPair::ruleB);

    /** Whether the outcomes differ. */
    public boolean isFlip() {
        return outcomeA != outcomeB;
    }

    @Override
    public int compareTo(VerdictPair other) {
        return ORDER.compare(this, other);
    }
}
