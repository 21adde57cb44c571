package org.passk.jobs;

import java.util.List;
import java.util.Map;

/**
 * What a study comes to.
 *
 * @param file the file as the user named it
 * @param study the study's name
 * @param output folder of the results
 * @param ks the values of k
 * @param benchmarks the benchmarks
 * @param sources the input files, by path
 * @param scores the files with log-probabilities, by path
 * @param runs the runs, as far as the study, the paths and the first records tell
 * @param comparisons which run is compared with which
 * @param notes what the user should know, one line each
 */
public record StudyFacts(
        String file,
        String study,
        String output,
        List<Integer> ks,
        List<Benchmark> benchmarks,
        List<Source> sources,
        List<ScoreSource> scores,
        List<StudyRun> runs,
        List<Compared> comparisons,
        List<String> notes)
        implements Explanation {

    /** Where a parameter of a source is stated. */
    public enum Origin {
        /** In the study file. */
        STUDY,
        /** In the path of the file. */
        PATH,
        /** In the records: the value is that of the first one. */
        RECORDS,
        /** Nowhere, as far as the first record tells. */
        NOWHERE
    }

    /**
     * A benchmark.
     *
     * @param name its name
     * @param verifier who verifies its answers
     * @param problemFile the problem file as the study writes it; empty when the references come from the records
     * @param format the format that was found, or empty
     * @param problems the number of problems; 0 without a file
     * @param notes what readers should know about the references
     */
    public record Benchmark(
            String name, String verifier, String problemFile, String format, int problems, List<String> notes) {}

    /**
     * A parameter.
     *
     * @param value its value; empty when it is not known
     * @param from where it is stated
     */
    public record Parameter(String value, Origin from) {}

    /**
     * An input file.
     *
     * @param path its path, relative to the study's folder where it lies below it
     * @param format the format that was found or stated
     * @param bytes its length
     * @param splits how many splits it is cut into
     * @param parameters model, benchmark, what defines the run, and the seed
     */
    public record Source(String path, String format, long bytes, int splits, Map<String, Parameter> parameters) {}

    /**
     * A file with log-probabilities.
     *
     * @param path its path, relative to the study's folder where it lies below it
     * @param format {@code jsonl} or {@code parquet}
     * @param bytes its length
     * @param parts how many parts it is read in
     */
    public record ScoreSource(String path, String format, long bytes, int parts) {}

    /**
     * A run on a benchmark.
     *
     * @param id its id
     * @param label what people read
     * @param role how its model was made
     * @param benchmark the benchmark; empty where the first record does not tell it
     * @param files how many files it has
     * @param samples generations that the study expects per problem; -1 where it does not say
     */
    public record StudyRun(String id, String label, String role, String benchmark, int files, long samples) {}

    /**
     * A comparison.
     *
     * @param run label of the run
     * @param base label of the run of the model that it started from
     * @param sameSampling whether both were sampled with the same parameters
     */
    public record Compared(String run, String base, boolean sameSampling) {}
}
