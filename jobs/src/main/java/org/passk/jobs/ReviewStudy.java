package org.passk.jobs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.passk.analysis.RunProblems;
import org.passk.analysis.StudyRun;
import org.passk.benchmark.ProblemSet;
import org.passk.fault.PasskException;
import org.passk.format.ReadLimits;
import org.passk.model.Digests;
import org.passk.settings.BenchmarkSpec;
import org.passk.settings.Settings;
import org.passk.settings.StudyPaths;
import org.passk.settings.Surroundings;
import org.passk.spark.schema.Tables;
import org.passk.spark.stage.StoredStudy;
import org.passk.spark.store.InputFile;
import org.passk.spark.store.SegmentStore;
import org.passk.tally.Count;

/** An evaluated study as a review needs it: its file, its tables, and its inputs. */
public final class ReviewStudy {
    private final LoadedStudyFile loaded;
    private final Configuration conf;
    private final OutputFolder output;
    private final SegmentStore store;
    private final StoredStudy tables;

    private ReviewStudy(LoadedStudyFile loaded, Configuration conf, OutputFolder output, SegmentStore store)
            throws IOException {
        this.loaded = loaded;
        this.conf = conf;
        this.output = output;
        this.store = store;
        this.tables = new StoredStudy(store, conf);
    }

    /**
     * The inputs of a study.
     *
     * @param files the generation files
     * @param limits what a record may cost
     * @param problems problem sets by benchmark, where there are any
     */
    public record Inputs(List<InputFile> files, ReadLimits limits, Map<String, ProblemSet> problems) {}

    /**
     * The counts of a run on a benchmark.
     *
     * @param run the run
     * @param benchmark the benchmark
     * @param problems its problems
     */
    public record Counts(StudyRun run, String benchmark, RunProblems problems) {}

    /**
     * Opens a study.
     *
     * @param file the study file
     * @param surroundings environment variables for substitutions
     * @throws PasskException of kind CONFIGURATION if there is no such study, of kind INPUT if it was not evaluated
     */
    public static ReviewStudy open(String file, Surroundings surroundings) {
        Configuration conf = new Configuration();
        LoadedStudyFile loaded = LoadedStudyFile.load(file, Optional.empty(), Map.of(), surroundings, conf);
        OutputFolder output = Evaluation.outputOf(loaded, conf);
        try {
            SegmentStore store = new SegmentStore(output.store(), conf);
            if (store.table(Tables.METRICS.name()).isEmpty()) {
                throw PasskException.input(output.display() + ": holds no metrics: run passk evaluate first");
            }
            return new ReviewStudy(loaded, conf, output, store);
        } catch (IOException e) {
            throw FileTrouble.of(file, e);
        }
    }

    /** The settings. */
    public Settings settings() {
        return loaded.study().settings();
    }

    /** The segments and tables. */
    public SegmentStore store() {
        return store;
    }

    /** Hadoop's configuration. */
    public Configuration conf() {
        return conf;
    }

    /** Where reviews of the study go unless something else is said. */
    public String reviewFolder() {
        return output.display() + "/review";
    }

    /** A path as the command line means it. */
    public Path path(String named) {
        return LoadedStudyFile.qualified(named, conf);
    }

    /** The counts of every run on every benchmark, by benchmark and name of the run. */
    public List<Counts> counts() {
        List<Counts> all = new ArrayList<>();
        for (String benchmark : tables.benchmarks()) {
            for (StudyRun run : tables.runs()) {
                tables.problems(run.runId(), benchmark)
                        .ifPresent(problems -> all.add(new Counts(run, benchmark, problems)));
            }
        }
        all.sort(Comparator.comparing(Counts::benchmark)
                .thenComparing(one -> one.run().label())
                .thenComparing(one -> one.run().runId()));
        return all;
    }

    /** A digest of the runs, problems and counts: the same however the work was cut. */
    public String digest() {
        StringBuilder text = new StringBuilder("review study 1\n");
        for (Counts one : counts()) {
            StringBuilder rows = new StringBuilder();
            for (int i = 0; i < one.problems().size(); i++) {
                String id = one.problems().ids().get(i);
                rows.append(id.length())
                        .append(':')
                        .append(id)
                        .append(' ')
                        .append(one.problems().n()[i]);
                for (Count count : Count.values()) {
                    rows.append(' ').append(one.problems().get(count)[i]);
                }
                rows.append('\n');
            }
            for (String part : Arrays.asList(one.run().runId(), one.benchmark(), Digests.sha256(rows.toString()))) {
                text.append(part.length()).append(':').append(part).append('\n');
            }
        }
        return Digests.sha256(text.toString());
    }

    /** Looks for the files of the study. */
    public Inputs inputs() {
        try {
            StudyInputs inputs = StudyInputs.of(loaded, conf);
            return new Inputs(inputs.files(), inputs.limits(), inputs.problems());
        } catch (IOException e) {
            throw FileTrouble.of("", e);
        }
    }

    /** The problem file of a benchmark, if it has one. */
    public Optional<Path> problemFile(String benchmark) {
        return settings().study().benchmarks().stream()
                .filter(one -> one.name().equals(benchmark))
                .map(BenchmarkSpec::problems)
                .filter(file -> !file.isEmpty())
                .map(file -> new Path(StudyPaths.resolve(loaded.base(), file)))
                .findFirst();
    }
}
