package org.passk.verify.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passk.extract.Extraction;
import org.passk.model.Channel;
import org.passk.model.Outcome;
import org.passk.model.Reference;
import org.passk.model.Verdict;

class ChoiceVerifierTest {
    private final ChoiceVerifier verifier = new ChoiceVerifier(ChoiceOptions.defaults());

    private Verdict verdict(Reference reference, String text, boolean truncated) {
        return verifier.verify(reference, verifier.extract(text), truncated);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            \\boxed{B}                                                   | B
            \\boxed{\\text{(B)}}                                         | B
            \\boxed{\\textbf{(B)}\\ 12}                                  | B
            \\boxed{B. 12}                                               | B
            \\boxed{b}                                                   | B
            \\boxed{x = 3, \\text{ so (C)}}                              | C
            \\boxed{A, C}                                                | A, C
            \\boxed{A \\text{ and } C}                                   | A, C
            "#### B"                                                     | B
            <answer>C</answer>                                           | C
            The answer is B                                              | B
            The answer is (B) 12.                                        | B
            The answer is b.                                             | B
            Answer: **B**                                                | B
            The answer is for sure D, it can't be A or B                 | D
            The answer is clearly option (D), not (A).                   | D
            The answer is not A but B                                    | B
            The answer isn't A. It's C                                   | C
            The answer would be C                                        | C
            Final answer: (E) None of the above                          | E
            The answer is option C, because A and B are wrong.           | C
            It is not A, so I think it's B                               | B
            So we choose option D.                                       | D
            It cannot be B, C, or D, so it is A.                         | A
            A is wrong, B is wrong. So it must be C.                     | C
            Option (C) is correct, while option (A) is wrong.            | C
            So B is right.                                               | B
            Hence (A) is correct                                         | A
            I think the answer is probably (c).                          | C
            D. it can't be A or B                                        | D
            (D) Alina                                                    | D
            C Cecile                                                     | C
            A because B is impossible.                                   | A
            **B**                                                        | B
            b                                                            | B
            "Some reasoning.\n\nB"                                       | B
            "Some reasoning.\n\n(B)."                                    | B
            The answer is I.                                             | I
            The answer is \\(B\\).                                      | B
            We rule out A and C. That leaves B.                          | B
            It's neither A nor B, so C.                                  | C
            choose (D) please                                            | D
            My choice: D                                                 | D
            """)
    void readsTheLetterThatATextChooses(String text, String letter) {
        assertThat(verifier.extract(text).answer()).isEqualTo(letter);
        assertThat(verifier.extract(text).channel()).isNotEqualTo(Channel.LAST_NUMBER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            la r\u00e9ponse est C non A              | C
            La respuesta es D, no A.                 | D
            Die Antwort ist B und nicht A            | B
            \u7b54\u6848\u662fB                      | B
            \u7b54\u6848\uff1aC\u3002                | C
            B\u4e0d\u662f A                          | B
            B\u3002\u4e0d\u662f A                    | B
            \u6211\u9009B                            | B
            \u041e\u0442\u0432\u0435\u0442: B, \u0430 \u043d\u0435 A | B
            \u7b54\u3048\u306fC\u3067\u3059          | C
            \uc815\ub2f5\uc740 D\uc785\ub2c8\ub2e4   | D
            """)
    void readsOtherLanguages(String text, String letter) {
        assertThat(verifier.extract(text).answer()).isEqualTo(letter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "No valid answer here",
                "The answer is a prime number.",
                "A dog is an animal.",
                "I am not sure.",
                "A. foo\nB. bar\nC. baz",
                "if it is B then we have a contradiction",
                "It is either A or B.",
                "So the answer is either A or B",
                "None of A, B and C",
                "It can't be A or B",
                "\\boxed{12}",
                "ABBA and DC",
                "The variable x is 3 and I'm done",
            })
    void aTextThatChoosesNoneHasNoAnswer(String text) {
        assertThat(verifier.extract(text)).isEqualTo(Extraction.none(false));
    }

    @Test
    void theOnlyLetterNamedCountsWhereTheSettingAllowsIt() {
        ChoiceVerifier lone = new ChoiceVerifier(new ChoiceOptions("ABCD", true, true, 100));
        Extraction found = lone.extract("Because B is valid");
        assertThat(found).isEqualTo(new Extraction(Channel.LAST_NUMBER, "B", false, true));
        Reference reference = new Reference.Choice('B');
        assertThat(lone.verify(reference, found, false).outcome()).isEqualTo(Outcome.CORRECT);
        assertThat(lone.verify(reference, found, true).rule()).isEqualTo("truncated");
        assertThat(verifier.verify(reference, found, false).rule()).isEqualTo("channel-not-allowed");
        assertThat(lone.extract("Because B and C are valid").channel()).isEqualTo(Channel.NONE);
    }

