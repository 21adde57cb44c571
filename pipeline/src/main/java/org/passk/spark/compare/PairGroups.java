package org.passk.spark.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.passk.analysis.PairProblems;
import org.passk.analysis.RunProblems;
import org.passk.spark.schema.Tables;
import org.passk.tally.Count;

/** Collects what is known of the pairs of each run and benchmark. Rows may come in any order. Not thread-safe. */
final class PairGroups {
    /** What counts are told apart by. */
    static final List<String> COUNT_KEY = List.of(
            Tables.RUN_ID,
            Tables.BENCHMARK,
            PairColumns.STATE,
            PairColumns.VERDICTS.get(0),
            PairColumns.VERDICTS.get(1),
            PairColumns.VERDICTS.get(2),
            PairColumns.VERDICTS.get(3),
            PairColumns.VERDICTS.get(4),
            PairColumns.VERDICTS.get(5));

    private static final Comparator<FlippedSample> EXAMPLES = Comparator.comparing(FlippedSample::problemId)
            .thenComparing(FlippedSample::source)
            .thenComparing(FlippedSample::path)
            .thenComparing(FlippedSample::sampleIndex)
            .thenComparing(FlippedSample::position)
            .thenComparing(FlippedSample::answerIndex);

    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::runId).thenComparing(Key::benchmark);

    private record Key(String runId, String benchmark) {}

    private static final class Group {
        private final Map<PairState, Long> left = new EnumMap<>(PairState.class);
        private final Map<VerdictPair, Long> verdicts = new TreeMap<>();
        private final TreeMap<String, Row> problems = new TreeMap<>();
        private final List<FlippedSample> examples = new ArrayList<>();
    }

    private final Map<Key, Group> groups = new TreeMap<>(ORDER);

    private Group group(Row row) {
        return groups.computeIfAbsent(
                new Key(row.getAs(Tables.RUN_ID), row.getAs(Tables.BENCHMARK)), key -> new Group());
    }

    void count(Row row) {
        PairState state = PairState.valueOf(row.getAs(PairColumns.STATE));
        long count = row.<Long>getAs(PairColumns.COUNT);
        if (state == PairState.COMMON) {
            group(row).verdicts.merge(PairColumns.verdicts(row), count, Long::sum);
        } else {
            group(row).left.merge(state, count, Long::sum);
        }
    }

    void problem(Row row) {
        group(row).problems.put(row.getAs(Tables.PROBLEM_ID), row);
    }

    void example(Row row) {
        group(row)
                .examples
                .add(new FlippedSample(
                        row.getAs(Tables.PROBLEM_ID),
                        row.getAs(Tables.SOURCE),
                        row.<Long>getAs(Tables.SAMPLE_INDEX),
                        row.getAs(Tables.PATH),
                        row.<Long>getAs(Tables.POSITION),
                        row.<Integer>getAs(Tables.ANSWER_INDEX),
                        PairColumns.verdicts(row),
                        row.getAs("answer_a"),
                        row.getAs("answer_b")));
    }

    /** Everything, in the order of runs and benchmarks. */
    List<RunPairs> runs() {
        List<RunPairs> runs = new ArrayList<>();
        groups.forEach((key, group) -> {
            group.examples.sort(EXAMPLES);
            runs.add(new RunPairs(
                    key.runId,
                    key.benchmark,
                    left(group.left),
                    group.verdicts,
                    new PairProblems(problems(group, "c_b", "undecided_b"), problems(group, "c_a", "undecided_a")),
                    group.examples));
        });
        return runs;
    }

    private static RunPairs.Left left(Map<PairState, Long> counts) {
        return new RunPairs.Left(
                counts.getOrDefault(PairState.A_ONLY, 0L),
                counts.getOrDefault(PairState.B_ONLY, 0L),
                counts.getOrDefault(PairState.OTHER_TEXT, 0L),
                counts.getOrDefault(PairState.REPEATED_A, 0L),
                counts.getOrDefault(PairState.REPEATED_B, 0L));
    }

    private static RunProblems problems(Group group, String correct, String undecided) {
        return new RunProblems(
                List.copyOf(group.problems.keySet()),
                column(group, Tables.N),
                Map.of(Count.CORRECT, column(group, correct), Count.UNDECIDED, column(group, undecided)));
    }

    private static long[] column(Group group, String name) {
        return group.problems.values().stream()
                .mapToLong(row -> row.<Long>getAs(name))
                .toArray();
    }
}
