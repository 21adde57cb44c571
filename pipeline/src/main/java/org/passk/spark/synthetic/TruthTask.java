package org.passk.spark.synthetic;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.passk.spark.store.HadoopSettings;
import org.passk.spark.store.TableFileWriter;
import org.passk.synthetic.SyntheticPlan;
import org.passk.synthetic.SyntheticStudy;
import org.passk.synthetic.Truth;

/** Counts the truth of a range of problems. */
final class TruthTask implements Function<TruthTask.Range, TruthTask.Counted> {
    private static final long serialVersionUID = 1;
    private static final long ROW_GROUP_BYTES = 4L << 20;

    /**
     * A range of problems.
     *
     * @param from the first
     * @param to the one after the last
     */
    record Range(int from, int to) implements Serializable {}

    /**
     * What was counted.
     *
     * @param file name of the file of truth, in its folder
     * @param rows its rows
     * @param verdicts samples that must count
     * @param rejects records that must be rejected, by reason
     */
    record Counted(String file, long rows, long verdicts, Map<String, Long> rejects) implements Serializable {}

    private final Broadcast<SyntheticPlan> plan;
    private final Broadcast<HadoopSettings> hadoop;
    private final String folder;

    TruthTask(Broadcast<SyntheticPlan> plan, Broadcast<HadoopSettings> hadoop, String folder) {
        this.plan = plan;
        this.hadoop = hadoop;
        this.folder = folder;
    }

    @Override
    public Counted call(Range range) throws IOException {
        // Named after the attempt, and listed by the driver: what a lost attempt wrote is never read.
        String name = "part-" + range.from + "-" + TaskContext.get().taskAttemptId() + ".parquet";
        Truth truth = new Truth(plan.value());
        long[] verdicts = new long[1];
        long rows;
        try (TableFileWriter writer = new TableFileWriter(
                new Path(folder, name),
                SyntheticTables.TRUTH,
                ROW_GROUP_BYTES,
                hadoop.value().configuration())) {
            for (int problem = range.from; problem < range.to; problem++) {
                truth.count(problem, (runId, problemId, counts) -> {
                    verdicts[0] += counts[0];
                    write(writer, runId, problemId, counts);
                });
            }
            rows = writer.rows();
        }
        Map<String, Long> rejects = new TreeMap<>();
        truth.rejects().forEach((reason, count) -> rejects.put(reason.name(), count));
        return new Counted(name, rows, verdicts[0], rejects);
    }

    private static void write(TableFileWriter writer, String runId, String problemId, long[] counts) {
        Object[] row = new Object[3 + counts.length];
        row[0] = runId;
        row[1] = SyntheticStudy.BENCHMARK;
        row[2] = problemId;
        for (int i = 0; i < counts.length; i++) {
            row[3 + i] = counts[i];
        }
        try {
            writer.write(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
