package org.passk.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passk.model.Outcome;
import org.passk.model.Reference.MathAnswer;
import org.passk.verify.math.MathOptions;
import org.passk.verify.math.MathVerifier;

/** Two that do not know each other, the makers of answers and the verifier, agree on what is right. */
class GoldTest {
    private static final int PROBLEMS = 1_000;
    private static final int ANSWERS = 40;

    private final MathVerifier verifier = new MathVerifier(MathOptions.defaults());

    @Test
    void everySpellingOfARightAnswerIsCorrectAndEveryWrongOneIsNot() {
        List<String> surprises = new ArrayList<>();
        for (int problem = 0; problem < PROBLEMS; problem++) {
            Gold gold = Gold.of(Dice.of(20, problem));
            for (int i = 0; i < ANSWERS; i++) {
                Dice dice = Dice.of(21, problem, i);
                boolean right = i % 2 == 0;
                String answer = right ? gold.right(dice) : gold.wrong(dice);
                Outcome outcome = verifier.verify(
                                new MathAnswer(gold.reference(), false, ""),
                                verifier.extract("So it is $\\boxed{" + answer + "}$."),
                                false)
                        .outcome();
                if (outcome != (right ? Outcome.CORRECT : Outcome.INCORRECT)) {
                    surprises.add(gold + " " + (right ? "right " : "wrong ") + answer + ": " + outcome);
                }
            }
        }
        assertThat(surprises).isEmpty();
    }

    @Test
    void theReferenceIsRight() {
        for (int problem = 0; problem < PROBLEMS; problem++) {
            String reference = Gold.of(Dice.of(22, problem)).reference();
            assertThat(verifier.verify(MathAnswer.of(reference), verifier.extract("\\boxed{" + reference + "}"), false)
                            .outcome())
                    .as(reference)
                    .isEqualTo(Outcome.CORRECT);
        }
    }

    @Test
    void thereAreManySpellings() {
        Set<String> spellings = new HashSet<>();
        Gold gold = new IntegerGold(42);
        for (int i = 0; i < 1_000; i++) {
            spellings.add(gold.right(Dice.of(23, i)));
        }
        assertThat(spellings).hasSizeGreaterThan(200);
    }
}
