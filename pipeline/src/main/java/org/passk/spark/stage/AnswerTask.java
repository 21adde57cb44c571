package org.passk.spark.stage;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.passk.analysis.MajorityVotes;
import org.passk.analysis.MetricOptions;
import org.passk.model.Digests;
import org.passk.model.Outcome;

/**
 * Sorted rows of ANSWERS become one row of numbers for each problem: for each k the three of {@link MajorityVotes#curve};
 * the number of correct samples; for each exchange of references the samples that agree with the other reference, if the
 * problem takes part in exchanges.
 */
final class AnswerTask implements FlatMapFunction<Iterator<Row>, Row> {
    private static final long serialVersionUID = 1;

    private static final int ANSWER = 3;
    private static final int OUTCOME = 4;
    private static final int COUNT = 5;
    private static final int SEED_DIGITS = 16;

    private final MetricOptions options;
    private final boolean isVoting;
    private final Broadcast<NullAnswers> chance;

    /**
     * A task.
     *
     * @param options what all analyses are told
     * @param isVoting whether votes are wanted
     * @param chance what references would be exchanged for
     */
    AnswerTask(MetricOptions options, boolean isVoting, Broadcast<NullAnswers> chance) {
        this.options = options;
        this.isVoting = isVoting;
        this.chance = chance;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return new Problems(rows);
    }

    /** Of a problem only its counts are held. */
    private final class Problems extends ProblemRows {
        Problems(Iterator<Row> rows) {
            super(rows);
        }

        @Override
        Row reduce(Row problem) {
            MajorityVotes votes = new MajorityVotes();
            List<String> others = chance.value().of(problem.getString(1), problem.getString(2));
            long[] agreeing = new long[others.size()];
            count(problem, votes, others, agreeing);
            others(row -> sameProblem(problem, row), row -> count(row, votes, others, agreeing));
            return ProblemNumbers.row(problem, votes.n(), numbers(votes, seed(problem), agreeing));
        }
    }

    private static void count(Row row, MajorityVotes votes, List<String> others, long... agreeing) {
        String answer = row.getString(ANSWER);
        Outcome outcome = Outcome.valueOf(row.getString(OUTCOME));
        votes.add(answer, outcome, row.getLong(COUNT));
        if (MajorityVotes.isVote(answer, outcome)) {
            for (int i = 0; i < agreeing.length; i++) {
                agreeing[i] += answer.equals(others.get(i)) ? row.getLong(COUNT) : 0;
            }
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

    private double[] numbers(MajorityVotes votes, long seed, long... agreeing) {
        double[][] curve = isVoting ? votes.curve(options, seed) : MajorityVotes.none(options);
        double[] numbers = new double[3 * curve.length + 1 + agreeing.length];
        for (int i = 0; i < curve.length; i++) {
            System.arraycopy(curve[i], 0, numbers, 3 * i, 3);
        }
        int at = 3 * curve.length;
        numbers[at] = votes.correct();
        for (int i = 0; i < agreeing.length; i++) {
            numbers[at + 1 + i] = agreeing[i];
        }
        return numbers;
    }
}
