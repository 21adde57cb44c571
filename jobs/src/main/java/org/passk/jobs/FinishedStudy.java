package org.passk.jobs;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.passk.fault.PasskException;
import org.passk.settings.MetricSettings;
import org.passk.settings.Surroundings;
import org.passk.spark.schema.Tables;
import org.passk.spark.stage.StoredStudy;
import org.passk.spark.store.SegmentStore;
import org.passk.stats.interval.ProblemBootstrap;

/**
 * The tables of a study that was evaluated, opened without Spark.
 *
 * @param tables the tables
 * @param metrics how its metrics were computed; the defaults where only the output folder is known
 * @param folder where it lies
 */
public record FinishedStudy(StoredStudy tables, MetricSettings metrics, OutputFolder folder) {
    private static final MetricSettings DEFAULTS = new MetricSettings(0.95, ProblemBootstrap.DEFAULT_DRAWS, 1, 0);

    /**
     * Opens a study.
     *
     * @param place a study file or an output folder
     * @param surroundings environment variables for substitutions
     * @throws PasskException of kind CONFIGURATION if there is neither, of kind INPUT if nothing was evaluated there
     */
    public static FinishedStudy open(String place, Surroundings surroundings) {
        Configuration conf = new Configuration();
        Path path = LoadedStudyFile.qualified(place, conf);
        try {
            if (path.getFileSystem(conf).exists(path)
                    && path.getFileSystem(conf).getFileStatus(path).isDirectory()) {
                return open(new OutputFolder(path.toString(), conf), DEFAULTS, conf);
            }
            LoadedStudyFile study = LoadedStudyFile.load(place, Optional.empty(), Map.of(), surroundings, conf);
            return open(
                    Evaluation.outputOf(study, conf), study.study().settings().metrics(), conf);
        } catch (IOException e) {
            throw FileTrouble.of(place, e);
        }
    }

    private static FinishedStudy open(OutputFolder folder, MetricSettings metrics, Configuration conf)
            throws IOException {
        SegmentStore store = new SegmentStore(folder.store(), conf);
        if (store.table(Tables.METRICS.name()).isEmpty()) {
            throw PasskException.input(folder.display() + ": holds no metrics: run passk evaluate first");
        }
        return new FinishedStudy(new StoredStudy(store, conf), metrics, folder);
    }

    /** Reads a small text file, for example of claims. */
    public static String text(String file) {
        Configuration conf = new Configuration();
        Path path = LoadedStudyFile.qualified(file, conf);
        try {
            return LoadedStudyFile.read(path, conf)
                    .orElseThrow(() -> PasskException.configuration(file + ": no such file"));
        } catch (IllegalArgumentException e) {
            throw PasskException.configuration(file + ": " + e.getMessage());
        }
    }

    /** Writes a small text file, over the one of that name. */
    public static void write(String file, String text) {
        Configuration conf = new Configuration();
        Path path = LoadedStudyFile.qualified(file, conf);
        Path folder = path.getParent() == null ? new Path("/") : path.getParent();
        new OutputFolder(folder.toString(), conf).write(path.getName(), text);
    }
}
