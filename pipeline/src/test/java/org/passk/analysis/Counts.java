package org.passk.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.passk.tally.Count;

/** Counts of problems, written down row by row. Ids of problems follow their order. */
final class Counts {
    private final List<long[]> rows = new ArrayList<>();
    private final Map<Count, List<Long>> others = new EnumMap<>(Count.class);

    private Counts() {}

    /** The usual options, for these k. */
    static MetricOptions options(Integer... ks) {
        return new MetricOptions(List.of(ks), 0.95, 200, 7);
    }

    static Counts none() {
        return new Counts();
    }

    /** Problems with the same number of samples. */
    static RunProblems equalN(long n, long... c) {
        Counts counts = none();
        for (long correct : c) {
            counts.problems(n, correct, 0, 1);
        }
        return counts.build();
    }

    /** Adds problems with equal counts. */
    Counts problems(long n, long c, long undecided, int howMany) {
        for (int i = 0; i < howMany; i++) {
            rows.add(new long[] {n, c, undecided});
        }
        return this;
    }

    /** Gives every problem another count. */
    Counts with(Count count, Long... values) {
        others.put(count, List.of(values));
        return this;
    }

    RunProblems build() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            ids.add(String.format(Locale.ROOT, "p%04d", i));
        }
        Map<Count, long[]> columns = new EnumMap<>(Count.class);
        columns.put(Count.CORRECT, column(1));
        columns.put(Count.UNDECIDED, column(2));
        others.forEach((count, values) ->
                columns.put(count, values.stream().mapToLong(Long::longValue).toArray()));
        return new RunProblems(ids, column(0), columns);
    }

    private long[] column(int index) {
        return rows.stream().mapToLong(row -> row[index]).toArray();
    }

    /** The rows of a metric about the whole, in order. */
    static List<Metric> whole(List<Metric> rows, String name) {
        return rows.stream()
                .filter(row -> row.name().equals(name) && row.slice().isEmpty())
                .toList();
    }
}
