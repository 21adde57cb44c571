package org.passk.verify.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passk.extract.Extraction;
import org.passk.model.Channel;
import org.passk.model.Outcome;
import org.passk.model.Reference;
import org.passk.model.Verdict;

/** Inequalities up to the second degree as sets. */
class InequalitySetsTest {
    private static Verdict verdict(String reference, String answer) {
        return new MathVerifier(MathOptions.defaults())
                .verify(Reference.MathAnswer.of(reference), new Extraction(Channel.BOXED, answer, false), false);
    }

    /** The sets are those of solve_univariate_inequality of SymPy 1.14.0. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (-2, 2) | x^2<4
            (-2, 2) | 4>x^2
            [-2, 2] | x^2\\le 4
            (-\\infty, -2) \\cup (2, \\infty) | x^2>4
            (-\\infty, -2] \\cup [2, \\infty) | x^2\\ge 4
            (-\\infty, -2) \\cup (2, \\infty) | -x^2<-4
            (- \\sqrt{2}, \\sqrt{2}) | x^2<2
            \\emptyset | x^2<0
            \\{0\\} | x^2\\le 0
            (-\\infty, 0) \\cup (0, \\infty) | x^2>0
            \\emptyset | x^2<-1
            \\mathbb{R} | x^2>-1
            (2, 3) | x^2-5x+6<0
            [2, 3] | (x-2)(x-3)\\le 0
            (- \\frac{1}{2}, 3) | -2x^2+5x+3>0
            (1 - \\sqrt{3}, 1 + \\sqrt{3}) | x^2-2x<2
            (-2, 2) | \\frac{x^2}{4}<1
            (0, \\infty) | x^2<x^2+x
            (1, \\infty) | 2x>2
            (-\\infty, 2] | 3-x\\ge 1
            (-\\infty, \\frac{2}{3}) | x(x+1)>(x+2)^2-6
            (1, 5) | \\lvert x-3\\rvert<2
            (1, 5) | 2>\\lvert x-3\\rvert
            (-\\infty, 1] \\cup [5, \\infty) | \\lvert 2x-6\\rvert\\ge 4
            \\{3\\} | \\lvert x-3\\rvert\\le 0
            \\emptyset | \\lvert x+1\\rvert<-2
            \\mathbb{R} | \\lvert x+1\\rvert>-2
            """)
    void anInequalityIsTheSetItDescribes(String set, String inequality) {
        assertThat(verdict(inequality, set).rule()).isEqualTo("real-set");
        assertThat(verdict(inequality, set).outcome()).isEqualTo(Outcome.CORRECT);
    }

    @ParameterizedTest
    @CsvSource({"'(1, \\infty)', 2x>2", "'(-\\infty, 2]', 3-x\\ge 1", "'(-2, 2)', |x|<2", "'(2,3)', 2<x<3"})
    void aSolvedInequalityIsAnAnswer(String set, String inequality) {
        assertThat(verdict(set, inequality).outcome()).isEqualTo(Outcome.CORRECT);
    }

    @ParameterizedTest
    @CsvSource({"'(2, 3)', x^2-5x+6<0", "'(1, 5)', |x-3|<2", "'[2, 3]', (x-2)(x-3)\\le 0", "2<x<3, x^2-5x+6<0"})
    void theQuestionIsNoAnswer(String set, String inequality) {
        assertThat(verdict(set, inequality).rule()).isEqualTo("unsolved");
        assertThat(verdict(set, inequality).outcome()).isEqualTo(Outcome.INCORRECT);
        assertThat(verdict(set, inequality).answer())
                .isNotEqualTo(verdict(set, set).answer());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [-2,2]                  | x^2<4
            (-2,2)                  | x^2\\le 4
            (-2,2)                  | x^2>4
            (-2,2)                  | x^2<5
            (-2,2)                  | x^4<16
            (-2,2)                  | x^2<y
            (-2,2)                  | x^2<\\lvert x\\rvert
            (-2,2)                  | \\lvert x^2\\rvert<4
            (1,2)                   | \\frac{x-1}{x-2}<0
            (1,5)                   | \\lvert x-3\\rvert\\le 2
            (-2,2)                  | x^2=4
            (1,2)                   | 1<2
            (1,2)                   | x-x<1
            x<2                     | x^2<4
            """)
    void anotherSetIsNot(String set, String inequality) {
        assertThat(verdict(set, inequality).outcome()).isEqualTo(Outcome.INCORRECT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x^2<9                   | 18>2x^2
            2x<2                    | x<1
            0<x<2                   | 1<2x+1<5
            """)
    void equalInequalitiesHaveOneCanonicalAnswer(String one, String other) {
        assertThat(verdict("7", one).answer()).isEqualTo(verdict("7", other).answer());
    }
}
