package org.passk.verify.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.extract.Extraction;
import org.passk.model.Channel;
import org.passk.model.Reference;
import org.passk.model.Verdict;

class PlainNumberTest {
    @ParameterizedTest
    @CsvSource({
        "42, 42, 1",
        "-7, -7, 1",
        "007, 7, 1",
        "0.50, 1, 2",
        "-1.25, -5, 4",
        "6/8, 3, 4",
        "-6/8, -3, 4",
        "\\frac{14}{4}, 7, 2",
        "\\dfrac{-1}{3}, -1, 3",
        "-\\tfrac{-1}{3}, 1, 3",
        "0/5, 0, 1",
        "12345678901234567, 12345678901234567, 1"
    })
    void readsNumbersAndFractionsOfIntegers(String text, long numerator, long denominator) {
        PlainNumber number = PlainNumber.of(text);

        assertThat(number.numerator()).isEqualTo(numerator);
        assertThat(number.denominator()).isEqualTo(denominator);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "5.",
                ".5",
                "1,234",
                "1 2",
                "+5",
                "--5",
                "1/0",
                "1/-2",
                "1/2/3",
                "\\frac{1}{0}",
                "\\frac{1}{2",
                "\\frac{1}{2}x",
                "\\frac{1}{2}}",
                "\\frac12",
                "\\frac{x}{2}",
                "\\frac{1}{}",
                "\\frac{1}{2}{3}",
                "\\pi",
                "1e5",
                "123456789012345678",
                "0.12345678901234567",
                "x",
                "\u0663"
            })
    void leavesTheRestToTheReader(String text) {
        assertThat(PlainNumber.of(text).isNumber()).isFalse();
    }

    @Test
    void givesTheVerdictsOfTheReader() {
        Random random = new Random(20_260_301);
        MathVerifier verifier = new MathVerifier(MathOptions.defaults());
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            String gold = number(random);
            String answer = number(random);
            // A thin space means nothing, and keeps an answer from the short way.
            Verdict quick = verdict(verifier, gold, answer);
            Verdict read = verdict(verifier, gold, "\\," + answer);
            if (quick.outcome() != read.outcome() || !quick.answer().equals(read.answer())) {
                differences.add(gold + " " + answer + ": " + quick + " " + read);
            }
        }

        assertThat(differences).isEmpty();
    }

    private static Verdict verdict(MathVerifier verifier, String gold, String answer) {
        return verifier.verify(Reference.MathAnswer.of(gold), new Extraction(Channel.BOXED, answer, false), false);
    }

    private static String number(Random random) {
        int above = random.nextInt(13) - 4;
        int below = random.nextInt(12) + 1;
        return switch (random.nextInt(6)) {
            case 0 -> Integer.toString(above);
            case 1 -> above + "/" + below;
            case 2 -> "\\frac{" + above + "}{" + below + "}";
            case 3 -> "-\\dfrac{" + Math.abs(above) + "}{" + below + "}";
            case 4 ->
                String.format(java.util.Locale.ROOT, "%." + (1 + random.nextInt(8)) + "f", above / (double) below);
            default -> Integer.toString(above * below);
        };
    }
}
