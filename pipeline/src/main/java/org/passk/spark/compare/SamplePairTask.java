package org.passk.spark.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.passk.model.Digests;

/**
 * Samples of two studies, sorted by identity, become counts of pairs of verdicts for each problem, and a bounded number of
 * examples of a run on a benchmark. The pairs of one problem are held as counts, never as samples.
 *
 * <p>Of equal identities in one study the first stays, by path and position: the rule by which TALLIES count. Examples are
 * those with the smallest digests of their identities, so that neither the partitioning nor the order of input decides.
 */
final class SamplePairTask implements FlatMapFunction<Iterator<Row>, Row> {
    private static final long serialVersionUID = 1;

    private static final int SOURCE = 3;
    private static final int FILE = 4;
    private static final int INDEX = 5;
    private static final int SIDE = 6;
    private static final int PATH = 7;
    private static final int POSITION = 8;
    private static final int ANSWER_INDEX = 9;
    private static final int OUTCOME = 10;
    private static final int CHANNEL = 11;
    private static final int RULE = 12;
    private static final int ANSWER = 13;
    private static final int TEXT = 14;
    /** Of results. */
    private static final int LOT = 11;

    private static final int FOUND_IN = 14;

    private final int examples;

    /**
     * A task.
     *
     * @param examples the most examples of a run on a benchmark
     */
    SamplePairTask(int examples) {
        this.examples = examples;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return new Pairs(rows, examples);
    }

    /** Counts are told apart by these: a state, and where both have the sample, their verdicts. */
    private record Cell(
            PairState state,
            String outcomeA,
            String channelA,
            String ruleA,
            String outcomeB,
            String channelB,
            String ruleB) {
        private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::state)
                .thenComparing(Cell::outcomeA)
                .thenComparing(Cell::channelA)
                .thenComparing(Cell::ruleA)
                .thenComparing(Cell::outcomeB)
                .thenComparing(Cell::channelB)
                .thenComparing(Cell::ruleB);

        static Cell of(PairState state) {
            return new Cell(state, "", "", "", "", "", "");
        }

        static Cell of(Row a, Row b) {
            return new Cell(
                    PairState.COMMON,
                    a.getString(OUTCOME),
                    a.getString(CHANNEL),
                    a.getString(RULE),
                    b.getString(OUTCOME),
                    b.getString(CHANNEL),
                    b.getString(RULE));
        }
    }

    private static final class Pairs implements Iterator<Row> {
        private final Iterator<Row> rows;
        private final int most;
        private final Deque<Row> ready = new ArrayDeque<>();
        private final PriorityQueue<Row> flipped;
        private Row ahead;

        Pairs(Iterator<Row> rows, int most) {
            this.rows = rows;
            this.most = most;
            // The largest in front: it goes when there are too many.
            Comparator<Row> lot =
                    Comparator.comparing((Row row) -> row.getString(LOT)).thenComparing(row -> row.getString(FOUND_IN));
            this.flipped = new PriorityQueue<>(lot.reversed());
            advance();
        }

        private Row advance() {
            Row row = ahead;
            ahead = rows.hasNext() ? rows.next() : null;
            return row;
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && ahead != null) {
                problem();
            }
            return !ready.isEmpty();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }

        private void problem() {
            Row first = ahead;
            Map<Cell, Long> cells = new TreeMap<>(Cell.ORDER);
            while (ahead != null && same(first, ahead, PairColumns.PROBLEM)) {
                sample(cells);
            }
            cells.forEach((cell, count) -> ready.add(row(first, cell, count, "")));
            if (ahead == null || !same(first, ahead, PairColumns.PROBLEM - 1)) {
                ready.addAll(flipped);
                flipped.clear();
            }
        }

        /** The rows of one identity: those of the first study, then those of the second. */
        private void sample(Map<Cell, Long> cells) {
            Row first = ahead;
            List<Row> kept = new ArrayList<>(2);
            while (ahead != null && same(first, ahead, SIDE)) {
                Row row = advance();
                boolean isA = row.getInt(SIDE) == 0;
                if (!kept.isEmpty() && kept.get(kept.size() - 1).getInt(SIDE) == row.getInt(SIDE)) {
                    cells.merge(Cell.of(isA ? PairState.REPEATED_A : PairState.REPEATED_B), 1L, Long::sum);
                } else {
                    kept.add(row);
                }
            }
            if (kept.size() == 1) {
                boolean isA = first.getInt(SIDE) == 0;
                cells.merge(Cell.of(isA ? PairState.A_ONLY : PairState.B_ONLY), 1L, Long::sum);
            } else if (kept.get(0).getLong(TEXT) != kept.get(1).getLong(TEXT)) {
                cells.merge(Cell.of(PairState.OTHER_TEXT), 1L, Long::sum);
            } else {
                pair(cells, kept.get(0), kept.get(1));
            }
        }

        private void pair(Map<Cell, Long> cells, Row a, Row b) {
            Cell cell = Cell.of(a, b);
            cells.merge(cell, 1L, Long::sum);
            if (most > 0 && !cell.outcomeA.equals(cell.outcomeB)) {
                flipped.add(row(a, cell, 0, b.getString(ANSWER)));
                if (flipped.size() > most) {
                    flipped.remove();
                }
            }
        }

        private static boolean same(Row a, Row b, int columns) {
            for (int i = 0; i < columns; i++) {
                if (!a.get(i).equals(b.get(i))) {
                    return false;
                }
            }
            return true;
        }

        /** A row of counts, or with the count 0 the sample itself. */
        private static Row row(Row sample, Cell cell, long count, String answerB) {
            boolean isExample = count == 0;
            return RowFactory.create(
                    sample.getString(0),
                    sample.getString(1),
                    sample.getString(2),
                    cell.state.name(),
                    cell.outcomeA,
                    cell.channelA,
                    cell.ruleA,
                    cell.outcomeB,
                    cell.channelB,
                    cell.ruleB,
                    count,
                    isExample ? lot(sample) : "",
                    sample.getString(SOURCE),
                    sample.getLong(INDEX),
                    sample.getString(PATH),
                    sample.getLong(POSITION),
                    sample.getInt(ANSWER_INDEX),
                    isExample ? sample.getString(ANSWER) : "",
                    answerB);
        }

        /** A study that lies elsewhere has the same examples: of the file only the name counts. */
        private static String lot(Row sample) {
            String file = sample.getString(FILE);
            return Digests.sha256(String.join(
                    "\n",
                    sample.getString(0),
                    sample.getString(1),
                    sample.getString(2),
                    sample.getString(SOURCE),
                    file.substring(file.lastIndexOf('/') + 1),
                    Long.toString(sample.getLong(INDEX))));
        }
    }
}
