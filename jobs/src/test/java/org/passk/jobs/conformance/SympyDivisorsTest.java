package org.passk.jobs.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passk.verify.math.MathOptions;

/** Beside SymPy 1.14.0: {@code str(gcd(tuple(map(nsimplify, arguments))))}, and the same with lcm. */
class SympyDivisorsTest {
    private static Score score(String latex, String sympy) {
        return new NotationExaminer(MathOptions.defaults())
                .examine(new Probe.Notation("id", latex, sympy))
                .score();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    \\gcd(x^2, x)                                | x
                    \\lcm(-x,-x)                                 | x
                    \\gcd(-2x,4xy)                               | 2*x
                    \\lcm(-2x,4xy)                               | -4*x*y
                    \\gcd(x^2-1,x^2+2x+1)                        | x + 1
                    \\lcm(x^2-1,x^2+2x+1)                        | x**3 + x**2 - x - 1
                    \\gcd((x+1)^2(x+2),y(x+1)(x+3))              | x + 1
                    \\gcd(x^2-y^2,x^3-y^3,xz-yz)                 | x - y
                    \\gcd(b-a,a-b)                               | a - b
                    \\lcm(b-a,a-b)                               | -a + b
                    \\gcd(p-a,a-p)                               | -a + p
                    \\gcd(x+\\frac{1}{2},2x+1)                   | x + 1/2
                    \\lcm(\\frac{x}{2},\\frac{y}{3})             | x*y
                    \\gcd(2\\pi,4)                               | 2
                    \\lcm(\\frac{\\pi}{2},\\frac{\\pi}{3})       | pi
                    \\gcd(\\sqrt{12},\\sqrt{3})                  | sqrt(3)
                    \\gcd(\\frac{\\sqrt{5}}{2},\\sqrt{5})        | sqrt(5)/2
                    \\lcm(\\frac{\\sqrt{5}}{2},\\frac{\\sqrt{5}}{3}) | sqrt(5)
                    \\lcm(\\sqrt{2},x)                           | sqrt(2)*x
                    \\gcd(\\sin(x)^2,\\sin(x))                   | sin(x)
                    \\lcm(x,-3)                                  | 3*x
                    \\lcm(xy,-3)                                 | -3*x*y
                    \\lcm(x,0)                                   | 0
                    \\gcd(x,0)                                   | x
                    \\gcd(12x,18x,30)                            | 6
                    \\lcm(12x,18,30y)                            | 180*x*y
                    \\gcd(e,2)                                   | 1
                    \\lcm(\\sqrt{\\frac{1}{2}},1)                | sqrt(2)
                    \\gcd(xy+x,y+1,z)                            | 1
                    \\gcd(xyz+xz, y^2z-z)                        | y*z + z
                    \\lcm(x^3-y^3,x-y)                           | x**3 - y**3
                    \\gcd(-\\frac{\\sqrt{2}}{3}, -\\sqrt{8})     | sqrt(2)/3
                    \\lcm(-\\sqrt{2},\\sqrt{8})                  | 2*sqrt(2)
                    \\gcd(6,\\gcd(x,y))                          | 1
                    """)
    void divisorsAndMultiplesAreThoseOfPolynomials(String latex, String sympy) {
        assertThat(score(latex, sympy)).isEqualTo(Score.RIGHT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    \\gcd(x^2, x)                     | 1
                    \\gcd(x^2, x)                     | x**2
                    \\lcm(x, y)                       | 1
                    \\lcm(y, -x)                      | x*y
                    \\gcd(2x, 4y)                     | 1
                    \\gcd(x^2-1, x^2+2x+1)            | x - 1
                    \\gcd(\\sqrt{2}, \\sqrt{3})         | sqrt(2)
                    \\gcd(6, 4)                       | 1
                    """)
    void anotherDivisorIsAMiss(String latex, String sympy) {
        assertThat(score(latex, sympy)).isEqualTo(Score.FALSE_NEGATIVE);
    }

    /** Beyond what is computed a call stays as it is written; it equals itself and is no number. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    \\gcd(x^{99}, x)                  | gcd(x**99, x)
                    \\gcd(2^x, 4)                     | gcd(2**x, 4)
                    \\gcd(\\frac{1}{x}, x)            | gcd(1/x, x)
                    \\gcd(x^{-1}, x)                  | gcd(x**(-1), x)
                    \\gcd((a+b+c+p+q+r+x+y)^{20}, x)  | gcd((a + b + c + p + q + r + x + y)**20, x)
                    \\gcd(a, b, c, p, q, r, x, y, z)  | gcd(a, b, c, p, q, r, x, y, z)
                    """)
    void whatIsBeyondTheBoundsStaysAsItIsWritten(String latex, String sympy) {
        assertThat(score(latex, sympy)).isEqualTo(Score.RIGHT);
        assertThat(score(latex, "7")).isNotEqualTo(Score.RIGHT);
    }
}
