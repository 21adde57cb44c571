package org.passk.spark.stage;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.passk.spark.schema.Tables;

/** Problems beside their counts under a direct-answer run become rows of numbers: the columns from {@code correct} on. */
final class GuessTask implements FlatMapFunction<Iterator<Row>, Row> {
    private static final long serialVersionUID = 1;

    static final List<String> COLUMNS = List.of(
            Tables.RUN_ID,
            Tables.BENCHMARK,
            Tables.PROBLEM_ID,
            Tables.N,
            "correct",
            "undecided",
            "direct_n",
            "direct_correct");

    private static final int FIRST = 4;

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Row next() {
                Row row = rows.next();
                double[] numbers = new double[COLUMNS.size() - FIRST];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = row.getLong(FIRST + i);
                }
                return ProblemNumbers.row(row, row.getLong(FIRST - 1), numbers);
            }
        };
    }
}
