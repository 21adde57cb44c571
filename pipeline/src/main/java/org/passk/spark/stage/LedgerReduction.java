package org.passk.spark.stage;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.passk.spark.schema.TableSchema;
import org.passk.spark.schema.Tables;

/** Writes LEDGER again; of rows with equal keys, which two runs beside each other may have left, the first. */
final class LedgerReduction implements TableFileTask.Reduction {
    private static final long serialVersionUID = 1;

    @Override
    public List<TableSchema> tables() {
        return List.of(Tables.LEDGER);
    }

    @Override
    public void reduce(Iterator<Row> rows, List<TableFileTask.Output> outputs) throws IOException {
        String suite = "";
        String program = "";
        while (rows.hasNext()) {
            Row row = rows.next();
            if (row.getString(0).equals(suite) && row.getString(1).equals(program)) {
                continue;
            }
            suite = row.getString(0);
            program = row.getString(1);
            Object[] values = new Object[row.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.get(i);
            }
            outputs.get(0).write(values);
        }
    }
}
