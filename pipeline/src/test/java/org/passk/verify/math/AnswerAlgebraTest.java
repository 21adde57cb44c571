package org.passk.verify.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passk.extract.Extraction;
import org.passk.model.Channel;
import org.passk.model.Outcome;
import org.passk.model.Reference;
import org.passk.model.Verdict;

class AnswerAlgebraTest {
    private final MathVerifier verifier = new MathVerifier(MathOptions.defaults());

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            \\begin{pmatrix}6&8\\end{pmatrix} ; \\begin{pmatrix}1&2\\end{pmatrix}+\\begin{pmatrix}5&6\\end{pmatrix} ; CORRECT
            \\begin{pmatrix}4&4\\end{pmatrix} ; \\begin{pmatrix}5&6\\end{pmatrix}-\\begin{pmatrix}1&2\\end{pmatrix} ; CORRECT
            \\begin{pmatrix}2\\\\4\\end{pmatrix} ; 2\\begin{pmatrix}1\\\\2\\end{pmatrix} ; CORRECT
            \\begin{pmatrix}2\\\\4\\end{pmatrix} ; \\begin{pmatrix}1\\\\2\\end{pmatrix} \\cdot 2 ; CORRECT
            \\begin{pmatrix}2\\\\4\\end{pmatrix} ; \\begin{pmatrix}1\\\\2\\end{pmatrix} ; INCORRECT
            \\begin{pmatrix}-1\\\\-2\\end{pmatrix} ; -\\begin{pmatrix}1\\\\2\\end{pmatrix} ; CORRECT
            \\begin{pmatrix}1\\\\2\\end{pmatrix} ; \\begin{pmatrix}2\\\\4\\end{pmatrix}/2 ; CORRECT
            \\begin{pmatrix}1\\\\2\\end{pmatrix} ; \\frac{1}{2}\\begin{pmatrix}2\\\\4\\end{pmatrix} ; CORRECT
            \\begin{pmatrix}5\\\\11\\end{pmatrix} ; \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}\\begin{pmatrix}1\\\\2\\end{pmatrix} ; CORRECT
            \\begin{pmatrix}5\\\\11\\end{pmatrix} ; \\begin{pmatrix}1\\\\2\\end{pmatrix}\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix} ; INCORRECT
            \\begin{pmatrix}1&2\\end{pmatrix} ; \\begin{pmatrix}1&2\\end{pmatrix}+1 ; INCORRECT
            \\begin{pmatrix}1&2\\end{pmatrix} ; \\begin{pmatrix}1&2\\end{pmatrix}+\\begin{pmatrix}1\\\\2\\end{pmatrix} ; INCORRECT
            \\begin{pmatrix}1&2\\end{pmatrix} ; \\begin{pmatrix}1&2\\end{pmatrix}+\\begin{pmatrix}0&0&0\\end{pmatrix} ; INCORRECT
            \\begin{pmatrix}1&2\\end{pmatrix} ; (1,2)\\begin{pmatrix}1&2\\end{pmatrix} ; INCORRECT
            \\begin{pmatrix}1&2\\end{pmatrix} ; \\begin{pmatrix}1&2\\end{pmatrix}(1,2) ; INCORRECT
            \\begin{pmatrix}1&2\\end{pmatrix} ; \\begin{pmatrix}1&2\\end{pmatrix}/\\begin{pmatrix}1&2\\end{pmatrix} ; INCORRECT
            \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix} ; [[1,2],[3,4]] ; CORRECT
            [[1,2],[3,4]] ; \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix} ; CORRECT
            [[1,2],[3,4]] ; \\begin{pmatrix}1&2\\\\3&5\\end{pmatrix} ; INCORRECT
            \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix} ; [[1,2],[3]] ; INCORRECT
            \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix} ; [[1,2],5] ; INCORRECT
            \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix} ; (1,2,3,4) ; INCORRECT
            \\begin{pmatrix}1&2&3\\end{pmatrix} ; (1,2,3) ; CORRECT
            (1,2,3) ; \\begin{pmatrix}1\\\\2\\\\3\\end{pmatrix} ; CORRECT
            (1,2,3) ; \\begin{pmatrix}1\\\\2\\end{pmatrix} ; INCORRECT
            [1,2] ; \\begin{pmatrix}1\\\\2\\end{pmatrix} ; INCORRECT
            \\begin{pmatrix}1\\\\2\\end{pmatrix} ; 1 ; INCORRECT
            -2 ; \\det\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix} ; CORRECT
            -2 ; \\begin{vmatrix}1&2\\\\3&4\\end{vmatrix} ; CORRECT
            0 ; \\det\\begin{pmatrix}1&2\\\\2&4\\end{pmatrix} ; CORRECT
            \\sqrt2-6 ; \\det\\begin{pmatrix}1&2\\\\3&\\sqrt2\\end{pmatrix} ; CORRECT
            \\begin{pmatrix}7&10\\\\15&22\\end{pmatrix} ; \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}^2 ; CORRECT
            \\begin{pmatrix}7&10\\\\15&23\\end{pmatrix} ; \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}^2 ; INCORRECT
            \\begin{pmatrix}1&16\\\\0&1\\end{pmatrix} ; \\begin{pmatrix}1&1\\\\0&1\\end{pmatrix}^{16} ; CORRECT
            \\begin{pmatrix}1&17\\\\0&1\\end{pmatrix} ; \\begin{pmatrix}1&1\\\\0&1\\end{pmatrix}^{17} ; UNDECIDED
            \\begin{pmatrix}-2&1\\\\\\frac32&-\\frac12\\end{pmatrix} ; \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}^{-1} ; CORRECT
            \\begin{pmatrix}-2&1\\\\\\frac32&\\frac12\\end{pmatrix} ; \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}^{-1} ; INCORRECT
            \\begin{pmatrix}1&0\\\\0&1\\end{pmatrix} ; \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}^{-1}\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix} ; CORRECT
            \\begin{pmatrix}1&0&0\\\\0&1&-2\\\\0&0&1\\end{pmatrix} ; \\begin{pmatrix}1&0&0\\\\0&1&2\\\\0&0&1\\end{pmatrix}^{-1} ; CORRECT
            \\begin{pmatrix}1&2\\\\2&4\\end{pmatrix} ; \\begin{pmatrix}1&2\\\\2&4\\end{pmatrix}^{-1} ; INCORRECT
            \\begin{pmatrix}x&-1\\\\-x&2\\end{pmatrix} ; x\\begin{pmatrix}2&1\\\\x&x\\end{pmatrix}^{-1} ; CORRECT
            \\begin{pmatrix}\\frac{1}{\\sqrt2}\\end{pmatrix} ; \\begin{pmatrix}\\sqrt2\\end{pmatrix}^{-1} ; CORRECT
            \\begin{pmatrix}1&3\\\\2&4\\end{pmatrix} ; \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}^T ; CORRECT
            \\begin{pmatrix}1\\\\2\\end{pmatrix} ; \\begin{pmatrix}1&2\\end{pmatrix}^{\\top} ; CORRECT
            \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix} ; \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}^T ; INCORRECT
            \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix} ; \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}^{1/2} ; INCORRECT
            \\begin{pmatrix}1&2\\end{pmatrix} ; \\begin{pmatrix}1&2\\end{pmatrix}^2 ; INCORRECT
            5 ; f(2)=5 ; CORRECT
            5 ; |AB|=5 ; CORRECT
            5 ; AB=5 ; CORRECT
            5 ; xy=5 ; INCORRECT
            5 ; |x|=5 ; INCORRECT
            \\frac12 ; P(X=1)=\\frac12 ; CORRECT
            30^\\circ ; \\angle ABC=30^\\circ ; CORRECT
            5 ; 5=x ; CORRECT
            5 ; 2+3=5 ; CORRECT
            2+3=5 ; 5 ; CORRECT
            6 ; 2+3=6 ; INCORRECT
            5 ; x \\approx 5 ; CORRECT
            \\frac13 ; \\frac13 \\approx 0.33 ; CORRECT
            5 ; 1+1=2=5 ; CORRECT
            x=1,y=2 ; x=1 ; INCORRECT
            (2,3) ; x=2, y=3 ; CORRECT
            (2,3) ; y=3, x=2 ; CORRECT
            (2,3) ; y=2, x=3 ; INCORRECT
            (2,3) ; (x,y)=(2,3) ; CORRECT
            (x,y)=(2,3) ; (x,y)=(3,2) ; INCORRECT
            y=x^2 ; f(x)=x^2 ; CORRECT
            y=x^2 ; y=x^2+1 ; INCORRECT
            x^2+y^2=1 ; 2x^2+2y^2=2 ; CORRECT
            x^2+y^2=1 ; x^2+y^2=2 ; INCORRECT
            x+y=1 ; x+y<1 ; INCORRECT
            x+y<1 ; 2x+2y<2 ; CORRECT
            x+y<1 ; -x-y>-1 ; CORRECT
            x+y<1 ; x+y\\le 1 ; INCORRECT
            x+y<1 ; x+2y<1 ; INCORRECT
            x+y\\ne 1 ; 2x+2y\\ne 2 ; CORRECT
            x+y\\ne 1 ; x+y<1 ; INCORRECT
            a<b<c ; c>b>a ; CORRECT
            a<b<c ; a<b ; INCORRECT
            a<b<c ; a<c<b ; INCORRECT
            x \\in [0,1] ; 0\\le x\\le 1 ; CORRECT
            x \\in [0,1] ; y \\in [0,1] ; INCORRECT
            x \\in [0,1] ; [0,1] ; CORRECT
            x \\notin [0,1] ; (-\\infty,0)\\cup(1,\\infty) ; CORRECT
            0<x<1 ; 0<y<1 ; INCORRECT
            (0,1) ; x>0 \\text{ and } x<1 ; CORRECT
            (-\\infty,0)\\cup(1,\\infty) ; x<0 \\text{ or } x>1 ; CORRECT
            x<0 \\text{ or } x>1 ; x<0 \\text{ or } y>1 ; INCORRECT
            [-2,2] ; |x|\\le 2 ; CORRECT
            (-\\infty,-2)\\cup(2,\\infty) ; |x|>2 ; CORRECT
            (-\\infty,-2)\\cup(2,\\infty) ; |x|\\ge 2 ; INCORRECT
            \\mathbb{R} ; (-\\infty,\\infty) ; CORRECT
            \\mathbb{R} ; \\text{all real numbers} ; CORRECT
            \\mathbb{R} ; \\mathbb{Q} ; INCORRECT
            \\mathbb{R}\\setminus\\{3\\} ; (-\\infty,3)\\cup(3,\\infty) ; CORRECT
            \\mathbb{R}\\setminus\\{3\\} ; x\\ne 3 ; CORRECT
            [0,3]\\setminus(1,2) ; [0,1]\\cup[2,3] ; CORRECT
            [0,2]\\cap[1,3] ; [1,2] ; CORRECT
            [0,1]\\cap[1,3] ; \\{1\\} ; CORRECT
            [0,1]\\cap[2,3] ; \\emptyset ; CORRECT
            \\{1\\}\\cup[0,1) ; [0,1] ; CORRECT
            [0,1]\\cup[2,a] ; [0,1]\\cup[2,a] ; CORRECT
            [0,1]\\cup[2,a] ; [2,a]\\cup[0,1] ; CORRECT
            [0,1]\\cup[2,a] ; [0,1]\\cup[2,b] ; INCORRECT
            [0,\\sqrt2] ; 0\\le x\\le\\sqrt2 ; CORRECT
            [1,0] ; [0,1] ; INCORRECT
            1 ; \\{1\\} ; CORRECT
            \\{1,x\\} ; \\{x,1\\} ; CORRECT
            \\{1,2\\} ; \\{1,3\\} ; INCORRECT
            \\{1,1\\} ; \\{1,2\\} ; INCORRECT
            \\{1,2\\} ; \\{1,1\\} ; INCORRECT
            12.5\\% ; 12.5\\text{ dollars} ; INCORRECT
            0.5 ; 0.5\\% ; INCORRECT
            \\sqrt2\\% ; \\sqrt2 ; CORRECT
            \\frac{\\sqrt2}{2} ; 50\\sqrt2\\% ; CORRECT
            \\sqrt2 ; 100\\sqrt2\\% ; INCORRECT
            -\\sqrt2 ; -1.414214 ; CORRECT
            -1.414214 ; -\\sqrt2 ; CORRECT
            -\\frac13 ; -0.333333 ; CORRECT
            -\\frac13 ; 0.333333 ; INCORRECT
            x ; 1.414214 ; INCORRECT
            60\\text{ mph} ; 60 \\text{ miles per hour} ; CORRECT
            60\\text{ km/h} ; 60\\text{ km/hr} ; CORRECT
            \\$5\\text{ million} ; 5000000 ; CORRECT
            98.6^\\circ F ; 98.6^\\circ\\text{F} ; CORRECT
            98.6^\\circ F ; 98.6^\\circ C ; INCORRECT
            180^\\circ ; \\pi ; CORRECT
            \\pi ; 180^\\circ ; CORRECT
            3:2 ; 3 to 2 ; CORRECT
            3:2 ; \\frac32 ; CORRECT
            1:2:3 ; 2:4:6 ; CORRECT
            1:2:3 ; 2:4:7 ; INCORRECT
            1:2:3 ; 1:2 ; INCORRECT
            1:0 ; 2:0 ; INCORRECT
            5\\text{ p.m.} ; 5\\text{ a.m.} ; INCORRECT
            9 ; 9 \\pmod{11} ; CORRECT
            9 \\pmod{11} ; 9 \\pmod{11}. ; CORRECT
            9 \\pmod{11} ; 9 \\pmod{12} ; INCORRECT
            x \\equiv 3 \\pmod 7 ; x \\equiv 3 (\\bmod 7) ; CORRECT
            101_2 ; 5_{10} ; INCORRECT
            101_2 ; x ; INCORRECT
            \\infty ; -\\infty ; INCORRECT
            -\\infty ; -\\infty ; CORRECT
            x^2 ; y^2 ; INCORRECT
            \\text{cat} ; x+1 ; INCORRECT
            """)
    void isComparedByWhatItMeans(String reference, String answer, Outcome expected) {
        assertThat(verifier.verify(
                        Reference.MathAnswer.of(reference), new Extraction(Channel.BOXED, answer, false), false))
                .satisfies(verdict ->
                        assertThat(verdict.outcome()).as("%s", verdict).isEqualTo(expected));
    }

    /** Written out, each factor doubles what is there. */
    @Test
    @Timeout(20)
    void aLongProductOfMatricesIsAMatrixThatIsNotWrittenOut() {
        String matrix = "\\begin{pmatrix}x&y\\\\1&x\\end{pmatrix}";
        Verdict verdict = verifier.verify(
                Reference.MathAnswer.of(matrix), new Extraction(Channel.BOXED, matrix.repeat(500), false), false);
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void aLongProductOfMatricesOfNumbersIsComputed() {
        String matrix = "\\begin{pmatrix}1&1\\\\0&1\\end{pmatrix}";
        Verdict verdict = verifier.verify(
                Reference.MathAnswer.of("\\begin{pmatrix}1&500\\\\0&1\\end{pmatrix}"),
                new Extraction(Channel.BOXED, matrix.repeat(500), false),
                false);
        assertThat(verdict.outcome()).isEqualTo(Outcome.CORRECT);
    }
}
