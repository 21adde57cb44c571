package org.passk.verify.math.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passk.verify.math.expression.Expression;
import org.passk.verify.math.notation.AnswerReader;
import org.passk.verify.math.notation.Commas;
import org.passk.verify.math.notation.ReadLimits;

/** Pairs at the edges of domains, of limits and of what is known exactly. */
class DecidedEdgesTest {
    private final AnswerReader reader = new AnswerReader(new ReadLimits(64, 1_000, 10_000));
    private final Decider decider = new Decider(40_000, 8_192);

    private Expression expression(String text) {
        return reader.read(text, Commas.GROUP).expression();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            \\infty                    ; -\\infty                 ; DIFFERENT
            \\ln 0                     ; \\pi                     ; DIFFERENT
            2                          ; (2^{100000000})^{1/100000000} ; EQUAL
            1                          ; (-1)^{2}                 ; EQUAL
            -1                         ; (-1)^{3}                 ; EQUAL
            1                          ; 1^{-5}                   ; EQUAL
            5                          ; |-5|                     ; EQUAL
            0                          ; \\binom{5}{-1}           ; EQUAL
            0                          ; \\binom{3}{5}            ; EQUAL
            \\frac{-1}{8}              ; \\binom{1/2}{2}          ; EQUAL
            0                          ; \\operatorname{lcm}(0,5) ; EQUAL
            10                         ; \\operatorname{lcm}(-2,5) ; EQUAL
            3                          ; \\log_{2} 8              ; EQUAL
            \\log_{2} 7                ; \\frac{14}{5}            ; DIFFERENT
            \\log_{-2} 8               ; 3                        ; DIFFERENT
            6                          ; \\Gamma(4)               ; EQUAL
            \\Gamma(0)                 ; 1                        ; DIFFERENT
            \\sqrt[3]{-8}              ; -2                       ; EQUAL
            \\sqrt[0]{5}               ; 1                        ; DIFFERENT
            \\sum_{k=1}^{3}\\sum_{k=1}^{2} k ; 9                  ; EQUAL
            \\det\\begin{pmatrix}1&2\\end{pmatrix} ; 1           ; DIFFERENT
            \\frac{1}{x-x}             ; 1                        ; DIFFERENT
            \\frac{x}{x}               ; 1                        ; EQUAL
            \\frac{n!}{(n-1)!}         ; n                        ; EQUAL
            n!+\\sqrt2                 ; \\sqrt2+n(n-1)!          ; EQUAL
            n!+\\sqrt2                 ; \\sqrt3+n(n-1)!          ; DIFFERENT
            \\sqrt{-x^2-1}             ; i\\sqrt{x^2+1}           ; EQUAL
            \\sqrt{-x^2-1}             ; \\sqrt{-x^2-2}           ; DIFFERENT
            \\sqrt{-x^2-1}             ; \\sqrt{(-1)(x^2+1)}      ; EQUAL
            \\ln(x^2)                  ; 2\\ln x                  ; EQUAL
            |x-500|                    ; 500-x                    ; DIFFERENT
            |x+1000|                   ; x+1000                   ; DIFFERENT
            x                          ; \\max(x,-10^6)          ; DIFFERENT
            |\\frac{x}{1000}-5|      ; 5-\\frac{x}{1000}       ; DIFFERENT
            0                          ; \\max(0,(x-30)(31-x))   ; DIFFERENT
            x                          ; \\min(x,y+10^4)        ; DIFFERENT
            |x-500|                    ; |500-x|                  ; EQUAL
            (\\sqrt6-2\\sqrt2)(\\sqrt7-\\sqrt5) ; \\sqrt{42}-\\sqrt{30}-2\\sqrt{14}+2\\sqrt{10} ; EQUAL
            (\\sqrt6-2\\sqrt2)(\\sqrt7-\\sqrt5) ; \\sqrt{42}-\\sqrt{30}-2\\sqrt{14}+2\\sqrt{11} ; DIFFERENT
            1                          ; \\tanh 300                ; DIFFERENT
            1                          ; \\tanh 3000               ; UNDECIDED
            1                          ; 1+e^{-600}               ; DIFFERENT
            \\pi                     ; \\pi+10^{-1300}         ; DIFFERENT
            \\pi                     ; \\pi+\\frac{1}{7^{2000}} ; DIFFERENT
            \\frac{e^{1000}}{2}      ; \\cosh 1000             ; DIFFERENT
            \\frac{\\pi}{2}         ; \\arctan 10^{1500}      ; DIFFERENT
            \\pi                     ; \\pi+e^{-e^{7}}         ; DIFFERENT
            e^{2003}                   ; e^{2000} e^3             ; EQUAL
            4^{1002} \\pi            ; 2^{2004} \\pi           ; EQUAL
            e^x                        ; e^x+e^{-600}             ; DIFFERENT
            8\\cos\\frac{5\\pi}{12}    ; 2\\sqrt6-2\\sqrt2       ; EQUAL
            \\cos 12^\\circ            ; \\frac{\\sqrt5-1}{8}+\\frac{\\sqrt3}{2}\\sqrt{\\frac{5+\\sqrt5}{8}} ; EQUAL
            \\sin\\frac{\\pi}{16}      ; \\sqrt{\\frac12-\\frac14\\sqrt{2+\\sqrt2}} ; EQUAL
            \\cos^2 x+\\sin^2 x-1      ; 0                        ; EQUAL
            9^{9^{9^9}}                ; 10^{-99999999}           ; DIFFERENT
            \\prod_{k=1}^{100000000} k ; 5                        ; DIFFERENT
            \\binom{1000000}{500000}   ; 7                        ; DIFFERENT
            \\frac{9^{9^{9}}}{2}       ; 1                        ; DIFFERENT
            |1+i|                      ; \\sqrt2                  ; EQUAL
            \\sqrt[5]{2}               ; 2^{1/5}                  ; EQUAL
            \\sin\\frac{\\pi}{7}       ; \\cos\\frac{5\\pi}{14}   ; EQUAL
            \\int_0^1 \\sin x dx       ; \\int_0^1 \\sin t dt     ; EQUAL
            \\int \\sin x dx           ; \\int \\sin t dt         ; UNDECIDED
            \\int_0^1 x dx             ; \\int_0^2 x dx           ; UNDECIDED
            \\int_0^1 x dx             ; \\int_0^1 x^2 dx         ; UNDECIDED
            \\int_0^1 xy dx            ; \\int_0^1 ty dt          ; EQUAL
            \\prod_{k=2}^{100000000} k ; 5                        ; UNDECIDED
            \\prod_{k=1}^{100000000} (k+1) ; 5                    ; UNDECIDED
            """)
    void areDecidedEitherWayAround(String left, String right, Decision.Equality expected) {
        assertThat(decider.decide(expression(left), expression(right), new Fuel(100_000)))
                .extracting(Decision::equality)
                .isEqualTo(expected);
        assertThat(decider.decide(expression(right), expression(left), new Fuel(100_000)))
                .extracting(Decision::equality)
                .isEqualTo(expected);
    }
}
