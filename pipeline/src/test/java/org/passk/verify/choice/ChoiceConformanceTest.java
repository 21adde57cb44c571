package org.passk.verify.choice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passk.extract.Extraction;
import org.passk.model.Channel;
import org.passk.model.Outcome;
import org.passk.model.Reference;
import org.passk.testing.ExternalData;

/** Published cases of the extraction of letters. */
class ChoiceConformanceTest {
    @Test
    void decidesAllCasesOfLightevalAsItsAuthorsDo() {
        ChoiceVerifier verifier = new ChoiceVerifier(ChoiceOptions.defaults());
        List<JsonNode> cases = ExternalData.jsonLines("conformance/math/lighteval_choices.jsonl");
        assertThat(cases).hasSize(15);
        for (JsonNode probe : cases) {
            Reference gold = Reference.MathAnswer.of(probe.path("gold").asText());
            Extraction found = verifier.extract(probe.path("prediction").asText());
            boolean correct = verifier.verify(gold, found, false).outcome() == Outcome.CORRECT;
            assertThat(correct).as("%s", probe).isEqualTo(probe.path("expected").asBoolean());
        }
    }

    @Test
    void readsAllStringsOfMathVerify() {
        List<JsonNode> cases = ExternalData.jsonLines("conformance/math/math_verify_string_extraction.extract.jsonl");
        assertThat(cases).hasSize(7);
        for (JsonNode probe : cases) {
            String notes = probe.path("notes").asText();
            StringBuilder letters = new StringBuilder();
            for (int quote = notes.indexOf('\''); quote >= 0; quote = notes.indexOf('\'', quote + 3)) {
                letters.append(notes.charAt(quote + 1));
            }
            boolean lone = notes.contains("try_extract_without_anchor=True");
            boolean anyCase = notes.contains("lowercase=True");
            ChoiceVerifier verifier = new ChoiceVerifier(new ChoiceOptions(letters.toString(), anyCase, lone, 2_000));
            Extraction found = verifier.extract(probe.path("text").asText());
            if (probe.path("expected_extracted").isEmpty()) {
                assertThat(found.channel()).as("%s", probe).isEqualTo(Channel.NONE);
            } else {
                assertThat(found.answer())
                        .as("%s", probe)
                        .isEqualTo(probe.path("expected_extracted").path(1).asText());
            }
        }
    }
}
