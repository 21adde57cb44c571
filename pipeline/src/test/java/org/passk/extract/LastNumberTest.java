package org.passk.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.model.Channel;

/** The last number or formula, for want of anything better. */
class LastNumberTest {
    private final AnswerExtractor extractor = new AnswerExtractor(2_000);

    @ParameterizedTest
    @MethodSource("numbers")
    void theLastNumberOrTheFormulaThatHoldsItOrFollowsItIsTaken(String text, String answer) {
        assertThat(extractor.extract(text))
                .returns(Channel.LAST_NUMBER, Extraction::channel)
                .returns(answer, Extraction::answer);
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                arguments(
                        "Special matrix: $ \\begin{pmatrix}1 & 2 \\\\3 & 4\\end{pmatrix} $",
                        "\\begin{pmatrix}1 & 2 \\\\3 & 4\\end{pmatrix}"),
                arguments("1,000.99\u20ac", "1,000.99"),
                arguments("Soucis : 2,74 $ a..", "2,74"),
                arguments("how many $? just about 1$", "1"),
                arguments("28 percent", "28\\%"),
                arguments("28 pct", "28\\%"),
                arguments("$28$ %", "28\\%"),
                arguments("$28$ percent", "28\\%"),
                arguments("$x \\in [-2,7]$", "x \\in [-2,7]"),
                arguments("\\(\\sqrt{17}\\)", "\\sqrt{17}"),
                arguments("from \\[ 3 \\] to $k$", "k"),
                arguments("then $5$ and 6", "6"),
                arguments("for $5 and $6", "6"),
                arguments("a debt of -$5", "-$5"),
                arguments("5 of H2O", "5"),
                arguments("12th", "12"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AZYUK2A", "H2O", "x1 x2 x3"})
    void aDigitInsideAWordIsNoNumber(String text) {
        assertThat(extractor.extract(text)).isEqualTo(Extraction.none(false));
    }
}
