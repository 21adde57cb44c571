package org.passk.verify.math.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.notation.AnswerReader;
import org.passk.verify.math.notation.Commas;
import org.passk.verify.math.notation.ReadLimits;

class ExactEvaluatorTest {
    private static final AnswerReader READER = new AnswerReader(new ReadLimits(64, 1_000, 10_000));

    private static Expression read(String text) {
        return READER.read(text, Commas.GROUP).expression();
    }

    private static String value(String text) {
        return new ExactEvaluator(Map.of(), new Fuel(1_000_000), 40_000)
                .value(read(text))
                .toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            2-3*4               | -10
            (1/2)^3             | 1/8
            (1/2)^{-3}          | 8
            0^0                 | 1
            50%                 | 1/2
            20!                 | 2432902008176640000
            0!                  | 1
            7!!                 | 105
            8!!                 | 384
            \\Gamma(5)           | 24
            \\binom{10}{3}       | 120
            \\binom{10}{0}       | 1
            \\binom{3}{5}        | 0
            gcd(12, 18)         | 6
            gcd(12, 18, 8)      | 2
            gcd(-12, 18)        | 6
            lcm(4, 6)           | 12
            lcm(4, 6, 10)       | 60
            17 \\bmod 5          | 2
            -17 \\bmod 5         | 3
            \\sqrt{9/4}          | 3/2
            \\sqrt[3]{27}        | 3
            \\sqrt[3]{-8}        | -2
            8^{2/3}             | 4
            \\log_2 8            | 3
            \\log_2 (1/8)        | -3
            \\log 1000           | 3
            \\log_8 4            | 2/3
            \\ln 1               | 0
            \\lvert -5\\rvert     | 5
            \\lfloor -7/2\\rfloor | -4
            \\lceil -7/2\\rceil   | -3
            \\max(1, 3, 2)       | 3
            \\min(1, 3, 2)       | 1
            \\operatorname{sgn}(-3) | -1
            \\sin 0              | 0
            \\cos 0              | 1
            \\Re(5)              | 5
            \\Im(5)              | 0
            \\sum_{k=1}^{10} k^2 | 385
            \\sum_{k=3}^{2} k    | 0
            \\prod_{k=1}^{5} k   | 120
            \\prod_{k=3}^{2} k   | 1
            2516_8              | 1358
            \\begin{vmatrix} 1 & 2 \\\\ 3 & 4 \\end{vmatrix} | -2
            \\begin{vmatrix} 2 & 0 & 1 \\\\ 1 & 3 & 2 \\\\ 1 & 1 & 4 \\end{vmatrix} | 18
            \\begin{vmatrix} 0 & 1 \\\\ 1 & 0 \\end{vmatrix} | -1
            """)
    void computesRationalNumbers(String text, String expected) {
        assertThat(value(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            1/0                 | UNDEFINED
            0^{-1}              | UNDEFINED
            5 \\bmod 0           | UNDEFINED
            (-1)!               | UNDEFINED
            \\sqrt{2}            | NOT_EXACT
            \\pi                 | NOT_EXACT
            x                   | NOT_EXACT
            \\ln 2               | NOT_EXACT
            2^{1/2}             | NOT_EXACT
            \\log_2 3            | NOT_EXACT
            10^{10^{10}}        | OUT_OF_FUEL
            (10^9)!             | OUT_OF_FUEL
            \\sum_{k=1}^{10^9} k | OUT_OF_FUEL
            """)
    void stopsWithAReason(String text, Stop.Reason reason) {
        assertThatExceptionOfType(Stop.class)
                .isThrownBy(() -> value(text))
                .satisfies(stop -> assertThat(stop.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            \\sqrt{2}-1                 | true
            \\sqrt{2+\\sqrt{3}}          | true
            \\sqrt[5]{7}                | true
            2^{3/4}                    | true
            2^{-3/4}                   | true
            1+i                        | true
            \\lvert 1+i \\rvert          | true
            \\sin(\\pi/7)                | true
            \\cos 20°                   | true
            \\max(\\sqrt{2}, 1)          | true
            50% \\sqrt{2}               | true
            \\sqrt{2}/\\sqrt{3}          | true
            \\pi                        | false
            e                          | false
            \\ln 2                      | false
            \\log_2 3                   | false
            \\sin 1                     | false
            2^{\\sqrt{2}}               | false
            """)
    void provesBoundsOfAlgebraicNumbersOnly(String text, boolean proven) {
        SeparationBound.Bound bound = SeparationBound.of(read(text), new Fuel(1_000_000));

        assertThat(bound.proven()).isEqualTo(proven);
        assertThat(bound.bits()).isPositive();
    }

    @Test
    void boundsAreBelowTheNumbers() {
        // sqrt(2) - 1 = 0.41..., 3 - 2 sqrt(2) = 0.17..., sqrt(10) + sqrt(11) - sqrt(5) - sqrt(18) > 2^-3.
        assertThat(SeparationBound.of(read("\\sqrt{2}-1"), new Fuel(1_000)).bits())
                .isGreaterThan(1.2);
        assertThat(SeparationBound.of(read("3-2\\sqrt{2}"), new Fuel(1_000)).bits())
                .isGreaterThan(2.5);
        assertThat(SeparationBound.of(read("\\sqrt{1000001}-1000"), new Fuel(1_000))
                        .bits())
                .isGreaterThan(10.9);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            \\pi             | 1
            \\pi/3           | 1/3
            2\\pi/5 + \\pi    | 7/5
            -\\pi/4          | -1/4
            60°             | 1/3
            90° + \\pi       | 3/2
            0               | 0
            """)
    void findsRationalAngles(String angle, String turn) {
        assertThat(Angles.multipleOfPi(read(angle), new Fuel(1_000_000))).hasToString(turn);
    }

    @ParameterizedTest
    @CsvSource({"1", "\\pi^2", "\\pi+1", "x\\pi", "\\sqrt{2}\\pi", "1/\\pi"})
    void refusesOtherAngles(String angle) {
        assertThatExceptionOfType(Stop.class).isThrownBy(() -> Angles.multipleOfPi(read(angle), new Fuel(1_000_000)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            9^{9^9}               | 1                     | true
            9^{9^9}               | 9^{9^9}               | false
            2^{-10^{30}}          | 1                     | true
            2^{-5}                | 1/32                  | false
            (10^{20})!            | 1                     | true
            \\Gamma(10^{20})       | 1                     | true
            100!                  | 10^{157}              | false
            (10^6)! \\cdot 2       | 3                     | true
            \\frac{(10^6)!}{2}     | 3                     | true
            \\binom{100000}{50000} | 1000                  | true
            \\binom{100000}{99999} | 100000                | false
            5                     | 5                     | false
            5                     | 6                     | true
            -5                    | 6                     | false
            \\pi                   | 6                     | false
            \\sqrt{2}^{3}          | 6                     | false
            """)
    void seesWhatIsOfDifferentSize(String left, String right, boolean apart) {
        assertThat(MagnitudeBounds.apart(read(left), read(right))).isEqualTo(apart);
        assertThat(MagnitudeBounds.apart(read(right), read(left))).isEqualTo(apart);
    }
}
