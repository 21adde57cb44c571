package org.passk.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes that show themselves only when a study runs: one message, the right code, and a status that agrees. */
class CommandFailuresIT {
    private static final String GOOD =
            "{\"problem_id\":\"p\",\"sample_index\":%d,\"text\":\"the answer is \\\\boxed{1}\",\"model\":\"m\"}\n";

    @TempDir
    private Path folder;

    private CommandRun evaluate(String problems, String path) throws IOException {
        return evaluate(problems, path, "auto");
    }

    private CommandRun evaluate(String problems, String path, String verifier) throws IOException {
        Path study = folder.resolve("study.conf");
        Files.writeString(
                study,
                "study { name = s, output = out\n benchmarks = [{ name = b, problems = \"" + problems
                        + "\", verifier = " + verifier + " }]\n models = [{ name = m, role = base }]\n"
                        + " generations = [{ path = \"" + path + "\", benchmark = b }]\n ks = [1] }\n");
        return CommandRun.of(new CliSessions(), "evaluate", "-q", study.toString());
    }

    private void problems() throws IOException {
        Files.writeString(folder.resolve("p.jsonl"), "{\"id\":\"p\",\"question\":\"q\",\"answer\":\"1\"}\n");
    }

    private void generations(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void assertFailed(CommandRun run, int code, String... messages) throws IOException {
        assertThat(run.code()).as(run.err()).isEqualTo(code);
        assertThat(run.err()).startsWith("passk: ").contains(messages).doesNotContain("\tat ");
        JsonNode status =
                new ObjectMapper().readTree(folder.resolve("out/_STATUS.json").toFile());
        assertThat(status.path("state").asText()).isEqualTo("failed");
        assertThat(status.path("code").asInt()).isEqualTo(code);
        assertThat(run.err()).isEqualTo("passk: " + status.path("message").asText() + "\n");
    }

    @Test
    void theProblemFileIsMissingOrAFolderOrUnknown() throws IOException {
        generations("g.jsonl", GOOD.formatted(0));
        assertFailed(
                evaluate("p.jsonl", "g.jsonl"),
                2,
                "study.conf:",
                "study.benchmarks[0].problems: the problem file",
                "p.jsonl does not exist");
        Files.createDirectory(folder.resolve("d"));
        assertFailed(evaluate("d", "g.jsonl"), 2, "is a folder");
        generations("x.jsonl", "{\"a\":1}\n");
        assertFailed(evaluate("x.jsonl", "g.jsonl"), 4, "format of the problem file", "found keys: a");
        generations("h.jsonl", """
                {"task_id": "HumanEval/0", "prompt": "def f():\\n", "entry_point": "f", "canonical_solution": "    return 1", \
                "test": "def check(candidate):\\n    assert candidate() == 1\\n"}
                """);
        assertFailed(
                evaluate("h.jsonl", "g.jsonl", "math"), 2, "study.benchmarks[0].verifier", "are tests of programs");
        problems();
        assertFailed(evaluate("p.jsonl", "g.jsonl", "code"), 2, "study.benchmarks[0].verifier", "needs a problem file");
    }

    @Test
    void generationsMatchNothingOrNameAnUnknownModelOrScheme() throws IOException {
        problems();
        assertFailed(evaluate("p.jsonl", "g/*.jsonl"), 2, "study.conf:", "study.generations[0].path: no file matches");
        generations("z.jsonl", GOOD.formatted(0));
        assertFailed(evaluate("p.jsonl", "{model}.jsonl"), 2, "declares no model \"z\"");
        assertFailed(evaluate("p.jsonl", "foo://x/*.jsonl"), 2, "scheme \"foo\"");
        assertFailed(evaluate("p.jsonl", "s3a://x/*.jsonl"), 2, "S3AFileSystem");
    }

    @Test
    void anEmptyFileEndsWithInputAfterTheTables() throws IOException {
        problems();
        generations("g0.jsonl", GOOD.formatted(0));
        generations("g1.jsonl", "");
        assertFailed(evaluate("p.jsonl", "g*.jsonl"), 4, "g1.jsonl: holds no records");
        assertThat(folder.resolve("out/report.json")).exists();
    }

    @Test
    void aHalfBrokenFileNamesItsReasonsAfterTheTables() throws IOException {
        problems();
        generations(
                "g.jsonl",
                GOOD.formatted(0) + GOOD.formatted(1) + GOOD.formatted(2) + GOOD.formatted(3)
                        + "{a\n[]\n{b\n{\"text\":\"x\"}\n");
        assertFailed(
                evaluate("p.jsonl", "g.jsonl"),
                4,
                "4 of 8 records",
                "MALFORMED_JSON × 2, for example at",
                "NOT_AN_OBJECT × 1",
                "MISSING_FIELD × 1");
        assertThat(folder.resolve("out/report.json")).exists();
    }

    @Test
    void aFileInThePlaceOfTheOutputIsAMistake() throws IOException {
        problems();
        generations("g.jsonl", GOOD.formatted(0));
        generations("out", "");
        CommandRun run = evaluate("p.jsonl", "g.jsonl");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("study.output: ", "a file is in its place");
    }

    @Test
    void aParquetFileIsExplainedByItsColumns() {
        String parquet = folder.resolve("g").toString();
        new CliSessions()
                .open("s")
                .sql("select 'p' problem_id, id sample_index, 'x' text, true stored_verdict, 1 extra from range(3)"
                        + " union all select 'p', 3L, null, null, 1")
                .coalesce(1)
                .write()
                .parquet(parquet);
        String[] files = new File(parquet).list((dir, name) -> name.endsWith(".parquet") && !name.startsWith("."));
        CommandRun run = CommandRun.of(CommandRun.NONE, "explain", parquet + "/" + files[0]);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("4 records: 3 samples, 1 rejected", "MISSING_FIELD × 1, first at row 3")
                .containsPattern("extra +skipped")
                .containsPattern("stored verdict +right 3, wrong 0, absent 0");
    }

    @Test
    void twoDamagedPointersEndTheRunInsteadOfVerifyingEverythingAgain() throws IOException {
        problems();
        generations("g.jsonl", GOOD.formatted(0));
        assertThat(evaluate("p.jsonl", "g.jsonl").code()).isZero();
        for (String name : new String[] {"CURRENT-0.json", "CURRENT-1.json"}) {
            Files.deleteIfExists(folder.resolve("out/store/." + name + ".crc"));
            Files.writeString(folder.resolve("out/store").resolve(name), "{\"sha");
        }
        CommandRun again = evaluate("p.jsonl", "g.jsonl");
        assertThat(again.code()).as(again.err()).isEqualTo(5);
        assertThat(again.err()).contains("CURRENT-0.json and CURRENT-1.json are damaged; restore one of them");
    }
}
