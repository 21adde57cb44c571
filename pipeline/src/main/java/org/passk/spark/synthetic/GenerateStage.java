package org.passk.spark.synthetic;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.passk.fault.PasskException;
import org.passk.spark.store.HadoopSettings;
import org.passk.synthetic.FileSet;
import org.passk.synthetic.StudyText;
import org.passk.synthetic.SyntheticPlan;

/** Writes a made-up study: problems, generations, the study file, and the truth beside them. */
public final class GenerateStage {
    static final String PROBLEMS = "problems.jsonl";
    private static final String STUDY = "study.conf";
    private static final String TRUTH = "truth";
    private static final int MAX_RANGES = 256;

    private final JavaSparkContext spark;
    private final Configuration conf;

    /**
     * What was written.
     *
     * @param study path of the study file
     * @param files number of files of generations
     * @param bytes their length, with that of the problem file
     * @param read records that a run must read
     * @param verdicts samples that a run must count
     * @param rejects records that a run must reject, by reason
     */
    public record Written(String study, long files, long bytes, long read, long verdicts, Map<String, Long> rejects) {}

    /**
     * A stage.
     *
     * @param session the session
     */
    public GenerateStage(SparkSession session) {
        this.spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        this.conf = spark.hadoopConfiguration();
    }

    /**
     * Writes a study.
     *
     * @param plan the study
     * @param output the folder, which must be empty or not exist yet
     * @return what was written
     * @throws IOException if a file system fails
     * @throws PasskException of kind CONFIGURATION if the folder holds something
     */
    public Written run(SyntheticPlan plan, String output) throws IOException {
        Path folder = emptyFolder(output);
        Broadcast<SyntheticPlan> shared = spark.broadcast(plan);
        Broadcast<HadoopSettings> hadoop = spark.broadcast(new HadoopSettings(conf));
        try {
            spark.setJobGroup("passk generate", "generate " + plan.study().name(), true);
            List<GenerateTask.Work> work = new ArrayList<>();
            work.add(new GenerateTask.Work(GenerateTask.Work.PROBLEMS, 0));
            for (FileSet set : plan.sets()) {
                for (int file = 0; file < set.files(); file++) {
                    work.add(new GenerateTask.Work(set.ordinal(), file));
                }
            }
            long bytes = spark
                    .parallelize(work, work.size())
                    .map(new GenerateTask(shared, hadoop, folder.toString()))
                    .collect()
                    .stream()
                    .mapToLong(Long::longValue)
                    .sum();
            TruthFile truth = truth(plan, shared, hadoop, new Path(folder, TRUTH));
            // Last: a folder with a study file is complete.
            Path study = new Path(folder, STUDY);
            try (OutputStream out = files(study, conf).create(study, true)) {
                out.write(StudyText.of(plan, PROBLEMS).getBytes(StandardCharsets.UTF_8));
            }
            return new Written(
                    study.toString(), work.size() - 1L, bytes, truth.read(), truth.verdicts(), truth.rejects());
        } finally {
            spark.clearJobGroup();
            shared.destroy();
            hadoop.destroy();
        }
    }

    /** The file system of a path; the local one without its checksum files, as inputs come that others have written. */
    static FileSystem files(Path path, Configuration conf) throws IOException {
        FileSystem files = path.getFileSystem(conf);
        return files instanceof LocalFileSystem local ? local.getRaw() : files;
    }

    private Path emptyFolder(String output) throws IOException {
        Path folder = new Path(output);
        FileSystem files = folder.getFileSystem(conf);
        if (files.exists(folder)
                && (!files.getFileStatus(folder).isDirectory() || files.listStatus(folder).length > 0)) {
            throw PasskException.configuration(
                    folder + " exists and is no empty folder; generate writes into a new one");
        }
        files.mkdirs(folder);
        return files.makeQualified(folder);
    }

    private TruthFile truth(
            SyntheticPlan plan, Broadcast<SyntheticPlan> shared, Broadcast<HadoopSettings> hadoop, Path folder)
            throws IOException {
        spark.setJobGroup("passk generate", "truth of " + plan.study().name(), true);
        int problems = plan.study().problems();
        int count = Math.min(problems, MAX_RANGES);
        List<TruthTask.Range> ranges = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ranges.add(new TruthTask.Range(
                    (int) ((long) problems * i / count), (int) ((long) problems * (i + 1) / count)));
        }
        List<TruthTask.Counted> counted = spark.parallelize(ranges, count)
                .map(new TruthTask(shared, hadoop, folder.toString()))
                .collect();
        Map<String, Long> rejects = new TreeMap<>();
        counted.forEach(one -> one.rejects().forEach((reason, n) -> rejects.merge(reason, n, Long::sum)));
        long verdicts = counted.stream().mapToLong(TruthTask.Counted::verdicts).sum();
        TruthFile truth = new TruthFile(
                plan.study().name(),
                plan.study().seed(),
                problems,
                plan.runCount(),
                verdicts + rejects.values().stream().mapToLong(Long::longValue).sum(),
                verdicts,
                rejects,
                counted.stream().mapToLong(TruthTask.Counted::rows).sum(),
                counted.stream().map(TruthTask.Counted::file).toList());
        truth.write(folder, conf);
        return truth;
    }
}
