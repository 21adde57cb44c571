package org.passk.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeCommandTest {
    private static CommandRun judge(String... options) {
        List<String> args = new ArrayList<>(List.of("judge"));
        args.addAll(List.of(options));
        return CommandRun.of(CommandRun.NONE, args.toArray(String[]::new));
    }

    private static JsonNode json(String... options) throws IOException {
        List<String> args = new ArrayList<>(List.of(options));
        args.add("--json");
        CommandRun run = judge(args.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void anAnswerIsExplained() {
        CommandRun run = judge("--gold", "\\frac12", "--answer", "0.5");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .containsPattern("gold +\\\\frac12\n")
                .containsPattern("(?m)^  read as +\\S")
                .containsPattern("channel +given")
                .containsPattern("answer +0.5\n")
                .containsPattern("outcome +CORRECT")
                .containsPattern("rule +exact-rational")
                .containsPattern("canonical +1/2")
                .containsPattern("steps +\\d");
    }

    @Test
    void aTextIsExtractedFirst() throws IOException {
        JsonNode found = json("--gold", "7", "--text", "Thus \\boxed{8}.");
        assertThat(found.path("channel").asText()).isEqualTo("BOXED");
        assertThat(found.path("answer").asText()).isEqualTo("8");
        assertThat(found.path("outcome").asText()).isEqualTo("INCORRECT");
        assertThat(found.path("goldReading").asText()).isNotEmpty();
        assertThat(found.path("answerReading").asText()).isNotEmpty();
        assertThat(found.fieldNames())
                .toIterable()
                .containsExactly(
                        "gold",
                        "goldReading",
                        "channel",
                        "answer",
                        "answerReading",
                        "unfinished",
                        "outcome",
                        "rule",
                        "canonical",
                        "steps");
    }

    @Test
    void aTextComesFromStandardInput() {
        String[] args = {"judge", "--gold", "é7", "--text", "-", "--json"};
        CommandRun run = CommandRun.of(CommandRun.NONE, "so \\boxed{é7}\n", args);
        assertThat(run.out()).contains("\"answer\" : \"é7\"", "\"outcome\" : \"CORRECT\"");
    }

    @Test
    void theLastNumberCountsOnRequest() throws IOException {
        String[] text = {"--gold", "5", "--text", "They are 3 and then 5 of them went away"};
        assertThat(json(text).path("outcome").asText()).isEqualTo("NO_ANSWER");
        assertThat(json(text[0], text[1], text[2], text[3], "--last-number")
                        .path("outcome")
                        .asText())
                .isEqualTo("CORRECT");
    }

    @Test
    void aCutTextStatesNothingAtItsEnd() throws IOException {
        String[] text = {"--gold", "12", "--text", "The answer is 12"};
        assertThat(json(text).path("outcome").asText()).isEqualTo("CORRECT");
        assertThat(json(text[0], text[1], text[2], text[3], "--truncated")
                        .path("rule")
                        .asText())
                .isEqualTo("truncated");
    }

    @Test
    void severalAnswersAndUnitsAreThoseOfTheReference() throws IOException {
        assertThat(json("--gold", "1,234", "--answer", "234, 1").path("outcome").asText())
                .isEqualTo("INCORRECT");
        assertThat(json("--gold", "1,234", "--answer", "234, 1", "--multiple")
                        .path("outcome")
                        .asText())
                .isEqualTo("CORRECT");
        assertThat(json("--gold", "5", "--unit", "cm", "--answer", "5 cm")
                        .path("outcome")
                        .asText())
                .isEqualTo("CORRECT");
    }

    @Test
    void anUnfinishedReasoningIsNamed() {
        assertThat(judge("--gold", "5", "--text", "<think> it is \\boxed{5}").out())
                .contains("the text stops inside its reasoning")
                .containsPattern("outcome +NO_ANSWER");
        assertThat(judge("--gold", "5", "--answer", "").out()).containsPattern("outcome +NO_ANSWER");
    }

    @Test
    void choicesAreJudgedByTheirLetter() throws IOException {
        assertThat(json("--gold", "(D) Alina", "--answer", "D", "--verifier", "choice")
                        .path("outcome")
                        .asText())
                .isEqualTo("CORRECT");
        assertThat(json("--gold", "A", "--text", "The answer is B.", "--verifier", "choice")
                        .path("outcome")
                        .asText())
                .isEqualTo("INCORRECT");
    }

    @Test
    void mistakesOfTheCommandLineAreNamed() {
        for (String[] args : List.of(
                new String[] {"--answer", "1"},
                new String[] {"--gold", "1"},
                new String[] {"--gold", "1", "--answer", "1", "--text", "1"},
                new String[] {"--gold", "1", "--answer", "1", "--verifier", "code"})) {
            CommandRun run = judge(args);
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err().lines()).hasSize(1);
            assertThat(run.err()).startsWith("passk: ");
        }
    }

    @Test
    void aNegativeAnswerIsNoOption() throws IOException {
        assertThat(json("--gold", "-5", "--answer", "-5").path("outcome").asText())
                .isEqualTo("CORRECT");
    }
}
