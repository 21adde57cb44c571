package org.passk.stats;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * How many problems of one run and benchmark have which counts (n, c). Groups are sorted by n and c and each pair occurs
 * once, however they came: sums over them are the same bits for every partitioning. There is at least one problem.
 * Immutable.
 */
public final class CountHistogram {
    private static final Comparator<CountGroup> BY_COUNTS =
            Comparator.comparingLong(CountGroup::n).thenComparingLong(CountGroup::c);

    private final List<CountGroup> groups;

    private CountHistogram(List<CountGroup> groups) {
        this.groups = groups;
    }

    /**
     * The histogram of these groups.
     *
     * @param groups at least one, in any order; groups with equal counts are added up
     * @throws IllegalArgumentException if there is none
     */
    public static CountHistogram of(Collection<CountGroup> groups) {
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("no problems");
        }
        List<CountGroup> merged = new ArrayList<>();
        for (CountGroup group : groups.stream().sorted(BY_COUNTS).toList()) {
            int last = merged.size() - 1;
            if (last >= 0 && BY_COUNTS.compare(merged.get(last), group) == 0) {
                long problems = merged.get(last).problems() + group.problems();
                merged.set(last, new CountGroup(group.n(), group.c(), problems));
            } else {
                merged.add(group);
            }
        }
        return new CountHistogram(List.copyOf(merged));
    }

    /** The groups, sorted by n and c. */
    public List<CountGroup> groups() {
        return groups;
    }

    /** The number of problems. */
    public long problems() {
        return groups.stream().mapToLong(CountGroup::problems).sum();
    }

    /** The smallest n, which is the largest k that every problem allows. */
    public long smallestN() {
        return groups.get(0).n();
    }

    /** Whether every problem has the same number of samples. */
    boolean hasOneN() {
        return groups.get(groups.size() - 1).n() == smallestN();
    }

    /** Problems with exactly this many correct samples. */
    long problemsWith(long c) {
        return groups.stream()
                .filter(group -> group.c() == c)
                .mapToLong(CountGroup::problems)
                .sum();
    }
}
