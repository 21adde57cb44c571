package org.passk.verify.math.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passk.verify.math.notation.AnswerReader;
import org.passk.verify.math.notation.Commas;
import org.passk.verify.math.notation.ReadLimits;

class ExpressionTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            \\frac{x+1}{2}                 | (x + 1)/2
            -3\\sqrt{13}                   | -(3*sqrt(13))
            \\pi r^2                       | pi*(r^2)
            \\sum_{k=1}^{n} k              | sum(k, k = 1 to n)
            \\prod_{k=1}^{3} k             | product(k, k = 1 to 3)
            \\int_0^1 x dx                 | integral(x*1, x, 0, 1)
            \\lim_{x \\to 3^{+}} x         | limit(x, x, 3+)
            f(x)                           | f(x)
            50\\%                          | 50%
            5\\text{ cm}                   | 5 cm
            101_2                          | 101_2
            3:2                            | 3:2
            1,2                            | list(1, 2)
            \\{1,2\\}                      | {1, 2}
            [0,1)                          | [0, 1)
            (0,1)\\cup[2,3]                | union((0, 1), [2, 3])
            \\begin{pmatrix}1&2\\end{pmatrix} | matrix 1x2(1, 2)
            x = 5                          | x = 5
            x \\ne 5                       | x != 5
            0 < x \\le 1                   | 0 < x <= 1
            1 > x \\ge 0                   | 1 > x >= 0
            x \\approx 5                   | x ~ 5
            x \\equiv 5                    | x == 5
            x \\in \\mathbb{R}             | x in reals
            x \\notin \\mathbb{Z}          | x not in integers
            \\{1\\} \\subseteq \\{1,2\\}   | {1} subset of {1, 2}
            \\{1,2\\} \\supseteq \\{1\\}   | {1, 2} superset of {1}
            \\pm 3                         | 0 +- 3
            east                           | text "east"
            """)
    void showsHowAnAnswerWasRead(String answer, String text) {
        AnswerReader reader = new AnswerReader(new ReadLimits(64, 1_000, 10_000));
        assertThat(ExpressionText.of(reader.read(answer, Commas.GROUP).expression()))
                .isEqualTo(text);
    }
}