    @Test
    void onlyTheLettersOfTheSettingNameChoices() {
        ChoiceVerifier one = new ChoiceVerifier(new ChoiceOptions("U", false, false, 100));
        assertThat(one.extract("The answer is U.").answer()).isEqualTo("U");
        assertThat(one.extract("The answer is A.").channel()).isEqualTo(Channel.NONE);
        assertThat(one.extract("The answer is u.").channel()).isEqualTo(Channel.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            (D) Alina                                | D | CORRECT
            (A) Cecile                               | C | INCORRECT
            C Cecile                                 | C | CORRECT
            "Alina and the answer is\n(C) Cecile"    | C | CORRECT
            "Alina and the answer is\nC Cecile"      | C | CORRECT
            "A Peter\nCelina bum"                    | A | CORRECT
            \\text{(B)}                              | B | CORRECT
            twelve                                   | B | UNDECIDED
            """)
    void aReferenceIsReadAsATextIs(String reference, String text, Outcome outcome) {
        assertThat(verdict(Reference.MathAnswer.of(reference), text, false).outcome())
                .isEqualTo(outcome);
    }

    @Test
    void comparesLettersAndNamesTheRule() {
        Reference reference = new Reference.Choice('B');
        assertThat(verdict(reference, "\\boxed{B}", false))
                .isEqualTo(new Verdict(Outcome.CORRECT, Channel.BOXED, "choice", "B", 0));
        assertThat(verdict(reference, "\\boxed{C}", false))
                .isEqualTo(new Verdict(Outcome.INCORRECT, Channel.BOXED, "choice", "C", 0));
        assertThat(verdict(reference, "\\boxed{A, B}", false).outcome()).isEqualTo(Outcome.INCORRECT);
        assertThat(verdict(reference, "nothing", false).rule()).isEqualTo("no-answer");
        assertThat(verdict(reference, "<think>\\boxed{B}", false).rule()).isEqualTo("unfinished");
        assertThat(verifier.verify(reference, new Extraction(Channel.PROGRAM_RULE, "B", false), false)
                        .rule())
                .isEqualTo("channel-not-allowed");
    }

    @Test
    void aTextThatWasCutHasNoAnswerInItsLastWord() {
        Reference reference = new Reference.Choice('B');
        assertThat(verdict(reference, "The answer is B", true).rule()).isEqualTo("truncated");
        assertThat(verdict(reference, "I think it's B, because", true).rule()).isEqualTo("truncated");
        assertThat(verdict(reference, "nothing", true).rule()).isEqualTo("truncated");
        assertThat(verdict(reference, "\\boxed{B} is the one", true).outcome()).isEqualTo(Outcome.CORRECT);
    }

    @Test
    void readsOnlyWhatFollowsTheReasoning() {
        assertThat(verifier.extract("<think>It's A.</think>B").answer()).isEqualTo("B");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"A ", "A\n", "A or ", "not A ", "(A) ", "I ", "it's ", "\nA. ", "B. \n", "answer ", "\\boxed{A} "
            })
    void isLinearInAnyText(String piece) {
        // Four million characters: quadratic work would not end within the life of a test.
        String text = piece.repeat(4_000_000 / piece.length());
        assertThat(verifier.extract(text).answer().length()).isLessThanOrEqualTo(2_000);
    }

    @Test
    void refusesIllegalSettings() {
        assertThatThrownBy(() -> new ChoiceOptions("", true, true, 1)).hasMessageContaining("letters are empty");
        assertThatThrownBy(() -> new ChoiceOptions("BA", true, true, 1)).hasMessageContaining("\"BA\"");
        assertThatThrownBy(() -> new ChoiceOptions("a", true, true, 1)).hasMessageContaining("\"a\"");
        assertThatThrownBy(() -> new ChoiceOptions("A[", true, true, 1)).hasMessageContaining("\"A[\"");
        assertThatThrownBy(() -> new ChoiceOptions("A", true, true, 0)).hasMessageContaining("maxAnswerChars 0");
        assertThatThrownBy(() -> new Reference.Choice('b')).hasMessageContaining("'b'");
        assertThatThrownBy(() -> new Reference.Choice('[')).hasMessageContaining("'['");
        assertThat(verifier.version()).contains("letters=ABCDEFGHIJ", "lone_letter=false");
    }
}
