package org.passk.verify.math.notation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.verify.math.expression.ExpressionText;

/** What answers seldom write, and what looks alike. */
class RareNotationTest {
    private static final AnswerReader READER = new AnswerReader(new ReadLimits(64, 1_000, 10_000));

    private static void reads(String answer, String expected) {
        Reading reading = READER.read(answer, Commas.GROUP);
        assertThat(reading.understood()).isTrue();
        assertThat(ExpressionText.of(reading.expression())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            \\lim_{x\\to 0^{+}} x                  | limit(x, x, 0+)
            \\lim_{x\\to 0^+} x                    | limit(x, x, 0+)
            \\lim_{x \\to 3^-} x                   | limit(x, x, 3-)
            \\lim_{x\\to -1^+} x                   | limit(x, x, -1+)
            \\lim_{x\\to 2\\pi^{-}} x              | limit(x, x, 2*pi-)
            \\lim_{x\\to a+b^-} x                  | limit(x, x, a + b-)
            \\lim_{x\\to \\frac{\\pi}{2}^-} x      | limit(x, x, pi/2-)
            \\lim_{x\\to 2^n} x                    | limit(x, x, 2^n)
            \\lim_{x\\to a-b} x                    | limit(x, x, a - b)
            \\mathbb{R}^+                          | reals^+
            \\mathbb{R}^+\\cup\\{0\\}              | union(reals^+, {0})
            (\\mathbb{Z}^-, 1)                     | (integers^-, 1)
            x^+1                                   | x^1
            x^-y                                   | x^(-y)
            x^-(y)                                 | x^(-y)
            x^-\\pi                                | x^(-pi)
            """)
    void aSignAloneBehindACaretIsASide(String answer, String expected) {
        reads(answer, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}_{10}C_3                             | binomial(10, 3)
            {}_{10}C_{3}                           | binomial(10, 3)
            _{10}C_3                               | binomial(10, 3)
            _5C_2                                  | binomial(5, 2)
            {}^{10}C_3                             | binomial(10, 3)
            {}_{10}\\mathrm{C}_3                   | binomial(10, 3)
            {}_nC_k                                | binomial(n, k)
            2{}_{5}C_{2}                           | 2*binomial(5, 2)
            \\frac{{}_{4}C_{2}}{{}_{5}C_{2}}       | binomial(4, 2)/binomial(5, 2)
            {}_{5}C_{2} + 1                        | binomial(5, 2) + 1
            C(10,3)                                | binomial(10, 3)
            C\\left(10, 3\\right)                  | binomial(10, 3)
            2C(5,2)                                | 2*binomial(5, 2)
            C(3,0)                                 | C*(3, 0)
            C(3,3)                                 | C*(3, 3)
            C(3,5)                                 | C*(3, 5)
            C(x,3)                                 | C*(x, 3)
            C(1.5,1)                               | C*(3/2, 1)
            C(5,2,1)                               | C*(5, 2, 1)
            C(5)                                   | C*5
            B(5,2)                                 | B*(5, 2)
            """)
    void aLetterCBetweenNumbersIsABinomialCoefficient(String answer, String expected) {
        reads(answer, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            .\\overline{142857}                    | 1/7
            -.\\overline{3}                        | -(1/3)
            1+.\\bar{6}                            | 1 + 2/3
            \\char"000190                          | \\epsilon
            \\char"3B1 + 1                         | \\alpha + 1
            \\char945                              | \\alpha
            \\char'101                             | A
            \\char"3A3                             | \\Sigma
            \\char "3C0                            | pi
            \\variable{x}\\%                       | x%
            2\\cdot\\variable{x}\\%                | 2*(x%)
            \\variable{x}                          | x
            ϵ                                      | \\epsilon
            ϖ                                      | \\varpi
            ϰ                                      | \\varkappa
            ϱ                                      | \\varrho
            """)
    void readsDecimalsAndLettersInOtherForms(String answer, String expected) {
        reads(answer, expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_",
                "_5",
                "_{10}",
                "{}",
                "{}_3",
                "{}_{10}C",
                "{}_{10}C_",
                "{}_{10}D_3",
                "{}_{1.5}C_1",
                "{}C_3",
                "{}_{1234567890}C_3",
                "{}_{1+1}C_3",
                ".\\overline{x}",
                ".\\overline{12",
                "x\\%",
                "\\char\"7B",
                "\\char\"FFFFFFFF",
                "\\char\"123456789",
                "\\lim_{x\\to 0^+",
            })
    void takesWhatOnlyLooksAlikeAsWords(String answer) {
        assertThat(READER.read(answer, Commas.GROUP).understood()).isFalse();
    }

    @Test
    void eachGroupOfValuesInBracesIsASystem() {
        reads("{p = 5, q = 2; p = 7, q = 2}", "list(list(p = 5, q = 2), list(p = 7, q = 2))");
        reads("{1, 2; 3}", "list(1, 2, 3)");
    }
}
