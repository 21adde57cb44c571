package org.passk.verify.math.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passk.verify.math.ball.Sign;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.notation.AnswerReader;
import org.passk.verify.math.notation.Commas;
import org.passk.verify.math.notation.ReadLimits;
import org.passk.verify.math.notation.Reading;

class DeciderTest {
    private static final AnswerReader READER = new AnswerReader(new ReadLimits(64, 1_000, 10_000));
    private static final int STEPS = 50_000_000;

    private final Decider decider = new Decider(40_000, 16_384);

    private static Expression read(String text) {
        Reading reading = READER.read(text, Commas.GROUP);
        assertThat(reading.understood()).as(text).isTrue();
        return reading.expression();
    }

    private Decision decide(String left, String right) {
        return decider.decide(read(left), read(right), new Fuel(STEPS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            x                                | x                               | identical
            1/3 + 1/6                        | 1/2                             | exact-rational
            2^{10}                           | 1024                            | exact-rational
            50%                              | 1/2                             | exact-rational
            \\infty                           | +\\infty                         | identical
            --\\infty                         | \\infty                          | identical
            \\sqrt{2}\\sqrt{3}                 | \\sqrt{6}                        | algebraic
            \\sqrt{5+2\\sqrt{6}}               | \\sqrt{2}+\\sqrt{3}               | algebraic
            \\frac{1}{\\sqrt{2}}               | \\frac{\\sqrt{2}}{2}              | algebraic
            \\sqrt[3]{2+\\sqrt{5}}+\\sqrt[3]{2-\\sqrt{5}} | 1                      | algebraic
            2^{1/3}                          | \\sqrt[3]{2}                     | algebraic
            8^{-1/6}                         | 1/\\sqrt{2}                      | algebraic
            (1+i)^4                          | -4                              | algebraic
            i^2                              | -1                              | algebraic
            \\sin(\\pi/3)                      | \\sqrt{3}/2                      | algebraic
            \\cos 36°                         | (1+\\sqrt{5})/4                  | algebraic
            \\tan(\\pi/8)                      | \\sqrt{2}-1                      | algebraic
            2\\pi                             | \\pi+\\pi                         | numeric
            e^{i\\pi}                         | -1                              | numeric
            4\\arctan(1)                      | \\pi                             | numeric
            \\ln 8                            | 3\\ln 2                          | numeric
            \\log_2 3                         | \\ln 3/\\ln 2                     | numeric
            16\\arctan(1/5)-4\\arctan(1/239)   | \\pi                             | numeric
            (x+1)^2                          | x^2+2x+1                        | identity
            \\frac{x^2-1}{x-1}                | x+1                             | identity
            \\frac{1}{x}-\\frac{1}{x+1}        | \\frac{1}{x(x+1)}                | identity
            \\sin^2 x+\\cos^2 x                | 1                               | identity
            \\sin 2x                          | 2\\sin x\\cos x                   | identity
            \\cos 2x                          | 1-2\\sin^2 x                     | identity
            \\tan x                           | \\sin x/\\cos x                   | identity
            \\sec x                           | 1/\\cos x                        | identity
            \\ln(x^2+1)+\\ln 2                 | \\ln(2x^2+2)                     | identity
            e^{2x}                           | (e^x)^2                         | identity
            \\sqrt{x^2}                       | \\lvert x\\rvert                  | identity
            \\cosh^2 x-\\sinh^2 x              | 1                               | identity
            \\lceil x \\rceil                  | -\\lfloor -x \\rfloor             | identity
            \\binom{n}{2}                     | n(n-1)/2                        | identity
            (n+1)!                           | (n+1) n!                        | identity
            \\sum_{k=1}^{n} k                 | n(n+1)/2                        | identity
            \\sum_{k=0}^{n} 2^k               | 2^{n+1}-1                       | identity
            \\prod_{k=1}^{n} k                | n!                              | identity
            f(x)+f(x)                        | 2f(x)                           | identity
            \\int_0^1 x^2 dx                  | \\int_0^1 t^2 dt                 | identity
            \\lim_{x\\to 0} \\frac{f(x)}{x}     | \\lim_{y\\to 0} \\frac{f(y)}{y}    | identity
            """)
    void findsEqual(String left, String right, String rule) {
        assertThat(decide(left, right)).isEqualTo(Decision.equal(rule));
        assertThat(decide(right, left)).isEqualTo(Decision.equal(rule));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            1/3                              | 0.3333333333                    | exact-rational
            10^{50}+1                        | 10^{50}                         | exact-rational
            \\infty                           | -\\infty                         | infinity
            \\infty                           | 5                               | infinity
            1/0                              | 5                               | undefined
            1/0                              | \\sqrt{2}                        | undefined
            \\sqrt{2}                         | 1.41421356237309504880          | numeric
            \\sqrt{10}+\\sqrt{11}              | \\sqrt{5}+\\sqrt{18}              | numeric
            \\sqrt{2}                         | \\sqrt{2}+10^{-60}               | numeric
            \\sqrt{2}+10^{-300}               | \\sqrt{2}                        | numeric
            \\pi                              | \\frac{355}{113}                 | numeric
            \\pi                              | \\pi+10^{-60}                    | numeric
            \\pi                              | \\pi+10^{-150}                   | numeric
            e^{\\pi\\sqrt{163}}                | 262537412640768744              | numeric
            e^{\\pi}-\\pi                      | 20                              | numeric
            22\\pi^4                          | 2143                            | numeric
            \\sin(\\pi/7)                      | 0.43388373911755812048          | numeric
            \\ln(-1)                          | -i\\pi                           | numeric
            9^{9^{9^9}}                      | 1                               | magnitude
            (10^{20})!                       | (10^{21})!                      | magnitude
            2^{-10^{30}}                     | 3                               | magnitude
            \\binom{1000000000}{100000000}    | 7                               | magnitude
            (x+1)^2                          | x^2+1                           | identity
            x                                | y                               | identity
            x^2                              | x^3                             | identity
            x + 10^{-60}                     | x                               | identity
            \\sin x                           | \\cos x                          | identity
            \\sqrt{x^2}                       | x                               | identity
            \\lfloor x \\rfloor                | x                               | identity
            \\lfloor x \\rfloor                | \\lceil x \\rceil-1               | identity
            n!                               | n^2                             | identity
            \\sum_{k=1}^{n} k                 | n^2                             | identity
            f(x)                             | g(x)                            | identity
            f(x)                             | f(y)                            | identity
            \\{1, 2\\}                         | 3                               | kind
            """)
    void findsDifferent(String left, String right, String rule) {
        assertThat(decide(left, right)).isEqualTo(Decision.different(rule));
        assertThat(decide(right, left)).isEqualTo(Decision.different(rule));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            \\int_0^1 x dx        | 1/2
            \\int_0^1 x dx        | \\int_0^2 x dx
            \\int x dx            | \\int t dt
            \\int x dx            | \\int_0^1 x dx
            \\int_0^1 x dx        | \\lim_{x\\to 0} x
            \\lim_{x \\to 0^{+}} 1/x | \\lim_{x \\to 0^{-}} 1/x
            \\frac{d}{dx} x^2     | 2x
            """)
    void leavesUndecidedWhatItDoesNotCompute(String left, String right) {
        assertThat(decide(left, right).isUndecided()).isTrue();
    }

    @Test
    void endsUndecidedWhenTheStepsAreUsedUp() {
        Fuel fuel = new Fuel(3);

        assertThat(decider.decide(read("\\sqrt{2}+\\sqrt{3}"), read("\\sqrt{5+2\\sqrt{6}}"), fuel))
                .isEqualTo(Decision.undecided());
        assertThat(fuel.spent()).isEqualTo(3);
    }

    @Test
    void doesNotTakeCloseTranscendentalsForEqualAtAnyPrecision() {
        Decider coarse = new Decider(64, 512);

        assertThat(coarse.decide(read("\\pi+10^{-400}"), read("\\pi"), new Fuel(STEPS))
                        .isEqual())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            x-1        | 2x-2           | POSITIVE
            x-1        | 1-x            | NEGATIVE
            x-1        | x-2            | ZERO
            \\sin x     | \\sqrt{2}\\sin x | POSITIVE
            n!         | -3 n!          | NEGATIVE
            0          | x              | UNKNOWN
            """)
    void tellsConstantFactors(String left, String right, Sign sign) {
        assertThat(decider.factor(read(left), read(right), new Fuel(STEPS))).isEqualTo(sign);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            1            | 2                  | NEGATIVE
            \\pi          | 3                  | POSITIVE
            \\sqrt{8}     | 2\\sqrt{2}          | ZERO
            \\infty       | 10^{100}           | POSITIVE
            -\\infty      | \\infty             | NEGATIVE
            \\infty       | --\\infty           | ZERO
            5            | -\\infty            | POSITIVE
            x            | 1                  | UNKNOWN
            i            | 1                  | UNKNOWN
            e^{\\pi\\sqrt{163}} | 262537412640768744 | NEGATIVE
            """)
    void ordersRealNumbers(String left, String right, Sign sign) {
        assertThat(decider.compare(read(left), read(right), new Fuel(STEPS))).isEqualTo(sign);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            \\sqrt{2}            | 1.4142135623730950488 | 0
            \\pi                 | 3.1415926535897932385 | 0
            e                   | 2.7182818284590452354 | 0
            \\ln 2               | 0.69314718055994530942 | 0
            \\log 2              | 0.30102999566398119521 | 0
            \\sin 1              | 0.84147098480789650665 | 0
            \\cos 1              | 0.54030230586813971740 | 0
            \\tan 1              | 1.5574077246549022305 | 0
            \\arctan 2           | 1.1071487177940905030 | 0
            \\arcsin(1/3)        | 0.33983690945412193710 | 0
            \\arccos(1/3)        | 1.2309594173407746821 | 0
            \\sinh 1             | 1.1752011936438014569 | 0
            \\cosh 1             | 1.5430806348152437785 | 0
            \\tanh 1             | 0.76159415595576488812 | 0
            \\sqrt[3]{5}         | 1.7099759466766969894 | 0
            \\sqrt{-2}           | 0                     | 1.4142135623730950488
            \\lvert 3+4i\\rvert \\sqrt{2} | 7.0710678118654752440 | 0
            2^{\\sqrt{2}}        | 2.6651441426902251887 | 0
            \\max(\\pi, e)        | 3.1415926535897932385 | 0
            \\min(\\pi, e)        | 2.7182818284590452354 | 0
            """)
    void knowsDecimals(String text, String re, String im) {
        assertThat(decider.decimal(read(text), 20, new Fuel(STEPS))).hasValueSatisfying(value -> {
            assertThat(new BigDecimal(value.re())).isEqualByComparingTo(re);
            assertThat(new BigDecimal(value.im())).isEqualByComparingTo(im);
        });
    }

    @Test
    void hasNoDecimalOfWhatHasNoValue() {
        assertThat(decider.decimal(read("1/0"), 20, new Fuel(STEPS))).isEmpty();
        assertThat(decider.decimal(read("\\sqrt{2}"), 20, new Fuel(1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            (x+1)^2          | x^2+2x+1
            \\sin 2x          | 2\\sin x\\cos x
            (n+1)!           | (n+1) n!
            x/2              | 0.5x
            i x + i          | i(x+1)
            """)
    void givesEqualFunctionsOneFingerprint(String left, String right) {
        assertThat(decider.fingerprint(read(left), new Fuel(STEPS)))
                .isPresent()
                .isEqualTo(decider.fingerprint(read(right), new Fuel(STEPS)));
    }

    @Test
    void givesDifferentFunctionsDifferentFingerprints() {
        assertThat(decider.fingerprint(read("x^2"), new Fuel(STEPS)))
                .isNotEqualTo(decider.fingerprint(read("x^3"), new Fuel(STEPS)));
        assertThat(decider.fingerprint(read("x"), new Fuel(STEPS)))
                .isNotEqualTo(decider.fingerprint(read("y"), new Fuel(STEPS)));
        assertThat(decider.fingerprint(read("\\int_0^1 x dx"), new Fuel(STEPS))).isEmpty();
        assertThat(decider.fingerprint(read("x^2"), new Fuel(1))).isEmpty();
    }

    @Test
    void givesMultiplesOneRay() {
        List<Expression> line = List.of(read("2x+2y"), read("4"));
        List<Expression> half = List.of(read("x"), read("2-y"));
        List<Expression> other = List.of(read("x"), read("3-y"));

        assertThat(decider.ray(line, new Fuel(STEPS)))
                .isPresent()
                .isEqualTo(decider.ray(half, new Fuel(STEPS)))
                .isNotEqualTo(decider.ray(other, new Fuel(STEPS)));
        assertThat(decider.ray(List.of(read("1"), read("2")), new Fuel(STEPS))).isEmpty();
        assertThat(decider.ray(line, new Fuel(1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"63, 1024", "64, 511", "64, 100000000"})
    void limitsOutOfRangeAreRefused(int bits, int precision) {
        assertThatThrownBy(() -> new Decider(bits, precision)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDecisionNamesItsRule() {
        assertThatThrownBy(() -> Decision.equal("")).isInstanceOf(IllegalArgumentException.class);
    }
}
