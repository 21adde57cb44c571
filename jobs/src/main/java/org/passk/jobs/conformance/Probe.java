package org.passk.jobs.conformance;

import java.util.Objects;
import org.passk.verify.choice.ChoiceOptions;
import org.passk.verify.math.MathOptions;

/** One case of a suite. */
sealed interface Probe {
    /** The case's own id. */
    String id();

    /** What is compared with; for people. */
    String gold();

    /** What is judged; for people. */
    String prediction();

    /**
     * A prediction that is compared with a gold answer.
     *
     * @param options the policies of the suite's grader
     */
    record Answer(
            String id,
            String gold,
            TextKind goldKind,
            String prediction,
            TextKind predictionKind,
            MathOptions options,
            Expectation expected)
            implements Probe {
        /** Checks that nothing is null. */
        public Answer {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(gold, "gold");
            Objects.requireNonNull(goldKind, "goldKind");
            Objects.requireNonNull(prediction, "prediction");
            Objects.requireNonNull(predictionKind, "predictionKind");
            Objects.requireNonNull(options, "options");
            Objects.requireNonNull(expected, "expected");
        }
    }

    /** A text that chooses a letter, and the letter that it should choose. */
    record Choice(String id, String gold, String prediction, Expectation expected) implements Probe {
        /** Checks that nothing is null. */
        public Choice {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(gold, "gold");
            Objects.requireNonNull(prediction, "prediction");
            Objects.requireNonNull(expected, "expected");
        }
    }

    /**
     * A text in which a letter is found, or none.
     *
     * @param letter the letter in the canonical form of the suite; empty for none
     */
    record Letter(String id, String text, String letter, ChoiceOptions options) implements Probe {
        /** Checks that nothing is null. */
        public Letter {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(letter, "letter");
            Objects.requireNonNull(options, "options");
        }

        @Override
        public String gold() {
            return letter;
        }

        @Override
        public String prediction() {
            return text;
        }
    }

    /**
     * LaTeX, and what it means.
     *
     * @param sympy the meaning as SymPy prints it; empty where the suite gives none
     */
    record Notation(String id, String latex, String sympy) implements Probe {
        /** Checks that nothing is null. */
        public Notation {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(latex, "latex");
            Objects.requireNonNull(sympy, "sympy");
        }

        @Override
        public String gold() {
            return sympy;
        }

        @Override
        public String prediction() {
            return latex;
        }
    }

    /** LaTeX that has no meaning. */
    record Broken(String id, String latex) implements Probe {
        /** Checks that nothing is null. */
        public Broken {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(latex, "latex");
        }

        @Override
        public String gold() {
            return "";
        }

        @Override
        public String prediction() {
            return latex;
        }
    }
}
