package org.passk.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.passk.jobs.cli.CommandLineApp;
import org.passk.jobs.cli.Terminal;
import org.passk.settings.Surroundings;

/** A study in a folder of its own, and runs of it through the command line, inside this JVM. */
final class StudyFolder {
    /** The repository; the build names it. */
    static final Path REPOSITORY = Path.of(System.getProperty("passk.root"));

    private final Path folder;
    private final Sessions sessions;

    /**
     * What a run gave.
     *
     * @param code the exit code
     * @param out what it printed
     * @param err its progress and errors
     * @param output what it wrote
     */
    record Ran(int code, String out, String err, OutputTables output) {}

    StudyFolder(Path folder, Sessions sessions) {
        this.folder = folder;
        this.sessions = sessions;
    }

    /** The sample study, copied. */
    static StudyFolder crossing(Path folder, Sessions sessions) {
        return sample("crossing", folder, sessions);
    }

    /** A sample study, copied. */
    static StudyFolder sample(String name, Path folder, Sessions sessions) {
        Path sample = REPOSITORY.resolve("data-samples/" + name);
        try (Stream<Path> files = Files.walk(sample)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(sample.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StudyFolder(folder, sessions);
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    StudyFolder file(String name, String text) {
        try {
            Files.createDirectories(path(name).getParent());
            Files.writeString(path(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    String text(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes the study file. */
    StudyFolder study(String from, String to) {
        String old = text("study.conf");
        if (!old.contains(from)) {
            throw new IllegalArgumentException("study.conf does not hold: " + from);
        }
        return file("study.conf", old.replace(from, to));
    }

    /** Problems p0, p1, … with the answers 1, 2, … */
    StudyFolder problems(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("{\"id\": \"p%d\", \"question\": \"What is %d + 1?\", \"answer\": \"%d\"}\n"
                    .formatted(i, i, i + 1));
        }
        return file("problems.jsonl", text.toString());
    }

    /** Evaluates into the folder {@code output}, which lies beside the study. */
    Ran evaluate(String output, String... options) {
        return run("evaluate", "study.conf", output, options);
    }

    /** Evaluates another study file of the folder. */
    Ran evaluateFile(String study, String output, String... options) {
        return run("evaluate", study, output, options);
    }

    /** Runs a command on a study file of the folder. */
    Ran run(String command, String study, String output, String... options) {
        List<String> args = new ArrayList<>(List.of(command, path(study).toString()));
        for (String option : options) {
            args.addAll(List.of("--set", option));
        }
        args.addAll(List.of("--set", "study.output=" + output));
        return command(sessions, path(output), args.toArray(String[]::new));
    }

    /**
     * Runs any command.
     *
     * @param sessions gives the session
     * @param output the folder that the command writes to
     * @param args the command line
     */
    static Ran command(Sessions sessions, Path output, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = CommandLineApp.run(
                args,
                new Terminal(InputStream.nullInputStream(), new PrintWriter(out, true), new PrintWriter(err, true)),
                Surroundings.of(Map.of(), Map.of()),
                sessions,
                Clock.systemUTC(),
                System::nanoTime);
        return new Ran(code, out.toString(), err.toString(), new OutputTables(output));
    }

    OutputTables output(String name) {
        return new OutputTables(path(name));
    }
}
