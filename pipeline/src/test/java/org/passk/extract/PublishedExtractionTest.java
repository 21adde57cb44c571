package org.passk.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passk.model.Channel;
import org.passk.testing.ExternalData;

/** What extraction finds in published generations and solutions. */
class PublishedExtractionTest {
    private final AnswerExtractor extractor = new AnswerExtractor(2_000);

    private static boolean sameNumber(String one, String other) {
        try {
            return new BigDecimal(plain(one)).compareTo(new BigDecimal(plain(other))) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String plain(String answer) {
        return answer.replace("$", "").replace(",", "").replace("\\%", "").replace("%", "");
    }

    @Test
    void findsTheBoxOfEveryAnswerToMath() {
        Map<Channel, Integer> channels = new EnumMap<>(Channel.class);
        for (JsonNode problem : ExternalData.jsonLines("generations/qwen2.5-math-cot-100/math_cot_100.jsonl")) {
            for (JsonNode code : problem.path("code")) {
                channels.merge(extractor.extract(code.asText()).channel(), 1, Integer::sum);
            }
        }
        assertThat(channels).containsExactly(Map.entry(Channel.BOXED, 800));
    }

    @Test
    void findsTheMarkedAnswerOfTheAnswersToGsm8k() {
        int equal = 0;
        int all = 0;
        for (JsonNode sample : ExternalData.jsonLines("conformance/math/real_gsm8k_openai.jsonl")) {
            String text = sample.path("text").asText();
            int mark = text.lastIndexOf("\nA:");
            if (mark >= 0) {
                all++;
                equal += extractor
                                .extract(text)
                                .answer()
                                .equals(text.substring(mark + 3).strip())
                        ? 1
                        : 0;
            }
        }
        assertThat(all).isEqualTo(1_584);
        assertThat(equal).isEqualTo(all);
    }

    @Test
    void theConclusionsOfSolutionsWithoutTheirAnswerLineAreTheirAnswers() {
        int stated = 0;
        List<String> different = new ArrayList<>();
        for (JsonNode problem : ExternalData.jsonLines("problems/gsm8k/test.jsonl")) {
            String solution = problem.path("answer").asText();
            int mark = solution.indexOf("####");
            Extraction found = extractor.extract(solution.substring(0, mark).strip());
            if (found.channel() == Channel.STATED) {
                stated++;
                if (!sameNumber(found.answer(), solution.substring(mark + 4).strip())) {
                    different.add(found.answer() + " <- " + solution.substring(Math.max(0, mark - 100)));
                }
            }
        }
        // 1,319 solutions; the others end with an incidental number or a long clause.
        assertThat(stated).isGreaterThanOrEqualTo(1_000);
        assertThat(different.size()).as("%s", different).isLessThanOrEqualTo(12);
    }

    @Test
    void theConclusionsOfGenerationsWithoutTheirAnswerLineAreTheirAnswers() {
        int stated = 0;
        List<String> different = new ArrayList<>();
        for (JsonNode sample : ExternalData.jsonLines("conformance/math/real_gsm8k_openai.jsonl")) {
            String text = sample.path("text").asText();
            int mark = text.lastIndexOf("\nA:");
            if (mark < 0) {
                continue;
            }
            Extraction found = extractor.extract(text.substring(0, mark));
            if (found.channel() == Channel.STATED) {
                stated++;
                if (!sameNumber(found.answer(), text.substring(mark + 3).strip())) {
                    different.add(found.answer() + " <- " + text.substring(Math.max(0, mark - 60)));
                }
            }
        }
        // The generations differ from their own conclusion more often than the solutions do: 7.5 left, so 7.
        assertThat(stated).isGreaterThanOrEqualTo(1_200);
        assertThat(different.size()).as("%s", different).isLessThanOrEqualTo(60);
    }
}
