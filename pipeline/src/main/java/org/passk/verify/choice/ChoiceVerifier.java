package org.passk.verify.choice;

import java.util.Objects;
import java.util.Optional;
import org.passk.extract.Extraction;
import org.passk.model.Outcome;
import org.passk.model.Reference;
import org.passk.model.Verdict;
import org.passk.verify.Verifier;

/**
 * Verifies choices: the letter that a generation chooses is compared with the letter of the reference. A reference is a
 * {@link Reference.Choice}, or a {@link Reference.MathAnswer} whose text names its letter: {@code (D) Alina}.
 *
 * <p>The rules of its verdicts: {@code choice}, {@code no-reference-letter} (the reference names no letter: UNDECIDED);
 * without an answer {@code no-answer}, {@code truncated}, {@code unfinished}, {@code channel-not-allowed}.
 *
 * <p>Immutable; safe for use by several threads; linear in the text.
 */
public final class ChoiceVerifier implements Verifier {
    /** Raised whenever the code changes a verdict. */
    private static final int REVISION = 1;

    private final ChoiceOptions options;
    private final ChoiceReader reader;

    /**
     * A verifier with settings.
     *
     * @param options policies and limits
     */
    public ChoiceVerifier(ChoiceOptions options) {
        this.options = Objects.requireNonNull(options, "options");
        this.reader = new ChoiceReader(options);
    }

    @Override
    public String version() {
        return "choice/" + REVISION + " " + options.describe();
    }

    @Override
    public Extraction extract(String text) {
        return reader.read(text);
    }

    @Override
    public Verdict verify(Reference reference, Extraction extraction, boolean truncated) {
        Optional<Verdict> unusable = unusable(extraction, truncated);
        if (unusable.isPresent()) {
            return unusable.get();
        }
        Optional<Character> wanted = letterOf(reference);
        if (wanted.isEmpty()) {
            return verdict(Outcome.UNDECIDED, extraction, "no-reference-letter");
        }
        boolean equal = extraction.answer().equals(String.valueOf(wanted.get()));
        return verdict(equal ? Outcome.CORRECT : Outcome.INCORRECT, extraction, "choice");
    }

    private Optional<Character> letterOf(Reference reference) {
        if (reference instanceof Reference.Choice choice) {
            return Optional.of(choice.letter());
        }
        return reference instanceof Reference.MathAnswer answer ? reader.reference(answer.text()) : Optional.empty();
    }

    private Optional<Verdict> unusable(Extraction extraction, boolean truncated) {
        if (extraction.unfinished()) {
            return noAnswer(extraction, "unfinished");
        }
        return switch (extraction.channel()) {
            case NONE -> noAnswer(extraction, truncated ? "truncated" : "no-answer");
            case BOXED, STATED, HASHES ->
                truncated && extraction.open() ? noAnswer(extraction, "truncated") : Optional.empty();
            case LAST_NUMBER -> {
                if (truncated) {
                    yield noAnswer(extraction, "truncated");
                }
                yield options.loneLetter() ? Optional.empty() : noAnswer(extraction, "channel-not-allowed");
            }
            case PROGRAM_RULE -> noAnswer(extraction, "channel-not-allowed");
        };
    }

    private static Optional<Verdict> noAnswer(Extraction extraction, String rule) {
        return Optional.of(new Verdict(Outcome.NO_ANSWER, extraction.channel(), rule, "", 0));
    }

    private static Verdict verdict(Outcome outcome, Extraction extraction, String rule) {
        return new Verdict(outcome, extraction.channel(), rule, extraction.answer(), 0);
    }
}
