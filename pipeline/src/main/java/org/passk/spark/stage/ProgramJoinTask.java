package org.passk.spark.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.passk.format.SampleStats;
import org.passk.model.Outcome;
import org.passk.model.StoredVerdict;
import org.passk.spark.schema.Tables;
import org.passk.spark.store.HadoopSettings;
import org.passk.spark.store.SegmentCommit.TableFile;
import org.passk.verify.code.ProgramOutcome;

/** Writes the samples that waited, with the verdicts on their programs: rows in the order of segments, files for each. */
final class ProgramJoinTask implements Function2<Integer, Iterator<Row>, Iterator<ProgramJoinTask.Decided>> {
    private static final long serialVersionUID = 1;

    /** The columns of its rows, in order: those of WAITING, then what LEDGER says, absent where it says nothing. */
    static final List<String> COLUMNS = columns();

    /**
     * What was written of a segment.
     *
     * @param segment its key
     * @param files the files by table
     * @param rows samples
     * @param faults those whose verdict is a fault
     */
    record Decided(String segment, Map<String, TableFile> files, long rows, long faults)
            implements java.io.Serializable {}

    private final Broadcast<VerifyContext> context;
    private final Broadcast<HadoopSettings> hadoop;
    private final String root;
    private final String folder;

    ProgramJoinTask(Broadcast<VerifyContext> context, Broadcast<HadoopSettings> hadoop, String root, String folder) {
        this.context = context;
        this.hadoop = hadoop;
        this.root = root;
        this.folder = folder;
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(Tables.WAITING.names()));
        columns.addAll(List.of("outcome", "rule", "detail", "base_passed", "cpu_seconds", Tables.NEAR_LIMIT));
        return List.copyOf(columns);
    }

    @Override
    public Iterator<Decided> call(Integer partition, Iterator<Row> rows) throws IOException {
        List<Decided> decided = new ArrayList<>();
        Configuration conf = hadoop.value().configuration();
        String prefix = folder + "/" + partition + "-" + TaskContext.get().taskAttemptId();
        SegmentWriter writer = null;
        String segment = "";
        long count = 0;
        try {
            while (rows.hasNext()) {
                Row row = rows.next();
                if (!row.getString(0).equals(segment)) {
                    if (writer != null) {
                        decided.add(new Decided(segment, writer.finish(), count, writer.faults()));
                    }
                    segment = row.getString(0);
                    count = 0;
                    writer = new SegmentWriter(
                            new Path(root),
                            prefix + "-" + decided.size(),
                            row.getString(8),
                            context.value().segments(),
                            context.value().quarantine(),
                            conf);
                }
                write(writer, row);
                count++;
            }
            if (writer != null) {
                decided.add(new Decided(segment, writer.finish(), count, writer.faults()));
            }
        } finally {
            if (writer != null) {
                writer.close();
            }
        }
        return decided.iterator();
    }

    private void write(SegmentWriter writer, Row row) throws IOException {
        SampleRow sample = new SampleRow(
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getLong(9),
                row.getInt(10),
                row.getLong(11),
                row.getBoolean(12),
                row.getLong(13),
                StoredVerdict.valueOf(row.getString(14)),
                new SampleStats(
                        row.isNullAt(15) ? SampleStats.NONE.numTokens() : row.getLong(15),
                        number(row, 16),
                        number(row, 17),
                        number(row, 18)));
        ProgramOutcome outcome = outcome(row, 19);
        VerifyContext.BenchmarkContext benchmark = context.value().benchmarks().get(sample.benchmark());
        writer.decided(
                sample,
                outcome.verdict(benchmark.code().tests(), row.getString(3), row.getString(2)),
                outcome.nearLimit());
    }

    private static double number(Row row, int column) {
        return row.isNullAt(column) ? Double.NaN : row.getDouble(column);
    }

    private static ProgramOutcome outcome(Row row, int first) {
        if (row.isNullAt(first)) {
            return ProgramOutcome.fault("not-run", "");
        }
        return new ProgramOutcome(
                Outcome.valueOf(row.getString(first)),
                row.getString(first + 1),
                row.getString(first + 2),
                row.isNullAt(first + 3) ? Optional.empty() : Optional.of(row.getBoolean(first + 3)),
                row.getDouble(first + 4),
                row.getBoolean(first + 5));
    }
}
