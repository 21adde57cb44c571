package org.passk.jobs.conformance;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.passk.extract.Extraction;
import org.passk.model.Channel;
import org.passk.model.Outcome;
import org.passk.model.Reference;
import org.passk.model.Verdict;
import org.passk.verify.Verifier;
import org.passk.verify.catalog.GuardedVerifier;
import org.passk.verify.choice.ChoiceOptions;
import org.passk.verify.choice.ChoiceVerifier;
import org.passk.verify.math.MathOptions;
import org.passk.verify.math.MathVerifier;

/** Puts cases to the verifiers. Keeps the verifiers that it has built; for one thread. */
final class Examiner {
    private final Map<MathOptions, Verifier> mathematics = new HashMap<>();
    private final Map<ChoiceOptions, Verifier> choices = new HashMap<>();
    private final NotationExaminer notation = new NotationExaminer(MathOptions.defaults());

    Finding examine(Probe probe) {
        if (probe instanceof Probe.Answer answer) {
            return answer(answer);
        }
        if (probe instanceof Probe.Choice choice) {
            return choice(choice);
        }
        if (probe instanceof Probe.Letter letter) {
            return letter(letter);
        }
        return probe instanceof Probe.Notation latex ? notation.examine(latex) : notation.examine((Probe.Broken) probe);
    }

    private Finding answer(Probe.Answer probe) {
        MathOptions options = probe.options();
        Verifier verifier = mathematics.computeIfAbsent(options, o -> new GuardedVerifier(new MathVerifier(o)));
        String gold = gold(probe, verifier);
        Extraction prediction = prediction(probe, verifier);
        Verdict verdict = verifier.verify(Reference.MathAnswer.of(gold), prediction, false);
        Finding finding = finding(probe.expected(), verdict, prediction);
        // A gold that is a text says its answer nowhere else in the list of misses.
        return gold.equals(Formula.inside(probe.gold()))
                ? finding
                : new Finding(finding.score(), finding.expected() + " by " + gold, finding.got(), finding.rule());
    }

    private static String gold(Probe.Answer probe, Verifier verifier) {
        return switch (probe.goldKind()) {
            case LATEX, EXPR -> Formula.inside(probe.gold());
            case TEXT, BOXED -> {
                Extraction found = verifier.extract(probe.gold());
                yield usable(found, probe.options()) ? found.answer() : Formula.inside(probe.gold());
            }
        };
    }

    private static Extraction prediction(Probe.Answer probe, Verifier verifier) {
        return switch (probe.predictionKind()) {
            case LATEX, EXPR -> given(probe.prediction());
            case TEXT -> verifier.extract(probe.prediction());
            case BOXED -> {
                Extraction found = verifier.extract(probe.prediction());
                yield usable(found, probe.options()) ? found : given(probe.prediction());
            }
        };
    }

    private static boolean usable(Extraction found, MathOptions options) {
        return switch (found.channel()) {
            case BOXED, STATED, HASHES -> true;
            case LAST_NUMBER -> options.policies().lastNumber();
            case PROGRAM_RULE, NONE -> false;
        };
    }

    /** The answer itself, as if a box held it. */
    private static Extraction given(String prediction) {
        String answer = Formula.inside(prediction);
        return answer.isEmpty() ? Extraction.none(false) : new Extraction(Channel.BOXED, answer, false);
    }

    private Finding choice(Probe.Choice probe) {
        ChoiceOptions defaults = ChoiceOptions.defaults();
        // The graders of these suites take a letter that stands alone.
        Verifier verifier =
                verifier(new ChoiceOptions(defaults.letters(), defaults.anyCase(), true, defaults.maxAnswerChars()));
        Extraction prediction = verifier.extract(probe.prediction());
        Verdict verdict = verifier.verify(Reference.MathAnswer.of(probe.gold()), prediction, false);
        return finding(probe.expected(), verdict, prediction);
    }

    private Verifier verifier(ChoiceOptions options) {
        return choices.computeIfAbsent(options, o -> new GuardedVerifier(new ChoiceVerifier(o)));
    }

    private Finding letter(Probe.Letter probe) {
        Extraction found = verifier(probe.options()).extract(probe.text());
        boolean none = found.channel() == Channel.NONE
                || (found.channel() == Channel.LAST_NUMBER && !probe.options().loneLetter());
        String letter = none ? "" : found.answer();
        boolean same =
                probe.options().anyCase() ? letter.equalsIgnoreCase(probe.letter()) : letter.equals(probe.letter());
        Score score = same ? Score.RIGHT : probe.letter().isEmpty() ? Score.FALSE_POSITIVE : Score.FALSE_NEGATIVE;
        return new Finding(
                score,
                probe.letter().isEmpty() ? "no letter" : probe.letter(),
                letter.isEmpty() ? "no letter" : letter,
                found.channel().name().toLowerCase(Locale.ROOT));
    }

    private static Finding finding(Expectation expected, Verdict verdict, Extraction prediction) {
        boolean fault = verdict.outcome() == Outcome.FAULT;
        Score score = switch (expected) {
            case ANY -> fault ? Score.UNDECIDED : Score.RIGHT;
            case CORRECT, WRONG -> score(expected == Expectation.CORRECT, verdict.outcome());
        };
        String answer = prediction.answer().isEmpty() ? "" : " from " + prediction.answer();
        return new Finding(score, expected.name().toLowerCase(Locale.ROOT), verdict.outcome() + answer, verdict.rule());
    }

    private static Score score(boolean correct, Outcome outcome) {
        return switch (outcome) {
            case CORRECT -> correct ? Score.RIGHT : Score.FALSE_POSITIVE;
            case INCORRECT, NO_ANSWER -> correct ? Score.FALSE_NEGATIVE : Score.RIGHT;
            case TIMEOUT, RESOURCE_LIMIT, UNDECIDED, FAULT -> Score.UNDECIDED;
        };
    }
}
