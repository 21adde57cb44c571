package org.passk.verify.math;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passk.extract.Extraction;
import org.passk.model.Outcome;
import org.passk.model.Reference;
import org.passk.model.Verdict;

/** Verdicts on published generations and probes. */
class MathConformanceTest {
    private final MathVerifier verifier = new MathVerifier(MathOptions.defaults());

    private Verdict verdict(String reference, String text) {
        return verifier.verify(Reference.MathAnswer.of(reference), verifier.extract(text), false);
    }

    private boolean correct(String reference, String text) {
        return verdict(reference, text).outcome() == Outcome.CORRECT;
    }

    @Test
    void agreesWithTheScoresOfTheMathAnswersAndAcceptsOnlyKnownAnswersThatTheyReject() {
        int equal = 0;
        int all = 0;
        List<String> accepted = new ArrayList<>();
        List<String> rejected = new ArrayList<>();
        for (JsonNode problem : Lines.of("generations/qwen2.5-math-cot-100/math_cot_100.jsonl")) {
            String reference = problem.path("answer").asText();
            for (int j = 0; j < problem.path("code").size(); j++) {
                String text = problem.path("code").path(j).asText();
                boolean ours = correct(reference, text);
                boolean theirs = problem.path("score").path(j).asBoolean();
                String where = problem.path("idx") + "/" + j + " " + reference;
                all++;
                equal += ours == theirs ? 1 : 0;
                if (ours && !theirs) {
                    accepted.add(where);
                } else if (theirs && !ours) {
                    rejected.add(where);
                }
            }
        }
        assertThat(all).isEqualTo(800);
        // The scores' grader cuts the unit text off one side of the time of day, and does not read the braced comma.
        assertThat(accepted)
                .allMatch(where -> where.matches("3/[0-7] .text.4:30 p.m..|72/7 10.,.000"))
                .hasSize(9);
        assertThat(equal / 800.0)
                .as("rejected here, accepted there: %s", rejected)
                .isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void agreesWithTheRuleOfEqualNumbersOnTheAnswersToGsm8k() {
        List<JsonNode> problems = Lines.of("problems/gsm8k/test.jsonl");
        List<JsonNode> answers = Lines.of("generations/gsm8k-tora/tora-70b-v1.0.jsonl");
        int right = 0;
        List<String> different = new ArrayList<>();
        for (int i = 0; i < problems.size(); i++) {
            String solution = problems.get(i).path("answer").asText();
            String gold = solution.substring(solution.indexOf("####") + 4).strip();
            boolean byNumber =
                    equalNumbers(gold, answers.get(i).path("pred").path(0).asText());
            String text = answers.get(i).path("code").path(0).asText();
            right += byNumber ? 1 : 0;
            if (byNumber != correct(gold, text)) {
                different.add(i + " " + gold + " " + byNumber + " " + verifier.extract(text));
            }
        }
        assertThat(problems).hasSize(1_319);
        assertThat(right).as("right by the rule").isEqualTo(1_112);
        assertThat(1 - different.size() / 1_319.0).as("%s", different).isGreaterThanOrEqualTo(0.95);
    }

    private static boolean equalNumbers(String gold, String prediction) {
        try {
            return new BigDecimal(gold.replace(",", "")).compareTo(new BigDecimal(prediction.replace(",", ""))) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    @Test
    void creditsNoProbeThatWantsNoCredit() {
        List<String> missed = probesAgainst("features.jsonl", true);
        assertThat(probesAgainst("features.jsonl", false)).isEmpty();
        // 110 probes; those that want algebra are not for this verifier.
        assertThat(missed.size()).as("%s", missed).isLessThanOrEqualTo(18);
    }

    @Test
    void everyReferenceIsItsOwnRightAnswer() {
        List<String> references = new ArrayList<>();
        Lines.of("problems/math500/test.jsonl")
                .forEach(p -> references.add(p.path("answer").asText()));
        for (JsonNode problem : Lines.of("problems/gsm8k/test.jsonl")) {
            String solution = problem.path("answer").asText();
            references.add(solution.substring(solution.indexOf("####") + 4).strip());
        }
        assertThat(references).hasSize(1_819).allMatch(r -> correct(r, "So it is \\boxed{" + r + "}."));
    }

    @Test
    void creditsEveryPublishedAnswerThatIsJudgedRightAndNoOther() {
        for (String file : List.of("real_math_cot_100.jsonl", "real_gsm8k_openai.jsonl")) {
            assertThat(probesAgainst(file, true)).isEmpty();
            assertThat(probesAgainst(file, false)).isEmpty();
        }
    }

    @Test
    void creditsNoRewrittenWrongAnswer() {
        assertThat(probesAgainst("metamorphic_math500.jsonl", false)).isEmpty();
    }

    @Test
    void creditsNoPathologicalWrongAnswer() {
        assertThat(probesAgainst("pathological.jsonl", false)).isEmpty();
    }

    /** The cases of a file that want this verdict and get the other one. */
    private List<String> probesAgainst(String file, boolean expected) {
        List<String> against = new ArrayList<>();
        for (JsonNode probe : Lines.of("conformance/math/" + file)) {
            String prediction =
                    probe.path(probe.has("prediction") ? "prediction" : "text").asText();
            String gold = probe.path("gold").asText();
            boolean wanted =
                    probe.path("expected").isBoolean() && probe.path("expected").asBoolean() == expected;
            if (wanted && correct(gold, prediction) != expected) {
                Extraction found = verifier.extract(prediction);
                against.add(probe.path("id").asText() + " " + gold + " " + found + " "
                        + verdict(gold, prediction).rule());
            }
        }
        return against;
    }
}
