package org.passk.jobs.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passk.verify.math.MathOptions;

/** LaTeX beside what latex2sympy2_extended 1.10.2 makes of it, and beside other things. */
class SympyComparisonTest {
    private static Score score(String latex, String sympy) {
        return new NotationExaminer(MathOptions.defaults())
                .examine(new Probe.Notation("id", latex, sympy))
                .score();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    \\frac{1}{2}xy(x+y)             | x*y*(x + y)/2
                    \\log_{a^2} x                   | log(x, a**2)
                    1,2,3,4                         | {1, 2, 3, 4}
                    4,3,2,1                         | {1, 2, 3, 4}
                    {x \\pm y}                      | {x - y, x + y}
                    (1,2)                           | Interval.open(1, 2)
                    (1,2)                           | (1, 2)
                    [a,b)                           | Interval.Ropen(a, b)
                    [2,3] \\cup [0,1]               | Union(Interval(0, 1), Interval(2, 3))
                    [0,2] \\cap (1,3)               | Intersection(Interval(0, 2), Interval.open(1, 3))
                    {1,2} ∖ {2}                     | Complement({1, 2}, {2})
                    x \\in {1,2,3}                  | Eq(x, {1, 2, 3})
                    x \\notin {1,2,3}               | ~(Eq(x, {1, 2, 3}))
                    $k = 1,2,3$                     | Eq(k, {1, 2, 3})
                    a^2 + b^2 != 2c^2               | Ne(a**2 + b**2, 2*c**2)
                    x \\leq y                       | x <= y
                    \\$543.21                       | 543.21
                    \\begin{matrix}1&2\\\\3&4\\end{matrix}       | Matrix([[1, 2], [3, 4]])
                    \\theta\\begin{matrix}1&2\\end{matrix}       | theta*Matrix([[1, 2]])
                    \\lim_{x \\to 3^{+}} a          | Limit(a, x, 3, dir='+')
                    \\lim_{x \\to \\infty} \\frac{1}{x}          | Limit(1/x, x, oo, dir='-')
                    \\int_a^b x dx                  | Integral(x, (x, a, b))
                    \\emptyset                      | EmptySet
                    {1} \\subseteq {1,2}            | True
                    {1,2} \\supseteq {2}            | True
                    \\{1,2\\} \\subseteq \\{3,1,2\\}  | True
                    {3} \\subseteq {1,2}            | False
                    {p = 5, q = 2; p = 7, q = 2}     | {(Eq(p, 5), Eq(q, 2)), (Eq(p, 7), Eq(q, 2))}
                    \\variable{1}                   | 1
                    \\variable{x}\\%                | x/100
                    \\char"000190                   | epsilon
                    \\char"000391                   | Alpha
                    """)
    void theSameMeaningIsRight(String latex, String sympy) {
        assertThat(score(latex, sympy)).isEqualTo(Score.RIGHT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    x+1                             | x + 2
                    1,2,3                           | {1, 2, 4}
                    1,2                             | {1, 2, 3}
                    1,2,3                           | {1, 2}
                    (1,2)                           | (2, 1)
                    (1,2]                           | Interval.open(1, 2)
                    [0,1] \\cup [2,3]               | Union(Interval(0, 1), Interval(2, 4))
                    [0,1] \\cup [2,3]               | Intersection(Interval(0, 1), Interval(2, 3))
                    [0,1] \\cup [2,3]               | Complement(Interval(0, 1), Interval(2, 3))
                    x < y                           | x <= y
                    x < y                           | x > y
                    x = 1                           | 1
                    $k = 1,2,3$                     | Eq(k, {1, 2})
                    $k = 1,2,3$                     | Eq(j, {1, 2, 3})
                    3                               | Matrix([[3]])
                    3                               | (3, 4)
                    3                               | Eq(x, 3)
                    3                               | Union({3}, {4})
                    \\begin{matrix}1&2\\end{matrix} | Matrix([[1], [2]])
                    \\theta\\begin{matrix}1&2\\end{matrix} | theta*Matrix([[1, 3]])
                    \\emptyset                      | Reals
                    {3} \\subseteq {1,2}            | True
                    {1} \\subseteq {1,2}            | False
                    {1} \\subseteq {1,2}            | true
                    {1} \\subseteq [0,2]            | False
                    {1} < {1,2}                     | True
                    {1} \\subseteq {1,2} \\subseteq {1,2} | True
                    {p = 5, q = 2; p = 7, q = 2}     | {(Eq(p, 5), Eq(q, 2)), (Eq(p, 7), Eq(q, 3))}
                    \\variable{1}                   | 2
                    """)
    void anotherMeaningIsAMiss(String latex, String sympy) {
        assertThat(score(latex, sympy)).isEqualTo(Score.FALSE_NEGATIVE);
    }

    @ParameterizedTest
    @CsvSource({
        "\\frac{1}{3}, 0.333333333333333, RIGHT",
        "\\sqrt{2}, 1.41421356237310, RIGHT",
        "\\frac{1}{3}, 0.33333333333, FALSE_NEGATIVE",
        "\\sqrt{2}, 1.41421356238, FALSE_NEGATIVE",
        "1000000\\bmod 9.81, 8.00000000000000, FALSE_NEGATIVE",
        "299792458\\bmod 9.81, 5.76999998480013, RIGHT",
        "299792458\\bmod 9.81, 5.76999988480013, FALSE_NEGATIVE",
        "1.1, 1.10000000000000, RIGHT",
        "1.1, 11/10, RIGHT",
        "\\frac{x}{2}, 0.5*x, RIGHT",
    })
    void aFloatIsKnownToTwelveDigits(String latex, String sympy, Score score) {
        assertThat(score(latex, sympy)).isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"x | ''", "( | ''"})
    void withoutAMeaningAnEndIsEnough(String latex, String sympy) {
        assertThat(score(latex, sympy)).isEqualTo(Score.RIGHT);
    }

    @ParameterizedTest
    @CsvSource({"(, 1, FALSE_NEGATIVE, not-read", "1, (, UNDECIDED, sympy-not-read"})
    void whatCannotBeReadIsNamed(String latex, String sympy, Score score, String rule) {
        Finding finding = new NotationExaminer(MathOptions.defaults()).examine(new Probe.Notation("id", latex, sympy));
        assertThat(finding.score()).isEqualTo(score);
        assertThat(finding.rule()).isEqualTo(rule);
    }
}
