package org.passk.spark.stage;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.passk.fault.RejectReason;
import org.passk.model.Channel;
import org.passk.model.Outcome;
import org.passk.model.StoredVerdict;
import org.passk.spark.schema.ColumnType;
import org.passk.spark.schema.TableSchema;
import org.passk.spark.schema.Tables;

/**
 * Decides which sample of a repeated identity stays: of samples sorted by identity, then path and position, the first. The
 * others become quarantine rows, and rows that take them out of the partial tallies and answers again.
 */
final class DuplicateReduction implements TableFileTask.Reduction {
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
            "outcome",
            "channel",
            "truncated",
            Tables.ANSWER,
            "text_hash",
            "stored_verdict",
            Tables.NEAR_LIMIT,
            "num_tokens");

    /** How many of them each file has, with the first one; a row for each partition that has some. */
    static final TableSchema COUNTS = TableSchema.of("duplicate_counts")
            .required(ColumnType.STRING, Tables.PATH)
            .required(ColumnType.LONG, "count", Tables.POSITION)
            .required(ColumnType.STRING, "message")
            .build();

    private static final class FileCount {
        private long count;
        private long position = Long.MAX_VALUE;
        private String message = "";

        void add(long at, String what) {
            count++;
            if (at < position || (at == position && what.compareTo(message) < 0)) {
                position = at;
                message = what;
            }
        }
    }

    @Override
    public List<TableSchema> tables() {
        return List.of(Tables.PARTIAL_TALLIES, Tables.PARTIAL_ANSWERS, Tables.DUPLICATES, COUNTS);
    }

    @Override
    public void reduce(Iterator<Row> rows, List<TableFileTask.Output> outputs) throws IOException {
        Row first = null;
        PartialTable partial = new PartialTable();
        Map<String, FileCount> counts = new TreeMap<>();
        while (rows.hasNext()) {
            Row row = rows.next();
            if (first != null && !sameProblem(first, row)) {
                write(partial, outputs);
                partial = new PartialTable();
            }
            if (first == null || !sameIdentity(first, row)) {
                first = row;
                continue;
            }
            String message = message(first, row);
            outputs.get(2)
                    .write(
                            row.getString(4),
                            row.getLong(6),
                            row.getInt(7),
                            RejectReason.DUPLICATE_ID.name(),
                            message,
                            "");
            counts.computeIfAbsent(row.getString(4), path -> new FileCount()).add(row.getLong(6), message);
            takeOut(partial, row);
        }
        write(partial, outputs);
        for (Map.Entry<String, FileCount> file : counts.entrySet()) {
            FileCount count = file.getValue();
            outputs.get(3).write(file.getKey(), count.count, count.position, count.message);
        }
    }

    private static boolean sameProblem(Row a, Row b) {
        return a.getString(2).equals(b.getString(2))
                && a.getString(1).equals(b.getString(1))
                && a.getString(0).equals(b.getString(0));
    }

    private static boolean sameIdentity(Row a, Row b) {
        boolean sameSource = a.getString(3).equals(b.getString(3))
                && (!a.getString(3).isEmpty() || a.getString(4).equals(b.getString(4)));
        return sameSource && a.getLong(5) == b.getLong(5) && sameProblem(a, b);
    }

    private static void takeOut(PartialTable partial, Row row) {
        String[] key = {row.getString(0), row.getString(1), row.getString(2), TallyReduction.CORRECTION, ""};
        PartialTable.Counted counted = new PartialTable.Counted(
                Outcome.valueOf(row.getString(8)),
                Channel.valueOf(row.getString(9)),
                row.getString(11),
                row.getBoolean(10),
                StoredVerdict.valueOf(row.getString(13)),
                row.getLong(12),
                row.getBoolean(14),
                row.isNullAt(15) ? -1 : row.getLong(15));
        partial.add(key, row.getLong(5), counted, null);
    }

    private static String message(Row first, Row row) {
        return SegmentWriter.printable("sample " + row.getLong(5) + " of problem " + row.getString(2)
                + (row.getString(3).isEmpty() ? "" : ", " + row.getString(3)) + " is read from " + first.getString(4)
                + " at " + first.getLong(6));
    }

    private static void write(PartialTable partial, List<TableFileTask.Output> outputs) throws IOException {
        partial.write(row -> {}, outputs.get(0)::write, row -> {
            for (int i = AnswerReduction.KEYS.size(); i < row.length; i++) {
                row[i] = -(Long) row[i];
            }
            outputs.get(1).write(row);
        });
    }
}
