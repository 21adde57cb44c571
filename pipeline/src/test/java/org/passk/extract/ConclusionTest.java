package org.passk.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.passk.model.Channel;

/** The last sentence of a text that states no answer. */
class ConclusionTest {
    private final AnswerExtractor extractor = new AnswerExtractor(2_000);

    @ParameterizedTest
    @MethodSource("conclusions")
    void theLastSentenceConcludes(String text, String answer) {
        assertThat(extractor.extract(text))
                .returns(Channel.STATED, Extraction::channel)
                .returns(answer, Extraction::answer);
    }

    static Stream<Arguments> conclusions() {
        return Stream.of(
                arguments("we get $x \\geq 5$", "x \\geq 5"),
                arguments("Therefore $x \\geq 5$ is the solution.", "x \\geq 5"),
                arguments("Thus $x <= 2$ is our answer.", "x <= 2"),
                arguments("We find that $x \\lt 3$.", "x \\lt 3"),
                arguments("The solution is $x != 5$", "x != 5"),
                arguments("We had 9 and then 4, leaving 5", "5"),
                arguments("This makes 5 apples.", "5"),
                arguments("we get x = 5", "5"),
                arguments("Thus x = 5.", "5"),
                arguments("Total = 5", "5"),
                arguments("The equation is $y = 2x+1$", "y = 2x+1"),
                arguments("Thus the probability is 2/3. <|im_start|>user", "2/3"),
                arguments("there are 12 sequences. I hope it is correct.", "12"),
                arguments("So the pair is (7, 6).", "(7, 6)"),
                arguments("The roots are 5, 6 and 7.", "5, 6 and 7"),
                arguments("The solutions are $x=1$ and $x=2$.", "$x=1$ and $x=2$"),
                arguments("He needs 2 1/2 cups.", "2 1/2"),
                arguments("The error increases by 100%.", "100%"),
                arguments("It is 28 percent.", "28\\%"),
                arguments("The sum is $12 - 2 = 10$.", "10"),
                arguments("Thus $a + b = 2 + 3 = 5$.", "5"),
                arguments("She pays 3 * 4 = $<<3*4=12>>12 every day.", "12"),
                arguments("Therefore, they arrive at \\(4{:}30\\).", "4{:}30"),
                arguments("So we have\n\\[x = 5.\\]", "x = 5"),
                arguments("She needs to save a total of $60.", "$60"),
                arguments("so the number is 10 which is 1,000.99m\u00b2", "1,000.99"));
    }

    @ParameterizedTest
    @MethodSource("mentions")
    void aNumberThatIsOnlyMentionedIsNoConclusion(String text, String answer) {
        assertThat(extractor.extract(text))
                .returns(Channel.LAST_NUMBER, Extraction::channel)
                .returns(answer, Extraction::answer);
    }

    static Stream<Arguments> mentions() {
        return Stream.of(
                arguments("I cannot solve it; problem 5", "5"),
                arguments("see equation 3", "3"),
                arguments("This simplifies to x = 5", "5"),
                arguments("We finish in step 4.", "4"),
                arguments("Is it 5?", "5"),
                arguments("Perhaps it is 5.", "5"),
                arguments("So x is not 5.", "5"),
                arguments("If x is 2 then y is 5.", "5"),
                arguments("Let n be 5.", "5"),
                arguments("It takes $7$ more weeks to save a total of 60.", "60"),
                arguments("The energy needs of 2300 people", "2300"),
                arguments("He is 5 years older than her", "5"),
                arguments("Then x is 5, so", "5"),
                arguments("Now x is 5:", "5"),
                arguments("Now x is 5...", "5"),
                arguments("The next term is 5", "5"),
                arguments("We consider $n = 5$.", "n = 5"),
                arguments("The sum equals 5 < 6", "6"));
    }

    @Test
    void aConclusionIsOpenSinceATextThatWasCutHasNone() {
        assertThat(extractor.extract("So the total is 5.\n").open()).isTrue();
    }

    @Test
    void anEmptyBoxIsNoConclusion() {
        assertThat(extractor.extract("Therefore we get $\\boxed{}$.")).isEqualTo(Extraction.none(false));
    }

    @Test
    void aNumberOfTheMiddleIsNoConclusion() {
        assertThat(extractor
                        .extract("So the total is 5. We go on to the next part")
                        .channel())
                .isEqualTo(Channel.LAST_NUMBER);
    }
}
