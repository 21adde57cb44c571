package org.passk.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a short command to its end. */
final class Command {
    private static final int MAX_OUTPUT = 1 << 16;

    private Command() {}

    /** What a command said. */
    record Output(int exitCode, String text) {
        String firstLine() {
            return text.isBlank()
                    ? "exit code " + exitCode
                    : text.strip().lines().findFirst().orElse("");
        }
    }

    /**
     * Runs a command without input; both its outputs are one text, cut at 64 KiB.
     *
     * @throws IOException when it cannot be started, or does not end in time
     */
    static Output run(List<String> command, Duration patience) throws IOException {
        // Through a file, so that a command that prints without end neither blocks nor fills the memory.
        Path file = Files.createTempFile("passk-command", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(file.toFile())
                    .start();
            await(process, patience, command.get(0));
            try (InputStream in = Files.newInputStream(file)) {
                return new Output(process.exitValue(), new String(in.readNBytes(MAX_OUTPUT), StandardCharsets.UTF_8));
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void await(Process process, Duration patience, String name) throws IOException {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(name + " did not end within " + patience.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
