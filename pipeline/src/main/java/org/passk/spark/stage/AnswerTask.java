package org.passk.spark.stage;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.passk.analysis.MajorityVotes;
import org.passk.analysis.MetricOptions;
import org.passk.model.Digests;
import org.passk.model.Outcome;

/** Sorted rows of ANSWERS become one row of numbers for each problem: for each k the three of {@link MajorityVotes#curve}. */
final class AnswerTask implements FlatMapFunction<Iterator<Row>, Row> {
    private static final long serialVersionUID = 1;

    private static final int ANSWER = 3;
    private static final int OUTCOME = 4;
    private static final int COUNT = 5;
    private static final int SEED_DIGITS = 16;

    private final MetricOptions options;

    AnswerTask(MetricOptions options) {
        this.options = options;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return new Problems(rows);
    }

    /** One problem after the other: only its counts are held. */
    private final class Problems implements Iterator<Row> {
        private final Iterator<Row> rows;
        private Row next;

        Problems(Iterator<Row> rows) {
            this.rows = rows;
            this.next = rows.hasNext() ? rows.next() : null;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Row next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            Row problem = next;
            MajorityVotes votes = new MajorityVotes();
            while (next != null && sameProblem(problem, next)) {
                votes.add(next.getString(ANSWER), Outcome.valueOf(next.getString(OUTCOME)), next.getLong(COUNT));
                next = rows.hasNext() ? rows.next() : null;
            }
            return ProblemNumbers.row(problem, votes.n(), numbers(votes, seed(problem)));
        }
    }

    private static boolean sameProblem(Row a, Row b) {
        return a.getString(2).equals(b.getString(2))
                && a.getString(0).equals(b.getString(0))
                && a.getString(1).equals(b.getString(1));
    }

    /** A seed of its own for each problem, the same wherever it is computed. */
    private long seed(Row problem) {
        String text = options.seed() + "\n" + problem.getString(0) + "\n" + problem.getString(1) + "\n"
                + problem.getString(2);
        return Long.parseUnsignedLong(Digests.sha256(text).substring(0, SEED_DIGITS), 16);
    }

    private double[] numbers(MajorityVotes votes, long seed) {
        double[][] curve = votes.curve(options, seed);
        double[] numbers = new double[3 * curve.length];
        for (int i = 0; i < curve.length; i++) {
            System.arraycopy(curve[i], 0, numbers, 3 * i, 3);
        }
        return numbers;
    }
}
