package org.passk.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bound of a wide record: 64 MB of heap, a few hundred bytes an answer, and the longest answer. */
@Tag("slow")
class WideLineMemoryTest {
    private static final Pattern NUMBER = Pattern.compile("(\\w+)=(\\d+)");

    @TempDir
    Path folder;

    private String run(String heap) throws IOException, InterruptedException {
        Path output = folder.resolve("out-" + heap);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path")
                                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator),
                        WideLineMemory.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(300, TimeUnit.SECONDS))
                    .as("ends in time")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(said).isZero();
        System.out.println("a wide line in -Xmx" + heap + ": " + said.strip());
        return said;
    }

    private static long number(String said, String name) {
        Matcher matcher = NUMBER.matcher(said);
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                return Long.parseLong(matcher.group(2));
            }
        }
        throw new AssertionError(name + " is not in: " + said);
    }

    @Test
    void aLineOfThreeHundredMegabytesIsReadInASmallHeap() throws IOException, InterruptedException {
        for (String heap : new String[] {"256m", "64m"}) {
            String said = run(heap);
            assertThat(number(said, "samples")).isEqualTo(WideLineMemory.ANSWERS);
            assertThat(number(said, "records")).isEqualTo(WideLineMemory.ANSWERS);
            assertThat(number(said, "rejects")).isZero();
            // Every third answer is right: 0, 3, ..., 1023.
            assertThat(number(said, "right")).isEqualTo(342);
            assertThat(number(said, "truncated")).isEqualTo(WideLineMemory.ANSWERS - 1);
            assertThat(number(said, "bytes")).isBetween(299_000_000L, 301_000_000L);
        }
    }
}
