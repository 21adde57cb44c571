package org.passk.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passk.model.Digests;
import org.passk.model.Problem;
import org.passk.model.Reference.MathAnswer;

class ProblemSetTest {
    private static final Problem FIRST = problem(0, "p7", "one", MathAnswer.of("1"));
    private static final Problem SECOND = problem(1, "p3", "two", MathAnswer.of("2"));

    private static Problem problem(int ordinal, String id, String question, MathAnswer answer) {
        String digest = question.isEmpty() ? "" : Digests.ofQuestion(question);
        return new Problem("bench", ordinal, id, digest, answer, "", "");
    }

    private static ProblemSet set(Problem... problems) {
        return new ProblemSet("bench", "passk", List.of(problems), List.of("a note"));
    }

    @Test
    void aProblemIsFoundByItsIdItsPositionAndItsQuestion() {
        ProblemSet set = set(FIRST, SECOND);
        assertThat(set.byId("p3")).contains(SECOND);
        assertThat(set.byOrdinal(1)).contains(SECOND);
        assertThat(set.byQuestion(Digests.ofQuestion(" two\n"))).contains(SECOND);
        assertThat(set.size()).isEqualTo(2);
        assertThat(set.problems()).containsExactly(FIRST, SECOND);
    }

    @Test
    void whatIsNotThereIsEmpty() {
        ProblemSet set = set(FIRST, SECOND);
        assertThat(set.byId("1")).isEmpty();
        assertThat(set.byOrdinal(-1)).isEmpty();
        assertThat(set.byOrdinal(2)).isEmpty();
        assertThat(set.byOrdinal(1L << 32)).isEmpty();
        assertThat(set.byQuestion(Digests.ofQuestion("three"))).isEmpty();
    }

    @Test
    void aQuestionThatTwoOrThreeProblemsShareFindsNone() {
        ProblemSet set = set(
                FIRST,
                problem(1, "b", "same", MathAnswer.of("2")),
                problem(2, "c", "same", MathAnswer.of("3")),
                problem(3, "d", "same", MathAnswer.of("4")));
        assertThat(set.byQuestion(Digests.ofQuestion("same"))).isEmpty();
        assertThat(set.byQuestion(FIRST.questionDigest())).contains(FIRST);
    }

    @Test
    void problemsWithoutAQuestionAreNotFoundByTheEmptyDigest() {
        assertThat(set(problem(0, "a", "", MathAnswer.of("1"))).byQuestion("")).isEmpty();
    }

    @Test
    void theSerialFormGivesTheSameSet() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(set(FIRST, SECOND));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            ProblemSet copy = (ProblemSet) in.readObject();
            assertThat(copy.problems()).containsExactly(FIRST, SECOND);
            assertThat(copy.byId("p7")).contains(FIRST);
            assertThat(copy.byQuestion(SECOND.questionDigest())).contains(SECOND);
            assertThat(copy.benchmark()).isEqualTo("bench");
            assertThat(copy.format()).isEqualTo("passk");
            assertThat(copy.notes()).containsExactly("a note");
            assertThat(copy.digest()).isEqualTo(set(FIRST, SECOND).digest());
        }
    }

    @Test
    void theDigestIsTheSameInEveryRelease() {
        // printf '%s\n' 'problems 1' '2:p7' '16:<digest of "one">' '4:math' '1:1' '6:single' '0:' | sha256sum
        assertThat(set(FIRST).digest()).isEqualTo("0d83fe7422c54aa8e4fbcb3e912b184064b799628a7897d4b8e9c233b517f84f");
    }

    @Test
    void theDigestChangesWithEverythingThatAVerdictDependsOn() {
        assertThat(List.of(
                        set(FIRST).digest(),
                        set(problem(0, "p8", "one", MathAnswer.of("1"))).digest(),
                        set(problem(0, "p7", "won", MathAnswer.of("1"))).digest(),
                        set(problem(0, "p7", "one", MathAnswer.of("2"))).digest(),
                        set(problem(0, "p7", "one", new MathAnswer("1", true, "")))
                                .digest(),
                        set(problem(0, "p7", "one", new MathAnswer("1", false, "m")))
                                .digest(),
                        set(FIRST, SECOND).digest()))
                .doesNotHaveDuplicates();
    }

    @Test
    void theDigestLeavesLevelAndSubjectOut() {
        Problem other =
                new Problem("bench", 0, "p7", FIRST.questionDigest(), FIRST.reference(), "hard", "number theory");
        assertThat(set(other).digest()).isEqualTo(set(FIRST).digest());
    }

    @Test
    void repeatedIdsWrongPositionsOtherBenchmarksAndNoProblemsAreRefused() {
        assertThatThrownBy(() -> set(FIRST, problem(1, "p7", "two", MathAnswer.of("2"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("id p7 of bench is used twice");
        assertThatThrownBy(() -> set(SECOND))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("position 0 of bench holds");
        assertThatThrownBy(() -> new ProblemSet("other", "passk", List.of(FIRST), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(ProblemSetTest::set)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("benchmark bench has no problems");
    }
}
