package org.passk.spark.stage;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;
import org.passk.format.ReadSummary;
import org.passk.spark.store.CountsFile;
import org.passk.spark.store.HadoopSettings;
import org.passk.spark.store.InputSplit;
import org.passk.spark.store.SegmentCommit;
import org.passk.spark.store.SplitReader;
import org.passk.verify.Verifier;
import org.passk.verify.catalog.VerifierCatalog;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** The map stage's task: reads one split, verifies its samples, writes its segment, and reports what it wrote. */
final class VerifyTask extends AbstractFunction1<Iterator<VerifyTask.Work>, VerifyTask.Result> implements Serializable {
    private static final long serialVersionUID = 1;

    /**
     * What one task does.
     *
     * @param split what it reads
     * @param key key of the segment
     */
    record Work(InputSplit split, String key) implements Serializable {}

    /** What came of a task. */
    sealed interface Result extends Serializable {}

    /**
     * A segment was written.
     *
     * @param commit what it holds
     */
    record Written(SegmentCommit commit) implements Result {}

    /**
     * The input cannot be used, now or at another attempt: a result and not a failure, which Spark would try again.
     *
     * @param path the input
     * @param message what is wrong with it
     */
    record Refused(String path, String message) implements Result {}

    private final Broadcast<VerifyContext> context;
    private final Broadcast<HadoopSettings> hadoop;
    private final String root;
    private final String folder;

    /**
     * A task.
     *
     * @param context what verification needs
     * @param hadoop Hadoop's configuration
     * @param root the store's folder
     * @param folder where the segment's files go, relative to the store
     */
    VerifyTask(Broadcast<VerifyContext> context, Broadcast<HadoopSettings> hadoop, String root, String folder) {
        this.context = context;
        this.hadoop = hadoop;
        this.root = root;
        this.folder = folder;
    }

    @Override
    public Result apply(Iterator<Work> items) {
        Work work = items.next();
        TaskContext task = TaskContext.get();
        // Unique to the attempt: a copy of this task that runs elsewhere writes other files, and one of them is listed.
        String prefix = folder + "/" + task.partitionId() + "-" + task.taskAttemptId();
        try {
            return new Written(verify(work, prefix));
        } catch (PasskException e) {
            if (e.kind() == FaultKind.INPUT) {
                return new Refused(work.split.path(), e.getMessage());
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(work.split.path() + ": " + e.getMessage(), e);
        }
    }

    private SegmentCommit verify(Work work, String prefix) throws IOException {
        VerifyContext what = context.value();
        Configuration conf = hadoop.value().configuration();
        InputSplit split = work.split;
        VerifierCatalog catalog = new VerifierCatalog(what.math());
        Map<String, Verifier> verifiers = new TreeMap<>();
        what.benchmarks().values().stream()
                .filter(b -> b.code() == null)
                .forEach(b -> verifiers.computeIfAbsent(b.verifier(), catalog::verifier));
        SplitReader reader = new SplitReader(what.limits(), what.quarantine().firstBytes(), conf);
        try (SegmentWriter writer =
                new SegmentWriter(new Path(root), prefix, split.path(), what.segments(), what.quarantine(), conf)) {
            if (CountsFile.holdsCounts(split.format())) {
                ReadSummary summary = reader.readCounts(split, new SplitCounts(what, split, writer));
                return writer.commit(work.key, split.start(), summary);
            }
            SplitVerification verification = new SplitVerification(what, split, work.key, verifiers, writer);
            ReadSummary summary = reader.read(split, verification);
            return writer.commit(work.key, split.start(), summary);
        }
    }
}
