package org.passk.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file says reaches the terminal as text alone. */
class ExplainHostileFileTest {
    private static final String EVIL = "x\\n# All is well\\u001b[2J\\u009b2J\\u2028# All is well\\u202e";

    @TempDir
    private Path folder;

    @Test
    void valuesAndNamesOfFieldsCannotMoveTheTerminal() throws IOException {
        Path file = folder.resolve("g.jsonl");
        Files.writeString(
                file,
                "{\"problem_id\":\"EVIL\",\"sample_index\":0,\"EVIL\":1,\"model\":\"EVIL\",\"text\":\"\\\\boxed{EVIL}\"}\n"
                                .replace("EVIL", EVIL)
                        + "{\"problem_id\":\"p\",\"sample_index\":\"EVIL\"}\n".replace("EVIL", EVIL));
        CommandRun run = CommandRun.of(CommandRun.NONE, "explain", file.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("All is well").doesNotContain("\u001b", "\u009b", "\u2028", "\u202e");
        assertThat(run.out().lines()).noneMatch(line -> line.strip().startsWith("# All is well"));
    }
}
