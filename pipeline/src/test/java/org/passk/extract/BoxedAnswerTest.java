package org.passk.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.passk.model.Channel;

/** Boxes: alone, joined, with what stands behind them. */
class BoxedAnswerTest {
    private final AnswerExtractor extractor = new AnswerExtractor(2_000);

    @ParameterizedTest
    @MethodSource("joined")
    void severalBoxesThatTogetherFormTheAnswerAreJoined(String text, String answer) {
        assertThat(extractor.extract(text))
                .returns(Channel.BOXED, Extraction::channel)
                .returns(answer, Extraction::answer);
    }

    static Stream<Arguments> joined() {
        return Stream.of(
                arguments("\\boxed{1} and \\boxed{2}", "1 and 2"),
                arguments("\\[ \\boxed{-2} \\quad \\text{and} \\quad \\boxed{1} \\]", "-2 and 1"),
                arguments("$\\boxed{1}\\boxed{2}$", "1 and 2"),
                arguments("\\boxed{1} \\boxed{2}", "1 and 2"),
                arguments("\\boxed{1} and and and or thus but \\boxed{2} and \\boxed{3}", "2 and 3"),
                arguments("\\boxed{1}, \\boxed{2}; \\boxed{3}", "1 and 2 and 3"),
                arguments("\\boxed{x=1} \\text{ or } \\boxed{x=2}", "x=1 and x=2"),
                arguments("$\\boxed{\\frac{1}{2}}$ and $\\boxed{\\{1\\}}$", "\\frac{1}{2} and \\{1\\}"),
                arguments("so \\boxed{1} et \\boxed{2}", "1 and 2"));
    }

    @ParameterizedTest
    @MethodSource("claims")
    void theLastOfSeveralClaimsWins(String text, String answer) {
        assertThat(extractor.extract(text))
                .returns(Channel.BOXED, Extraction::channel)
                .returns(answer, Extraction::answer);
    }

    static Stream<Arguments> claims() {
        return Stream.of(
                arguments("\\boxed{4} no, \\boxed{5}", "5"),
                arguments("\\boxed{4}\n\nWait. \\boxed{5}", "5"),
                arguments("\\boxed{4}\n\n\\boxed{5}", "5"),
                arguments("$\\boxed{4}$. Hence $x$ and \\boxed{5}", "5"),
                arguments("\\frac{1}{2} \\boxed{5}", "5"),
                arguments("\\text{ord} \\boxed{5}", "5"));
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void theSameBoxAgainIsNoSecondAnswer(String text, String answer) {
        assertThat(extractor.extract(text))
                .returns(Channel.BOXED, Extraction::channel)
                .returns(answer, Extraction::answer);
    }

    static Stream<Arguments> repeated() {
        return Stream.of(
                arguments("\\[\\boxed{5}\\]\n\nThus $\\boxed{5}$", "5"),
                arguments("\\boxed{5} \\boxed{5}", "5"),
                arguments("\\boxed{9} \\boxed{9} \\boxed{42}", "42"),
                arguments("\\boxed{5} and \\boxed{5}", "5"));
    }

    @ParameterizedTest
    @MethodSource("percent")
    void aPercentSignBehindTheBoxBelongsToTheAnswer(String text, String answer) {
        assertThat(extractor.extract(text))
                .returns(Channel.BOXED, Extraction::channel)
                .returns(answer, Extraction::answer);
    }

    static Stream<Arguments> percent() {
        return Stream.of(
                arguments("$\\boxed{28}$ pct", "28\\%"),
                arguments("\\boxed{20}$ percent of", "20\\%"),
                arguments("\\boxed{28}\\%", "28\\%"),
                arguments("\\(\\boxed{28}\\)%", "28\\%"),
                arguments("$\\boxed{28}\\text{ percent}$", "28\\%"),
                arguments("\\boxed{28\\%}", "28\\%"),
                arguments("\\boxed{28\\%}%", "28\\%"),
                arguments("\\boxed{28} percentage points", "28"),
                arguments("\\boxed{28} percentiles", "28"),
                arguments("\\boxed{n}\\%", "n"),
                arguments("\\boxed{28}. 5% of", "28"));
    }

    @ParameterizedTest
    @MethodSource("doubled")
    void doubledBackslashesAreReadAsSingleOnes(String text, String answer) {
        assertThat(extractor.extract(text))
                .returns(Channel.BOXED, Extraction::channel)
                .returns(answer, Extraction::answer);
    }

    static Stream<Arguments> doubled() {
        return Stream.of(
                arguments("\\\\boxed{\\\\frac{1}{2}}", "\\frac{1}{2}"),
                arguments("\\\\boxed{\\\\left\\\\{1\\\\right.}", "\\left\\{1\\right."),
                arguments("the answer should be \\\\boxed{004}.\\n\\nBut", "004"),
                arguments("\\\\\\\\boxed{\\\\\\\\pi}", "\\pi"),
                arguments("x &= 1 \\\\\\boxed{\\pi}", "\\pi"),
                arguments("\\boxed{\\begin{pmatrix}1\\\\2\\end{pmatrix}}", "\\begin{pmatrix}1\\\\2\\end{pmatrix}"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void readsABoxInAllItsForms(String text, String answer) {
        assertThat(extractor.extract(text))
                .returns(Channel.BOXED, Extraction::channel)
                .returns(answer, Extraction::answer);
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                arguments("\\framebox{7}", "7"),
                arguments("\\boxed{\\boxed{5}}", "5"),
                arguments("\\boxed{\\boxed{5} }", "5"),
                arguments("x \\in \\boxed{[0,1)}", "[0,1)"),
                arguments("The boxes hold 3 of \\boxed{5} boxes in a box.", "5"),
                arguments("$\\boxed{5<|im_end|>", "5"));
    }

    @Test
    void theLastOfAFloodOfBoxesIsTheAnswer() {
        assertThat(extractor
                        .extract("\\boxed{9} ".repeat(5_000) + "\\boxed{42}")
                        .answer())
                .isEqualTo("42");
        assertThat(extractor.extract("\\boxed{42} " + "boxes ".repeat(5_000)).answer())
                .isEqualTo("42");
    }

    @Test
    void aJoinedAnswerWhoseLastBoxIsCutIsOpen() {
        assertThat(extractor.extract("\\boxed{1} and \\boxed{2"))
                .isEqualTo(new Extraction(Channel.BOXED, "1 and 2", false, true));
        assertThat(extractor.extract("\\boxed{1} and \\boxed{2}").open()).isFalse();
    }
}
