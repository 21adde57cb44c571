package org.passk.jobs.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.passk.jobs.OutputTables;

/**
 * A study, evaluated by the repository's launcher in processes of its own: on the embedded Spark, or on a cluster.
 *
 * @param study the study file; outputs go beside it
 * @param settings what {@code --set} changes, for every run
 */
record Submission(Path study, List<String> settings) {
    /** The repository; the build names it. */
    static final Path REPOSITORY = Path.of(System.getProperty("passk.root"));

    private static final Duration LIMIT = Duration.ofMinutes(5);

    Submission {
        settings = List.copyOf(settings);
    }

    /**
     * What a run gave.
     *
     * @param code the launcher's exit code
     * @param log what it printed
     * @param output what the run wrote
     */
    record Ran(int code, String log, OutputTables output) {}

    /**
     * A run that goes on.
     *
     * @param process the launcher
     * @param logFile where it prints
     * @param output what is written so far
     */
    record Running(Process process, Path logFile, OutputTables output) {
        String log() {
            try {
                return Files.readString(logFile);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Waits for its end. */
        Ran ended() throws InterruptedException {
            try {
                if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IllegalStateException("still running after " + LIMIT + ": " + Waiting.tail(log()));
                }
                return new Ran(process.exitValue(), log(), output);
            } finally {
                stop();
            }
        }

        void stop() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /**
     * Runs any command of the launcher on the embedded Spark of this machine.
     *
     * @param log where it prints
     * @param args the command line
     */
    static Ran command(Path log, String... args) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(REPOSITORY.resolve("passk").toString(), "--heap", "1g"));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("SPARK_"));
        return start(builder, log, log.resolveSibling("none")).ended();
    }

    /** Evaluates on the embedded Spark of this machine. */
    Ran local(String output) throws IOException, InterruptedException {
        ProcessBuilder builder = command(List.of("--heap", "1g"), output);
        builder.environment().keySet().removeIf(name -> name.startsWith("SPARK_"));
        return start(builder, output).ended();
    }

    /** Evaluates on a cluster; {@code options} are the launcher's. */
    Ran on(StandaloneCluster cluster, String output, String... options) throws IOException, InterruptedException {
        return start(cluster, output, options).ended();
    }

    /** Starts to evaluate on a cluster. */
    Running start(StandaloneCluster cluster, String output, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--master", cluster.masterUrl()));
        all.addAll(List.of(options));
        ProcessBuilder builder = command(all, output);
        cluster.environment(builder.environment());
        return start(builder, output);
    }

    private ProcessBuilder command(List<String> options, String output) {
        List<String> command = new ArrayList<>();
        command.add(REPOSITORY.resolve("passk").toString());
        command.addAll(options);
        command.addAll(List.of("evaluate", study.toString(), "--set", "study.output=" + output));
        settings.forEach(setting -> command.addAll(List.of("--set", setting)));
        return new ProcessBuilder(command);
    }

    private Running start(ProcessBuilder builder, String output) throws IOException {
        return start(builder, study.resolveSibling(output + ".log"), study.resolveSibling(output));
    }

    private static Running start(ProcessBuilder builder, Path log, Path output) throws IOException {
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        return new Running(process, log, new OutputTables(output));
    }
}
