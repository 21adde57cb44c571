package org.passk.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The cluster for trying things by hand goes with the process that started it. */
@Tag("cluster")
class ClusterByHandIT {
    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void anInterruptEndsEveryProcessAndRemovesTheFolder(@TempDir Path folder) throws Exception {
        Path printed = folder.resolve("printed");
        Process process = new ProcessBuilder(
                        Submission.REPOSITORY.resolve(".ci/cluster").toString(), "2")
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        try {
            boolean came = Waiting.until(Duration.ofMinutes(2), () -> !process.isAlive() || said(printed, "# stops"));
            assertThat(came && process.isAlive()).as(said(printed)).isTrue();
            List<ProcessHandle> all = process.descendants().toList();
            // The JVM that started it, a master, two workers.
            assertThat(all).hasSizeGreaterThanOrEqualTo(4);
            String home = said(printed).replaceAll("(?s).*SPARK_HOME=(\\S+).*", "$1");
            assertThat(Path.of(home, "bin/spark-submit")).isExecutable();

            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(all).noneMatch(ProcessHandle::isAlive);
            assertThat(Path.of(home)).doesNotExist();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String said(Path printed) {
        try {
            return Files.readString(printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean said(Path printed, String text) {
        return said(printed).contains(text);
    }
}
