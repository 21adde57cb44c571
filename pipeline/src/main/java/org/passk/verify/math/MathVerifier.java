package org.passk.verify.math;

import java.util.Objects;
import java.util.Optional;
import org.passk.extract.AnswerExtractor;
import org.passk.extract.Extraction;
import org.passk.model.Channel;
import org.passk.model.Outcome;
import org.passk.model.Reference;
import org.passk.model.Verdict;
import org.passk.verify.Verifier;

/**
 * Verifies mathematical answers exactly: numbers as rationals, tuples, sets, lists, unions and matrices element by
 * element, everything else as a normalised text. It does no algebra: {@code (x+1)^2} is not equal to {@code x^2+2x+1}.
 * A wrong answer taken for a correct one weighs more than the reverse, since it accumulates with k.
 *
 * <p>The rules of its verdicts: {@code exact-rational}, {@code percent}, {@code rounded-decimal}, {@code unit},
 * {@code text}, {@code choice}, {@code base-suffix}, {@code name}, {@code tuple}, {@code list}, {@code set},
 * {@code union}, {@code matrix}, {@code empty-reference}; without an answer {@code no-answer}, {@code truncated},
 * {@code unfinished}, {@code channel-not-allowed}, {@code too-long}.
 *
 * <p>Immutable; safe for use by several threads. Work is bounded by the limits of the options.
 */
public final class MathVerifier implements Verifier {
    /** Raised whenever the code changes a verdict or a canonical answer. */
    private static final int REVISION = 2;

    private final MathOptions options;
    private final AnswerExtractor extractor;
    private final AnswerParser parser;

    /**
     * A verifier with settings.
     *
     * @param options policies and limits
     */
    public MathVerifier(MathOptions options) {
        this.options = Objects.requireNonNull(options, "options");
        this.extractor = new AnswerExtractor(options.maxAnswerChars());
        this.parser = new AnswerParser(options);
    }

    @Override
    public String version() {
        return "math/" + REVISION + " " + options.describe();
    }

    @Override
    public Extraction extract(String text) {
        return extractor.extract(text);
    }

    /**
     * Parses a reference, for {@link #verify(PreparedReference, Extraction, boolean)}.
     *
     * @param reference a mathematical answer; another kind is a fault of the caller
     * @return the parsed reference
     */
    public PreparedReference prepare(Reference reference) {
        if (!(reference instanceof Reference.MathAnswer answer)) {
            throw new IllegalArgumentException("reference is no mathematical answer: " + reference);
        }
        Value value = answer.multiple() ? parser.parseList(answer.text()) : parser.parse(answer.text());
        Value withUnit = value instanceof Value.Numeric number ? withUnit(number, answer.unit()) : value;
        return new PreparedReference(withUnit, answer.multiple(), new Canonical(options, withUnit).of(withUnit));
    }

    private Value withUnit(Value.Numeric number, String unit) {
        if (unit.isEmpty() || !number.unit().isEmpty()) {
            return number;
        }
        String words = Normaliser.normalise(unit, options.maxDepth())
                .map(NumberParser::withoutText)
                .orElse("");
        return new Value.Numeric(
                number.value(),
                number.percent(),
                Units.known(words),
                number.decimals(),
                number.significant(),
                number.grouped());
    }

    @Override
    public Verdict verify(Reference reference, Extraction extraction, boolean truncated) {
        return unusable(extraction, truncated).orElseGet(() -> compare(prepare(reference), extraction));
    }

    /**
     * Compares an extracted answer with a reference that was parsed before; the same verdict as
     * {@link #verify(Reference, Extraction, boolean)}.
     *
     * @param reference a reference that this verifier, or one with equal settings, prepared
     * @param extraction what was found in the generation
     * @param truncated whether the generation was cut off at the token limit
     * @return the verdict
     */
    public Verdict verify(PreparedReference reference, Extraction extraction, boolean truncated) {
        return unusable(extraction, truncated).orElseGet(() -> compare(reference, extraction));
    }

    private Optional<Verdict> unusable(Extraction extraction, boolean truncated) {
        if (extraction.unfinished()) {
            return noAnswer(extraction, "unfinished");
        }
        return switch (extraction.channel()) {
            case NONE -> noAnswer(extraction, truncated ? "truncated" : "no-answer");
            case LAST_NUMBER -> {
                if (truncated) {
                    // The last number of a text that was cut off is a number of its middle.
                    yield noAnswer(extraction, "truncated");
                }
                yield options.lastNumber() ? tooLong(extraction) : noAnswer(extraction, "channel-not-allowed");
            }
            case BOXED, STATED, HASHES -> {
                if (truncated && extraction.open()) {
                    // The cut may go through the answer: 12 of 123 would be right by luck.
                    yield noAnswer(extraction, "truncated");
                }
                yield tooLong(extraction);
            }
            case PROGRAM_RULE -> noAnswer(extraction, "channel-not-allowed");
        };
    }

    private Optional<Verdict> tooLong(Extraction extraction) {
        return extraction.answer().length() > options.maxAnswerChars()
                ? noAnswer(extraction, "too-long")
                : Optional.empty();
    }

    private static Optional<Verdict> noAnswer(Extraction extraction, String rule) {
        Channel channel = extraction.channel();
        return Optional.of(new Verdict(Outcome.NO_ANSWER, channel, rule, "", 0));
    }

    /** A wrong answer never shares the canonical form of the right ones, however it was written. */
    private static String different(PreparedReference reference, String canonical) {
        return canonical.equals(reference.canonical()) ? canonical + " \u2260" : canonical;
    }

    private Verdict compare(PreparedReference reference, Extraction extraction) {
        Value wanted = reference.value();
        // "1,234" is two answers where several are wanted, and one number elsewhere.
        boolean list = reference.multiple() || wanted instanceof Value.Several;
        Value given = list ? parser.parseList(extraction.answer()) : parser.parse(extraction.answer());
        if (given instanceof Value.Text text && text.text().isEmpty()) {
            return new Verdict(Outcome.NO_ANSWER, extraction.channel(), "no-answer", "", 0);
        }
        Comparison comparison = new Comparison(options);
        boolean equal = comparison.equal(wanted, given, reference.multiple());
        String canonical =
                equal ? reference.canonical() : different(reference, new Canonical(options, wanted).of(given));
        Outcome outcome = equal ? Outcome.CORRECT : Outcome.INCORRECT;
        return new Verdict(outcome, extraction.channel(), comparison.rule(), canonical, comparison.steps());
    }
}
