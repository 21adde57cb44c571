package org.passk.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.model.Channel;

class AnswerExtractorTest {
    private final AnswerExtractor extractor = new AnswerExtractor(2_000);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            So $\\boxed{\\frac{1}{2}}$.                      | \\frac{1}{2}
            \\boxed{4} no, \\boxed{5}                        | 5
            \\boxed{\\boxed{5}}                              | 5
            \\boxed  {5}                                     | 5
            \\boxed 5                                        | 5
            \\boxed 5.                                       | 5
            \\boxed x                                        | x
            \\boxed\\frac12$.                                | \\frac12
            \\fbox{7}                                        | 7
            \\boxed{1} \\fbox{2}                             | 2
            \\fbox{1} then \\boxed{2}                        | 2
            $\\boxed{5                                       | 5
            $\\boxed{5$. That is all.                        | 5
            \\(\\boxed{5\\) and so on                        | 5
            \\boxed{\\$5                                     | \\$5
            \\boxed{\\{1,2\\}}                               | \\{1,2\\}
            \\boxed{\\left\\{1\\right.}                      | \\left\\{1\\right.
            \\boxed{1} and \\boxed{2}                        | 1 and 2
            $\\boxed{1}$, $\\boxed{2}$, and $\\boxed{3}$     | 1 and 2 and 3
            $\\boxed{1}$ \\text{ or } $\\boxed{2}$           | 1 and 2
            \\boxed{\\boxed{1}, \\boxed{2}}                  | 1 and 2
            \\boxed{5}, as wanted within \\boxed{}           | 5
            #### 4 and \\boxed{5} and the answer is 6        | 5
            \\boxed{4} \\boxed words                         | 4
            """)
    void takesTheLastBox(String text, String answer) {
        assertThat(extractor.extract(text))
                .returns(Channel.BOXED, Extraction::channel)
                .returns(answer, Extraction::answer)
                .returns(false, Extraction::unfinished);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            "so 2+3=5\n#### 5"                          | 5
            "#### 5\nThe answer is 6"                   | 5
            "#### $1,234.50\nmore"                      | $1,234.50
            "#### 1. Heading\ntext\n#### 12 apples\n"   | 12 apples
            "#### 3\n#### Conclusion\ntext"             | 3
            """)
    void takesWhatFollowsTheHashes(String text, String answer) {
        assertThat(extractor.extract(text))
                .returns(Channel.HASHES, Extraction::channel)
                .returns(answer, Extraction::answer)
                .returns(false, Extraction::unfinished);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            We had 9. The answer is 5.                                   | 5
            We had 9. The answer is $5$.                                 | $5$
            The final answer is $5$. I hope it is correct.               | $5$
            "We had 9\nAnswer: 5"                                        | 5
            "ANSWER: B\n"                                                | B
            "**Answer:** 5"                                              | 5
            "The answer is **5** apples"                                 | 5
            "The answers are 1 and 2."                                   | 1 and 2
            "The answer to the question is 5."                           | 5
            "The answer is 3.5 because 7/2 = 3.5."                       | 3.5
            "The answer is 5. Indeed the answer is correct."             | 5
            "The answer is 5. Then the answer is not 6"                  | 5
            "The answer is 4. No: the answer is 5."                      | 5
            "The answer is:\n\n\\[\n5\n\\]"                              | 5
            "The answer is\n$$5$$"                                       | 5
            "**Final Answer**\n5"                                        | 5
            "<think>9</think><answer>5</answer>"                         | 5
            "<answer>The answer is 5.</answer>"                          | 5
            "<answer> 5"                                                 | 5
            "<answer>4</answer> <answer></answer> <answer>5</answer>"    | 5
            "有9个。答案是5"                                              | 5
            "答案：5。"                                                   | 5
            "We had 9.\nThus the total is **5**."                        | 5
            "Q: 2+3?\nA: 5"                                              | 5
            "The answer is 2**10"                                        | 2**10
            """)
    void takesTheLastStatedAnswer(String text, String answer) {
        assertThat(extractor.extract(text))
                .returns(Channel.STATED, Extraction::channel)
                .returns(answer, Extraction::answer)
                .returns(false, Extraction::unfinished);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            see equation 5                     | 5
            of these 1,234.5 in all.           | 1,234.5
            down to -5                         | -5
            so 8-3                             | 3
            so (8)-3                           | 3
            a share of 40% of them             | 40%
            a share of 40\\%                   | 40\\%
            from .5 here                       | .5
            which is 3/4 of it                 | 3/4
            7                                  | 7
            "In **step** 3\nanswers vary **very** 8"  | 8
            "We use A: the\nnumber 6"          | 6
            """)
    void takesTheLastNumberForWantOfAnythingBetter(String text, String answer) {
        assertThat(extractor.extract(text))
                .returns(Channel.LAST_NUMBER, Extraction::channel)
                .returns(answer, Extraction::answer)
                .returns(false, Extraction::unfinished);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "no idea",
                "\\boxed",
                "\\boxed{",
                "\\boxed{ }",
                "the answer is",
                "#### ",
                "####",
                "<answer>",
                "</answer>",
                "**",
                "A:",
                "\\boxed\\boxed",
                "The answer is correct.",
                "answer to it"
            })
    void findsNothingWhereNothingIsStated(String text) {
        assertThat(extractor.extract(text)).isEqualTo(Extraction.none(false));
    }

    @Test
    void readsOnlyWhatFollowsTheReasoning() {
        assertThat(extractor.extract("<think>\\boxed{4}</think> So 5"))
                .returns(Channel.LAST_NUMBER, Extraction::channel)
                .returns("5", Extraction::answer)
                .returns(false, Extraction::unfinished);
        assertThat(extractor.extract("\\boxed{4}</think>nothing")).isEqualTo(Extraction.none(false));
    }

    @Test
    void aReasoningThatIsNeverClosedHasNoAnswer() {
        assertThat(extractor.extract("<think>\\boxed{4}")).isEqualTo(Extraction.none(true));
        assertThat(extractor.extract("<think>a</think>5<think>6")).isEqualTo(Extraction.none(true));
    }

    @Test
    void anAnswerBeyondTheLimitIsNoAnswerAndNothingElseIsTaken() {
        AnswerExtractor small = new AnswerExtractor(10);
        assertThat(small.extract("the answer is 5 \\boxed{1234567890}").answer())
                .isEqualTo("1234567890");
        for (String tooLong : new String[] {
            "\\boxed{5} \\boxed{12345678901}",
            "5 \\boxed{12345678901",
            "#### 12345678901",
            "The answer is 12345678901",
            "<answer>5</answer> the answer is 1234567 8901",
            "so 12345678901",
            "\\boxed{123456} and \\boxed{789012}",
            "5 \\boxed 12345678901"
        }) {
            assertThat(small.extract(tooLong)).as(tooLong).isEqualTo(Extraction.none(false));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\boxed{",
                "\\boxed{}",
                "\\fbox \\boxed{}",
                "\\boxed{1} and ",
                "#### ",
                "####",
                "answer ",
                "</answer>",
                "<answer>",
                "the answer is ",
                "<think></think>",
                "</think>",
                "9",
                ",",
                "1,",
                "{",
                "\\",
                "$",
                "**",
                " ",
                "\n",
                "A:",
                "### answer\n"
            })
    void isLinearInAnyText(String piece) {
        // Twenty million characters: quadratic work would not end within the life of a test.
        String text = piece.repeat(20_000_000 / piece.length());
        assertThat(extractor.extract(text).answer().length()).isLessThanOrEqualTo(2_000);
    }

    @Test
    void refusesALimitBelowOne() {
        assertThatThrownBy(() -> new AnswerExtractor(0)).hasMessageContaining("maxAnswerChars 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "so it is $\\boxed{12 | true",
                "so it is $\\boxed{12}$ | false",
                "The answer is 12 | true",
                "The answer is 12. | true",
                "The answer is 1, | true",
                "'The answer is 12.\n' | false",
                "The answer is 12. So | false",
                "The answer is \\textbf{twelve} | true",
                "The answer is **twelve** | true",
                "The answer is **twelve**. So | false",
                "#### 12 | true",
                "'#### 12 and more words\n' | false",
            })
    void anAnswerAtTheVeryEndMayHaveBeenCut(String text, boolean open) {
        assertThat(extractor.extract(text).open()).isEqualTo(open);
    }
}
