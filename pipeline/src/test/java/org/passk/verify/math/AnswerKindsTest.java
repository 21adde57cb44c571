package org.passk.verify.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passk.extract.Extraction;
import org.passk.model.Channel;
import org.passk.model.Outcome;
import org.passk.model.Reference;
import org.passk.model.Verdict;

class AnswerKindsTest {
    private static final MathVerifier VERIFIER = new MathVerifier(MathOptions.defaults());

    private static Verdict verdict(MathVerifier verifier, String reference, String answer) {
        return verifier.verify(Reference.MathAnswer.of(reference), new Extraction(Channel.BOXED, answer, false), false);
    }

    private static Outcome outcome(MathVerifier verifier, String reference, String answer) {
        return verdict(verifier, reference, answer).outcome();
    }

    /** The policies with one of them turned to the other side. */
    private static MathVerifier without(String policy) {
        MathPolicies p = MathPolicies.defaults();
        return new MathVerifier(new MathOptions(
                new MathPolicies(
                        p.lastNumber(),
                        p.percentEqualsNumber() ^ policy.equals("percentEqualsNumber"),
                        p.percentEqualsFraction() ^ policy.equals("percentEqualsFraction"),
                        p.baseSuffixOptional() ^ policy.equals("baseSuffixOptional"),
                        p.unitOptional() ^ policy.equals("unitOptional"),
                        p.reducedFractions() ^ policy.equals("reducedFractions"),
                        p.orderedLists() ^ policy.equals("orderedLists"),
                        p.decimalComma() ^ policy.equals("decimalComma"),
                        p.inequalityEqualsInterval() ^ policy.equals("inequalityEqualsInterval"),
                        p.sameVariableNames() ^ policy.equals("sameVariableNames"),
                        p.minRoundedDecimals()),
                MathLimits.defaults()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            (0,1) \\cup (2,3)                 | (2,3) \\cup (0,1)
            (0,1) \\cup [1,3)                 | (0,3)
            [0,2] \\cup [1,3]                 | [0,3]
            (0,2) \\cap (1,3)                 | (1,2)
            [0,1] \\cap [1,2]                 | \\{1\\}
            (0,1) \\cap (2,3)                 | \\emptyset
            \\mathbb{R} \\setminus \\{0\\}       | (-\\infty,0) \\cup (0,\\infty)
            (-\\infty, \\infty)                | \\mathbb{R}
            [0,3] \\setminus (1,2)            | [0,1] \\cup [2,3]
            (0,\\sqrt{8})                     | (0,2\\sqrt{2})
            (0,1) \\cup \\{1\\}                 | (0,1]
            (-2,2)                           | -2 < x < 2
            (0,1)                            | x \\in (0,1)
            (0,1)                            | ]0,1[
            (-\\infty,1]                      | x \\le 1
            [1,\\infty)                       | x \\geq 1
            (-\\infty,1) \\cup (2,\\infty)      | x < 1 \\text{ or } x > 2
            (1,2)                            | x > 1 \\text{ and } x < 2
            \\{1, 2, 3\\}                      | \\{3, 1, 2\\}
            1, 2                             | 2, 1
            (1, 2)                           | (1, 2)
            x + y = 2                        | 2x + 2y = 4
            x + y = 2                        | y = 2 - x
            x < 2                            | 2 > x
            y = 2x + 1                       | 2x - y + 1 = 0
            x = 1, y = 2                     | y = 2, x = 1
            1 \\pm \\sqrt{2}                   | 1 + \\sqrt{2}, 1 - \\sqrt{2}
            3:2                              | 6:4
            \\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix} | \\begin{bmatrix} 2/2 \\\\ 4/2 \\end{bmatrix}
            \\text{no solution}               | \\emptyset
            \\text{yes}                       | Yes
            """)
    void takesEqualAnswersForCorrect(String reference, String answer) {
        assertThat(outcome(VERIFIER, reference, answer)).isEqualTo(Outcome.CORRECT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            (0,1) \\cup (2,3)                 | (0,3)
            (0,1)                            | [0,1]
            (0,1]                            | [0,1)
            (0,1) \\cup (1,2)                 | (0,2)
            (-\\infty,1)                      | x \\le 1
            (0,1)                            | (0,2)
            \\mathbb{R} \\setminus \\{0\\}       | \\mathbb{R}
            \\{1, 2, 3\\}                      | \\{1, 2\\}
            (1, 2)                           | (2, 1)
            1, 2                             | 1, 3
            1, 2                             | 1
            x + y = 2                        | x + y = 3
            x < 2                            | x > 2
            1 \\pm \\sqrt{2}                   | 1 + \\sqrt{2}
            3:2                              | 2:3
            \\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix} | \\begin{pmatrix} 2 \\\\ 1 \\end{pmatrix}
            \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix} | \\begin{pmatrix} 1 & 2 \\end{pmatrix}
            \\text{yes}                       | no
            x = 1, y = 2                     | x = 2, y = 1
            """)
    void doesNotTakeOtherAnswersForCorrect(String reference, String answer) {
        assertThat(outcome(VERIFIER, reference, answer)).isEqualTo(Outcome.INCORRECT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            percentEqualsNumber      | 50%              | 50
            percentEqualsFraction    | 50%              | 0.5
            baseSuffixOptional       | 2516_8           | 2516
            unitOptional             | 5\\text{ cm}      | 5
            reducedFractions         | \\frac{1}{2}      | \\frac{2}{4}
            orderedLists             | 1, 2             | 2, 1
            decimalComma             | 1.5              | 1,5
            inequalityEqualsInterval | (0,1)            | 0 < x < 1
            """)
    void aPolicyThatIsChangedRefusesWhatItAllowed(String policy, String reference, String answer) {
        assertThat(outcome(VERIFIER, reference, answer)).isEqualTo(Outcome.CORRECT);
        assertThat(outcome(without(policy), reference, answer)).isEqualTo(Outcome.INCORRECT);
        assertThat(outcome(without(policy), reference, reference)).isEqualTo(Outcome.CORRECT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            x^2+1                    | t^2+1
            """)
    void variablesMayHaveOtherNamesWhereThePolicySaysSo(String reference, String answer) {
        assertThat(outcome(VERIFIER, reference, answer)).isEqualTo(Outcome.INCORRECT);
        assertThat(outcome(without("sameVariableNames"), reference, answer)).isEqualTo(Outcome.CORRECT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            7                | 1/2                        | 0.5
            7                | \\sqrt{8}                   | 2\\sqrt{2}
            7                | \\sin(\\pi/3)                | \\sqrt{3}/2
            7                | 1+i\\sqrt{2}                | \\sqrt{2}i+1
            7                | x = 1/2                    | 0.5
            7                | (x+1)^2                    | x^2+2x+1
            7                | \\sin 2x                    | 2\\sin x\\cos x
            7                | +\\infty                    | \\infty
            7                | 1, 2                       | 2, 1
            7                | \\{1, 2\\}                   | \\{2, 1\\}
            7                | (1/2, \\sqrt{8})            | (0.5, 2\\sqrt{2})
            7                | (0,1) \\cup (2,3)           | (2,3) \\cup (0,1)
            7                | x^2 + y^2 = 1              | 2x^2 + 2y^2 = 2
            7                | \\text{No way}              | no way
            (0,1)            | 0 < x < 2                  | (0,2)
            (0,1)            | [0,1) \\cup [1,2]           | [0,2]
            (0,1)            | x \\le 1                    | (-\\infty,1]
            (1,2)            | (1/2, 3)                   | (0.5, 3)
            \\text{yes}       | \\text{No}                  | no
            A                | B                          | (B)
            5\\text{ cm}      | 4\\text{ cm}                | 4
            x = 5            | x = 4                      | 4
            2516_8           | 2517_8                     | 2517
            x+y=1            | x+y=2                      | 2x+2y=4
            \\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix} | \\begin{pmatrix} 1 \\\\ 0.5 \\end{pmatrix} | \\begin{bmatrix} 1 \\\\ 1/2 \\end{bmatrix}
            """)
    void equalWrongAnswersShareOneCanonicalAnswer(String reference, String one, String other) {
        Verdict first = verdict(VERIFIER, reference, one);
        Verdict second = verdict(VERIFIER, reference, other);

        assertThat(first.outcome()).isEqualTo(Outcome.INCORRECT);
        assertThat(second.outcome()).isEqualTo(Outcome.INCORRECT);
        assertThat(first.answer()).isNotEmpty().isEqualTo(second.answer());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            7                | \\sqrt{8}                   | \\sqrt{7}
            7                | x^2                        | x^3
            7                | (1, 2)                     | (2, 1)
            7                | (1, 2)                     | [1, 2]
            7                | x + y = 2                  | x + y = 3
            7                | \\text{maybe}               | \\text{never}
            (0,1)            | (0,2)                      | (0,3)
            (0,1)            | \\emptyset                  | \\{5\\}
            7                | 7_8                        | 6_8
            7                | \\infty                     | -\\infty
            """)
    void differentWrongAnswersHaveDifferentCanonicalAnswers(String reference, String one, String other) {
        assertThat(verdict(VERIFIER, reference, one).answer())
                .isNotEqualTo(verdict(VERIFIER, reference, other).answer());
    }

    @ParameterizedTest
    @CsvSource({"300", "1000"})
    void longTextsAreCutInTheirCanonicalAnswerButStayApart(int words) {
        String one = verdict(VERIFIER, "\\text{yes}", "because ".repeat(words) + "one")
                .answer();
        String other = verdict(VERIFIER, "\\text{yes}", "because ".repeat(words) + "two")
                .answer();

        assertThat(one.length()).isLessThan(words * 7);
        assertThat(one).isNotEqualTo(other);
    }
}
