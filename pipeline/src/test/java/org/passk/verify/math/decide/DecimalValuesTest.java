package org.passk.verify.math.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.notation.AnswerReader;
import org.passk.verify.math.notation.Commas;
import org.passk.verify.math.notation.ReadLimits;

/** Values to 12 digits; computed with mpmath 1.3.0. */
class DecimalValuesTest {
    private final AnswerReader reader = new AnswerReader(new ReadLimits(64, 1_000, 10_000));
    private final Decider decider = new Decider(40_000, 8_192);

    private Expression expression(String text) {
        return reader.read(text, Commas.GROUP).expression();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            \\exp(1)                 | 2.71828182846
            e^{0.5}                  | 1.6487212707
            \\ln 2                   | 0.69314718056
            \\log_{3} 5              | 1.46497352072
            \\sin 1                  | 0.841470984808
            \\cos 1                  | 0.540302305868
            \\tan 1                  | 1.55740772465
            \\cot 1                  | 0.642092615934
            \\sec 1                  | 1.85081571768
            \\csc 1                  | 1.18839510578
            \\arcsin 0.5             | 0.523598775598
            \\arccos 0.5             | 1.0471975512
            \\arctan 2               | 1.10714871779
            \\operatorname{arccot} 2 | 0.463647609001
            \\operatorname{arcsec} 2 | 1.0471975512
            \\operatorname{arccsc} 2 | 0.523598775598
            \\sinh 1                 | 1.17520119364
            \\cosh 1                 | 1.54308063482
            \\tanh 1                 | 0.761594155956
            \\coth 1                 | 1.31303528550
            \\operatorname{arsinh} 1 | 0.881373587020
            \\operatorname{arcosh} 2 | 1.31695789692
            \\operatorname{artanh} 0.5 | 0.549306144334
            \\lfloor \\pi \\rfloor + \\sqrt2 | 4.41421356237
            \\lceil \\pi \\rceil + \\sqrt2   | 5.41421356237
            \\max(\\sqrt2, \\sqrt3)  | 1.73205080757
            \\min(\\sqrt2, \\sqrt3)  | 1.41421356237
            10 \\mod \\pi            | 0.575222039231
            \\sqrt[3]{-2}            | -1.25992104989
            \\sqrt[\\pi]{2}          | 1.24686898890
            2^{\\sqrt2}              | 2.66514414269
            2^{-1/2}                 | 0.707106781187
            (-2)^{1/3}               | -1.25992104989
            \\sum_{k=1}^{3}\\sqrt{k} | 4.14626436994
            \\prod_{k=1}^{3}\\sqrt{k} | 2.44948974278
            \\det\\begin{pmatrix}\\sqrt2&1\\\\1&2\\end{pmatrix} | 1.82842712475
            30^\\circ                | 0.523598775598
            \\sqrt2\\text{ cm}       | 1.41421356237
            \\operatorname{sgn}(-\\pi)\\sqrt2 | -1.41421356237
            """)
    void areKnownToTwelveDigits(String text, String digits) {
        Optional<Decider.Complex> value = decider.decimal(expression(text), 30, new Fuel(1_000_000));
        assertThat(value).isPresent();
        assertThat(Double.parseDouble(value.get().re())).isCloseTo(Double.parseDouble(digits), Offset.offset(1e-11));
        assertThat(value.get().im()).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            \\ln(-1)                      | 0                | 3.14159265359
            \\sqrt{-2}                    | 0                | 1.41421356237
            e^{2i}                        | -0.416146836547  | 0.909297426826
            \\operatorname{cis} 2         | -0.416146836547  | 0.909297426826
            i^i+i                         | 0.207879576351   | 1
            \\arcsin 2                    | 1.57079632679    | -1.31695789692
            """)
    void haveAnImaginaryPart(String text, double re, double im) {
        Optional<Decider.Complex> value = decider.decimal(expression(text), 20, new Fuel(1_000_000));
        assertThat(value).isPresent();
        assertThat(Double.parseDouble(value.get().re())).isCloseTo(re, Offset.offset(1e-11));
        assertThat(Double.parseDouble(value.get().im())).isCloseTo(im, Offset.offset(1e-11));
    }

    @ParameterizedTest
    @CsvSource({
        "\\ln 0", "\\cot 0", "\\frac{\\pi}{0}", "\\log_{\\pi} 0", "0^{-1}", "\\lfloor i \\rfloor", "\\pi \\mod 0",
        "\\sqrt[0]{\\pi}", "\\arg 0", "x", "\\infty", "\\int_0^1 x dx", "\\prod_{k=1}^{100000000}\\pi",
                "\\sum_{k=1/2}^{3}\\pi",
        "\\csc 0", "\\coth 0", "\\operatorname{arcsec} 0", "\\operatorname{arccsc} 0", "(1/2)!", "\\binom{\\pi}{2}"
    })
    void haveNoValue(String text) {
        assertThat(decider.decimal(expression(text), 20, new Fuel(1_000_000))).isEmpty();
    }
}
