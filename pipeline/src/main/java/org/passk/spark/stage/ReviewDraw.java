package org.passk.spark.stage;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.passk.model.Digests;
import org.passk.spark.schema.Tables;

/**
 * The correct samples of some problems that come first in a seeded order: a sample without replacement, whatever the order
 * and the partitions that the rows come in.
 */
final class ReviewDraw implements FlatMapFunction<Iterator<Row>, Map<ReviewDraw.ProblemKey, ReviewDraw.Drawn>> {
    private static final long serialVersionUID = 1;

    /** The columns that it reads, in order. */
    static final List<String> COLUMNS = List.of(
            Tables.RUN_ID,
            Tables.BENCHMARK,
            Tables.PROBLEM_ID,
            Tables.SOURCE,
            Tables.PATH,
            Tables.SAMPLE_INDEX,
            Tables.POSITION,
            Tables.ANSWER_INDEX,
            "text_hash",
            Tables.ANSWER);

    /**
     * A problem of a run.
     *
     * @param runId the run
     * @param benchmark the benchmark
     * @param problemId the problem
     */
    record ProblemKey(String runId, String benchmark, String problemId)
            implements Serializable, Comparable<ProblemKey> {
        @Override
        public int compareTo(ProblemKey other) {
            int run = runId.compareTo(other.runId);
            int place = run == 0 ? benchmark.compareTo(other.benchmark) : run;
            return place == 0 ? problemId.compareTo(other.problemId) : place;
        }
    }

    /**
     * What is wanted.
     *
     * @param numbers how many samples of each problem
     * @param files place of each input file in the order of paths: the same wherever the study lies
     * @param seed of the order
     */
    record Wanted(Map<ProblemKey, Integer> numbers, Map<String, Integer> files, long seed) implements Serializable {}

    /**
     * What was found of a problem.
     *
     * @param correct how many correct samples there are
     * @param first the first ones, in the seeded order
     */
    record Drawn(long correct, List<ReviewSample> first) implements Serializable {}

    private final Broadcast<Wanted> wanted;

    ReviewDraw(Broadcast<Wanted> wanted) {
        this.wanted = wanted;
    }

    @Override
    public Iterator<Map<ProblemKey, Drawn>> call(Iterator<Row> rows) {
        Wanted what = wanted.value();
        Map<ProblemKey, Long> counts = new TreeMap<>();
        Map<ProblemKey, TreeSet<ReviewSample>> first = new TreeMap<>();
        while (rows.hasNext()) {
            Row row = rows.next();
            ProblemKey key = new ProblemKey(row.getString(0), row.getString(1), row.getString(2));
            Integer number = what.numbers.get(key);
            if (number != null) {
                counts.merge(key, 1L, Long::sum);
                TreeSet<ReviewSample> kept = first.computeIfAbsent(key, k -> new TreeSet<>(ReviewSample.ORDER));
                kept.add(sample(row, what));
                if (kept.size() > number) {
                    kept.pollLast();
                }
            }
        }
        Map<ProblemKey, Drawn> drawn = new TreeMap<>();
        counts.forEach((key, count) -> drawn.put(key, new Drawn(count, List.copyOf(first.get(key)))));
        return List.of(drawn).iterator();
    }

    private static ReviewSample sample(Row row, Wanted what) {
        String source = row.getString(3).isEmpty() ? "file=" + what.files.get(row.getString(4)) : row.getString(3);
        String identity = String.join(
                "\n",
                row.getString(0),
                row.getString(1),
                row.getString(2),
                source,
                Long.toString(row.getLong(5)),
                Long.toHexString(row.getLong(8)));
        return new ReviewSample(
                // Spreadsheets take what looks like a number for one: the letter keeps them from it.
                "r" + Digests.sha256("review response 1\n" + identity).substring(0, 16),
                Digests.sha256("review order 1\n" + what.seed + "\n" + identity),
                row.getString(0),
                row.getString(1),
                row.getString(2),
                row.getString(4),
                row.getLong(6),
                row.getInt(7),
                row.getLong(8),
                row.getString(9));
    }

    /** Adds what two partitions found. */
    static final class Merge
            implements Function2<Map<ProblemKey, Drawn>, Map<ProblemKey, Drawn>, Map<ProblemKey, Drawn>> {
        private static final long serialVersionUID = 1;

        private final Broadcast<Wanted> wanted;

        Merge(Broadcast<Wanted> wanted) {
            this.wanted = wanted;
        }

        @Override
        public Map<ProblemKey, Drawn> call(Map<ProblemKey, Drawn> one, Map<ProblemKey, Drawn> other) {
            Map<ProblemKey, Drawn> sum = new TreeMap<>(one);
            other.forEach((key, drawn) -> sum.merge(
                    key, drawn, (a, b) -> merge(a, b, wanted.value().numbers.get(key))));
            return sum;
        }

        private static Drawn merge(Drawn one, Drawn other, int number) {
            TreeSet<ReviewSample> all = new TreeSet<>(ReviewSample.ORDER);
            all.addAll(one.first);
            all.addAll(other.first);
            List<ReviewSample> first = new ArrayList<>();
            all.stream().limit(number).forEach(first::add);
            return new Drawn(one.correct + other.correct, List.copyOf(first));
        }
    }
}
