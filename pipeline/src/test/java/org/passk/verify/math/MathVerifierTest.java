package org.passk.verify.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passk.extract.Extraction;
import org.passk.model.Channel;
import org.passk.model.Outcome;
import org.passk.model.Reference;
import org.passk.model.Verdict;

class MathVerifierTest {
    private static final MathOptions DEFAULTS = MathOptions.defaults();
    private final MathVerifier verifier = new MathVerifier(DEFAULTS);

    private Verdict verdict(String reference, String answer) {
        return verdict(verifier, Reference.MathAnswer.of(reference), answer);
    }

    private static Verdict verdict(MathVerifier verifier, Reference reference, String answer) {
        return verifier.verify(reference, new Extraction(Channel.BOXED, answer, false), false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            5                  | 5.0                       | exact-rational
            27.0               | 27                        | exact-rational
            025                | 25                        | exact-rational
            0.5                | .5                        | identical
            \\frac{1}{2}       | \\dfrac{1}{2}             | exact-rational
            \\frac{1}{2}       | \\frac12                  | identical
            \\frac{1}{2}       | 1/2                       | exact-rational
            \\frac{1}{2}       | 0.5                       | exact-rational
            \\frac{1}{6}       | \\frac0.\\overline{3}2      | exact-rational
            \\frac{1}{2}       | \\frac{50}{100}           | exact-rational
            \\frac{1}{2}       | \\frac{-1}{-2}            | exact-rational
            -\\frac{1}{2}      | \\frac{-1}{2}             | exact-rational
            \\frac{3}{2}       | 1\\frac{1}{2}             | exact-rational
            \\frac{3}{2}       | 1 1/2                     | exact-rational
            \\frac{3}{2}       | 1 \\frac12                | exact-rational
            \\frac{270}7\\text{ degrees} | 270/7           | identical
            1/2                | ½                         | identical
            4                  | \\frac{12}{3}             | exact-rational
            5                  | $5$                       | identical
            5                  | \\(5\\)                   | identical
            5                  | {5}                       | identical
            5                  | (5)                       | identical
            5                  | 5.                        | identical
            5                  | +5                        | identical
            5                  | ５                         | identical
            5                  | five                      | identical
            5                  | \\text{Five}              | identical
            -5                 | −5                        | identical
            1234               | 1,234                     | identical
            1234               | 1{,}234                   | identical
            1234               | 1\\,234                   | identical
            11,\\! 111,\\! 100 | 11111100                  | exact-rational
            15400              | \\$15,\\,400              | identical
            1234567            | 1,234,567.0               | exact-rational
            6020               | 6.02 \\times 10^3         | exact-rational
            0.00602            | 6.02 \\cdot 10^{-3}       | exact-rational
            1000               | 1e3                       | identical
            5                  | \\$5                      | identical
            -5                 | -\\$5                     | identical
            -5                 | \\$-5                     | identical
            5                  | 5€                        | identical
            5                  | 5\\text{ cm}              | identical
            5                  | 5 cm                      | identical
            5                  | 5\\ \\text{hours}         | identical
            5                  | 5\\text{ cm}^2            | identical
            5                  | 5\\,\\text{gizmos}        | identical
            5\\text{ cm}^2     | 5 \\text{ square centimeters} | identical
            8\\text{ cm}^3     | 8 \\text{ cubic centimetres}  | identical
            5                  | 5\\,\\mathrm{m}           | identical
            74^\\circ          | 74                        | identical
            74^{\\circ}        | 74°                       | identical
            12                 | 12^{\\text{th}}           | identical
            12                 | 12th                      | identical
            12                 | 12^{th} \\text{ grade}    | identical
            1                  | 1st place                 | identical
            5                  | x = 5                     | identical
            x=5                | 5                         | identical
            x=5                | x = 5.0                   | exact-rational
            5                  | x=2+3=5                   | identical
            5                  | \\theta = 5               | identical
            5                  | x_1 = 5                   | identical
            50                 | 50\\%                     | percent
            50\\%              | 50                        | percent
            50\\%              | 50 \\text{ percent}       | identical
            0.5                | 50\\%                     | percent
            50\\%              | 0.5                       | percent
            0.333333           | \\frac{1}{3}              | rounded-decimal
            5                  | 5 mod 7                   | exact-rational
            \\frac{1}{3}       | 0.333333                  | rounded-decimal
            \\frac{2}{3}       | 0.6666667                 | rounded-decimal
            \\sqrt{2}          | \\sqrt2                   | identical
            \\sqrt{2}          | sqrt(2)                   | identical
            \\sqrt{2}          | √2                        | identical
            \\sqrt[3]{2}       | \\sqrt[3]2                | identical
            3\\sqrt{13}        | 3 \\sqrt{13}              | identical
            3\\sqrt{13}        | 3\\sqrt{13}\\text{ cm}    | identical
            3\\sqrt{13}\\text{ cm} | 3\\sqrt{13}\\text{ centimeters} | identical
            \\sin 30^\\circ     | \\sin 30^{\\circ}         | identical
            7\\pi              | 7π                        | identical
            7\\pi              | 7pi                       | identical
            p - q              | p-q                       | identical
            x^2+1              | x^{2}+1                   | identical
            x^2+1              | x**2+1                    | identical
            x^2+1              | f(x) = x^2 + 1            | identical
            x^2                | x²                        | identical
            \\infty            | +\\infty                  | identical
            \\text{Even}       | \\text{even}              | text
            \\text{east}       | east                      | text
            \\text{No}         | no                        | text
            \\text{4:30 p.m.}  | 4:30 \\text{ p.m.}        | identical
            2x \\le 3          | 2x\\leq3                  | identical
            \\left(x+1\\right) | (x+1)                     | identical
            {x+1}^2            | {x+1}^2                   | identical
            \\mathbb{R}        | \\mathbb{R}               | identical
            \\text{(C)}        | C                         | choice
            B                  | (B) 12                    | choice
            B                  | B. 12                     | choice
            B                  | \\textbf{(b)}             | choice
            A                  | a                         | choice
            2516_8             | 2516                      | base-suffix
            1A_{16}            | 1A                        | base-suffix
            4210_{5}           | 4210_5                    | base
            (1,\\frac{1}{2})   | \\left( 1, 0.5 \\right)   | tuple
            (1,2)              | 1, 2                      | tuple
            (1,2,3)            | (1,2,3)                   | identical
            [0,\\frac{1}{2})   | [0,0.5)                   | tuple
            x \\in [-2,7]      | [-2,7]                    | tuple
            1,-2               | -2,1                      | list
            2,3                | x=2 \\text{ or } x=3      | list
            1,2                | 1 and 2                   | list
            1, 2, 3            | 1, 2, and 3               | list
            1; 2               | 2; 1                      | list
            \\pm 3             | 3,-3                      | list
            1 \\pm \\sqrt{19}  | 1-\\sqrt{19}, 1+\\sqrt{19} | list
            100, 200           | 100,200                   | identical
            x=1,y=2            | y=2,x=1                   | list
            x=1,y=2            | 1,2                       | list
            5                  | 5, 5                      | list
            \\{1,2\\}          | \\{2,1\\}                 | set
            \\{1,2\\}          | \\{1,1,2\\}               | set
            \\{1,2\\}          | 2,1                       | set
            \\lbrace 1 \\rbrace | 1                        | set
            \\{1\\pm\\sqrt{5},-2\\} | \\{-2,1+\\sqrt5,1-\\sqrt5\\} | set
            (-\\infty,0)\\cup(1,2) | (1,2)\\cup(-\\infty,0) | union
            \\begin{pmatrix}1\\\\2\\end{pmatrix} | \\begin{bmatrix}1\\\\2.0\\\\\\end{bmatrix} | matrix
            \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix} | \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix} | identical
            """)
    void acceptsEquivalentAnswersAndGivesThemOneCanonicalForm(String reference, String answer, String rule) {
        Verdict verdict = verdict(reference, answer);
        assertThat(verdict.outcome()).as("%s", verdict).isEqualTo(Outcome.CORRECT);
        assertThat(verdict.rule()).isEqualTo(rule);
        assertThat(verdict.answer()).isEqualTo(verdict(reference, reference).answer());
        assertThat(verdict.fuel()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            25                 | 2500
            25                 | 0.25
            25                 | 2500\\%
            123456             | 123457
            99999999999        | 100000000000
            \\frac{1}{3}       | 0.3333
            \\frac{1}{3}       | 0.333334
            \\frac{1}{2}       | 0.5000001
            \\frac{1}{700000}  | 0.000001
            33.3               | \\frac{100}{3}
            1/0                | \\infty
            \\infty            | \\frac{1}{0}
            x=5                | y=5
            x=1,y=2            | 2,1
            x=1,y=2            | x=2,y=1
            (1,2)              | (2,1)
            (1,2)              | 2,1
            (1,2)              | (1,2,3)
            (1,2)              | \\{1,2\\}
            (1,2)              | 12
            [0,1)              | (0,1)
            [0,1]              | 0,1
            2,3                | 2
            2                  | 2,3
            \\{1,2\\}          | \\{1,2,3\\}
            (0,1) \\cup (2,3)  | (0,1)
            (0,1) \\cup (2,3)  | (0,1) \\cup (2,4)
            \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix} | \\begin{pmatrix}1&2\\\\3&5\\end{pmatrix}
            \\begin{pmatrix}1&2\\end{pmatrix} | \\begin{pmatrix}1\\\\2\\end{pmatrix}
            101_2              | 101_3
            2516_8             | 2517
            2516_8             | 2516.0
            1112112_3          | 1112122_3
            5\\text{ cm}       | 5\\text{ m}
            5\\text{ a.m.}     | 5\\text{ p.m.}
            \\$5               | 5€
            5                  | \\$5 cm
            5                  | 5 \\text{ million}
            5                  | 5m
            5                  | 5x
            5                  | 5 apricots
            5                  | 5^{2}
            5                  | 5 6
            5                  | 5_8
            5                  | 5!
            5                  | -5
            1.5                | 1.5.0
            1.5                | 15.
            \\frac{3}{2}       | 1 3/2
            \\frac{7}{2}       | 2\\frac{3}{2}
            1234               | 12,34
            1234               | 1,2345
            12345678           | 1234,5678
            B                  | C
            B                  | Because
            B                  | (C) 12
            xyz                | xy
            ab                 | AB
            x+1                | x+2
            x\\ge 2            | x>2
            (x+1)^2            | x+1^2
            \\sqrt{2}          | 2
            \\text{east}       | west
            12:00              | 1:00
            3                  | 3 \\text{ eighths}
            5                  | 5 \\text{ M}
            5                  | 5 \\text{ q}
            123                | 0,123
            3\\sqrt{13}\\text{ cm} | 3\\sqrt{13}\\text{ m}
            \\frac{11}{2}x     | 1 1/2 x
            11/2 x             | 1 1/2 x
            10^{400000000}     | 1
            1                  | 1E+400000000
            1                  | 1e400000000
            1                  | 5*10^{99999999}
            """)
    void rejectsDifferentAnswersWithAnotherCanonicalForm(String reference, String answer) {
        Verdict verdict = verdict(reference, answer);
        assertThat(verdict.outcome()).as("%s", verdict).isEqualTo(Outcome.INCORRECT);
        assertThat(verdict.rule()).isNotEmpty();
        assertThat(verdict.answer())
                .isNotEmpty()
                .isNotEqualTo(verdict(reference, reference).answer());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            5           | \\frac{12}{8} | 1.5            | 3/2
            5           | 40\\%         | 40             | 40
            x=5         | x=6           | 6              | 6
            x=5         | y=6           | y = 6.0        | y=6
            5\\,\\text{cm} | 7 \\text{ m} | 7 \\text{ metres} | 7 m
            1,2         | 3,1           | \\{1,3,3\\}    | 1,3
            east        | \\text{West}  | west           | west
            B           | (C) 12        | c              | C
            12_8        | 13_8          | 13             | 13
            (1,2)       | (1,3.0)       | (1,3)          | (1,3)
            (0,1)\\cup(2,3) | (2,4)\\cup(0,1) | (0,1) \\cup (2,4.0) | (0,1)∪(2,4)
            \\begin{pmatrix}1\\end{pmatrix} | \\begin{pmatrix}2\\end{pmatrix} | \\begin{bmatrix}2\\end{bmatrix} | matrix 1x1: 2
            x=1,y=2     | y=3,x=1       | x=1,y=3        | x=1,y=3
            """)
    void wrongAnswersThatAreEquivalentShareTheirCanonicalForm(String ref, String one, String other, String canonical) {
        assertThat(verdict(ref, one).answer()).isEqualTo(canonical);
        assertThat(verdict(ref, other).answer()).isEqualTo(verdict(ref, one).answer());
        assertThat(verdict(ref, one).outcome()).isEqualTo(Outcome.INCORRECT);
    }

    @Test
    void policiesCanBeTurnedOff() {
        MathVerifier strict = new MathVerifier(new MathOptions(
                new MathPolicies(false, false, false, false, true, false, false, true, true, true, 0),
                MathLimits.defaults()));
        assertThat(verdict(strict, Reference.MathAnswer.of("50"), "50%").outcome())
                .isEqualTo(Outcome.INCORRECT);
        assertThat(verdict(strict, Reference.MathAnswer.of("50"), "40%").answer())
                .isEqualTo("2/5");
        assertThat(verdict(strict, Reference.MathAnswer.of("0.5"), "50%").outcome())
                .isEqualTo(Outcome.INCORRECT);
        assertThat(verdict(strict, Reference.MathAnswer.of("12_8"), "12").outcome())
                .isEqualTo(Outcome.INCORRECT);
        assertThat(verdict(strict, Reference.MathAnswer.of("12_8"), "13_8").answer())
                .isEqualTo("13_8");
        assertThat(verdict(strict, Reference.MathAnswer.of("1/3"), "0.3333333").outcome())
                .isEqualTo(Outcome.INCORRECT);
    }

    @Test
    void beyondTheLimitsNothingIsDecidedButWhatIsWrittenAlike() {
        MathVerifier small =
                new MathVerifier(new MathOptions(MathPolicies.defaults(), new MathLimits(100, 40, 4, 3, 1_000, 512)));
        Reference list = Reference.MathAnswer.of("1,2,3,4,5");
        assertThat(verdict(small, list, "1, 2, 3, 4, 5").rule()).isEqualTo("identical");
        assertThat(verdict(small, list, "1, 2, 3, 4, 5").outcome()).isEqualTo(Outcome.CORRECT);
        assertThat(verdict(small, list, "5,4,3,2,1").outcome()).isEqualTo(Outcome.UNDECIDED);
        Reference digits = Reference.MathAnswer.of("1".repeat(80));
        assertThat(verdict(small, digits, "1".repeat(80)).outcome()).isEqualTo(Outcome.CORRECT);
        assertThat(verdict(small, digits, "0" + "1".repeat(80)).outcome()).isEqualTo(Outcome.UNDECIDED);
        Reference deep = Reference.MathAnswer.of("\\sqrt{\\sqrt{\\sqrt{\\sqrt{\\sqrt{2}}}}}");
        assertThat(verdict(small, deep, "\\sqrt{ \\sqrt{\\sqrt{\\sqrt{\\sqrt{2}}}}}")
                        .outcome())
                .isEqualTo(Outcome.CORRECT);
        assertThat(verdict(small, deep, "2^{1/32}").outcome()).isEqualTo(Outcome.UNDECIDED);
        Reference tuple = Reference.MathAnswer.of("(((((1,2)))))");
        assertThat(verdict(small, tuple, "( ( ( ( (1,2)))))").outcome()).isEqualTo(Outcome.CORRECT);
    }

    @Test
    void severalWantedAnswersComeInAnyOrder() {
        Reference both = new Reference.MathAnswer("1,234", true, "");
        assertThat(verdict(verifier, both, "234, 1").outcome()).isEqualTo(Outcome.CORRECT);
        assertThat(verdict(verifier, both, "1,234").outcome()).isEqualTo(Outcome.CORRECT);
        assertThat(verdict(verifier, both, "(234, 1)").outcome()).isEqualTo(Outcome.CORRECT);
        assertThat(verdict(verifier, both, "1").outcome()).isEqualTo(Outcome.INCORRECT);
        Reference points = new Reference.MathAnswer("(1,2),(3,4)", true, "");
        assertThat(verdict(verifier, points, "(3,4) and (1,2)").outcome()).isEqualTo(Outcome.CORRECT);
        assertThat(verdict(verifier, points, "(4,3) and (1,2)").outcome()).isEqualTo(Outcome.INCORRECT);
    }

    @Test
    void theUnitOfTheBenchmarkContradictsAnotherUnit() {
        Reference metres = new Reference.MathAnswer("5", false, "\\mathrm{~m}");
        assertThat(verdict(verifier, metres, "5").outcome()).isEqualTo(Outcome.CORRECT);
        assertThat(verdict(verifier, metres, "5 \\text{ meters}").outcome()).isEqualTo(Outcome.CORRECT);
        assertThat(verdict(verifier, metres, "5 cm").rule()).isEqualTo("unit");
        Reference written = new Reference.MathAnswer("5\\text{ cm}", false, "m");
        assertThat(verdict(verifier, written, "5 cm").outcome()).isEqualTo(Outcome.CORRECT);
    }

    @Test
    void anEmptyReferenceIsNeverMet() {
        assertThat(verdict("", "5").outcome()).isEqualTo(Outcome.INCORRECT);
        assertThat(verdict("", "x").rule()).isEqualTo("empty-reference");
        assertThat(verdict("5", "\\text{ }").outcome()).isEqualTo(Outcome.NO_ANSWER);
    }

    @Test
    void whatIsNoUsableAnswerSaysWhy() {
        Reference five = Reference.MathAnswer.of("5");
        Extraction last = new Extraction(Channel.LAST_NUMBER, "5", false);
        MathVerifier lenient = new MathVerifier(DEFAULTS.withLastNumber(true));
        assertThat(verifier.verify(five, last, false).rule()).isEqualTo("channel-not-allowed");
        assertThat(verifier.verify(five, last, false).outcome()).isEqualTo(Outcome.NO_ANSWER);
        assertThat(lenient.verify(five, last, false).outcome()).isEqualTo(Outcome.CORRECT);
        assertThat(lenient.verify(five, last, true).rule()).isEqualTo("truncated");
        assertThat(verifier.verify(five, Extraction.none(false), false).rule()).isEqualTo("no-answer");
        assertThat(verifier.verify(five, Extraction.none(false), true).rule()).isEqualTo("truncated");
        assertThat(verifier.verify(five, Extraction.none(true), false).rule()).isEqualTo("unfinished");
        Extraction program = new Extraction(Channel.PROGRAM_RULE, "5", false);
        assertThat(verifier.verify(five, program, false).rule()).isEqualTo("channel-not-allowed");
        Extraction huge = new Extraction(Channel.STATED, "5".repeat(65_537), false);
        assertThat(verifier.verify(five, huge, false).rule()).isEqualTo("too-long");
    }

    @Test
    void anExplicitAnswerCountsInATruncatedText() {
        Extraction boxed = new Extraction(Channel.BOXED, "5", false);
        assertThat(verifier.verify(Reference.MathAnswer.of("5"), boxed, true).outcome())
                .isEqualTo(Outcome.CORRECT);
    }

    @Test
    void aPreparedReferenceGivesTheSameVerdict() {
        Reference reference = Reference.MathAnswer.of("\\{1,2\\}");
        PreparedReference prepared = verifier.prepare(reference);
        for (String answer : new String[] {"2,1", "1", "x", "1,2,3"}) {
            Extraction extraction = new Extraction(Channel.HASHES, answer, false);
            assertThat(verifier.verify(prepared, extraction, false))
                    .isEqualTo(verifier.verify(reference, extraction, false));
        }
        assertThat(verifier.verify(prepared, Extraction.none(false), false).outcome())
                .isEqualTo(Outcome.NO_ANSWER);
    }

    @Test
    void aPreparedReferenceTravels() throws IOException, ClassNotFoundException {
        PreparedReference prepared = verifier.prepare(Reference.MathAnswer.of("x=(1,\\frac{1}{2})"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(prepared);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            PreparedReference arrived = (PreparedReference) in.readObject();
            Extraction extraction = new Extraction(Channel.BOXED, "(1, 0.5)", false);
            assertThat(verifier.verify(arrived, extraction, false).outcome()).isEqualTo(Outcome.CORRECT);
        }
    }

    @Test
    void theVersionTellsTheSettings() {
        assertThat(verifier.version()).isEqualTo("math/4 " + DEFAULTS.describe());
        assertThat(new MathVerifier(DEFAULTS.withLastNumber(true)).version()).isNotEqualTo(verifier.version());
    }

    @Test
    void anAnswerThatTheTokenLimitMayHaveCutIsNone() {
        Reference reference = Reference.MathAnswer.of("12");
        Extraction cut = verifier.extract("so it is $\\boxed{12");
        assertThat(verifier.verify(reference, cut, true).outcome()).isEqualTo(Outcome.NO_ANSWER);
        assertThat(verifier.verify(reference, cut, true).rule()).isEqualTo("truncated");
        assertThat(verifier.verify(reference, cut, false).outcome()).isEqualTo(Outcome.CORRECT);
        Extraction closed = verifier.extract("so it is $\\boxed{12}");
        assertThat(verifier.verify(reference, closed, true).outcome()).isEqualTo(Outcome.CORRECT);
    }
}
