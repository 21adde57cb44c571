package org.passk.verify.math.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.verify.math.expression.ExpressionText;

class AnswerReaderTest {
    private static final AnswerReader READER = new AnswerReader(new ReadLimits(64, 1_000, 10_000));

    private static String read(String answer, Commas commas) {
        return ExpressionText.of(READER.read(answer, commas).expression());
    }

    private static void reads(String answer, String expected) {
        assertThat(READER.read(answer, Commas.GROUP).understood()).isTrue();
        assertThat(read(answer, Commas.GROUP)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            7                        | 7
            007                      | 7
            3.25                     | 13/4
            .5                       | 1/2
            5.                       | 5
            3./2                     | 3/2
            1,234                    | 1234
            1{,}234                  | 1234
            1\\,234                   | 1234
            1 234 567                | 1234567
            12,\\!345,\\!678           | 12345678
            1.5e3                    | 1500
            2E-2                     | 1/50
            1e+3                     | 1000
            1e20000                  | 1*(10^20000)
            1e99999999999            | 1*(10^99999999999)
            0.\\overline{3}           | 1/3
            0.\\bar{3}                | 1/3
            0.1\\overline{6}          | 1/6
            .\\overline{142857}       | 1/7
            .\\bar{3}                 | 1/3
            0.333...                 | 1/3
            0.1666\\ldots             | 1/6
            0.1212\\dots              | 4/33
            0.121212\\cdots           | 4/33
            1\\frac{1}{2}             | 3/2
            1\\frac12                 | 3/2
            1\\frac{3}{2}             | 1*(3/2)
            x^2\\frac{1}{3}           | (x^2)*(1/3)
            2^2\\frac13               | (2^2)*(1/3)
            \\sum_{i=1}^3\\frac{1}{2} | sum(1/2, i = 1 to 3)
            2 3/4                    | 11/4
            2\\frac{5}{3}             | "2*(5/3)"
            2\\frac{x}{3}             | "2*(x/3)"
            1\\dfrac12                | 3/2
            1A_{16}                  | 1A_16
            2516_8                   | 2516_8
            1011_{2}                 | 1011_2
            2516_{\\text{eight}}      | 2516_8
            """)
    void readsNumbers(String answer, String expected) {
        reads(answer, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            x+y-z                    | x + y - z
            -x                       | -x
            --x                      | x
            +-x                      | -x
            2x                       | 2*x
            2*x                      | 2*x
            2\\cdot x                 | 2*x
            2 \\times 3               | 2*3
            2\\ast 3                  | 2*3
            a/b                      | a/b
            a\\div b                  | a/b
            a/b/c                    | "(a/b)/c"
            1/2x                     | "1/(2*x)"
            \\frac{a}{b}              | a/b
            \\frac12                  | 1/2
            \\frac123                 | "(1/2)*3"
            \\frac1{23}               | 1/23
            \\tfrac ab                | a/b
            {a \\over b}              | a/b
            x^2                      | x^2
            x**2                     | x^2
            x^{-1}                   | "x^(-1)"
            x^-1                     | "x^(-1)"
            x^+1                     | x^1
            2^{3^2}                  | "2^(3^2)"
            2^3^2                    | "2^(3^2)"
            x_1                      | x_1
            x_{12}                   | x_12
            x_1^2                    | x_1^2
            x^2_1                    | x_1^2
            f'                       | f'
            f^{\\prime}               | f'
            x²                       | x^2
            x⁻¹                      | "x^(-1)"
            x₁                       | x_1
            5!                       | factorial(5)
            5!!                      | double_factorial(5)
            3!!!                     | factorial(factorial(factorial(3)))
            \\binom{n}{k}             | binomial(n, k)
            \\dbinom nk               | binomial(n, k)
            {n \\choose k}            | binomial(n, k)
            n \\bmod 3                | mod(n, 3)
            \\pm 3                    | 0 +- 3
            \\mp 3                    | 0 +- 3
            2 \\pm \\sqrt{3}           | 2 +- sqrt(3)
            2 \\mp x                  | 2 +- x
            ±3                       | 0 +- 3
            ((x))                    | x
            [x]                      | x
            {x}                      | x
            (((1)+2))                | 1 + 2
            \\lvert x \\rvert          | abs(x)
            \\left(x\\right)           | x
            e^{i\\pi}                 | "e^(i*pi)"
            \\alpha + \\beta           | \\alpha + \\beta
            α + β                    | \\alpha + \\beta
            \\hat{x}                  | \\hat{x}
            \\vec{AB}                 | \\vec{AB}
            \\overline{AB}            | bar{AB}
            \\mathcal{A}              | \\mathcal{A}
            \\infty                   | infinity
            oo                       | infinity
            -\\infty                  | -infinity
            ∞                        | infinity
            2 × 3 · 4                | 2*3*4
            6 ÷ 2                    | 6/2
            √2                       | sqrt(2)
            ∛2                       | root(3, 2)
            ∜2                       | root(4, 2)
            π                        | pi
            ⅓                        | 1/3
            ½                        | 1/2
            ５                        | 5
            −5                       | -5
            𝟓                        | 5
            𝑥                        | x
            ٣                        | 3
            """)
    void readsArithmetic(String answer, String expected) {
        reads(answer, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            |x|                      ; abs(x)
            2|x|                     ; 2*abs(x)
            |x-|y||                  ; abs(x - abs(y))
            \\{x | x > 0\\}            ; x > 0
            \\vert x\\vert             ; abs(x)
            \\|x\\|                    ; abs(x)
            \\left|\\begin{matrix}1&2\\\\3&4\\end{matrix}\\right| ; det(matrix 2x2(1, 2, 3, 4))
            """)
    void readsBars(String answer, String expected) {
        assertThat(read(answer, Commas.GROUP)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            \\sqrt{2}                 | sqrt(2)
            \\sqrt 2                  | sqrt(2)
            \\sqrt2x                  | sqrt(2)*x
            \\sqrt[3]{2}              | root(3, 2)
            sqrt(2)                  | sqrt(2)
            sqrt(2)/2                | sqrt(2)/2
            \\sin x                   | sin(x)
            \\sin 2x                  | sin(2*x)
            \\sin -x                  | sin(-x)
            \\sin x \\cos x            | sin(x)*cos(x)
            \\sin x + 1               | sin(x) + 1
            \\sin^2 x                 | sin(x)^2
            \\sin^{-1} x              | arcsin(x)
            \\tan^{-1}(x)             | arctan(x)
            \\arcsin x                | arcsin(x)
            asin(x)                  | arcsin(x)
            acos(x)                  | arccos(x)
            atan(x)                  | arctan(x)
            tg(x)                    | tan(x)
            ctg(x)                   | cot(x)
            \\operatorname{arctan} x  | arctan(x)
            \\mathrm{lcm}(4, 6)       | lcm(4, 6)
            gcd(12, 18)              | gcd(12, 18)
            \\max(1, 2, 3)            | max(1, 2, 3)
            \\max\\{1, 2\\}             | max({1, 2})
            \\log x                   | log(10, x)
            \\log_2 x                 | log(2, x)
            \\log_{2}^{3} x           | log(2, x)^3
            log(8, 2)                | log(2, 8)
            \\lg 100                  | log(10, 100)
            \\ln x                    | ln(x)
            \\exp(x)                  | exp(x)
            \\lfloor x \\rfloor        | floor(x)
            \\lceil x \\rceil          | ceil(x)
            \\llcorner x \\lrcorner    | floor(x)
            \\ulcorner x \\urcorner    | ceil(x)
            ⌊x⌋                      | floor(x)
            ⌈x⌉                      | ceil(x)
            floor(x)                 | floor(x)
            \\Re(z)                   | re(z)
            \\Gamma(5)                | gamma(5)
            f(x)                     | f(x)
            f(x, y)                  | "f(x, y)"
            g (x)                    | g*x
            \\sum_{k=1}^{n} k         | sum(k, k = 1 to n)
            \\sum_{k=1}^{n} a_k       | sum(a(k), k = 1 to n)
            \\sum_{i=1}^{3} i         | sum(i, i = 1 to 3)
            \\prod_{k=1}^n k          | product(k, k = 1 to n)
            \\int_0^1 x^2 \\, dx       | integral((x^2)*1, x, 0, 1)
            \\int t dt                | integral(t*1, t)
            \\lim_{x\\to 0} \\frac{\\sin x}{x} | limit(sin(x)/x, x, 0)
            \\lim_{x \\to 0^{+}} x     | limit(x, x, 0+)
            \\frac{d}{dx} x^2         | derivative(x^2, x)
            \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix} | matrix 2x2(1, 2, 3, 4)
            \\begin{bmatrix} 1 \\\\ 2 \\end{bmatrix} | matrix 2x1(1, 2)
            \\begin{array}{cc} 1 & 2 \\end{array}  | matrix 1x2(1, 2)
            \\begin{vmatrix} 1 & 2 \\\\ 3 & 4 \\end{vmatrix} | det(matrix 2x2(1, 2, 3, 4))
            \\begin{align*} x \\end{align*} | x
            \\begin{cases} x & \\text{if } x > 0 \\\\ 0 & \\text{otherwise} \\end{cases} | "cases((x, x > 0), (0, text ""otherwise""))"
            """)
    void readsFunctionsAndConstructs(String answer, String expected) {
        reads(answer, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            1, 2, 3                  | "list(1, 2, 3)"
            1, 2 and 3               | "list(1, 2, 3)"
            1 \\text{ or } 2          | "list(1, 2)"
            1, 2,                    | "list(1, 2)"
            1; 2                     | "list(1, 2)"
            1,2; 3,4                 | "list((1, 2), (3, 4))"
            x = 1, 2                 | "list(x = 1, x = 2)"
            x=1, y=2; x=3, y=4       | "list(list(x = 1, y = 2), list(x = 3, y = 4))"
            x=1, y=2 or x=3, y=4     | "list(list(x = 1, y = 2), list(x = 3, y = 4))"
            (1, 2)                   | "(1, 2)"
            [1, 2)                   | "[1, 2)"
            (1, 2]                   | "(1, 2]"
            ]1, 2[                   | "(1, 2)"
            ]1, 2]                   | "(1, 2]"
            [1, 2[                   | "[1, 2)"
            \\langle 1, 2 \\rangle     | "(1, 2)"
            \\{1, 2\\}                 | "{1, 2}"
            \\{\\}                     | empty_set
            \\emptyset                | empty_set
            ∅                        | empty_set
            \\{x : x > 0\\}            | x > 0
            \\{2x : x > 0\\}           | "set(2*x, x > 0)"
            (0,1) \\cup (2,3)         | "union((0, 1), (2, 3))"
            (0,1) U (2,3)            | "union((0, 1), (2, 3))"
            (0,1) \\cup (2,3) \\cup (4,5) | "union((0, 1), (2, 3), (4, 5))"
            A \\cap B                 | "intersection({A}, {B})"
            \\mathbb{R} \\setminus \\{0\\} | "difference(reals, {0})"
            \\mathbb{Z}               | integers
            ℝ                        | reals
            x = 5                    | x = 5
            x \\ne 5                  | x != 5
            x != 5                   | x != 5
            x \\not= 5                | x != 5
            x < 5                    | x < 5
            x \\le 5                  | x <= 5
            x <= 5                   | x <= 5
            x ≤ 5                    | x <= 5
            x > 5                    | x > 5
            x \\geq 5                 | x >= 5
            x ≥ 5                    | x >= 5
            x \\approx 5              | x ~ 5
            0 < x < 1                | 0 < x < 1
            x \\in \\mathbb{R}         | x in reals
            x \\notin A               | x not in A
            x \\not\\in A              | x not in A
            A \\subset B              | A subset of B
            A \\supseteq B            | A superset of B
            x < 0 \\text{ or } x > 1  | "union(x < 0, x > 1)"
            x > 0 \\text{ and } x < 1 | "intersection(x > 0, x < 1)"
            x \\equiv 3 \\pmod{7}      | x == mod(3, 7)
            x \\equiv 3 (mod 7)       | x == mod(3, 7)
            P(x) = x^2               | P(x) = x^2
            = 5                      | 5
            : 5                      | 5
            \\approx 5                | 5
            3:2                      | 3:2
            3 to 2                   | 3:2
            4:05                     | 4:5
            1:2:3                    | 1:2:3
            \\text{Area} = 5          | 5
            """)
    void readsStatements(String answer, String expected) {
        reads(answer, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            50%                      | 50%
            50\\%                     | 50%
            50 percent               | 50%
            50 per cent              | 50%
            2 million                | 2*1000000
            3 dozen                  | 3*12
            2 thousand               | 2*1000
            12th                     | 12
            12^{\\text{th}}           | 12
            12^{th}                  | 12
            1st                      | 1
            30^\\circ                 | 30 degree
            30°                      | 30 degree
            30^{\\circ}               | 30 degree
            98.6°F                   | "(493/5) °F"
            20^\\circ C               | 20 °C
            20^{\\circ}\\text{C}       | 20 °C
            20^\\circ \\text{Celsius}  | 20 °C
            \\$5                      | 5 dollar
            \\$-5                     | "(-5) dollar"
            5€                       | 5 euro
            £5                       | 5 gbp
            \\$5 \\text{ dollars}      | 5 dollar
            5\\text{ gizmos}          | 5
            """)
    void readsQuantities(String answer, String expected) {
        reads(answer, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            five                     | 5
            \\text{Twenty-five}       | 25
            three hundred and five   | 305
            two thousand three hundred | 2300
            one million two thousand | 1002000
            two thirds               | 2/3
            three quarters           | 3/4
            half                     | 1/2
            no solution              | empty_set
            \\text{No real solutions} | empty_set
            all real numbers         | reals
            infinity                 | infinity
            negative infinity        | -infinity
            """)
    void readsPhrases(String answer, String expected) {
        reads(answer, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            GROUP    | 1,234    | 1234
            SEPARATE | 1,234    | "list(1, 234)"
            DECIMAL  | 1,234    | 617/500
            GROUP    | 1,5      | "list(1, 5)"
            DECIMAL  | 1,5      | 3/2
            GROUP    | (1,234)  | "(1, 234)"
            DECIMAL  | 0,\\overline{3} | 1/3
            SEPARATE | 12,345,678 | "list(12, 345, 678)"
            """)
    void readsCommasAsItIsTold(Commas commas, String answer, String expected) {
        assertThat(read(answer, commas)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            $\\displaystyle\\frac{1}{2}$        | 1/2
            \\left\\{1,2\\right\\}                | "{1, 2}"
            \\big(1, 2\\big)                    | "(1, 2)"
            \\boxed{5}                         | 5
            5 \\quad                           | 5
            5\\phantom{1}                      | 5
            5 \\hspace{2cm}                    | 5
            5 \\label{a}                       | 5
            \\\\frac{1}{2}                      | 1/2
            \\\\sqrt{2} + \\\\pi                  | sqrt(2) + pi
            \\(x\\)                             | x
            \\[x\\]                             | x
            \\mathbf{x}                        | x
            \\left.5\\right.                    | 5
            \\lbrace 1, 2 \\rbrace              | "{1, 2}"
            """)
    void passesOverLayout(String answer, String expected) {
        reads(answer, expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "\\frac{}{2}",
                "\\sin^x",
                "\\lfloor a \\rceil",
                "a\\%",
                "1 +",
                "+",
                "(1, 2",
                "(1]",
                "]1, 2, 3[",
                "]1[",
                "{",
                "\\{1",
                "x_",
                "x^",
                "29_8",
                "12_{99}",
                "\\sum_{k=1} k",
                "\\sum^{3} k",
                "\\int_0 x dx",
                "\\lim x",
                "\\begin{pmatrix} 1 & 2 \\\\ 3 \\end{pmatrix}",
                "\\begin{pmatrix} & 2 \\end{pmatrix}",
                "\\begin{pmatrix} \\end{pmatrix}",
                "\\begin{unknown} 1 \\end{unknown}",
                "\\begin 1",
                "\\sin_2 x",
                "\\gcd",
                "\\log(1, 2, 3)",
                "\\text{the cat sat}",
                "5 \\text{ is the answer to everything}",
                "\\rfloor",
                "#",
                "\\",
                "|x",
                "\\hat{}",
                "\\frac{1}",
                "\\$5 \\text{ cm}",
                "30^\\circ \\text{K}",
                "2 3/2",
                "hundred",
                "one half third",
                "twenty hundred",
                ""
            })
    void takesWhatIsNoMathematicsAsWords(String answer) {
        Reading reading = READER.read(answer, Commas.GROUP);

        assertThat(reading.understood()).isFalse();
        assertThat(reading.withinLimits()).isTrue();
        assertThat(ExpressionText.of(reading.expression())).isEqualTo("text \"" + reading.display() + "\"");
    }

    @Test
    void takesWhatIsNestedTooDeeplyAsBeyondTheLimits() {
        AnswerReader reader = new AnswerReader(new ReadLimits(10, 5, 20));

        assertThat(reader.read("\\sqrt{".repeat(20) + "x" + "}".repeat(20), Commas.GROUP)
                        .withinLimits())
                .isFalse();
        assertThat(reader.read("\\text{".repeat(20) + "x" + "}".repeat(20), Commas.GROUP)
                        .withinLimits())
                .isFalse();
        assertThat(reader.read("x^".repeat(30) + "x", Commas.GROUP).withinLimits())
                .isFalse();
        assertThat(reader.read("x" + "!".repeat(30), Commas.GROUP).withinLimits())
                .isFalse();
        assertThat(reader.read("x" + "'".repeat(500), Commas.GROUP).withinLimits())
                .isFalse();
    }

    @Test
    void takesTooManyElementsOrDigitsAsBeyondTheLimits() {
        AnswerReader reader = new AnswerReader(new ReadLimits(10, 5, 20));

        assertThat(reader.read("1, 2, 3, 4, 5", Commas.GROUP).withinLimits()).isTrue();
        assertThat(reader.read("1, 2, 3, 4, 5, 6", Commas.GROUP).withinLimits()).isFalse();
        assertThat(reader.read("\\begin{matrix} 1 & 2 & 3 & 4 & 5 & 6 \\end{matrix}", Commas.GROUP)
                        .withinLimits())
                .isFalse();
        assertThat(reader.read("1".repeat(60), Commas.GROUP).withinLimits()).isFalse();
    }

    @Test
    void parenthesesAroundParenthesesCostNoDepth() {
        String answer = "(".repeat(500) + "7" + ")".repeat(500);

        assertThat(read(answer, Commas.GROUP)).isEqualTo("7");
    }

    @Test
    void showsTheSameTextForAnswersThatAreWrittenAlike() {
        assertThat(READER.read("+ \\dfrac{1}{2} .", Commas.GROUP).display())
                .isEqualTo(READER.read("\\frac{1}{2}", Commas.GROUP).display());
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "101, 1, 1", "1, 0, 1", "1, 1, 0"})
    void limitsOutOfRangeAreRefused(int depth, int elements, int digits) {
        assertThatThrownBy(() -> new ReadLimits(depth, elements, digits)).isInstanceOf(IllegalArgumentException.class);
    }
}
