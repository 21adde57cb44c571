package org.passk.stats.interval;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A two-sided interval, or the reason why there is none.
 *
 * @param low the lower limit; NaN when refused
 * @param high the upper limit, at least {@code low}; NaN when refused
 * @param level nominal coverage, in (0, 1)
 * @param target what it is about
 * @param method how it was found
 * @param flags what a reader must know, in the order of {@link Flag}
 * @param refusal why there are no limits; empty when there are
 */
public record Interval(
        double low, double high, double level, Target target, Method method, Set<Flag> flags, String refusal) {
    /** Checks that there are either ordered limits or a reason. */
    public Interval {
        checkLevel(level);
        if (refusal.isEmpty() ? !(low <= high) : !(Double.isNaN(low) && Double.isNaN(high))) {
            throw new IllegalArgumentException("limits " + low + " and " + high + ", refusal \"" + refusal + "\"");
        }
        EnumSet<Flag> sorted = EnumSet.noneOf(Flag.class);
        sorted.addAll(flags);
        flags = Collections.unmodifiableSet(sorted);
    }

    static Interval of(double low, double high, double level, Target target, Method method, Set<Flag> flags) {
        return new Interval(low, high, level, target, method, flags, "");
    }

    static Interval refused(String reason, double level, Target target, Method method, Set<Flag> flags) {
        return new Interval(Double.NaN, Double.NaN, level, target, method, flags, reason);
    }

    /** Whether there are no limits. */
    public boolean isRefused() {
        return !refusal.isEmpty();
    }

    /** The upper less the lower limit; NaN when refused. */
    public double width() {
        return high - low;
    }

    /** Whether the value lies between the limits, which belong to the interval; false when refused. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    static void checkLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level " + level + " is not in (0, 1)");
        }
    }
}
