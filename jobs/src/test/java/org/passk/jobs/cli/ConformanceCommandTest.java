package org.passk.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceCommandTest {
    @TempDir
    private Path folder;

    private CommandRun conformance(String... options) {
        List<String> args = new ArrayList<>(List.of("conformance", folder.toString()));
        args.addAll(List.of(options));
        return CommandRun.of(CommandRun.NONE, args.toArray(String[]::new));
    }

    private void file(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines).replace('\'', '"'));
    }

    private static String answer(String id, String gold, String prediction, String expected) {
        return "{'id':'" + id + "','gold':'" + gold + "','prediction':'" + prediction
                + "','gold_kind':'expr','prediction_kind':'expr','expected':" + expected + "}";
    }

    private void someCases() throws IOException {
        file(
                "a/cases.jsonl",
                answer("same", "5", "5.0", "true"),
                "",
                answer("other", "5", "6", "true"),
                answer("wrong", "5", "5", "false"),
                answer("open", "5", "6", "null"));
        file("notation.jsonl", "{'id':'n','latex':'x','sympy_str':'('}");
        file("metric.jsonl", "{'gold':['4'],'predictions':['5'],'expected':{'avg':0.0}}");
        file("empty.jsonl");
        file("other.txt", "no case");
    }

    @Test
    void jsonHoldsNothingButTheCounts() throws IOException {
        someCases();
        CommandRun run = conformance("--json");
        assertThat(run.code()).isZero();
        // The clock of these tests goes on by half a millisecond whenever it is looked at.
        assertThat(new ObjectMapper().readTree(run.out()))
                .isEqualTo(new ObjectMapper()
                        .readTree(
                                "{\"files\":[{\"file\":\"a/cases.jsonl\",\"total\":4,\"right\":2,\"falsePositives\":1,"
                                        + "\"falseNegatives\":1,\"undecided\":0,\"slowestMillis\":0.5},{\"file\":"
                                        + "\"notation.jsonl\",\"total\":1,\"right\":0,\"falsePositives\":0,"
                                        + "\"falseNegatives\":0,\"undecided\":1,\"slowestMillis\":0.5}]}"));
        assertThat(run.err().lines())
                .containsExactly(
                        "passk: skipped empty.jsonl: no cases",
                        "passk: skipped metric.jsonl: 1 lines of no known shape");
    }

    @Test
    void theTableCountsAndTheMissesAreListed() throws IOException {
        someCases();
        CommandRun run = conformance();
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .containsPattern("file +total +right +FP +FN +undecided +slowest ms")
                .containsPattern("a/cases.jsonl +4 +2 +1 +1 +0 +0.500")
                .containsPattern("all +5 +2 +1 +1 +1 +0.500")
                .contains("FN other: expected correct, got INCORRECT from 6 (")
                .contains("FP wrong: expected wrong, got CORRECT from 5 (")
                .contains("undecided n: expected the same")
                .containsPattern("gold +5\n +prediction +6\n")
                .contains("skipped metric.jsonl: 1 lines of no known shape")
                .doesNotContain("same:", "open:", "other.txt");
    }

    @Test
    void twoRunsAreTheSameBytes() throws IOException {
        someCases();
        assertThat(conformance().out()).isEqualTo(conformance().out());
    }

    @Test
    void aLineThatIsNoCaseIsNamedAndTheOthersAreRun() throws IOException {
        file(
                "cases.jsonl",
                answer("same", "5", "5", "true"),
                "{oops",
                "{} {}",
                "{'x':1}",
                answer("kind", "5", "5", "'maybe'"));
        Files.write(folder.resolve("bytes.jsonl"), new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'});
        CommandRun run = conformance("--json");
        assertThat(run.code()).isEqualTo(4);
        JsonNode files = new ObjectMapper().readTree(run.out()).path("files");
        assertThat(files.findValuesAsText("file")).containsExactly("bytes.jsonl", "cases.jsonl");
        assertThat(files.at("/1/right").asInt()).isEqualTo(1);
        assertThat(run.err().lines().toList())
                .hasSize(6)
                .anyMatch(line -> line.startsWith("passk: bytes.jsonl line 1: no JSON: "))
                .anyMatch(line -> line.startsWith("passk: cases.jsonl line 2: no JSON: "))
                .anyMatch(line -> line.startsWith("passk: cases.jsonl line 3: no JSON: "))
                .contains("passk: cases.jsonl line 4: no known shape of a case")
                .anyMatch(line -> line.startsWith("passk: cases.jsonl line 5: \"expected\" is STRING"))
                .contains("passk: 5 lines are no cases");
    }

    @Test
    void aMissingFolderAFileAndAFolderWithoutCasesAreBadInput() throws IOException {
        file("x/readme.txt", "nothing");
        for (String where : List.of("none", "x/readme.txt", "x")) {
            CommandRun run = CommandRun.of(
                    CommandRun.NONE, "conformance", folder.resolve(where).toString());
            assertThat(run.code()).as(where).isEqualTo(4);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith("passk: ").contains(where).doesNotContain("\tat ");
            assertThat(run.err().lines()).hasSize(1);
        }
    }

    @Test
    void aCaseCannotWriteToTheTerminal() throws IOException {
        file("cases.jsonl", answer("e\\u001b[2J", "5", "\\u001b[31m6\\n", "true"));
        assertThat(conformance().out())
                .contains("\\u001B[31m6", "FN e\\u001B[2J:")
                .doesNotContain("\u001b");
    }

    @Test
    void theHelpTellsOfTheLastNumber() {
        CommandRun run = CommandRun.of(CommandRun.NONE, "conformance", "--help");
        assertThat(run.code()).isZero();
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("last_number = true", "documented defaults", "Exit codes: 0 done");
    }

    @Test
    void theFolderMayBeALink() throws IOException {
        someCases();
        Path link = Files.createSymbolicLink(folder.resolve("../" + folder.getFileName() + "-link"), folder);
        try {
            CommandRun run = CommandRun.of(CommandRun.NONE, "conformance", "--json", link.toString());
            assertThat(run.code()).isZero();
            assertThat(run.out().getBytes(StandardCharsets.UTF_8))
                    .isEqualTo(conformance("--json").out().getBytes(StandardCharsets.UTF_8));
        } finally {
            Files.delete(link);
        }
    }
}
