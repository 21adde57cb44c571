package org.passk.jobs.conformance;

import org.passk.verify.math.MathOptions;
import org.passk.verify.math.decide.Decider;
import org.passk.verify.math.decide.Decision;
import org.passk.verify.math.decide.Fuel;
import org.passk.verify.math.notation.AnswerReader;
import org.passk.verify.math.notation.Commas;
import org.passk.verify.math.notation.ReadLimits;
import org.passk.verify.math.notation.Reading;

/** Compares what LaTeX is read as with what SymPy prints for it. */
final class NotationExaminer {
    /** Steps for one case: about a hundredth of a second. */
    private static final int STEPS = 1_000_000;

    private static final int MAX_BITS = 16_384;
    private static final int MAX_PRECISION = 4_096;

    private final AnswerReader reader;
    private final Decider decider = new Decider(MAX_BITS, MAX_PRECISION);

    NotationExaminer(MathOptions options) {
        this.reader = new AnswerReader(new ReadLimits(
                options.limits().maxDepth(),
                options.limits().maxElements(),
                options.limits().maxDigits()));
    }

    private Reading read(String latex) {
        return reader.read(Formula.inside(latex), Commas.GROUP);
    }

    Finding examine(Probe.Broken probe) {
        Reading reading = read(probe.latex());
        return reading.understood()
                ? new Finding(Score.FALSE_POSITIVE, "no meaning", Outline.of(reading.expression()), "read")
                : new Finding(Score.RIGHT, "no meaning", "no meaning", "not-read");
    }

    Finding examine(Probe.Notation probe) {
        Reading reading = read(probe.latex());
        String got = reading.understood() ? Outline.of(reading.expression()) : "no meaning";
        if (probe.sympy().isEmpty()) {
            return new Finding(Score.RIGHT, "an end", got, "read");
        }
        if (!reading.understood()) {
            return new Finding(Score.FALSE_NEGATIVE, "the same", got, "not-read");
        }
        SympyText theirs;
        try {
            theirs = new SympyReader(probe.sympy()).read();
        } catch (SympyReader.NotSympyException e) {
            return new Finding(Score.UNDECIDED, "the same", e.getMessage(), "sympy-not-read");
        }
        Decision decision = new SympyComparison(decider, new Fuel(STEPS), theirs.approximate())
                .compare(reading.expression(), theirs.expression());
        Score score = switch (decision.equality()) {
            case EQUAL -> Score.RIGHT;
            case DIFFERENT -> Score.FALSE_NEGATIVE;
            case UNDECIDED -> Score.UNDECIDED;
        };
        return new Finding(score, "the same", got, decision.rule());
    }
}
