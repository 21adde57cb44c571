package org.passk.jobs;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.passk.benchmark.ProblemSet;
import org.passk.fault.FaultKind;
import org.passk.fault.PasskException;
import org.passk.format.ReadLimits;
import org.passk.settings.Settings;
import org.passk.spark.store.InputFile;
import org.passk.spark.store.InputPlanner;

/**
 * What a study finds on its file systems.
 *
 * @param problems problem sets by benchmark, where there are any
 * @param files the generation files, sorted by path
 * @param planner cuts the files
 * @param limits what a record may cost
 */
record StudyInputs(Map<String, ProblemSet> problems, List<InputFile> files, InputPlanner planner, ReadLimits limits) {

    /**
     * Looks for the inputs of a study.
     *
     * @throws IOException if a file system fails
     * @throws PasskException if something is missing or cannot be used; mistakes of the study with their place in its file
     */
    static StudyInputs of(LoadedStudyFile loaded, Configuration conf) throws IOException {
        Settings settings = loaded.study().settings();
        ReadLimits limits = Evaluation.limits(settings.limits());
        InputPlanner planner = new InputPlanner(
                settings.study(), loaded.base(), settings.splits().bytes(), limits, conf);
        try {
            Map<String, ProblemSet> problems = ProblemFiles.read(settings.study(), loaded.base(), conf);
            return new StudyInputs(problems, planner.files(), planner, limits);
        } catch (PasskException e) {
            if (e.kind() != FaultKind.CONFIGURATION) {
                throw e;
            }
            throw new PasskException(
                    e.kind(), located(e.getMessage(), loaded.study().places()), e.getCause());
        }
    }

    private static String located(String message, Map<String, String> places) {
        return message.lines().map(line -> withPlace(line, places)).collect(Collectors.joining("\n"));
    }

    /** A line that begins with a key gets the key's place before it. */
    private static String withPlace(String line, Map<String, String> places) {
        int colon = line.indexOf(": ");
        String place = colon < 0 ? null : places.get(line.substring(0, colon));
        return place == null ? line : place + ": " + line;
    }
}
