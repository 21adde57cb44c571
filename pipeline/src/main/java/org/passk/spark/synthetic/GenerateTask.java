package org.passk.spark.synthetic;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.passk.model.Run;
import org.passk.spark.store.HadoopSettings;
import org.passk.spark.store.TableFileWriter;
import org.passk.synthetic.FileSet;
import org.passk.synthetic.JsonLines;
import org.passk.synthetic.LongRow;
import org.passk.synthetic.LongRows;
import org.passk.synthetic.RecordForm;
import org.passk.synthetic.SyntheticPlan;
import org.passk.synthetic.SyntheticStudy;

/** Writes one file. Its bytes follow from the plan alone: a second attempt writes the same ones over the first. */
final class GenerateTask implements Function<GenerateTask.Work, Long> {
    private static final long serialVersionUID = 1;
    private static final int BUFFER = 1 << 16;
    private static final long ROW_GROUP_BYTES = 16L << 20;

    /**
     * A file to write.
     *
     * @param set number of its set, or {@link #PROBLEMS}
     * @param file its number in the set
     */
    record Work(int set, int file) implements java.io.Serializable {
        /** The set of the problem file. */
        static final int PROBLEMS = -1;
    }

    private final Broadcast<SyntheticPlan> plan;
    private final Broadcast<HadoopSettings> hadoop;
    private final String folder;

    GenerateTask(Broadcast<SyntheticPlan> plan, Broadcast<HadoopSettings> hadoop, String folder) {
        this.plan = plan;
        this.hadoop = hadoop;
        this.folder = folder;
    }

    /** Writes the file, and tells its length in bytes. */
    @Override
    public Long call(Work work) throws IOException {
        SyntheticPlan study = plan.value();
        Configuration conf = hadoop.value().configuration();
        if (work.set == Work.PROBLEMS) {
            Path path = new Path(folder, GenerateStage.PROBLEMS);
            try (OutputStream out = create(path, conf)) {
                new JsonLines(study).problems(out);
            }
            return length(path, conf);
        }
        FileSet set = study.sets().get(work.set);
        Path path = new Path(folder, set.path(work.file));
        if (set.form() == RecordForm.PARQUET) {
            parquet(study, set, work.file, path, conf);
        } else {
            try (OutputStream out = packed(set, create(path, conf))) {
                new JsonLines(study).generations(set, work.file, out);
            }
        }
        return length(path, conf);
    }

    private static OutputStream create(Path path, Configuration conf) throws IOException {
        return new BufferedOutputStream(GenerateStage.files(path, conf).create(path, true), BUFFER);
    }

    private static long length(Path path, Configuration conf) throws IOException {
        return path.getFileSystem(conf).getFileStatus(path).getLen();
    }

    private static OutputStream packed(FileSet set, OutputStream file) throws IOException {
        return switch (set.packing()) {
            case PLAIN -> file;
            case GZ -> new BufferedOutputStream(new GZIPOutputStream(file, BUFFER), BUFFER);
            case ZST -> new BufferedOutputStream(new ZstdOutputStream(file), BUFFER);
        };
    }

    private static void parquet(SyntheticPlan plan, FileSet set, int file, Path path, Configuration conf)
            throws IOException {
        try (TableFileWriter writer = new TableFileWriter(path, SyntheticTables.GENERATIONS, ROW_GROUP_BYTES, conf)) {
            LongRows rows = new LongRows(plan, set, file);
            while (rows.hasNext()) {
                write(writer, set, rows.next());
            }
        }
    }

    private static void write(TableFileWriter writer, FileSet set, LongRow row) throws IOException {
        Run run = row.run();
        writer.write(
                row.model(),
                SyntheticStudy.BENCHMARK,
                row.problemId(),
                row.index(),
                (long) set.seed(),
                run.step() < 0 ? null : run.step(),
                run.promptKind(),
                run.temperature(),
                run.topP(),
                run.maxTokens(),
                row.text(),
                row.finishReason(),
                (long) row.tokens(),
                row.sumLogprob(),
                row.meanEntropy(),
                row.stored());
    }
}
