package org.passk.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineMistakesTest {
    private static final String STUDY = Path.of(System.getProperty("passk.root"), "data-samples/crossing/study.conf")
            .toString();

    @TempDir
    private Path folder;

    private static void assertMistake(String message, String... args) {
        CommandRun run = CommandRun.of(CommandRun.NONE, args);
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).startsWith("passk: ").contains(message).doesNotContain("\tat ");
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void aMissingOrUnknownCommandIsNamed() {
        assertMistake("a command is missing");
        assertMistake("did you mean \"evaluate\"?", "evalute", STUDY);
    }

    @Test
    void aMissingStudyAndAnUnknownOptionAreNamed() {
        assertMistake("'STUDY'", "evaluate");
        assertMistake("--jsn", "evaluate", "--jsn", STUDY);
        assertMistake("--set", "evaluate", STUDY, "--set", "splits.bytes");
    }

    @Test
    void aStudyThatIsNoFileIsNamed() {
        assertMistake("no such file", "evaluate", folder.resolve("none.conf").toString());
        assertMistake("is a folder", "evaluate", folder.toString());
    }

    @Test
    void aStudyThatIsNoHoconIsNamedWithItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("s.conf"), "study {\n name = [\n");
        assertMistake("s.conf:", "evaluate", file.toString());
    }

    @Test
    void anUnknownKeyOfSetIsNamedWithTheNearest() {
        assertMistake("did you mean \"bytes\"?", "evaluate", STUDY, "--set", "splits.byte=1MiB");
    }

    @Test
    void strangeFileSystemsOfTheStudyAreNamed() {
        assertMistake("scheme \"foo\"", "evaluate", "foo://x/study.conf");
        assertMistake("S3AFileSystem", "evaluate", "s3a://bucket/study.conf");
    }

    @Test
    void aSessionThatCannotBeHadLeavesAStatus() throws IOException {
        Path out = folder.resolve("out");
        CommandRun run = CommandRun.of(CommandRun.NONE, "evaluate", STUDY, "--set", "study.output=" + out);
        assertThat(run.code()).isEqualTo(5);
        assertThat(run.err().lines()).containsExactly("passk: Spark cannot start: no master answers");
        JsonNode status =
                new ObjectMapper().readTree(out.resolve("_STATUS.json").toFile());
        assertThat(status.path("state").asText()).isEqualTo("failed");
        assertThat(status.path("code").asInt()).isEqualTo(5);
        assertThat(status.path("kind").asText()).isEqualTo("EXTERNAL");
        assertThat(status.path("message").asText()).isEqualTo("Spark cannot start: no master answers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evaluate",
                "verify",
                "tally",
                "metrics",
                "report",
                "explain",
                "judge",
                "conformance",
                "claim",
                "plan",
                "compare",
                "doctor",
                "generate",
                "truth"
            })
    void theHelpOfEachCommandTeaches(String command) {
        CommandRun run = CommandRun.of(CommandRun.NONE, command, "--help");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("Exit codes: 0 ", "Example: passk " + command)
                .doesNotContain("%%");
    }
}
