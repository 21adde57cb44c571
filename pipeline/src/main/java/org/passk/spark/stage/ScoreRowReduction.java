package org.passk.spark.stage;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.passk.fault.RejectException;
import org.passk.fault.RejectReason;
import org.passk.format.Reject;
import org.passk.format.ScoreRecord;
import org.passk.spark.schema.TableSchema;

/** Rows of one Parquet file become SCORES. */
final class ScoreRowReduction implements TableFileTask.Reduction {
    private static final long serialVersionUID = 1;

    /** Columns of text, then of whole numbers, then of numbers. */
    static final List<String> TEXTS = List.of("model", "scorer", "benchmark", "problem_id");

    static final List<String> NATURALS = List.of("sample_index", "num_tokens");
    static final List<String> NUMBERS = List.of("sum_logprob", "mean_entropy");
    static final String TOKENS = "token_logprobs";

    private final String path;
    private final ScoreWriter.Known known;
    private final int maxNameChars;

    ScoreRowReduction(String path, ScoreWriter.Known known, int maxNameChars) {
        this.path = path;
        this.known = known;
        this.maxNameChars = maxNameChars;
    }

    @Override
    public List<TableSchema> tables() {
        return ScoreWriter.TABLES;
    }

    @Override
    public void reduce(Iterator<Row> rows, List<TableFileTask.Output> outputs) throws IOException {
        ScoreWriter writer = new ScoreWriter(known, path, outputs);
        while (rows.hasNext()) {
            Row row = rows.next();
            long position = row.getLong(0);
            try {
                writer.take(position, record(row));
            } catch (RejectException e) {
                writer.reject(new Reject(position, 0, e.reason(), e.getMessage(), ""));
            }
        }
        writer.end();
    }

    private ScoreRecord record(Row row) throws RejectException {
        ScoreRecord.Builder record = new ScoreRecord.Builder();
        int column = 1;
        for (String name : TEXTS) {
            if (!row.isNullAt(column)) {
                record.text(name, row.getString(column));
            }
            column++;
        }
        for (String name : NATURALS) {
            if (!row.isNullAt(column)) {
                record.natural(name, row.getLong(column));
            }
            column++;
        }
        for (String name : NUMBERS) {
            if (!row.isNullAt(column)) {
                record.number(name, finite(name, row.getDouble(column)));
            }
            column++;
        }
        if (!row.isNullAt(column)) {
            double sum = 0;
            List<Double> tokens = row.getList(column);
            for (Double token : tokens) {
                sum += finite(TOKENS, token == null ? Double.NaN : token);
            }
            record.tokenLogprobs(sum, tokens.size());
        }
        return record.build(maxNameChars);
    }

    private static double finite(String name, double value) throws RejectException {
        if (!Double.isFinite(value)) {
            throw new RejectException(
                    RejectReason.WRONG_TYPE, "\"" + name + "\" holds null or " + value + ", expected finite numbers");
        }
        return value;
    }
}
