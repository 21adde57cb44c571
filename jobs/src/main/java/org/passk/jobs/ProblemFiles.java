package org.passk.jobs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.passk.benchmark.ProblemReader;
import org.passk.benchmark.ProblemSet;
import org.passk.fault.PasskException;
import org.passk.settings.BenchmarkSpec;
import org.passk.settings.Study;
import org.passk.settings.StudyPaths;
import org.passk.spark.store.Decompression;

/** Reads the problem files of a study, through Hadoop's file systems. */
final class ProblemFiles {
    private ProblemFiles() {}

    /** The problem sets by benchmark; benchmarks without a file have none. */
    static Map<String, ProblemSet> read(Study study, String base, Configuration conf) {
        Map<String, ProblemSet> sets = new TreeMap<>();
        for (int i = 0; i < study.benchmarks().size(); i++) {
            BenchmarkSpec benchmark = study.benchmarks().get(i);
            if (!benchmark.problems().isEmpty()) {
                Path path = new Path(StudyPaths.resolve(base, benchmark.problems()));
                sets.put(benchmark.name(), read("study.benchmarks[" + i + "].problems: ", path, benchmark, conf));
            }
        }
        return sets;
    }

    private static ProblemSet read(String key, Path path, BenchmarkSpec benchmark, Configuration conf) {
        try {
            if (path.getFileSystem(conf).getFileStatus(path).isDirectory()) {
                throw PasskException.configuration(key + path + " is a folder; expected a problem file");
            }
            return parse(path, benchmark, conf);
        } catch (FileNotFoundException e) {
            throw FileTrouble.known(path.toString(), e)
                    .orElseGet(
                            () -> PasskException.configuration(key + "the problem file " + path + " does not exist"));
        } catch (IOException e) {
            throw FileTrouble.of(path.toString(), e);
        }
    }

    private static ProblemSet parse(Path path, BenchmarkSpec benchmark, Configuration conf) throws IOException {
        try (InputStream in =
                Decompression.of(path).open(path.getFileSystem(conf).open(path))) {
            return ProblemReader.read(in, path.toString(), benchmark.name(), benchmark.format());
        }
    }
}
