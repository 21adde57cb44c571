package org.passk.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.passk.model.Channel;

/** Answers that a sentence, a heading or the end of a text states. */
class StatedAnswerTest {
    private final AnswerExtractor extractor = new AnswerExtractor(2_000);

    @ParameterizedTest
    @MethodSource("headings")
    void aHeadingOpensTheSentenceThatStatesTheAnswer(String text, String answer) {
        assertThat(extractor.extract(text))
                .returns(Channel.STATED, Extraction::channel)
                .returns(answer, Extraction::answer);
    }

    static Stream<Arguments> headings() {
        return Stream.of(
                arguments("Final Answer: The largest $n$ is 34.", "34"),
                arguments("Final Answer: The volume of $ABCDEFGH$ is 120. I hope it is correct.", "120"),
                arguments(
                        "Final Answer: Jane started growing Sphere 3 hours ago. I hope it is correct. <|im_start|>user",
                        "3"),
                arguments("**Final Answer**\n\nThe final sum is $5$.", "$5$"),
                arguments("**Answer**\n5", "5"),
                arguments("## Answer\n\n$5$", "$5$"),
                arguments("Answer \\[ 9 \\]", "9"),
                arguments("Answer $ 9 $", "$ 9 $"),
                arguments("Answer: No", "No"),
                arguments(
                        "Answer: D, it makes no sense for it to be A or B",
                        "D, it makes no sense for it to be A or B"));
    }

    @ParameterizedTest
    @MethodSource("phrases")
    void aPhraseStatesTheAnswer(String text, String answer) {
        assertThat(extractor.extract(text))
                .returns(Channel.STATED, Extraction::channel)
                .returns(answer, Extraction::answer);
    }

    static Stream<Arguments> phrases() {
        return Stream.of(
                arguments("the answer = 5", "5"),
                arguments("so the answer will be 5.", "5"),
                arguments("The answer is \\textbf{5}.", "5"),
                arguments("\\textbf{Answer:} 5", "5"),
                arguments("The answer to question 3 is 7.", "7"),
                arguments("The answer in dollars is 7.", "7"),
                arguments("The answer is therefore 7.", "7"),
                arguments("so the answer is $\\frac{1}{2}$ because x.", "$\\frac{1}{2}$"),
                arguments("answer is 189.\n\nAnother thought: the area", "189"),
                arguments("{\"reason\": \"x\", \"answer\": \"42\"}", "42"),
                arguments("The final answer is (7, 6).", "(7, 6)"),
                arguments("If we add them, the answer is 5.", "5"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void otherLanguagesStateTheAnswer(String text, String answer) {
        assertThat(extractor.extract(text))
                .returns(Channel.STATED, Extraction::channel)
                .returns(answer, Extraction::answer);
    }

    static Stream<Arguments> languages() {
        return Stream.of(
                arguments("\u6240\u4ee5\u7b54\u6848\u4e3a5\u3002", "5"),
                arguments("\u7b54\u6848\uff1a5", "5"),
                arguments("La r\u00e9ponse est 5.", "5"),
                arguments("La r\u00e9ponse finale est $5$.", "$5$"),
                arguments("la respuesta es 5", "5"),
                arguments("La respuesta final es: 5", "5"),
                arguments("Die Antwort ist 5.", "5"),
                arguments("Die Antwort lautet: 5.", "5"),
                arguments("A resposta \u00e9 5.", "5"),
                arguments("La risposta \u00e8 5.", "5"),
                arguments("\u041e\u0442\u0432\u0435\u0442: 5", "5"),
                arguments("\u7b54\u3048\u306f5\u3067\u3059\u3002", "5"),
                arguments("\uc815\ub2f5\uc740 5\uc785\ub2c8\ub2e4.", "5"));
    }

    @ParameterizedTest
    @MethodSource("rests")
    void restsOfATemplateAreNoPartOfTheAnswer(String text, String answer) {
        assertThat(extractor.extract(text))
                .returns(Channel.STATED, Extraction::channel)
                .returns(answer, Extraction::answer);
    }

    static Stream<Arguments> rests() {
        return Stream.of(
                arguments("The answer is 5<|im_end|>", "5"),
                arguments("The answer is 5.</s>", "5"),
                arguments("The answer is 5<|im_end|>\n<|im_start|>assistant", "5"),
                arguments("The final answer is $5$. I hope it is correct.", "$5$"),
                arguments("#### is\nA: 5<|endoftext|>", "5"),
                arguments("So it is **5**.<\uff5cend\u2581of\u2581sentence\uff5c>", "5"));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void theEndOfTheTextStatesTheAnswer(String text, String answer) {
        assertThat(extractor.extract(text))
                .returns(Channel.STATED, Extraction::channel)
                .returns(answer, Extraction::answer);
    }

    static Stream<Arguments> endings() {
        return Stream.of(
                arguments("```output\n5\n```", "5"),
                arguments("```python\nanswer = 5*3\nprint(answer)\n```\n```output\n15\n```", "15"),
                arguments("Q\nA: 90,000", "90,000"),
                arguments("So it is \\textbf{5}.", "5"),
                arguments("So it is **5**.", "5"));
    }

    @ParameterizedTest
    @MethodSource("unstated")
    void aQuestionADoubtOrACodeStatesNothing(String text, String answer) {
        assertThat(extractor.extract(text))
                .returns(Channel.LAST_NUMBER, Extraction::channel)
                .returns(answer, Extraction::answer);
    }

    static Stream<Arguments> unstated() {
        return Stream.of(
                arguments("the answer is not 5", "5"),
                arguments("Is the answer 5?", "5"),
                arguments("Is it so that the answer is 5?", "5"),
                arguments("if the answer is 5 we lose", "5"),
                arguments("Suppose the answer is 5", "5"),
                arguments("I am not sure the answer is 5", "5"),
                arguments("I don't think the answer is 5", "5"),
                arguments("la respuesta no es 5", "5"),
                arguments("die Antwort ist nicht 5", "5"),
                arguments("final_answer = 5\nThen print 7", "7"),
                arguments("Then we run\nanswer = 7*3", "3"));
    }
}
