package org.passk.spark.stage;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.passk.analysis.BestOfCurve;
import org.passk.analysis.MetricOptions;
import org.passk.model.Outcome;
import org.passk.spark.schema.Tables;

/**
 * Problems with their samples behind them become one row of numbers for each problem: 1 if every sample has a score, else
 * 0; best-of-k for each k, as it is and with undecided samples as correct; how many samples have an entropy, and its mean.
 */
final class SampleTask implements FlatMapFunction<Iterator<Row>, Row> {
    private static final long serialVersionUID = 1;

    /** The columns that it reads, in the order of sorting up to the outcome; {@code n} is 0 but for the problem itself. */
    static final List<String> COLUMNS = List.of(
            Tables.RUN_ID,
            Tables.BENCHMARK,
            Tables.PROBLEM_ID,
            "is_sample",
            Tables.SOURCE,
            Tables.PATH,
            Tables.POSITION,
            Tables.ANSWER_INDEX,
            "outcome",
            "score",
            "mean_entropy",
            Tables.N);

    /** How many of the columns give the order. */
    static final int ORDERING = 8;

    private static final int IS_SAMPLE = 3;
    private static final int OUTCOME = 8;
    private static final int SCORE = 9;
    private static final int ENTROPY = 10;
    private static final int SAMPLES = 11;

    private final MetricOptions options;

    SampleTask(MetricOptions options) {
        this.options = options;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return new Problems(rows);
    }

    private final class Problems extends ProblemRows {
        Problems(Iterator<Row> rows) {
            super(rows);
        }

        @Override
        Row reduce(Row problem) {
            List<Row> samples = new ArrayList<>();
            others(row -> row.getBoolean(IS_SAMPLE), samples::add);
            long n = problem.getLong(SAMPLES);
            return ProblemNumbers.row(problem, n, numbers(samples, n));
        }
    }

    private double[] numbers(List<Row> samples, long n) {
        int ks = options.ks().size();
        double[] numbers = new double[1 + 2 * ks + 2];
        List<Row> scored = samples.stream().filter(row -> has(row, SCORE)).toList();
        if (scored.size() == n) {
            numbers[0] = 1;
            System.arraycopy(bestOf(scored, Outcome.CORRECT::equals), 0, numbers, 1, ks);
            Predicate<Outcome> upper = outcome -> outcome == Outcome.CORRECT || outcome == Outcome.UNDECIDED;
            System.arraycopy(bestOf(scored, upper), 0, numbers, 1 + ks, ks);
        }
        double sum = 0;
        int count = 0;
        for (Row row : samples) {
            if (has(row, ENTROPY)) {
                sum += row.getDouble(ENTROPY);
                count++;
            }
        }
        numbers[1 + 2 * ks] = count;
        numbers[2 + 2 * ks] = count == 0 ? 0 : sum / count;
        return numbers;
    }

    private static boolean has(Row row, int column) {
        return !row.isNullAt(column) && Double.isFinite(row.getDouble(column));
    }

    private double[] bestOf(List<Row> scored, Predicate<Outcome> right) {
        double[] scores = new double[scored.size()];
        boolean[] correct = new boolean[scored.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = scored.get(i).getDouble(SCORE);
            correct[i] = right.test(Outcome.valueOf(scored.get(i).getString(OUTCOME)));
        }
        return BestOfCurve.values(scores, correct, options);
    }
}
