package org.passk.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.passk.stats.CountGroup;
import org.passk.stats.CountHistogram;
import org.passk.tally.Count;

/**
 * What TALLIES says of one run on one benchmark: for each problem that has samples, in the order of problem ids, n and every
 * count. Arrays belong to this object: they are not copied, and callers leave them as they are.
 */
public final class RunProblems {
    private final List<String> ids;
    private final long[] n;
    private final Map<Count, long[]> counts;

    /**
     * The problems of a run.
     *
     * @param ids ids of problems, ascending, each once
     * @param n samples of each, at least 1
     * @param counts counts of each; what is absent counts as 0
     * @throws IllegalArgumentException if the lengths differ, or a problem has more correct and undecided samples than samples
     */
    public RunProblems(List<String> ids, long[] n, Map<Count, long[]> counts) {
        this.ids = List.copyOf(ids);
        this.n = Objects.requireNonNull(n, "n");
        this.counts = new EnumMap<>(Count.class);
        this.counts.putAll(counts);
        for (long[] column : this.counts.values()) {
            if (column.length != n.length) {
                throw new IllegalArgumentException(column.length + " counts of " + n.length + " problems");
            }
        }
        long[] correct = get(Count.CORRECT);
        long[] undecided = get(Count.UNDECIDED);
        for (int i = 0; i < n.length; i++) {
            if (n[i] < 1 || correct[i] < 0 || undecided[i] < 0 || correct[i] + undecided[i] > n[i]) {
                throw new IllegalArgumentException("problem " + this.ids.get(i) + ": n " + n[i] + ", c " + correct[i]
                        + ", undecided " + undecided[i]);
            }
        }
        if (this.ids.size() != n.length) {
            throw new IllegalArgumentException(this.ids.size() + " ids of " + n.length + " problems");
        }
    }

    /** How many problems there are. */
    public int size() {
        return n.length;
    }

    /** The ids of the problems. */
    public List<String> ids() {
        return ids;
    }

    /** Samples of each problem. */
    public long[] n() {
        return n;
    }

    /** Correct samples of each problem. */
    public long[] c() {
        return get(Count.CORRECT);
    }

    /** Correct samples of each problem if every undecided one were correct. */
    public long[] upperC() {
        long[] upper = c().clone();
        long[] undecided = get(Count.UNDECIDED);
        for (int i = 0; i < upper.length; i++) {
            upper[i] += undecided[i];
        }
        return upper;
    }

    /** Whether a sample of any problem is undecided. */
    public boolean hasUndecided() {
        return Arrays.stream(get(Count.UNDECIDED)).anyMatch(count -> count > 0);
    }

    /** One count of each problem. */
    public long[] get(Count count) {
        long[] column = counts.get(count);
        return column == null ? new long[n.length] : column;
    }

    /** The smallest n; 0 without problems. */
    public long smallestN() {
        long smallest = n.length == 0 ? 0 : n[0];
        for (long value : n) {
            smallest = Math.min(smallest, value);
        }
        return smallest;
    }

    /** The largest n; 0 without problems. */
    public long largestN() {
        long largest = 0;
        for (long value : n) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    /** How many problems have each pair of n and c. */
    public CountHistogram histogram() {
        long[] correct = c();
        List<CountGroup> groups = new ArrayList<>();
        for (int i = 0; i < n.length; i++) {
            groups.add(new CountGroup(n[i], correct[i], 1));
        }
        return CountHistogram.of(groups);
    }

    /**
     * Some of the problems.
     *
     * @param kept their positions, ascending
     */
    public RunProblems select(int[] kept) {
        Map<Count, long[]> selected = new EnumMap<>(Count.class);
        counts.forEach((count, column) -> selected.put(count, select(column, kept)));
        return new RunProblems(Arrays.stream(kept).mapToObj(ids::get).toList(), select(n, kept), selected);
    }

    private static long[] select(long[] column, int[] kept) {
        return Arrays.stream(kept).mapToLong(i -> column[i]).toArray();
    }

    /**
     * The same problems with another count taken for the correct ones, and nothing undecided.
     *
     * @param correct the count
     */
    public RunProblems withCorrect(Count correct) {
        return new RunProblems(ids, n, Map.of(Count.CORRECT, get(correct)));
    }
}
