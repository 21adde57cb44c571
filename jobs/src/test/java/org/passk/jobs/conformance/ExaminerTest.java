package org.passk.jobs.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passk.verify.choice.ChoiceOptions;
import org.passk.verify.math.MathOptions;

class ExaminerTest {
    private static final MathOptions DEFAULTS = MathOptions.defaults();

    private final Examiner examiner = new Examiner();

    private Finding examine(
            String gold,
            TextKind goldKind,
            String prediction,
            TextKind kind,
            MathOptions options,
            Expectation expected) {
        return examiner.examine(new Probe.Answer("id", gold, goldKind, prediction, kind, options, expected));
    }

    @ParameterizedTest
    @CsvSource({
        "5, CORRECT, RIGHT",
        "5, WRONG, FALSE_POSITIVE",
        "6, CORRECT, FALSE_NEGATIVE",
        "6, WRONG, RIGHT",
        "6, ANY, RIGHT",
        "5, ANY, RIGHT"
    })
    void verdictsAreScoredByWhatIsExpected(String prediction, Expectation expected, Score score) {
        assertThat(examine("5", TextKind.LATEX, prediction, TextKind.EXPR, DEFAULTS, expected)
                        .score())
                .isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$5$                   | LATEX | \\(5\\)                  | LATEX | RIGHT",
                "\\[5\\]               | LATEX | 5                        | EXPR  | RIGHT",
                "so it is \\boxed{5}.  | BOXED | The answer is 5.         | TEXT  | RIGHT",
                "so it is \\boxed{5}.  | TEXT  | $5$                      | BOXED | RIGHT",
                "5                     | TEXT  | \\boxed{5}               | BOXED | RIGHT",
                "5                     | EXPR  | I like 5 apples a lot    | TEXT  | FALSE_NEGATIVE",
                "5                     | EXPR  | nothing                  | TEXT  | FALSE_NEGATIVE",
                "5                     | EXPR  | ''                       | EXPR  | FALSE_NEGATIVE"
            })
    void kindsSayWhereTheAnswerIs(String gold, TextKind goldKind, String prediction, TextKind kind, Score score) {
        assertThat(examine(gold, goldKind, prediction, kind, DEFAULTS, Expectation.CORRECT)
                        .score())
                .isEqualTo(score);
    }

    @Test
    void aMissNamesTheAnswersThatTextsGave() {
        Finding finding = examine(
                "so \\boxed{5}.", TextKind.BOXED, "so \\boxed{6}.", TextKind.TEXT, DEFAULTS, Expectation.CORRECT);
        assertThat(finding.expected()).isEqualTo("correct by 5");
        assertThat(finding.got()).isEqualTo("INCORRECT from 6");
    }

    @Test
    void theLastNumberCountsOnlyWhereTheCaseSaysSo() {
        String text = "They are 3 and then 5 of them went away";
        assertThat(examine("5", TextKind.LATEX, text, TextKind.TEXT, DEFAULTS, Expectation.WRONG)
                        .score())
                .isEqualTo(Score.RIGHT);
        assertThat(examine("5", TextKind.LATEX, text, TextKind.TEXT, DEFAULTS.withLastNumber(true), Expectation.CORRECT)
                        .score())
                .isEqualTo(Score.RIGHT);
    }

    @ParameterizedTest
    @CsvSource({
        "The answer is B., B, false, RIGHT",
        "The answer is B., b, true, RIGHT",
        "The answer is B., b, false, FALSE_NEGATIVE",
        "The answer is B., '', false, FALSE_POSITIVE",
        "No valid answer here, '', false, RIGHT",
        "No valid answer here, A, false, FALSE_NEGATIVE"
    })
    void lettersAreFoundOrNot(String text, String letter, boolean anyCase, Score score) {
        ChoiceOptions options = new ChoiceOptions("ABCD", anyCase, true, 2_000);
        assertThat(examiner.examine(new Probe.Letter("id", text, letter, options))
                        .score())
                .isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource({"C, CORRECT, RIGHT", "C, WRONG, FALSE_POSITIVE", "D, CORRECT, FALSE_NEGATIVE"})
    void choicesAreComparedByTheirLetter(String gold, Expectation expected, Score score) {
        Probe probe = new Probe.Choice("id", gold, "I think the correct answer is C", expected);
        assertThat(examiner.examine(probe).score()).isEqualTo(score);
    }

    @Test
    void latexWithoutAMeaningMustNotBeRead() {
        assertThat(examiner.examine(new Probe.Broken("id", "\\frac{}{2}")).score())
                .isEqualTo(Score.RIGHT);
        assertThat(examiner.examine(new Probe.Broken("id", "x + 1")).score()).isEqualTo(Score.FALSE_POSITIVE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$x$        | x",
                "$$x$$      | x",
                "\\( x \\)  | x",
                "\\[x\\]    | x",
                "$1$ or $2$ | $1$ or $2$",
                "$5         | $5",
                "$5 \\$     | $5 \\$",
                "$5\\$ x$   | 5\\$ x",
                "$          | $",
                "x          | x"
            })
    void onlyAWholeFormulaLosesItsSigns(String text, String inside) {
        assertThat(Formula.inside(text)).isEqualTo(inside);
    }

    @Test
    void excerptsAreOneLineThatATerminalShowsAsItIs() {
        assertThat(Excerpt.of("a\nb\r\t\u001b[31m\u202e\u0000é")).isEqualTo("a\\nb\\r\\t\\u001B[31m\\u202E\\u0000é");
        assertThat(Excerpt.of("\uD800")).isEqualTo("\\uD800");
    }

    @Test
    void longExcerptsKeepTheirEnd() {
        String text = "a".repeat(200) + "\uD83D\uDE00".repeat(70);
        assertThat(Excerpt.of(text)).isEqualTo("a".repeat(30) + " \u2026 " + "\uD83D\uDE00".repeat(70));
        assertThat(Excerpt.of("a".repeat(100))).isEqualTo("a".repeat(100));
    }
}
