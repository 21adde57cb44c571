package org.passk.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The expected counts of the sample study are those of its README and expected.json, which its script wrote. */
class ExplainCommandTest {
    private static final Path CROSSING = Path.of(System.getProperty("passk.root"), "data-samples", "crossing");

    @TempDir
    private Path folder;

    private static CommandRun explain(Object... files) {
        String[] args = new String[files.length + 1];
        args[0] = "explain";
        for (int i = 0; i < files.length; i++) {
            args[i + 1] = files[i].toString();
        }
        return CommandRun.of(CommandRun.NONE, args);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void theStudyShowsItsSourcesRunsAndComparison() {
        CommandRun run = explain(CROSSING.resolve("study.conf"));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("study crossing", "1, 2, 4, 8, 16, 32", "from the records", "from the path")
                .containsPattern("samples +problems.jsonl +passk +24 +math")
                .containsPattern("base/seed1.jsonl +qwen-math +1 +base +samples +- +cot +0.6 +0.95 +2048 +1/")
                .containsPattern("rl/part0.jsonl +passk-jsonl +1 +rl\\* +samples\\* +150\\* +cot\\*")
                .containsPattern("base prompt=cot T=0.6 top_p=0.95 max_tokens=2048 +base +samples +2 +32")
                .containsPattern("rl step=150 prompt=cot \\S+ \\S+ \\S+ +against +base prompt=cot");
    }

    @Test
    void aLongFileShowsFieldsMappingAndCounts() {
        CommandRun run = explain(CROSSING.resolve("rl/part0.jsonl"));
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("passk-jsonl", "386 records: 384 samples, 2 rejected", "MALFORMED_JSON × 1, first at line ")
                .containsPattern("text +the generation")
                .containsPattern("problem +from problem_id")
                .containsPattern("problems +24")
                .containsPattern("n per problem +min 16, median 16, max 16")
                .containsPattern("model +rl \\(384\\)");
    }

    @Test
    void aWideFileTakesTheSampleIndexFromThePosition() {
        CommandRun run = explain(CROSSING.resolve("base/seed0.jsonl"));
        assertThat(run.out())
                .contains("qwen-math", "386 records: 384 samples, 2 rejected")
                .containsPattern("sample index +from i, the position in code")
                .containsPattern("gt_cot +skipped")
                .containsPattern("finish_reason +")
                .containsPattern("score +")
                .containsPattern("n per problem +min 16, median 16, max 16");
    }

    @Test
    void theFirstRejectIsNamedByLineAndByte() throws IOException {
        String good = "{\"problem_id\":\"é\",\"sample_index\":0,\"text\":\"x\"}\n";
        Path file = file("g.jsonl", good + "\n" + good + "{oops\n{worse\n[]\n");
        CommandRun run = explain(file);
        // 48 bytes: the accent takes two.
        assertThat(run.out())
                .contains("MALFORMED_JSON × 2, first at line 4 (byte " + (2 * good.length() + 3) + ")")
                .contains("NOT_AN_OBJECT × 1, first at line 6");
    }

    @Test
    void aDamagedArchiveIsReadUpToTheDamage() throws IOException {
        byte[] whole = Files.readAllBytes(CROSSING.resolve("rl/part1.jsonl.gz"));
        Path file = Files.write(folder.resolve("cut.jsonl.gz"), Arrays.copyOf(whole, whole.length / 2));
        CommandRun run = explain(file);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("BROKEN_STREAM × 1, first at line ").containsPattern("model +rl \\(\\d+\\)");
    }

    @Test
    void aProblemFileShowsItsFirstProblem() {
        CommandRun run = explain(CROSSING.resolve("problems.jsonl"));
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("problems in the format passk", "id s01, reference 35")
                .containsPattern("problems +24");
    }

    @Test
    void theOtherFilesAreExplainedWhateverIsWrongWithOne() throws IOException {
        Path empty = file("empty.jsonl", "");
        Path csv = file("table.csv", "a,b\n1,2\n");
        Path other = file("other.jsonl", "{\"prompt\":1,\"completion\":2}\n");
        CommandRun run = explain(empty, csv, other, CROSSING.resolve("problems.jsonl"));
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out()).contains("problems in the format passk");
        assertThat(run.err().lines())
                .hasSize(3)
                .anyMatch(line -> line.endsWith("empty.jsonl: is empty; expected records"))
                .anyMatch(line -> line.contains("table.csv: no JSON object stands in its first hundred lines"))
                .anyMatch(line -> line.contains("no known format has the fields prompt, completion")
                        && line.contains("qwen-math")
                        && line.contains("gsm8k"));
    }

    @Test
    void missingFilesFoldersAndStrangeSchemesAreMistakesOfTheUser() {
        assertOneLine(explain(folder.resolve("none.jsonl")), "no such file");
        assertOneLine(explain(folder), "is a folder");
        assertOneLine(explain("foo://x/y.jsonl"), "no file system is known for the scheme \"foo\"");
    }

    private static void assertOneLine(CommandRun run, String message) {
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).startsWith("passk: ").contains(message);
    }

    @Test
    void aMistakenStudyIsReportedWithItsLine() throws IOException {
        CommandRun run = explain(file("s.conf", "study { name = x\n nmae = y }\n"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("s.conf:2: study.nmae: unknown key");
    }

    @Test
    void aStudyIsRecognisedWithoutItsEnding() throws IOException {
        CommandRun run = explain(file("mine", "# c\nstudy {\n name = x }\n"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("study.models");
    }

    @Test
    void jsonIsOneDocumentWithOneObjectForEachFile() throws IOException {
        CommandRun run =
                explain("--json", CROSSING.resolve("study.conf"), CROSSING.resolve("rl/part1.jsonl.gz"), file("e", ""));
        assertThat(run.code()).isEqualTo(4);
        JsonNode files = new ObjectMapper().readTree(run.out());
        assertThat(files).hasSize(3);
        assertThat(files.at("/0/sources/4/parameters/model/from").asText()).isEqualTo("RECORDS");
        assertThat(files.at("/1/records").asLong()).isEqualTo(370);
        assertThat(files.at("/1/per_problem/problems").asLong()).isGreaterThanOrEqualTo(23);
        assertThat(files.at("/2/kind").asText()).isEqualTo("error");
        assertThat(files.at("/2/code").asInt()).isEqualTo(4);
    }

    @Test
    void publicProblemFilesAreRecognised() throws IOException {
        String data = System.getenv("PASSK_DATA");
        Assumptions.assumeTrue(data != null, "PASSK_DATA names no folder of public data");
        Path found;
        try (var files = Files.walk(Path.of(data, "problems", "gsm8k"))) {
            found = files.filter(path -> path.toString().endsWith(".jsonl"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        CommandRun run = explain(found);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("format gsm8k", "from the text after the last ####");
    }
}
