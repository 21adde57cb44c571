package org.passk.verify.math.decide;

import java.util.Objects;

/**
 * Whether two expressions are equal, and how that was found.
 *
 * @param equality the decision
 * @param rule the stable name of the rule that decided
 */
public record Decision(Equality equality, String rule) {
    /** Checks that the rule has a name. */
    public Decision {
        Objects.requireNonNull(equality, "equality");
        if (rule.isEmpty()) {
            throw new IllegalArgumentException("rule is empty");
        }
    }

    /** What may be found. */
    public enum Equality {
        EQUAL,
        DIFFERENT,
        /** Neither was found within the budget. */
        UNDECIDED
    }

    /** Equal by a rule. */
    public static Decision equal(String rule) {
        return new Decision(Equality.EQUAL, rule);
    }

    /** Different by a rule. */
    public static Decision different(String rule) {
        return new Decision(Equality.DIFFERENT, rule);
    }

    /** Not decided. */
    public static Decision undecided() {
        return new Decision(Equality.UNDECIDED, "budget");
    }

    /** Equal or different by a rule. */
    public static Decision of(boolean equal, String rule) {
        return equal ? equal(rule) : different(rule);
    }

    /** Whether equality was found. */
    public boolean isEqual() {
        return equality == Equality.EQUAL;
    }

    /** Whether nothing was found. */
    public boolean isUndecided() {
        return equality == Equality.UNDECIDED;
    }
}
