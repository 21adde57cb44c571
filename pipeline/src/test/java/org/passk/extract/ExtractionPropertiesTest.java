package org.passk.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.model.Channel;

/** Laws of extraction on texts put together by chance. */
class ExtractionPropertiesTest {
    private static final int LIMIT = 60;
    private static final List<String> PIECES = List.of(
            "\\boxed{",
            "\\boxed ",
            "\\fbox{",
            "\\framebox{",
            "}",
            "{",
            "\\",
            "\\\\",
            "$",
            "$$",
            "\\(",
            "\\)",
            "\\[",
            "\\]",
            " and ",
            ", ",
            "; ",
            " or ",
            "\\text{",
            "\\quad",
            "%",
            "\\%",
            " percent",
            " pct",
            "1",
            "22",
            "3.5",
            "-4",
            "1,234",
            "x",
            " = ",
            " is ",
            " are ",
            "The answer is ",
            "Answer: ",
            "answer",
            "**",
            "\\textbf{",
            "####",
            "#### ",
            "\n",
            "\n\n",
            ". ",
            ".",
            "?",
            "<answer>",
            "</answer>",
            "<|im_end|>",
            "<|im_start|>user",
            "</s>",
            "I hope it is correct.",
            "```",
            "```output\n",
            "So we get ",
            "Therefore ",
            "if ",
            "not ",
            "\u7b54\u6848\u662f",
            "La r\u00e9ponse est ",
            "\u041e\u0442\u0432\u0435\u0442: ",
            "<<",
            ">>",
            "A: ",
            "\ud800",
            "\u0000",
            "<think>",
            "</think>",
            "word ",
            " ");

    private static List<String> texts(long seed) {
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int pieces = random.nextInt(30);
            for (int j = 0; j < pieces; j++) {
                // A few thoughts only: most texts without an end of their reasoning have nothing to say.
                int range = i % 10 == 0 ? PIECES.size() : PIECES.size() - 4;
                text.append(PIECES.get(random.nextInt(range)));
            }
            texts.add(text.toString());
        }
        return texts;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anAnswerIsAPartOfTheTextUpToTheDocumentedChanges(long seed) {
        AnswerExtractor extractor = new AnswerExtractor(LIMIT);
        for (String text : texts(seed)) {
            Extraction found = extractor.extract(text);
            assertThat(found.answer().length()).as(text).isLessThanOrEqualTo(LIMIT);
            String source = text.replace("\\\\", "\\").replace("\\\\", "\\");
            for (String part : found.answer().split(" and ")) {
                String plain = part.endsWith("\\%") ? part.substring(0, part.length() - 2) : part;
                String single =
                        plain.replace("\\\\", "\\").replace("\\\\", "\\").strip();
                assertThat(source.replace('<', ' ')).as(text).contains(single.replace('<', ' '));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void theChannelSaysWhatTheTextHolds(long seed) {
        AnswerExtractor extractor = new AnswerExtractor(LIMIT);
        for (String text : texts(seed)) {
            Extraction found = extractor.extract(text);
            assertThat(extractor.extract(text)).isEqualTo(found);
            assertThat(found.channel()).isNotEqualTo(Channel.PROGRAM_RULE);
            if (found.channel() == Channel.BOXED) {
                assertThat(text).contains("box");
            }
            if (found.channel() == Channel.HASHES) {
                assertThat(text).contains("####");
            }
            assertThat(found.unfinished())
                    .as(text)
                    .isEqualTo(text.lastIndexOf("<think>") > text.lastIndexOf("</think>"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6})
    void whatStandsBeforeTheReasoningsEndChangesNothing(long seed) {
        AnswerExtractor extractor = new AnswerExtractor(LIMIT);
        for (String text : texts(seed)) {
            if (text.indexOf("<think>") < 0 && text.indexOf("</think>") < 0) {
                Extraction found = extractor.extract("</think>" + text);
                assertThat(extractor.extract("<think>The answer is 9. \\boxed{9}</think>" + text))
                        .as(text)
                        .isEqualTo(found);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7})
    void aLongPreambleChangesNoBox(long seed) {
        AnswerExtractor extractor = new AnswerExtractor(LIMIT);
        String preamble = "We put 12 boxes of <= 3 into one. ".repeat(600) + "\n\n";
        for (String text : texts(seed).subList(0, 2_000)) {
            Extraction found = extractor.extract(text);
            if (found.channel() == Channel.BOXED && text.indexOf("</think>") < 0) {
                assertThat(extractor.extract(preamble + text)).as(text).isEqualTo(found);
            }
        }
    }
}
