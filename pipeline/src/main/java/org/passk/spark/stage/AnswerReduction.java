package org.passk.spark.stage;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.passk.spark.schema.TableSchema;
import org.passk.spark.schema.Tables;

/**
 * Partial answers, sorted by their keys, become ANSWERS: rows of equal keys are summed. Those of samples that are taken
 * out again have negative counts, and an answer of which none is left has no row.
 */
final class AnswerReduction implements TableFileTask.Reduction {
    private static final long serialVersionUID = 1;

    /** What a row of ANSWERS is one of. */
    static final List<String> KEYS =
            List.of(Tables.RUN_ID, Tables.BENCHMARK, Tables.PROBLEM_ID, Tables.ANSWER, "outcome");

    @Override
    public List<TableSchema> tables() {
        return List.of(Tables.ANSWERS);
    }

    @Override
    public void reduce(Iterator<Row> rows, List<TableFileTask.Output> outputs) throws IOException {
        int size = Tables.ANSWERS.columns().size();
        Object[] current = null;
        while (rows.hasNext()) {
            Row row = rows.next();
            if (current != null && isSame(current, row)) {
                for (int i = KEYS.size(); i < size; i++) {
                    current[i] = (Long) current[i] + row.getLong(i);
                }
                continue;
            }
            write(current, outputs.get(0));
            current = new Object[size];
            for (int i = 0; i < size; i++) {
                current[i] = row.get(i);
            }
        }
        write(current, outputs.get(0));
    }

    private static void write(Object[] row, TableFileTask.Output output) throws IOException {
        if (row != null && (Long) row[KEYS.size()] > 0) {
            output.write(row);
        }
    }

    private static boolean isSame(Object[] current, Row row) {
        // The answer first: it differs most often.
        for (int i = KEYS.size() - 1; i >= 0; i--) {
            if (!current[i].equals(row.get(i))) {
                return false;
            }
        }
        return true;
    }
}
